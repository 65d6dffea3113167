package ledger

import (
	"time"

	"accord/server/event"
	"accord/shared/wire"
)

// Tx is what a command may do. It reads its own writes.
type Tx struct{ Reader }

// Now is the moment of the commit, UTC, from the injected clock.
func (tx *Tx) Now() time.Time { panic("contract") }

// Append adds a fact and updates every projection of it at once; it returns
// the fact's sequence number.
func (tx *Tx) Append(data event.Data) (uint64, error) { panic("contract") }

// PutAccount stores the account record and its address index. The caller
// appends the fact that says so. Changing the address moves the index.
func (tx *Tx) PutAccount(a Account) error { panic("contract") }

// PutTrace stores the rules of a request's evaluation and returns the hash
// that its fact carries.
func (tx *Tx) PutTrace(request string, rules []wire.RuleResult) (hash string, err error) {
	panic("contract")
}

// PutLink stores a mailed one-time link; an account has at most one, the last.
func (tx *Tx) PutLink(l Link) error { panic("contract") }

// TakeLink removes a link and returns it. Errors: ErrNotFound, also when it
// has expired.
func (tx *Tx) TakeLink(hash string) (Link, error) { panic("contract") }
