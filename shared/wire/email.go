package wire

import "time"

// ChangeEmail is the body of PUT /api/email: a mail to the new address holds the
// link that completes the change.
type ChangeEmail struct {
	Email    string `json:"email"`
	Password string `json:"password"` // the present one
}

// EmailToken is the body of POST /api/email/confirm and /api/email/undo: the end
// of a mailed link.
type EmailToken struct {
	Token string `json:"token"`
}

// EmailChange answers GET /api/email: a change that waits for its confirmation,
// and what the vendor's registry says by the present address, which does not
// follow a change by itself.
type EmailChange struct {
	New         string    `json:"new,omitempty"`
	Until       time.Time `json:"until,omitzero"` // the mailed link works
	Administers int       `json:"administers"`    // contracts and bill-to IDs
	Grants      int       `json:"grants"`         // accesses
}

// EmailChanged answers a link's end: the account's address now.
type EmailChanged struct {
	Email string `json:"email"`
}
