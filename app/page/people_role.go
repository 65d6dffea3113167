package page

import (
	"accord/shared/access"
	"accord/shared/wire"
)

// roleDialog is the ID of the dialog in which a role is changed.
const roleDialog = "role-dialog"

// roleChange is a change of a person's role, asked for and confirmed in one
// dialog. It is a value.
type roleChange struct {
	Person   wire.Person
	Role     access.Role // chosen
	Unchosen bool        // confirmed without choosing another role
	Busy     bool
	Failure  error
	Done     *wire.Person // whose role was changed last

	key  string // idempotency key of the press, kept for its retries
	sent access.Role
}

// send begins to send the chosen role; ok is false when there is nothing to
// send.
func (c roleChange) send(newKey func() string) (next roleChange, ok bool) {
	if c.Busy {
		return c, false
	}
	if c.Unchosen = c.Role == c.Person.Role; c.Unchosen {
		return c, false
	}
	if c.key == "" || c.sent != c.Role {
		c.key, c.sent = newKey(), c.Role
	}
	c.Busy, c.Failure = true, nil
	return c, true
}
