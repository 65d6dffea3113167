package ledger

import (
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// Reader reads the ledger at one position. Lists are bounded: limit is capped
// at 200. A cursor is opaque text; "" starts, and "" as next ends.
type Reader struct{}

// Position is what the reader sees everything up to.
func (r *Reader) Position() wire.Position { panic("contract") }

// Account returns an account by ID. Errors: ErrNotFound.
func (r *Reader) Account(id string) (Account, error) { panic("contract") }

// AccountByEmail returns an account by its canonical address. Errors: ErrNotFound.
func (r *Reader) AccountByEmail(email string) (Account, error) { panic("contract") }

// Accounts lists accounts whose address starts with prefix, by address.
func (r *Reader) Accounts(prefix, cursor string, limit int) (accounts []Account, next string, err error) {
	panic("contract")
}

// Request returns an access request by ID. Errors: ErrNotFound.
func (r *Reader) Request(id string) (Request, error) { panic("contract") }

// Requests lists an account's requests, newest first. status "" is all; find
// matches the beginning of the identifier or the reference.
func (r *Reader) Requests(account string, status access.Status, find, cursor string, limit int) (requests []Request, next string, err error) {
	panic("contract")
}

// RequestCount is how many requests the account ever made, kept as a counter.
func (r *Reader) RequestCount(account string) (int, error) { panic("contract") }

// Submission lists the requests of one submission in their order (at most 10).
// Errors: ErrNotFound.
func (r *Reader) Submission(id string) ([]Request, error) { panic("contract") }

// Pending returns the ID of the account's pending request for the scope and
// level, "" when there is none.
func (r *Reader) Pending(account string, level access.Level, scope access.Identifier) (string, error) {
	panic("contract")
}

// Trace returns the rules of a request's last evaluation; nil when there was none.
func (r *Reader) Trace(request string) ([]wire.RuleResult, error) { panic("contract") }

// Grants lists an account's grants, revoked ones too (bounded at 2,000).
func (r *Reader) Grants(account string) ([]Grant, error) { panic("contract") }

// Grant returns a grant by ID. Errors: ErrNotFound.
func (r *Reader) Grant(id string) (Grant, error) { panic("contract") }

// Rules returns the administrators' rules of a contract or bill-to ID; zero
// when none were set.
func (r *Reader) Rules(scope access.Identifier) (event.Rules, error) { panic("contract") }

// Registry returns the last switch of the registry; false before the first.
func (r *Reader) Registry() (event.RegistrySwitched, bool, error) { panic("contract") }

// Queue lists one window of the pending requests of the given queues, merged,
// longest waiting first.
func (r *Reader) Queue(queues []string, f QueueFilter, cursor string, limit int) (requests []Request, next string, err error) {
	panic("contract")
}

// QueueCounts adds up the kept counters of the given queues.
func (r *Reader) QueueCounts(queues []string) (wire.QueueCounts, error) { panic("contract") }

// Token returns a service token that is in force by its secret's hash. Errors: ErrNotFound.
func (r *Reader) Token(hash string) (Token, error) { panic("contract") }

// Tokens lists the service tokens in force (bounded at 200).
func (r *Reader) Tokens() ([]Token, error) { panic("contract") }

// Facts lists up to limit (capped at 1,000) facts after a sequence number.
func (r *Reader) Facts(after uint64, limit int) ([]event.Fact, error) { panic("contract") }
