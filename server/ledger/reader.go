package ledger

import (
	"accord/shared/wire"
)

// Reader reads the ledger at one position. Lists are bounded: limit is capped
// at 200. A cursor is opaque text; "" starts, and "" as next ends. A page may
// be shorter than its limit although there is a next one. Errors of lists:
// ErrBadCursor. Its methods stand with their nouns.
type Reader struct{ rows *rows }

// maxList is how many entries a page of a list holds at most.
const maxList = 200

// Position is what the reader sees everything up to.
func (r *Reader) Position() wire.Position {
	h, err := r.head()
	if err != nil {
		return wire.Position{} // covers nothing: who compares it loads again
	}
	return h.position()
}
