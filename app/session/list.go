package session

import (
	"maps"
	"slices"

	"accord/shared/wire"
)

// keyed is a view that knows what it shows and which change of it.
type keyed interface {
	Key() (id string, seq uint64)
}

// List is rows a page shows, kept true by what the socket brings: rows change
// in place, new ones wait in Fresh until the person asks for them, so that
// nothing moves under the cursor.
type List[T keyed] struct {
	Rows     []T
	Fresh    []T    // arrived since, newest first; "3 new: show"
	Next     string // cursor of the next window, "" at the end
	From     int    // 1-based number of the first row, where pages are numbered
	Total    int    // of all windows
	Found    bool   // only the rows that were looked for
	Loaded   bool   // false until the first answer
	Stale    bool   // too much was missed: load it again
	Changed  map[string]bool
	Position wire.Position // of the first window
}

// Window is one loaded window of a list.
type Window[T keyed] struct {
	Rows     []T
	Next     string
	From     int
	Total    int
	Found    bool // only the rows that were looked for
	Position wire.Position
	More     bool // follows what is shown, instead of replacing it
}

// Has reports whether a row is shown.
func (l List[T]) Has(id string) bool { return l.index(id) >= 0 }

// Row returns a shown row.
func (l List[T]) Row(id string) (row T, ok bool) {
	if i := l.index(id); i >= 0 {
		return l.Rows[i], true
	}
	return row, false
}

// IsChanged reports whether a row changed a moment ago and is to be
// highlighted.
func (l List[T]) IsChanged(id string) bool { return l.Changed[id] }

func (l List[T]) index(id string) int { return indexOf(l.Rows, id) }

func indexOf[T keyed](rows []T, id string) int {
	return slices.IndexFunc(rows, func(r T) bool {
		other, _ := r.Key()
		return other == id
	})
}

// waiting is how many new rows are kept. More than that while nobody looks, and
// the list is simply loaded again.
const waiting = 200

// load puts a window in place of the rows, or after them.
func (l List[T]) load(w Window[T]) List[T] {
	if !w.More {
		next := List[T]{
			Rows: w.Rows, Next: w.Next, From: w.From, Total: w.Total, Found: w.Found,
			Loaded: true, Position: w.Position,
		}
		if !l.Stale {
			next = next.catchUp(l)
		}
		return next
	}
	rows := slices.Clone(l.Rows)
	for _, row := range w.Rows {
		id, _ := row.Key()
		if indexOf(rows, id) < 0 {
			rows = append(rows, row)
		}
	}
	l.Rows, l.Next, l.Total = rows, w.Next, w.Total
	l.Fresh = slices.DeleteFunc(slices.Clone(l.Fresh), func(row T) bool {
		id, _ := row.Key()
		return indexOf(rows, id) >= 0
	})
	return l
}

// catchUp brings over what was heard while the window was on its way: an answer
// that a change has overtaken must not bring the old back.
func (l List[T]) catchUp(before List[T]) List[T] {
	total := l.Total
	for _, row := range slices.Backward(slices.Concat(before.Fresh, before.Rows)) {
		id, seq := row.Key()
		if seq <= l.Position.Seq {
			continue
		}
		if l.Has(id) || indexOf(before.Fresh, id) >= 0 {
			l, _ = l.upsert(row, l.Position.Epoch)
		}
	}
	l.Total, l.Changed = total+len(l.Fresh), nil
	return l
}

// upsert takes one view: it replaces its row when it is newer, else waits in
// Fresh. old reports that it brought nothing new.
func (l List[T]) upsert(row T, epoch string) (next List[T], old bool) {
	id, seq := row.Key()
	if i := l.index(id); i >= 0 {
		if _, shown := l.Rows[i].Key(); seq <= shown {
			return l, true
		}
		l.Rows = slices.Clone(l.Rows)
		l.Rows[i] = row
		return l.mark(id), false
	}
	if l.Loaded && l.Position.Covers(wire.Position{Epoch: epoch, Seq: seq}) {
		return l, true
	}
	if i := indexOf(l.Fresh, id); i >= 0 {
		if _, known := l.Fresh[i].Key(); seq <= known {
			return l, true
		}
		l.Fresh = slices.Clone(l.Fresh)
		l.Fresh[i] = row
		return l, false
	}
	if len(l.Fresh) == waiting {
		l.Stale = true
		return l, false
	}
	l.Fresh = slices.Insert(slices.Clone(l.Fresh), 0, row)
	l.Total++
	return l, false
}

// remove takes a row out of the rows and of what waits.
func (l List[T]) remove(id string) List[T] {
	gone := func(row T) bool {
		other, _ := row.Key()
		return other == id
	}
	if l.Has(id) || indexOf(l.Fresh, id) >= 0 {
		l.Total--
	}
	l.Rows = slices.DeleteFunc(slices.Clone(l.Rows), gone)
	l.Fresh = slices.DeleteFunc(slices.Clone(l.Fresh), gone)
	return l
}

// show puts what waits on top (newest first) or at the end (a queue's longest
// waiting first, whose last window is loaded).
func (l List[T]) show(top bool) List[T] {
	fresh := slices.Clone(l.Fresh)
	if top {
		l.Rows = slices.Concat(fresh, l.Rows)
	} else if slices.Reverse(fresh); l.Next == "" {
		l.Rows = slices.Concat(l.Rows, fresh)
	}
	for _, row := range fresh {
		id, _ := row.Key()
		l = l.mark(id)
	}
	l.Fresh = nil
	return l
}

func (l List[T]) mark(id string) List[T] {
	changed := maps.Clone(l.Changed)
	if changed == nil {
		changed = map[string]bool{}
	}
	changed[id] = true
	l.Changed = changed
	return l
}

// reset drops what waits and asks for a new load: what was heard before is worth
// nothing any more.
func (l List[T]) reset() List[T] {
	l.Stale, l.Fresh = true, nil
	return l
}

func (l List[T]) settle() List[T] {
	l.Changed = nil
	return l
}
