package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// Recertification: where the setting is on, administrators say of each access
// that was given or last confirmed so long ago whether it is still needed. The
// ledger keeps the accesses in the order of that moment, so the setting may be
// switched on, off or over at any start: the due times are this order and the
// setting, and nothing is to be scheduled anew.
//
// The first access that is due asks about its contract's or bill-to ID's others
// as well that would be while the question is open, so that administrators are
// asked once in 30 days at most. They are asked about no more than the list
// shows: what finds no room, the last confirmed, is asked about once the others
// are answered or have ended. What rests is not asked about, nor what its own
// administrators hold: they answer for the contract as long as others leave them
// that, and nobody confirms their own. What the registry gives is the vendor's
// word and renewed by each import, so it is left to the vendor.

// recertifyWithin is how long administrators have to answer.
const recertifyWithin = 30 * ledger.Day

// recertifyUntil is the last second of the last day to answer.
func recertifyUntil(now time.Time) time.Time {
	return access.Day(now.Add(recertifyWithin)).Add(ledger.Day - time.Second)
}

// askDue asks about everything that is due. What cannot be asked about is passed
// over until who decides may have changed.
func (d *Desk) askDue(ctx context.Context) error {
	if d.Recertify == 0 {
		return nil
	}
	crowded := d.timers.crowded
	d.timers.crowded = nil
	failed := !d.askScopes(ctx, crowded)
	for {
		until := d.Now().Add(-d.Recertify)
		if d.timers.passed.At.After(until) {
			d.timers.passed = ledger.Certified{} // the clock was set back
		}
		due, scopes, err := d.certifiedTo(ctx, until)
		if err != nil {
			return err
		}
		if len(due) == 0 {
			break
		}
		failed = !d.askScopes(ctx, scopes) || failed
		d.timers.passed = due[len(due)-1]
	}
	if failed {
		d.timers.passed = ledger.Certified{} // it stays due
	}
	return nil
}

// askScopes asks about each of several and reports whether all could be asked
// about. Those of which more is due than there is room for are noted, to be
// looked at again.
func (d *Desk) askScopes(ctx context.Context, scopes []access.Identifier) bool {
	all := true
	for _, scope := range scopes {
		if slices.Contains(d.timers.crowded, scope) {
			continue
		}
		crowded, err := d.askScope(ctx, scope)
		if err != nil {
			all = false
			d.failed(ctx, "administrators could not be asked to confirm access", "scope", scope, "error", err)
		}
		if crowded {
			d.timers.crowded = append(d.timers.crowded, scope)
		}
	}
	return all
}

// certifiedTo lists one batch of what is due and what it is on.
func (d *Desk) certifiedTo(ctx context.Context, until time.Time) (due []ledger.Certified, scopes []access.Identifier, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		if due, err = r.Certified(d.timers.passed, until, dueBatch); err != nil {
			return err
		}
		for _, c := range due {
			g, err := r.Grant(c.Grant)
			if err != nil {
				return err
			}
			if !slices.Contains(scopes, g.Scope) {
				scopes = append(scopes, g.Scope)
			}
		}
		return nil
	})
	return due, scopes, err
}

// nextAsked is when the next access is due, zero for never.
func (d *Desk) nextAsked(r *ledger.Reader) (time.Time, error) {
	if d.Recertify == 0 {
		return time.Time{}, nil
	}
	next, err := r.Certified(d.timers.passed, time.Unix(0, 1<<63-1), 1)
	if err != nil || len(next) == 0 {
		return time.Time{}, err
	}
	return next[0].At.Add(d.Recertify), nil
}

// askScope asks the administrators of a contract or bill-to ID, if it has any
// and does not rest, about all that is due or soon will be and finds room.
func (d *Desk) askScope(ctx context.Context, scope access.Identifier) (crowded bool, err error) {
	return retryStale(func() (crowded bool, err error) {
		err = d.Registry.Use(func(g *registry.Generation) error {
			var registered, ids []string
			if registered, ids, crowded, err = d.askable(ctx, g, scope); err != nil {
				return err
			}
			for some := range slices.Chunk(ids, dueBatch) {
				if err := d.askAbout(ctx, g, scope, registered, some); err != nil {
					return err
				}
			}
			return nil
		})
		return crowded, err
	})
}

