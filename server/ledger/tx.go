package ledger

import (
	"time"

	"accord/server/event"
)

// Tx is what a command may do. It reads its own writes and is good until the
// command returns. What it reads it shares with the other commands of its batch:
// slices and maps in there must not be changed.
type Tx struct {
	Reader
	by  event.Actor
	now time.Time
}

// By is whom the command's facts name.
func (tx *Tx) By() event.Actor { return tx.by }

// BySystem is the same command where its facts name the portal: for what follows
// by itself from what somebody did.
func (tx *Tx) BySystem() *Tx {
	by := *tx
	by.by = event.System()
	return &by
}

// Room reports whether there is room in the command for one thing more. Who does
// however many things in one command asks before each, and does the rest in the
// next.
func (tx *Tx) Room() bool { return tx.rows.over.room() }

// Now is the moment of the commit, UTC, from the injected clock.
func (tx *Tx) Now() time.Time { return tx.now }
