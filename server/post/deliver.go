package post

import (
	"context"
	"errors"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/wire"
)

// Transport reaches whatever takes mail.
type Transport interface {
	// Open reaches it. Errors: *Failure.
	Open(ctx context.Context) (Carrier, error)
	// Delivered is what a mail is that it has taken: sent, or kept.
	Delivered() wire.MailState
}

// Carrier takes mails one by one until it is closed.
type Carrier interface {
	// Deliver hands over one mail. Errors: *Failure.
	Deliver(ctx context.Context, id string, m ledger.Mail) error
	Close()
}

// Failure is why a mail was not taken.
type Failure struct {
	Class     string // text in the catalogue: "delivery.error.<class>"
	Permanent bool   // this mail will never be taken
	Broken    bool   // the connection is good for no other mail
	Server    bool   // the server takes no mail at all
	Err       error
}

// Error names the class and the cause.
func (f *Failure) Error() string { return f.Class + ": " + f.Err.Error() }

// Unwrap is the cause.
func (f *Failure) Unwrap() error { return f.Err }

const (
	batch    = 50              // mails read at once
	givenUp  = 48 * time.Hour  // after which a mail has failed
	firstTry = time.Minute     // after a mail's first failure; doubled each time
	lastTry  = 4 * time.Hour   // at most
	reach    = 5 * time.Second // after the server was first not reached; doubled each time
	lastGasp = 5 * time.Minute // at most
	slack    = 10 * time.Minute
)

// Deliver sends everything that is due and returns when the next mail or
// summary is, zero when nothing waits. It is what Run does again and again.
func (o *Outbox) Deliver(ctx context.Context) (next time.Time, err error) {
	if o.ReadOnly() {
		return o.Now().Add(patience), nil // a mail that cannot be marked would be sent twice
	}
	if err := o.remember(ctx); err != nil {
		return next, err
	}
	summary, err := o.summarise(ctx)
	if err != nil {
		return next, err
	}
	for {
		if until := o.pausedUntil(); o.Now().Before(until) {
			return sooner(summary, until), nil
		}
		due, after, err := o.due(ctx)
		if err != nil || len(due) == 0 {
			return sooner(summary, after), err
		}
		if err := o.send(ctx, due); err != nil {
			return next, err
		}
	}
}

// sooner is the earlier of two moments that are not zero.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// due reads what is due. Those before the floor have been delivered: to look
// there again would step over all that ever was.
func (o *Outbox) due(ctx context.Context) (due []ledger.Mail, next time.Time, err error) {
	now := o.Now()
	o.mu.Lock()
	from := o.floor
	o.mu.Unlock()
	err = o.Ledger.View(ctx, func(r *ledger.Reader) error {
		due, next, err = r.DueMails(from, now, batch)
		return err
	})
	if err == nil && len(due) == 0 {
		o.raise(sooner(next, now).Add(-slack))
	}
	return due, next, err
}

func (o *Outbox) raise(floor time.Time) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.floor = floor
}

// lower lets a mail be found that is due before the floor: the clock went back.
func (o *Outbox) lower(due time.Time) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if due.Before(o.floor) {
		o.floor = due
	}
}

