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

// Now is the moment of the commit, UTC, from the injected clock.
func (tx *Tx) Now() time.Time { return tx.now }
