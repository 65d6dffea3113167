package ledger

import (
	"slices"
	"time"
)

// What one transaction may hold. Badger refuses more than 15% of a memtable
// (2.5 MB or 26,000 rows with ours) with ErrTxnTooBig; a batch is closed after
// the command that passes the first pair, and a command that alone passes the
// second fails, so that the sum always fits.
const (
	batchRows    = 4_000
	batchBytes   = 512 << 10
	commandRows  = 16_000
	commandBytes = 1536 << 10

	// What Room keeps free is more than any one thing needs that is done many
	// times in a command: a request that moves takes 256 words along.
	reserveRows  = commandRows / 4
	reserveBytes = commandBytes / 4

	maxKeyBytes = 4_096 // Badger's own limit is 65,000
	rowOverhead = 32    // more than what Badger adds to a row
)

// overlay holds writes that are not committed yet, in key order, and can take
// back those made since a mark.
type overlay struct {
	keys  []string // of writes, sorted
	table map[string]write
	bytes int

	undo    []undone // since the mark, oldest first
	marked  int      // bytes at the mark
	badKeys bool     // a key was too long since the mark
}

// write is a row to be stored, or one to be removed.
type write struct {
	value []byte
	gone  bool
	ttl   time.Duration // 0 for ever
}

type undone struct {
	key string
	was write
	had bool
}

func newOverlay() *overlay { return &overlay{table: map[string]write{}} }

// set adds a write. The last one of a key counts.
func (o *overlay) set(key string, w write) {
	if len(key) > maxKeyBytes {
		o.badKeys = true
	}
	was, had := o.table[key]
	o.undo = append(o.undo, undone{key, was, had})
	if had {
		o.bytes -= len(was.value)
	} else {
		i, _ := slices.BinarySearch(o.keys, key)
		o.keys = slices.Insert(o.keys, i, key)
		o.bytes += len(key) + rowOverhead
	}
	o.table[key] = w
	o.bytes += len(w.value)
}

// mark sets the state that revert returns to.
func (o *overlay) mark() { o.undo, o.marked, o.badKeys = o.undo[:0], o.bytes, false }

// revert takes back every write since the mark.
func (o *overlay) revert() {
	for _, u := range slices.Backward(o.undo) {
		if u.had {
			o.table[u.key] = u.was
			continue
		}
		delete(o.table, u.key)
		i, _ := slices.BinarySearch(o.keys, u.key)
		o.keys = slices.Delete(o.keys, i, i+1)
	}
	o.bytes = o.marked
	o.mark()
}

// tooLarge reports whether the writes since the mark are more than a command
// may make.
func (o *overlay) tooLarge() bool {
	return o.badKeys || o.bytes-o.marked > commandBytes || len(o.undo) > commandRows
}

// room reports whether a command may go on, see Tx.Room.
func (o *overlay) room() bool {
	return o.bytes-o.marked < commandBytes-reserveBytes && len(o.undo) < commandRows-reserveRows
}

// full reports whether the batch should be committed now.
func (o *overlay) full() bool { return len(o.keys) > batchRows || o.bytes > batchBytes }

// from returns the first key that is not before the given one.
func (o *overlay) from(key string) (string, bool) {
	i, _ := slices.BinarySearch(o.keys, key)
	if i == len(o.keys) {
		return "", false
	}
	return o.keys[i], true
}