// send delivers mails over one connection. Errors: of the ledger, the context's.
func (o *Outbox) send(ctx context.Context, mails []ledger.Mail) error {
	carrier, err := o.Transport.Open(ctx)
	if err == nil {
		defer carrier.Close()
	}
	for _, m := range mails {
		if err == nil {
			err = carrier.Deliver(ctx, "<"+m.ID+"@"+o.Domain+">", m)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var f *Failure
		if err != nil && !errors.As(err, &f) {
			f = &Failure{Class: "other", Err: err}
		}
		if f != nil && f.Server {
			o.unreached(f)
			return o.putOff(ctx, mails, f)
		}
		if markErr := o.came(ctx, m, f); markErr != nil || f != nil && f.Broken {
			return markErr // the rest goes over another connection
		}
		err = nil
	}
	return nil
}

// came writes down what came of one try.
func (o *Outbox) came(ctx context.Context, m ledger.Mail, f *Failure) error {
	o.reached()
	now := o.Now().UTC()
	m.Tries++
	m.ChangedAt, m.DueAt, m.Error = now, time.Time{}, ""
	switch {
	case f == nil:
		m.State = o.Transport.Delivered()
	case f.Permanent || now.Sub(m.CreatedAt) >= givenUp:
		m.State, m.Error = wire.MailFailed, f.Class
	default:
		m.State, m.Error = wire.MailRetrying, f.Class
		m.DueAt = now.Add(backoff(o.Random, firstTry, lastTry, m.Tries))
	}
	if f != nil {
		o.Log.Warn("a mail was not taken", "mail", m.ID, "class", f.Class, "permanent", f.Permanent, "tries", m.Tries)
	}
	return o.mark(ctx, m)
}

// putOff fails the mails that have waited for the server too long; the others
// stay as they are.
func (o *Outbox) putOff(ctx context.Context, mails []ledger.Mail, f *Failure) error {
	now := o.Now().UTC()
	for _, m := range mails {
		if now.Sub(m.CreatedAt) < givenUp {
			continue
		}
		m.State, m.Error, m.ChangedAt, m.DueAt = wire.MailFailed, f.Class, now, time.Time{}
		if err := o.mark(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// mark stores how far a mail has come. What cannot be stored is kept, so that a
// mail that was delivered is not delivered again.
func (o *Outbox) mark(ctx context.Context, m ledger.Mail) error {
	o.mu.Lock()
	o.delivered[m.ID] = m
	o.mu.Unlock()
	_, err := o.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		now, err := tx.Mail(m.ID)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil, nil // it was erased while it was delivered
		}
		if err != nil {
			return nil, err
		}
		// Its words may have been written anew meanwhile.
		now.State, now.Tries, now.Error, now.ChangedAt, now.DueAt = m.State, m.Tries, m.Error, m.ChangedAt, m.DueAt
		if !now.Waits() {
			now.Gathered = nil
			if now.Secret {
				now.Text, now.HTML = "", "" // a link that lies about would open the account
			}
		}
		return nil, tx.PutMail(now)
	}})
	if err != nil {
		return err
	}
	o.mu.Lock()
	delete(o.delivered, m.ID)
	o.mu.Unlock()
	o.lower(m.ChangedAt)
	o.author.AnnounceMail(m)
	return nil
}

// remember marks what could not be marked when it was delivered.
func (o *Outbox) remember(ctx context.Context) error {
	o.mu.Lock()
	left := make([]ledger.Mail, 0, len(o.delivered))
	for _, m := range o.delivered {
		left = append(left, m)
	}
	o.mu.Unlock()
	for _, m := range left {
		if err := o.mark(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func (o *Outbox) pausedUntil() time.Time {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.paused
}

// unreached stops delivery for a while.
func (o *Outbox) unreached(f *Failure) {
	o.mu.Lock()
	o.failures++
	wait := backoff(o.Random, reach, lastGasp, o.failures)
	o.paused = o.Now().Add(wait)
	if o.down == nil {
		o.down = &wire.Down{Since: o.Now().UTC(), Error: f.Class}
	}
	failures := o.failures
	o.mu.Unlock()
	o.Log.Warn("the mail server takes no mail", "error", f.Err, "class", f.Class, "failures", failures, "again_in", wait)
}

func (o *Outbox) reached() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.failures, o.down, o.paused = 0, nil, time.Time{}
}

// backoff doubles a wait with each failure up to the longest, and spreads it by
// a quarter either way so that not all come back at once.
func backoff(random func([]byte), first, longest time.Duration, failures int) time.Duration {
	wait := first << min(failures-1, 20)
	wait = min(wait, longest)
	var b [1]byte
	random(b[:])
	return wait*3/4 + wait/2*time.Duration(b[0])/255
}
