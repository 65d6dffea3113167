package registry

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// Errors that callers tell apart.
var (
	ErrBadRows = errors.New("registry files have bad rows")
	ErrBusy    = errors.New("another import is running")
	ErrSame    = errors.New("the registry already has these files")
	ErrClosed  = errors.New("the registry is closed")
	ErrNoSpace = errors.New("not enough room on the disk")
)

// Person is a row of accounts.csv. It becomes an account when the person first
// sets a password.
type Person struct {
	Profile wire.Profile
	Role    access.Role
}

// Grant is a row of grants.csv. ID is made from its values, so it is the same
// in every generation that has the row. Ends is zero for no end; an end given
// as a day includes that day.
type Grant struct {
	ID     string
	Level  access.Level
	Scope  access.Identifier
	Starts time.Time
	Ends   time.Time
}

// grantID names a grant by who, what and on what. Its dates are left out, so
// that a grant whose dates change stays the same grant.
func grantID(email string, level access.Level, scope access.Identifier) string {
	sum := sha256.Sum256([]byte(email + "\x00" + string(level) + "\x00" + scope.String()))
	return "r-" + hex.EncodeToString(sum[:12])
}
