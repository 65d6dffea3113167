package registry

import (
	"errors"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// Errors that callers tell apart.
var (
	ErrBadRows = errors.New("registry files have bad rows")
	ErrBusy    = errors.New("another import is running")
)

// Person is a row of accounts.csv. It becomes an account when the person first
// sets a password.
type Person struct {
	Profile wire.Profile
	Role    access.Role
}

// Grant is a row of grants.csv. ID is made from its values, so it is the same
// in every generation that has the row.
type Grant struct {
	ID     string
	Level  access.Level
	Scope  access.Identifier
	Starts time.Time
	Ends   time.Time
}
