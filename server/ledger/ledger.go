// Package ledger keeps the facts and everything that is read from them, in one
// Badger database with one writer. A command's facts, the projections they
// change and the new position are one transaction; what was answered was
// written, and what was written is announced by the tail.
//
// # Facts
//
// A fact is stored once, as JSON, under its sequence number: 1, 2, 3 … without
// gaps, given inside the transaction. It names the SHA-256 of the stored bytes
// of the fact before. The end of this chain stands in the database and in a
// file beside it (head); at the start the two are compared and the last part of
// the chain is read again, so a ledger that lost facts does not open.
//
// # Projections
//
// A projection is made from the stored form of a fact and from other
// projections, never from a clock or a rule: replaying the facts makes the same
// bytes. The one thing from outside are the search words of who waits in a
// queue, from the account record, which they follow when it changes, and from
// the record of the third party that a request is for.
//
// # Keys
//
// A key is a table, a zero byte, and text parts each closed by a zero byte; a
// number is eight bytes, big-endian, and stands last or before an ID that
// stands last. "→" is the value.
//
//	f  seq                            → a fact
//	h                                 → the head: epoch, seq, hash
//	hl                                → how it was left at its last clean end
//	v                                 → layout of the projections
//	a  account                        → Account
//	e  address                        → account
//	t  request                        → rules of its last evaluation
//	tp request                        → ThirdParty
//	te address                        → account that requests for a third party name
//	l  hash                           → Link                      expires
//	lo account, hash                  → hash                      expires
//	r  address                        → Registration              expires
//	o  account, idempotency key       → fingerprint and answer    expires
//	s  hash                           → Session                   expires
//	sa account, hash                  → hash                      expires
//	m  mail                           → Mail                      expires
//	mc                                → position the outbox has read to
//	md due, mail                      → mail, while it waits      expires
//	ml ^made, mail                    → mail                      expires
//	ms state, ^made, mail             → mail                      expires
//	ma address, ^made, mail           → mail                      expires
//	mr request, ^made, mail           → mail                      expires
//	mb account, ^made, mail           → mail                      expires
//	mg address                        → Gather
//	mt due, address                   → address
//	w  account, session               → Subscription              expires
//	we hash of its endpoint           → key of the subscription   expires
//	wp account, session, topic        → Push, while it waits
//	wd due, account, session, topic   → nothing, while it waits
//	wc                                → position that push has read to
//	wk                                → PushKey
//	c  message                        → its text
//	cu account, conversation          → how many of its messages are unread
//	cs account                        → nothing, while switched to available
//	n  request, seq                   → what was written with a move of it
//	n  account, seq                   → its last word as an administrator
//	gn account, grant                 → what was written when it was taken away
//	gp account, grant                 → what a third party has it for
//	x  account                        → Erasure, until it has ended
//	gw days                           → place of the last grant of the registry
//	                                    that was told of so many days before its end
//
//	pr  request                       → Request
//	ph  account, ^seq of first fact   → request
//	pm  account                       → how many it ever made
//	ps  submission, seq               → request
//	pp  account, level, scope, request → request, while pending; for a third
//	                                    party "level>third" stands for the level
//	pq  queue, level, due, since, request → nothing, while it waits there
//	pl  queue, level                  → how many wait, and the first place
//	pt  queue, term, due, since, request → level, while it waits there
//	pw  request                       → its words, while it waits
//	pg  account, ^seq                 → Grant
//	pga grant                         → key of the grant
//	pgo account, scope, ^seq          → key of the grant
//	pgs scope, state, seq             → grant, in the order of giving, until it
//	                                    is taken away
//	pgh scope, address, level, grant  → start and end, until it is taken away
//	pgk grant                         → key of that
//	pgc at, grant                     → nothing: nobody has asked since whether it
//	                                    is still needed
//	pgr scope                         → Recertification, while anything waits
//	pd  at, kind, id                  → nothing, until it was looked at
//	pdw request                       → nothing, while its number is watched for
//	pu  scope                         → Rules
//	pn  scope, account                → Administrator, named or gone
//	pna account, scope                → Administrator, the same
//	pv  scope                         → Vacancy, whose last administrator left
//	pe  scope, ^seq                   → nothing: the fact tells of the scope
//	py  ^seq                          → Switch of the registry
//	pk  token                         → Token
//	pkh hash of its secret            → token
//	pc  conversation                  → Conversation
//	pca account, ^seq of its last message → conversation
//	pcm conversation, ^seq            → Message
//	pcr ^seq of its last message      → conversation
//	pcv account                       → nothing, while it is a reviewer's
//	px  account                       → nothing, once it was erased
//	pxw account, seq                  → nothing: what the account wrote to others
//	                                    may lie beside the fact
//
// The tables whose name begins with "p" are the projections; when a version of
// the program has another layout of them, it makes them anew at its first
// start (layout.go). What expires is
// compared with the injected clock when it is read; Badger's own expiry, by the
// machine's clock, only clears it away.
//
// # Bounds
//
// No read scans more than it shows, but for these: Requests looks at 1,000
// requests and a find at 10,000 index entries of a word, at most. A merged
// queue costs one step for each queue asked for in which somebody waits. Who
// reads Grants or GrantsOf stops by themselves.
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
	ErrExpired   = errors.New("expired")
	ErrKeyReused = errors.New("the idempotency key was used for another command")
	ErrReadOnly  = errors.New("the ledger is read-only: the disk is nearly full")
	ErrDamaged   = errors.New("the ledger is damaged")
	ErrClosed    = errors.New("the ledger is closed")

	ErrBadCursor    = errors.New("not a cursor of this list")
	ErrAddressTaken = errors.New("another account has the address")
	ErrTooLarge     = errors.New("the command writes too much") // 16,000 rows or 1.5 MiB
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
// it and must not block, do I/O or end its goroutine (t.Fatal); whatever can be
// prepared is prepared before. It writes 16,000 rows or 1.5 MiB at most:
// ErrTooLarge; Tx.Room says how far it is from that.
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
