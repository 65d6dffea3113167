package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// Due is a moment at which something is to be looked at, because of what the
// facts before it say. What is to be done then is the desk's to tell, from how
// things stand: a row is a reminder and no order.
type Due struct {
	At   time.Time
	Kind DueKind
	ID   string // of the request or the grant; the scope of a recertification
}

// DueKind says what is to be looked at.
type DueKind string

// The kinds of due time. Each request, grant and recertification has at most one
// of a kind.
const (
	DueAnswer DueKind = "answer" // a request that an administrator has
	DueExpiry DueKind = "expiry" // a pending request
	DueWatch  DueKind = "watch"  // a denied request whose number may appear
	DueGrant  DueKind = "grant"  // a grant that ends

	DueRecertify DueKind = "recertify" // administrators are to be reminded
)

// key sorts the due times by their moment.
func (d Due) key() string {
	return key(tableDue) + moment(d.At) + key(string(d.Kind), d.ID)
}

// dueOf reads what Due.key wrote, without the table.
func dueOf(rest string) (Due, error) {
	if len(rest) > 8 {
		if parts := strings.Split(rest[8:], "\x00"); len(parts) == 3 {
			at := momentOf(rest)
			return Due{At: at, Kind: DueKind(parts[0]), ID: parts[1]}, nil
		}
	}
	return Due{}, fmt.Errorf("%w: a due time reads %q", ErrDamaged, rest)
}

// Day is a day as the portal's times count it: 24 hours.
const Day = 24 * time.Hour

// ReminderDays are the days after which an administrator is reminded, in the order
// in which they come (domain page, "Statuses").
func ReminderDays() []int { return []int{3, 7} }

// EndingDays are the days before its end at which a grant's holder is warned, in
// the order in which they come (guide en, "Add Access").
func EndingDays() []int { return []int{14, 1} }

// dues are the moments at which the request is to be looked at.
func (r *Request) dues() []Due {
	var dues []Due
	if r.Status == access.PendingAdministrator && !r.DueAt.IsZero() {
		dues = append(dues, Due{r.nextAnswer(), DueAnswer, r.ID})
	}
	if r.Status.Pending() && !r.ExpiresAt.IsZero() {
		dues = append(dues, Due{r.ExpiresAt, DueExpiry, r.ID})
	}
	if r.watched() {
		dues = append(dues, Due{r.RetryAt, DueWatch, r.ID})
	}
	return dues
}

// nextAnswer is the next reminder, or when the vendor has the request instead.
func (r *Request) nextAnswer() time.Time {
	next := r.DueAt
	for _, days := range slices.Backward(ReminderDays()) {
		if at := r.Since.Add(time.Duration(days) * Day); days > r.Reminded && at.Before(next) {
			next = at
		}
	}
	return next
}

// watched reports whether the portal looks at a denied request again by itself.
func (r *Request) watched() bool { return r.Status == access.Denied && !r.RetryAt.IsZero() }

// reschedule moves the due times of a request from its old to its new state.
func reschedule(r *rows, old, now *Request) {
	for _, d := range old.dues() {
		r.drop(d.key())
	}
	for _, d := range now.dues() {
		r.put(d.key(), nil)
	}
	if old.watched() && !now.watched() {
		r.drop(key(tableWatch, old.ID))
	} else if now.watched() {
		r.put(key(tableWatch, now.ID), nil)
	}
}

// projectReminded notes how many days had passed at an administrator's last
// reminder. The fact is no transition: the request keeps its number.
func projectReminded(r *rows, d *event.RequestReminded) error {
	return amend(r, d.Request, func(q *Request) { q.Reminded = d.Days })
}

// projectWatchEnded says that the portal looks at a denied request no more.
func projectWatchEnded(r *rows, f *event.Fact, d *event.WatchEnded) error {
	return amend(r, d.Request, func(q *Request) { q.RetryAt, q.Seq = time.Time{}, f.Seq })
}

// amend changes what a request says beside its transitions.
func amend(r *rows, id string, change func(*Request)) error {
	old, err := load[Request](r, requestKey(id))
	if err != nil {
		return fmt.Errorf("request %s: %w", id, err)
	}
	now := old
	change(&now)
	reschedule(r, &old, &now)
	return store(r, requestKey(id), now)
}

