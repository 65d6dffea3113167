package event

import "time"

// Extension says of a request which access it is to extend.
type Extension struct {
	Grant string    `json:"grant"`
	Until time.Time `json:"until"` // when the access ends, or has ended, as the request was made

	// Withheld says that the requester is a third party, who sees no contract
	// details, also not on their own request.
	Withheld bool `json:"withheld,omitempty"`

	Ends time.Time `json:"ends_at,omitzero"` // of an approval: the new end, zero for none
}
