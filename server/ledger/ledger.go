// Package ledger keeps the facts and everything that is read from them, in one
// Badger database with one writer. A command's facts, the projections they
// change and the new position are one transaction; what was answered was
// written, and what was written is announced by the tail.
package ledger

import (
	"context"
	"encoding/json"
	"errors"

	"accord/server/event"
	"accord/shared/wire"
)

// Errors that callers tell apart.
var (
	ErrNotFound  = errors.New("not in the ledger")
	ErrKeyReused = errors.New("the idempotency key was used for another command")
	ErrReadOnly  = errors.New("the ledger is read-only: the disk is nearly full")
	ErrDamaged   = errors.New("the ledger is damaged")
	ErrClosed    = errors.New("the ledger is closed")
)

// Ledger is append-and-tail. Badger is its implementation; one conformance
// suite holds for every other. All methods are safe for concurrent use.
type Ledger interface {
	// Do runs the command in the writer and answers once its facts are on
	// disk. A command that fails adds nothing. A command whose key was answered
	// before gets that answer again. Errors: the command's own, ErrKeyReused,
	// ErrReadOnly, ErrClosed, the context's.
	Do(ctx context.Context, cmd Command) (Answer, error)

	// View reads at one position. The reader is good until read returns.
	View(ctx context.Context, read func(*Reader) error) error

	// Tail calls each with the facts of every commit after the given sequence
	// number, in order, first those already written, then new ones as they
	// come, until the context ends or each returns an error. A call holds at
	// most 1,000 facts.
	Tail(ctx context.Context, after uint64, each func(facts []event.Fact) error) error

	// Position is that of the last commit.
	Position() wire.Position

	// Close finishes the writes that wait and closes the database.
	Close() error
}

// Command is a change to make. Run sees the ledger as of all commands before
// it and must not block or do I/O; whatever can be prepared is prepared before.
type Command struct {
	By          event.Actor
	Key         string // idempotency key of the account, "" for none
	Fingerprint string // hash of what was asked for; with Key
	Run         func(*Tx) (answer any, err error)
}

// Answer is what a command returned, as JSON.
type Answer struct {
	Body     json.RawMessage
	Repeated bool // the key was answered before
	Position wire.Position
}
