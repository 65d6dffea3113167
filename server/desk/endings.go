package desk

import (
	"context"
	"errors"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
)

// What grants.csv gives is warned of like what is given here. Its due times are
// its ends, in whose order the registry lists it: the timers go on from where
// they last were, at 14 days, at one day and at the end. Each holder is told the
// last that was missed, and no end that is longer ago than the first warning is
// before it.

// window is one of these times: the grants that are told of days before their
// end are those that end after from and no later than to.
type window struct {
	days     int
	from, to time.Time
}

func windows(now time.Time) []window {
	all := ledger.EndingDays()
	list := []window{{0, now.Add(-time.Duration(all[0]) * ledger.Day), now}}
	for i, days := range all {
		next := 0
		if i+1 < len(all) {
			next = all[i+1]
		}
		list = append(list, window{days, now.Add(time.Duration(next) * ledger.Day), now.Add(time.Duration(days) * ledger.Day)})
	}
	return list
}

// after is where the window goes on.
func (w window) after(r *ledger.Reader) (string, error) {
	told, err := r.Told(w.days)
	return max(told, registry.EndingPlace(w.from.Add(time.Second))), err // ends are whole seconds
}

// tellRegistryEnds tells of everything that is due.
func (d *Desk) tellRegistryEnds(ctx context.Context) error {
	for _, w := range windows(d.Now()) {
		for more := true; more; {
			err := d.Registry.Use(func(g *registry.Generation) (err error) {
				more, err = d.tellWindow(ctx, g, w)
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// tellWindow tells of one batch.
func (d *Desk) tellWindow(ctx context.Context, g *registry.Generation, w window) (more bool, err error) {
	var endings []registry.Ending
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		after, err := w.after(r)
		if err != nil {
			return err
		}
		endings, err = g.Endings(after, w.to, dueBatch)
		return err
	})
	if err != nil || len(endings) == 0 {
		return false, err
	}
	_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for _, e := range endings {
			if err := tellEnding(tx, e, w.days); err != nil {
				return nil, err
			}
		}
		tx.PutTold(w.days, endings[len(endings)-1].Place)
		return nil, nil
	}})
	return len(endings) == dueBatch, err
}

// tellEnding tells one holder, unless they have never been here or the grant is
// looked after here by now. One that is given for less time than a warning's is
// not warned of.
func tellEnding(tx *ledger.Tx, e registry.Ending, days int) error {
	if _, err := tx.Grant(e.ID); !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	if days > 0 && !e.Ends.Add(-time.Duration(days)*ledger.Day).After(e.Starts) {
		return nil
	}
	a, err := tx.AccountByEmail(e.Email)
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if days == 0 {
		_, err = tx.Append(&event.GrantEnded{Grant: e.ID, Account: a.ID})
		return err
	}
	_, err = tx.Append(&event.GrantEnding{Grant: e.ID, Account: a.ID, Days: days})
	return err
}

// nextRegistryEnd is when the next of them is due, zero for never.
func (d *Desk) nextRegistryEnd(r *ledger.Reader, g *registry.Generation) (next time.Time, err error) {
	for _, w := range windows(d.Now()) {
		after, err := w.after(r)
		if err != nil {
			return next, err
		}
		endings, err := g.Endings(max(after, registry.EndingPlace(w.to)), w.to.Add(366*ledger.Day), 1)
		if err != nil {
			return next, err
		}
		if len(endings) > 0 {
			next = earlier(next, endings[0].Ends.Add(-time.Duration(w.days)*ledger.Day))
		}
	}
	return next, nil
}
