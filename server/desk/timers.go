package desk

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

const (
	// dueBatch is how many due times one command does.
	dueBatch = 50
	// longestSleep: after it a clock that was set is noticed.
	longestSleep = time.Minute
)

// timers is what the portal does by itself when its time has come. The due
// times are rows of the ledger, so nothing is forgotten at a restart, and what
// is to be done is told from how things stand when it is done: who comes back
// after a week does each thing once, and only the last of what was missed.
type timers struct {
	mu    sync.Mutex    // one tick at a time
	woken chan struct{} // something may be due that was not before
	seen  atomic.Uint64 // generation of the registry that was looked through

	passed  ledger.Certified    // the last access that was looked at to be asked about; guarded by mu
	crowded []access.Identifier // more of these is due than there was room to ask about; guarded by mu
}

func newTimers() *timers { return &timers{woken: make(chan struct{}, 1)} }

// wake makes the timers look now.
func (t *timers) wake() {
	select {
	case t.woken <- struct{}{}:
	default: // it is awake already
	}
}

// lookAgain makes the timers look through what waits once more, as after an
// import: who decides for something may have changed.
func (t *timers) lookAgain() {
	t.seen.Store(0)
	t.wake()
}

// RunTimers does what is due, each when its time comes, until the context ends.
func (d *Desk) RunTimers(ctx context.Context) {
	for ctx.Err() == nil {
		next, err := d.Tick(ctx)
		if err != nil {
			d.failed(ctx, "timers", "error", err)
		}
		sleep := longestSleep
		if until := next.Sub(d.Now()); !next.IsZero() && until > 0 {
			sleep = min(until, longestSleep)
		}
		timer := time.NewTimer(sleep)
		select {
		case <-timer.C:
		case <-d.timers.woken:
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

// failed logs what a timer could not do, unless it was stopped: then it is no
// fault, and the next start does it.
func (d *Desk) failed(ctx context.Context, what string, args ...any) {
	if ctx.Err() == nil {
		d.Log.Error(what, args...)
	}
}

// Tick does everything that is due now and returns the next due time, zero when
// there is none. What fails is logged and stays due; it holds up nothing else.
// Errors: those of reading.
func (d *Desk) Tick(ctx context.Context) (next time.Time, err error) {
	d.timers.mu.Lock()
	defer d.timers.mu.Unlock()
	if err := d.goOnErasing(ctx); err != nil {
		d.failed(ctx, "an erasure could not go on", "error", err)
	}
	if err := d.lookThrough(ctx); err != nil {
		return next, err
	}
	if err := d.doDue(ctx); err != nil {
		return next, err
	}
	if err := errors.Join(d.askDue(ctx), d.tellRegistryEnds(ctx)); err != nil {
		return next, err
	}
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		if next, err = r.NextDue(); err != nil {
			return err
		}
		asked, err := d.nextAsked(r)
		if err != nil {
			return err
		}
		end, err := d.nextRegistryEnd(r, g)
		next = earlier(earlier(next, asked), end)
		return err
	})
	return next, err
}

// doDue goes through the due times once, in their order.
func (d *Desk) doDue(ctx context.Context) error {
	for after := (ledger.Due{}); ; {
		var dues []ledger.Due
		err := d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			dues, err = r.Due(after, d.Now(), dueBatch)
			return err
		})
		if err != nil || len(dues) == 0 {
			return err
		}
		d.doBatch(ctx, dues)
		after = dues[len(dues)-1]
	}
}

// doBatch does due times with one command or, when one of them fails, each with
// its own.
func (d *Desk) doBatch(ctx context.Context, dues []ledger.Due) {
	var plain []ledger.Due
	for _, due := range dues {
		if due.Kind != ledger.DueWatch {
			plain = append(plain, due)
		} else if err := d.reconsider(ctx, due.ID, true); err != nil {
			d.failed(ctx, "a request could not be looked at again", "request", due.ID, "error", err)
		}
	}
	if len(plain) == 0 || d.bySystem(ctx, plain, d.doOne) == nil {
		return
	}
	for _, due := range plain {
		if err := d.bySystem(ctx, []ledger.Due{due}, d.doOne); err != nil {
			d.failed(ctx, "what is due could not be done", "kind", due.Kind, "id", due.ID, "error", err)
		}
	}
}

// bySystem does something for each of several with one command of the portal's
// own.
func (d *Desk) bySystem(ctx context.Context, dues []ledger.Due, do func(*ledger.Tx, ledger.Due) error) error {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for _, due := range dues {
			if err := do(tx, due); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}})
	return err
}

func (d *Desk) doOne(tx *ledger.Tx, due ledger.Due) error {
	switch due.Kind {
	case ledger.DueGrant:
		return d.tellEnd(tx, due.ID)
	case ledger.DueRecertify:
		return remind(tx, access.ParseIdentifier(due.ID))
	}
	r, err := tx.Request(due.ID)
	if err != nil {
		return err
	}
	return d.pressOn(tx, r)
}

// passed reports whether a moment that was set has come.
func passed(at, now time.Time) bool { return !at.IsZero() && !now.Before(at) }

// pressOn does what the time demands of a pending request: the last of it only.
func (d *Desk) pressOn(tx *ledger.Tx, r ledger.Request) error {
	now := tx.Now()
	switch {
	case !r.Status.Pending():
		return nil
	case passed(r.ExpiresAt, now):
		m := moved(r, access.MoveExpire, "")
		m.To, m.Reasons = access.Expired, []access.Reason{access.RequestExpired}
		return d.move(tx, m)
	case r.Status != access.PendingAdministrator:
		return nil
	case passed(r.DueAt, now):
		return d.passOn(tx, r, access.AdminNoAnswer)
	}
	reached := 0
	for _, days := range ledger.ReminderDays() {
		if passed(r.Since.Add(time.Duration(days)*ledger.Day), now) {
			reached = days
		}
	}
	if reached <= r.Reminded {
		return nil
	}
	_, err := tx.Append(&event.RequestReminded{Request: r.ID, Days: reached})
	return err
}

// passOn gives the vendor what no administrator answers.
func (d *Desk) passOn(tx *ledger.Tx, r ledger.Request, why access.Reason) error {
	m := moved(r, access.MoveNoAnswer, "")
	m.To, m.Reasons = access.PendingVendor, []access.Reason{why}
	return d.move(tx, m)
}

// tellEnd warns of a grant's end, or says that it has come.
func (d *Desk) tellEnd(tx *ledger.Tx, id string) error {
	g, err := tx.Grant(id)
	if err != nil || g.Ends.IsZero() || g.Revoked || g.Ended {
		return err
	}
	if passed(g.Ends, tx.Now()) {
		_, err := tx.Append(&event.GrantEnded{Grant: g.ID, Account: g.Account})
		return err
	}
	reached := 0
	for _, days := range ledger.EndingDays() {
		at := g.Ends.Add(-time.Duration(days) * ledger.Day)
		if at.After(g.Given) && passed(at, tx.Now()) {
			reached = days
		}
	}
	if reached == 0 || g.Warned != 0 && g.Warned <= reached {
		return nil
	}
	_, err = tx.Append(&event.GrantEnding{Grant: g.ID, Account: g.Account, Days: reached})
	return err
}
