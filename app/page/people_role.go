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

// answered takes the answer to a change that was sent, and reports whether the
// dialog is over. One that was opened again since, perhaps for somebody else, is
// left as it is.
func (c roleChange) answered(sent roleChange, person wire.Person, err error) (next roleChange, over bool) {
	mine := c.Busy && c.key == sent.key
	switch {
	case err == nil && mine:
		return roleChange{Done: &person}, true
	case err == nil:
		c.Done = &person
	case mine:
		c.Busy, c.Failure = false, err
	}
	return c, false
}
