package ledger

import (
	"fmt"
	"slices"
	"strings"

	"accord/shared/access"
)

// lane is one sorted line of waiting requests: a queue's requests of one level.
// Each lane has a tally: how many wait and the first of them. The tally is why
// an emptied lane is cheap: its rows are gone, but the tombstones stay until
// compaction, and a scan over them would take 50 ms after a million moves.
// Nobody ever reads before the first place, or on after as many as wait.
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
	return tallyOf(text), err
}

func tallyOf(text string) tally {
	if len(text) < 8 {
		return tally{}
	}
	return tally{numberOf(text[:8]), place(text[8:])}
}

// tallied is a lane where somebody waits.
type tallied struct {
	lane
	tally
	ahead []place // read already, after the first
}

// maxAhead is how many places of a lane are read at once: a seek for each would
// cost ten times as much where lanes take turns.
const maxAhead = 8

// follow makes the place after the given one the first; false when there is
// none.
func (l *tallied) follow(w *walker, at place) bool {
	if len(l.ahead) == 0 {
		prefix, most := l.prefix(), int(min(l.count, maxAhead))
		for w.seek(l.row(at) + "\x00"); w.ok && strings.HasPrefix(w.key, prefix); w.next() {
			l.ahead = append(l.ahead, place(w.key[len(prefix):]))
			if len(l.ahead) == most {
				break // the next row may lie behind many tombstones
			}
		}
	}
	if len(l.ahead) == 0 {
		return false
	}
	l.first, l.ahead = l.ahead[0], l.ahead[1:]
	return true
}

// waiting lists the lanes of the queues where somebody waits, of one level or
// ("") of all. One walk goes over the tallies: queues in which nobody waits
// cost nothing where they lie between two that are not neighbours.
func waiting(r *rows, queues []string, level access.Level) ([]tallied, error) {
	w := r.walk(key(tableLane))
	defer w.close()
	queues = slices.Compact(slices.Sorted(slices.Values(queues)))
	var all []tallied
	w.seek("")
	for _, name := range queues {
		prefix := key(tableLane, name)
		for w.advance(prefix); w.ok && strings.HasPrefix(w.key, prefix); w.next() {
			own := access.Level(w.key[len(prefix) : len(w.key)-1])
			if level != "" && own != level {
				continue
			}
			value, err := w.value()
			if err != nil {
				return nil, fmt.Errorf("read tally of %s: %w", name, err)
			}
			all = append(all, tallied{lane: lane{name, own}, tally: tallyOf(string(value))})
		}
	}
	return all, nil
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

// lane is the one a waiting request stands in.
func (q *Request) lane() lane { return lane{q.Queue(), q.Level} }

// requeue moves a request between the queues of its old and its new state.
func requeue(r *rows, old, now *Request) error {
	if old.Queue() == now.Queue() && old.place() == now.place() {
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
	if err := q.lane().enter(r, q.place()); err != nil {
		return err
	}
	return index(r, q)
}

func leave(r *rows, q *Request) error {
	if err := q.lane().leave(r, q.place()); err != nil {
		return err
	}
	return setWords(r, q, nil)
}

// place is where a waiting request stands: who is to be answered first stands
// first, and so what is overdue stands before everything else.
func (q *Request) place() place {
	due := q.DueAt
	if due.IsZero() {
		due = q.Since
	}
	return placeOf(due, q.Since, q.ID)
}