// askable lists what may be asked about, as far as it is known before the writer
// runs, and the registry's administrators.
func (d *Desk) askable(ctx context.Context, g *registry.Generation, scope access.Identifier) (registered, ids []string, crowded bool, err error) {
	if registered, err = g.Administrators(scope); err != nil {
		return nil, nil, false, err
	}
	alive, err := d.alive(g, ledger.Grant{Scope: scope})
	if err != nil || !alive {
		return nil, nil, false, err
	}
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		admins, err := joinAdministrators(r, scope, registered)
		if err != nil || len(admins) == 0 {
			return err
		}
		if ids, err = d.dueOf(r, scope, admins); err != nil {
			return err
		}
		ids, crowded, err = roomFor(r, scope, ids)
		return err
	})
	return registered, ids, crowded, err
}

// dueOf lists what of a contract or bill-to ID is to be confirmed, by when it
// last was; nothing before the first of it is due.
func (d *Desk) dueOf(r *ledger.Reader, scope access.Identifier, admins []string) ([]string, error) {
	var due []ledger.Certified
	for g, err := range r.GrantsOf(scope, ledger.GrantGoing) {
		if err != nil {
			return nil, err
		}
		if !d.toConfirm(g, d.Now()) {
			continue
		}
		others, err := heldByOther(r, g, admins)
		if err != nil {
			return nil, err
		}
		if others {
			due = append(due, ledger.Certified{At: g.Certified, Grant: g.ID})
		}
	}
	slices.SortStableFunc(due, func(a, b ledger.Certified) int { return a.At.Compare(b.At) })
	if len(due) == 0 || !passed(due[0].At.Add(d.Recertify), d.Now()) {
		return nil, nil
	}
	ids := make([]string, len(due))
	for i, c := range due {
		ids[i] = c.Grant
	}
	return ids, nil
}

// roomFor leaves of what is due as much as can be shown beside what waits, and
// reports whether there is more. Then nothing is added to what waits: the rest
// is another question.
func roomFor(r *ledger.Reader, scope access.Identifier, ids []string) (some []string, more bool, err error) {
	c, err := r.Recertification(scope)
	if err = ignoreMissing(err); err != nil {
		return nil, false, err
	}
	switch {
	case c.Waiting+len(ids) <= wire.MaxUsersShown:
		return ids, false, nil
	case c.Waiting > 0:
		return nil, true, nil
	}
	return ids[:wire.MaxUsersShown], true, nil
}

// toConfirm reports whether an access is due to be confirmed, or will be while
// the question is open, and would go on beyond that.
func (d *Desk) toConfirm(g ledger.Grant, now time.Time) bool {
	return g.Asked.IsZero() && !g.Revoked && !g.Ended &&
		!g.Certified.After(now.Add(recertifyWithin-d.Recertify)) &&
		(g.Ends.IsZero() || g.Ends.After(recertifyUntil(now)))
}

// askAbout writes the question about a batch, inside the writer.
func (d *Desk) askAbout(ctx context.Context, g *registry.Generation, scope access.Identifier, registered, ids []string) error {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		if err := d.current(g); err != nil {
			return nil, err
		}
		admins, err := joinAdministrators(&tx.Reader, scope, registered)
		if err != nil || len(admins) == 0 {
			return nil, err
		}
		asked := event.RecertificationAsked{Scope: scope, Until: recertifyUntil(tx.Now())}
		for _, id := range ids {
			grant, err := tx.Grant(id)
			if err != nil {
				return nil, err
			}
			others, err := heldByOther(&tx.Reader, grant, admins)
			if err != nil {
				return nil, err
			}
			if others && d.toConfirm(grant, tx.Now()) {
				asked.Grants = append(asked.Grants, id)
			}
		}
		if len(asked.Grants) == 0 {
			return nil, nil
		}
		_, err = tx.Append(&asked)
		return nil, err
	}})
	return err
}

// heldByOther reports whether a grant's holder is none of the administrators.
func heldByOther(r *ledger.Reader, g ledger.Grant, admins []string) (bool, error) {
	a, err := r.Account(g.Account)
	if errors.Is(err, ledger.ErrNotFound) {
		return false, nil // erased
	}
	return err == nil && !slices.Contains(admins, registryEmail(a)) && !slices.Contains(admins, a.Profile.Email), err
}

// remind reminds administrators of what they have not answered.
func remind(tx *ledger.Tx, scope access.Identifier) error {
	c, err := tx.Recertification(scope)
	if err != nil || passed(c.Until, tx.Now()) {
		return ignoreMissing(err)
	}
	reached := 0
	for _, days := range ledger.RecertifyDays() {
		if passed(c.Asked.Add(time.Duration(days)*ledger.Day), tx.Now()) {
			reached = days
		}
	}
	if reached <= c.Reminded {
		return nil
	}
	_, err = tx.Append(&event.RecertificationReminded{Scope: scope, Days: reached})
	return err
}
