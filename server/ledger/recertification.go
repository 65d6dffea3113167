package ledger

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// Recertification is what waits of a contract or bill-to ID for its
// administrators to say whether it is still needed. It is there while anything
// waits.
type Recertification struct {
	Scope    access.Identifier `json:"scope"`
	Asked    time.Time         `json:"asked_at"` // the first of what waits
	Until    time.Time         `json:"until"`    // its deadline
	Waiting  int               `json:"waiting"`
	Reminded int               `json:"reminded,omitempty"` // days after asking, of the last reminder
}

// Certified is an access and when it was given, extended or last confirmed.
type Certified struct {
	At    time.Time
	Grant string
}

// RecertifyDays are the days after asking at which administrators are reminded.
func RecertifyDays() []int { return []int{7, 21} }

func recertificationKey(scope access.Identifier) string { return key(tableAsked, scope.String()) }

// key sorts by the moment.
func (c Certified) key() string {
	return key(tableCertified) + moment(c.At) + c.Grant
}

// Waits reports whether administrators were asked about the access and have not
// answered.
func (g *Grant) Waits() bool { return !g.Asked.IsZero() && !g.Ended && !g.Revoked }

// certified is the access's place among those that are to be confirmed some
// day: those of contracts and bill-to IDs that go on and are not asked about.
func (g *Grant) certified() (Certified, bool) {
	return Certified{g.Certified, g.ID},
		!g.Certified.IsZero() && g.Asked.IsZero() && !g.Ended && !g.Revoked && g.Scope.Kind != access.KindProgram
}

// due is the next reminder.
func (c *Recertification) due() (Due, bool) {
	for _, days := range RecertifyDays() {
		if days > c.Reminded && c.Waiting > 0 {
			return Due{c.Asked.Add(time.Duration(days) * Day), DueRecertify, c.Scope.String()}, true
		}
	}
	return Due{}, false
}

// refile moves an access among those that are to be confirmed, and counts what
// waits of its contract or bill-to ID.
func refile(r *rows, old, now *Grant) error {
	if c, ok := old.certified(); ok {
		r.drop(c.key())
	}
	if c, ok := now.certified(); ok {
		r.put(c.key(), nil)
	}
	if old.Waits() == now.Waits() {
		return nil
	}
	return amendRecertification(r, now.Scope, func(c *Recertification) {
		switch {
		case old.Waits():
			c.Waiting--
		case c.Waiting == 0, now.Asked.After(c.Asked): // a later question is reminded of by itself
			*c = Recertification{Scope: now.Scope, Asked: now.Asked, Until: now.Ends, Waiting: c.Waiting + 1}
		default:
			c.Waiting++
		}
	})
}

func amendRecertification(r *rows, scope access.Identifier, change func(*Recertification)) error {
	at := recertificationKey(scope)
	old, err := load[Recertification](r, at)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	now := old
	change(&now)
	if d, ok := old.due(); ok {
		r.drop(d.key())
	}
	if d, ok := now.due(); ok {
		r.put(d.key(), nil)
	}
	if now.Waiting == 0 {
		r.drop(at)
		return nil
	}
	return store(r, at, now)
}

// projectAsked gives the accesses the deadline as their end.
func projectAsked(r *rows, f *event.Fact, d *event.RecertificationAsked) error {
	for _, id := range d.Grants {
		err := amendGrant(r, id, func(g *Grant) {
			g.Seq = f.Seq
			if g.Waits() {
				return
			}
			g.Asked, g.Before = f.At, g.Ends
			if g.Ends.IsZero() || d.Until.Before(g.Ends) {
				g.Ends, g.Warned = d.Until, 0
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// unask gives an access the end again that it had before.
func (g *Grant) unask() {
	if g.Asked.IsZero() {
		return
	}
	if !g.Ends.Equal(g.Before) {
		g.Ends, g.Warned = g.Before, 0
	}
	g.Asked, g.Before, g.Ended = time.Time{}, time.Time{}, false
}

func projectDropped(r *rows, f *event.Fact, d *event.RecertificationDropped) error {
	for _, id := range d.Grants {
		err := amendGrant(r, id, func(g *Grant) {
			g.unask()
			g.Seq = f.Seq
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func projectConfirmed(r *rows, f *event.Fact, d *event.GrantConfirmed) error {
	return amendGrant(r, d.Grant, func(g *Grant) {
		g.unask()
		g.Certified, g.Seq = f.At, f.Seq
	})
}

func projectRecertifyReminded(r *rows, d *event.RecertificationReminded) error {
	return amendRecertification(r, d.Scope, func(c *Recertification) { c.Reminded = d.Days })
}

// Recertification returns what waits of a contract or bill-to ID to be
// confirmed. Errors: ErrNotFound when nothing does.
func (r *Reader) Recertification(scope access.Identifier) (Recertification, error) {
	return load[Recertification](r.rows, recertificationKey(scope))
}

// Recertifications lists the contracts and bill-to IDs of which something waits
// to be confirmed, 200 at most; after is the last one of the page before.
func (r *Reader) Recertifications(after access.Identifier, limit int) ([]access.Identifier, error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tableAsked))
	defer w.close()
	from := ""
	if after != (access.Identifier{}) {
		from = recertificationKey(after) + "\x00"
	}
	var scopes []access.Identifier
	for w.seek(from); w.ok && len(scopes) < limit; w.next() {
		scopes = append(scopes, access.ParseIdentifier(strings.TrimSuffix(w.rest(), "\x00")))
	}
	return scopes, nil
}

// Certified lists the accesses that were given, extended or last confirmed up
// to and including a moment and that nobody is asked about, the longest ago
// first, 200 at most. after is the last one of the page before.
func (r *Reader) Certified(after Certified, until time.Time, limit int) ([]Certified, error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tableCertified))
	defer w.close()
	from := ""
	if after != (Certified{}) {
		from = after.key() + "\x00"
	}
	var list []Certified
	for w.seek(from); w.ok && len(list) < limit; w.next() {
		rest := w.rest()
		if len(rest) < 8 {
			return nil, fmt.Errorf("%w: a certified access reads %q", ErrDamaged, rest)
		}
		at := momentOf(rest)
		if at.After(until) {
			break
		}
		list = append(list, Certified{at, rest[8:]})
	}
	return list, nil
}
