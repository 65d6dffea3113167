package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// rows is what readers, commands and projections see: a snapshot of the
// database and, in the writer, the writes that are not committed yet. Not safe
// for concurrent use.
type rows struct {
	snap *badger.Txn
	over *overlay // nil for readers

	// decoded is what load and store saw of a row since it was last written:
	// a batch reads its head, its accounts and what it just wrote many times.
	// Nobody changes what is in there. nil for readers.
	decoded map[string]any
}

// writable is a snapshot that takes writes.
func writable(snap *badger.Txn) *rows {
	return &rows{snap: snap, over: newOverlay(), decoded: map[string]any{}}
}

// revert takes back every write since the overlay's mark.
func (r *rows) revert() {
	r.over.revert()
	clear(r.decoded)
}

// get returns a row. Errors: ErrNotFound.
func (r *rows) get(key string) ([]byte, error) {
	if r.over != nil {
		if w, ok := r.over.table[key]; ok {
			if w.gone {
				return nil, ErrNotFound
			}
			return w.value, nil
		}
	}
	item, err := r.snap.Get([]byte(key))
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", key, err)
	}
	return item.ValueCopy(nil)
}

// text returns a row's value as text, "" when there is no such row.
func (r *rows) text(key string) (string, error) {
	value, err := r.get(key)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return string(value), err
}

func (r *rows) put(key string, value []byte) { r.set(key, write{value: value}) }

// putFor stores a row that is of no use after ttl. Badger removes it some time
// later by the machine's clock; who reads it compares the moment in its value.
func (r *rows) putFor(key string, value []byte, ttl time.Duration) {
	r.set(key, write{value: value, ttl: max(ttl, time.Second)})
}

func (r *rows) drop(key string) { r.set(key, write{gone: true}) }

func (r *rows) set(key string, w write) {
	delete(r.decoded, key)
	r.over.set(key, w)
}

// load reads a row of JSON. What the value points at must not be changed: in
// the writer others get the same. Errors: ErrNotFound.
func load[T any](r *rows, key string) (T, error) {
	v, ok := r.decoded[key].(T)
	if ok {
		return v, nil
	}
	value, err := r.get(key)
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal(value, &v); err != nil {
		return v, fmt.Errorf("read %q: %w", key, err)
	}
	if r.decoded != nil {
		r.decoded[key] = v
	}
	return v, nil
}

// list reads the rows of JSON below a prefix, in key order, so many at most.
func list[T any](r *rows, prefix string, most int) (all []T, err error) {
	w := r.walk(prefix)
	defer w.close()
	for w.seek(""); w.ok && len(all) < most; w.next() {
		v, err := here[T](w)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// here reads the row of JSON that a walker stands on.
func here[T any](w *walker) (v T, err error) {
	value, err := w.value()
	if err != nil {
		return v, fmt.Errorf("read %q: %w", w.key, err)
	}
	if err := json.Unmarshal(value, &v); err != nil {
		return v, fmt.Errorf("read %q: %w", w.key, err)
	}
	return v, nil
}

// store writes a row as JSON.
func store[T any](r *rows, key string, v T) error {
	value, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write %q: %w", key, err)
	}
	r.put(key, value)
	r.decoded[key] = v
	return nil
}

// walker visits the rows below a prefix in key order. It may be moved while
// rows are written and dropped. Use: for w.seek(from); w.ok; w.next() {}.
type walker struct {
	ok  bool
	key string // of the row it stands on, while ok

	rows   *rows
	prefix string
	it     *badger.Iterator
	stored string // the key that the iterator stands on, "" at its end
}

// walk starts a walker; it must be closed.
func (r *rows) walk(prefix string) *walker {
	return &walker{rows: r, prefix: prefix, it: r.snap.NewIterator(badger.IteratorOptions{Prefix: []byte(prefix)})}
}

func (w *walker) close() { w.it.Close() }

// rest is the key without the walker's prefix.
func (w *walker) rest() string { return w.key[len(w.prefix):] }

// value returns the row's value.
func (w *walker) value() ([]byte, error) {
	if over := w.rows.over; over != nil {
		if held, ok := over.table[w.key]; ok {
			return held.value, nil
		}
	}
	return w.it.Item().ValueCopy(nil)
}

// seek moves to the first row whose key is not before from.
func (w *walker) seek(from string) {
	from = max(from, w.prefix)
	w.it.Seek([]byte(from))
	w.look()
	w.settle(from)
}

// near is how many rows are stepped over rather than sought across: a seek
// costs as much as some ten steps.
const near = 8

// advance moves on to the first row whose key is not before to, if it is not
// there or beyond already.
func (w *walker) advance(to string) {
	for range near {
		if !w.ok || w.key >= to {
			return
		}
		w.next()
	}
	if w.ok && w.key < to {
		w.seek(to)
	}
}

// next moves to the following row.
func (w *walker) next() {
	if w.stored == w.key {
		w.it.Next()
		w.look()
	}
	if w.rows.over == nil {
		w.key, w.ok = w.stored, w.stored != ""
		return
	}
	w.settle(w.key + "\x00")
}

// settle stands on the first row, not before from, of the two sources.
func (w *walker) settle(from string) {
	for {
		stored, inSnap := w.stored, w.stored != ""
		held, inOver := w.held(from)
		w.ok = inSnap || inOver
		if !w.ok {
			return
		}
		if inSnap && (!inOver || stored < held) {
			w.key = stored
			return
		}
		if stored == held {
			w.it.Next()
			w.look()
		}
		if !w.rows.over.table[held].gone {
			w.key = held
			return
		}
		from = held + "\x00"
	}
}

// look notes where the iterator stands; it ends with the prefix.
func (w *walker) look() {
	w.stored = ""
	if w.it.Valid() {
		w.stored = string(w.it.Item().Key())
	}
}

func (w *walker) held(from string) (string, bool) {
	if w.rows.over == nil {
		return "", false
	}
	key, ok := w.rows.over.from(from)
	return key, ok && strings.HasPrefix(key, w.prefix)
}
