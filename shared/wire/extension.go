package wire

import "time"

// Extension is what a request to extend an access is about.
type Extension struct {
	Grant  string    `json:"grant"`
	Until  time.Time `json:"until"`            // when the access ended or was to end, as it was asked
	EndsAt time.Time `json:"ends_at,omitzero"` // once approved: the new end, zero for none
}

// Extended is the access that a decider is asked to extend.
type Extended struct {
	StartsAt   time.Time `json:"starts_at"`
	EndsAt     time.Time `json:"ends_at,omitzero"` // now
	Revoked    bool      `json:"revoked"`          // meanwhile: it cannot be extended
	ThirdParty bool      `json:"third_party"`      // the requester is a user at another company
	Purpose    string    `json:"purpose,omitempty"`
	Suggested  time.Time `json:"suggested,omitzero"`  // a last day: as long again as before
	ConfirmBy  time.Time `json:"confirm_by,omitzero"` // it ends then because administrators have not confirmed it; with no suggestion it had no end before
}
