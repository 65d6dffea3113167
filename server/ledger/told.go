package ledger

import "strconv"

// The registry's grants are no facts, so their warnings have no due times here:
// the timers go through them in the order of their ends, and remember how far.

// PutTold remembers the place, in the order of the registry's grants by their
// ends, up to which the holders were told so many days before the end.
func (tx *Tx) PutTold(days int, place string) {
	tx.rows.put(key(tableTold, strconv.Itoa(days)), []byte(place))
}

// Told is that place, "" before the first.
func (r *Reader) Told(days int) (string, error) {
	return r.rows.text(key(tableTold, strconv.Itoa(days)))
}
