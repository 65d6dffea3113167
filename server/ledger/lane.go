package ledger

import (
	"fmt"

	"accord/shared/access"
)

// lane is one sorted line of waiting requests: a queue's requests of one
// level, or with level "" all of them. Each lane has a tally: how many wait and
// the first of them. The tally is why an emptied lane is cheap: its rows are
// gone, but the tombstones stay until compaction, and a scan over them would
// take 50 ms after a million moves. Nobody ever reads before the first place.
type lane struct {
	queue string
	level access.Level
}

// tally is the count and the first place of a lane that is not empty.
type tally struct {
	count uint64
	first place
}

func (l lane) prefix() string      { return key(tableQueue, l.queue, string(l.level)) }
func (l lane) row(at place) string { return l.prefix() + string(at) }
func (l lane) tallyKey() string    { return key(tableLane, l.queue, string(l.level)) }
func (l lane) putTally(r *rows, t tally) {
	r.put(l.tallyKey(), []byte(number(t.count)+string(t.first)))
}

// tally returns the zero tally of an empty lane.
func (l lane) tally(r *rows) (tally, error) {
	text, err := r.text(l.tallyKey())
	if err != nil || len(text) < 8 {
		return tally{}, err
	}
	return tally{numberOf(text[:8]), place(text[8:])}, nil
}

// enter adds a place.
func (l lane) enter(r *rows, at place) error {
	t, err := l.tally(r)
	if err != nil {
		return err
	}
	r.put(l.row(at), nil)
	if t.count == 0 || at < t.first {
		t.first = at
	}
	t.count++
	l.putTally(r, t)
	return nil
}

// leave removes a place.
func (l lane) leave(r *rows, at place) error {
	t, err := l.tally(r)
	if err != nil {
		return err
	}
	if t.count == 0 {
		return fmt.Errorf("%w: request %s leaves an empty queue", ErrDamaged, at.request())
	}
	r.drop(l.row(at))
	t.count--
	if t.count == 0 {
		r.drop(l.tallyKey())
		return nil
	}
	if at == t.first {
		w := r.walk(l.prefix())
		defer w.close()
		if w.seek(l.row(at)); !w.ok {
			return fmt.Errorf("%w: queue %s is shorter than its count", ErrDamaged, l.queue)
		}
		t.first = place(w.rest())
	}
	l.putTally(r, t)
	return nil
}

// lanes are those a waiting request stands in.
func lanes(q *Request) []lane {
	return []lane{{q.Queue(), ""}, {q.Queue(), q.Level}}
}

// requeue moves a request between the queues of its old and its new state.
func requeue(r *rows, old, now *Request) error {
	if old.Queue() == now.Queue() {
		if now.Queue() == "" || old.Scope == now.Scope {
			return nil
		}
		return index(r, now)
	}
	if old.Queue() != "" {
		if err := leave(r, old); err != nil {
			return err
		}
	}
	if now.Queue() != "" {
		return enter(r, now)
	}
	return nil
}

func enter(r *rows, q *Request) error {
	for _, l := range lanes(q) {
		if err := l.enter(r, q.place()); err != nil {
			return err
		}
	}
	return index(r, q)
}

func leave(r *rows, q *Request) error {
	for _, l := range lanes(q) {
		if err := l.leave(r, q.place()); err != nil {
			return err
		}
	}
	return setWords(r, q, nil)
}

// place is where a waiting request stands.
func (q *Request) place() place { return placeOf(q.Since, q.ID) }