// due is when the grant is to be looked at: at its next warning, or its end.
// A grant that is given for less time than a warning's is not warned of at once.
func (g *Grant) due() (Due, bool) {
	if g.Ends.IsZero() || g.Revoked || g.Ended {
		return Due{}, false
	}
	for _, days := range EndingDays() {
		at := g.Ends.Add(-time.Duration(days) * Day)
		if (g.Warned == 0 || days < g.Warned) && at.After(g.Given) {
			return Due{at, DueGrant, g.ID}, true
		}
	}
	return Due{g.Ends, DueGrant, g.ID}, true
}

// storeGrant writes a grant where it stands, and moves its due times and its
// place among those of its contract or bill-to ID.
func storeGrant(r *rows, at string, old, now Grant) error {
	if d, ok := old.due(); ok {
		r.drop(d.key())
	}
	if d, ok := now.due(); ok {
		r.put(d.key(), nil)
	}
	restate(r, at, &old, &now)
	if err := errors.Join(refile(r, &old, &now), hold(r, &now)); err != nil {
		return err
	}
	return store(r, at, now)
}

// projectEnding notes the last warning of a grant's end; projectEnded, that the
// end was told. What the registry gives is no matter of the facts.
func projectEnding(r *rows, f *event.Fact, d *event.GrantEnding) error {
	return amendKnown(r, d.Grant, func(g *Grant) { g.Warned, g.Seq = d.Days, f.Seq })
}

func projectEnded(r *rows, f *event.Fact, d *event.GrantEnded) error {
	return amendKnown(r, d.Grant, func(g *Grant) { g.Ended, g.Seq = true, f.Seq })
}

// amendKnown changes a grant if the facts gave it.
func amendKnown(r *rows, id string, change func(*Grant)) error {
	at, err := r.text(key(tableGrantAt, id))
	if err != nil || at == "" {
		return err
	}
	return amendGrant(r, id, change)
}

// amendGrant changes a grant where it stands.
func amendGrant(r *rows, id string, change func(*Grant)) error {
	old, at, err := projectedGrant(r, id)
	if err != nil {
		return fmt.Errorf("grant %s: %w", id, err)
	}
	now := old
	change(&now)
	return storeGrant(r, at, old, now)
}

// Due lists what is due up to and including a moment, in order, 200 at most.
// after is the last one of the page before, the zero value starts.
func (r *Reader) Due(after Due, until time.Time, limit int) ([]Due, error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tableDue))
	defer w.close()
	from := ""
	if after != (Due{}) {
		from = after.key() + "\x00"
	}
	var dues []Due
	for w.seek(from); w.ok && len(dues) < limit; w.next() {
		d, err := dueOf(w.rest())
		if err != nil {
			return nil, err
		}
		if d.At.After(until) {
			break
		}
		dues = append(dues, d)
	}
	return dues, nil
}

// NextDue is the first due time, zero when there is none.
func (r *Reader) NextDue() (time.Time, error) {
	first, err := r.Due(Due{}, time.Unix(0, 1<<63-1), 1)
	if err != nil || len(first) == 0 {
		return time.Time{}, err
	}
	return first[0].At, nil
}

// Watched lists the requests whose number may yet appear, in no order that
// means anything, 200 at most; after is the last ID of the page before.
func (r *Reader) Watched(after string, limit int) ([]string, error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tableWatch))
	defer w.close()
	from := ""
	if after != "" {
		from = key(tableWatch, after) + "\x00"
	}
	var ids []string
	for w.seek(from); w.ok && len(ids) < limit; w.next() {
		ids = append(ids, strings.TrimSuffix(w.rest(), "\x00"))
	}
	return ids, nil
}

// WaitingQueues lists the names of the queues in which somebody waits, in
// order, 200 at most; after is the last name of the page before.
func (r *Reader) WaitingQueues(after string, limit int) ([]string, error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tableLane))
	defer w.close()
	from := ""
	if after != "" {
		from = key(tableLane, after) + "\xff" // behind all of its levels
	}
	var names []string
	for w.seek(from); w.ok && len(names) < limit; {
		name, _, _ := strings.Cut(w.rest(), "\x00")
		names = append(names, name)
		w.seek(key(tableLane, name) + "\xff")
	}
	return names, nil
}
