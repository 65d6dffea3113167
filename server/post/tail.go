package post

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/wire"
)

const (
	// patience is how long is waited after a failure of the ledger.
	patience = 10 * time.Second
	// glance is how often delivery looks whether something is due: an injected
	// or a corrected clock does not ring.
	glance = 20 * time.Second
)

// tail takes every fact, from a cursor of its own in the ledger.
type tail struct {
	ledger    ledger.Ledger
	what      string // for the log
	log       *slog.Logger
	take      func(context.Context, []event.Fact) error
	cursor    func(*ledger.Reader) (wire.Position, error)
	setCursor func(*ledger.Tx, wire.Position) error
}

// follow takes facts until the context ends.
func (t tail) follow(ctx context.Context) {
	for ctx.Err() == nil {
		at, err := t.begin(ctx)
		if err == nil {
			err = t.ledger.Tail(ctx, at.Seq, func(facts []event.Fact) error { return t.take(ctx, facts) })
		}
		if ctx.Err() != nil || errors.Is(err, ledger.ErrClosed) {
			return
		}
		t.log.Error(t.what+" waits to be written", "error", err)
		pause(ctx, patience)
	}
}

// begin is the cursor. A tail that never ran starts with what comes now: a
// portal that learns to tell does not tell its past.
func (t tail) begin(ctx context.Context) (at wire.Position, err error) {
	err = t.ledger.View(ctx, func(r *ledger.Reader) error {
		at, err = t.cursor(r)
		return err
	})
	if !errors.Is(err, ledger.ErrNotFound) {
		return at, err
	}
	_, err = t.ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		at = tx.Position()
		return nil, t.setCursor(tx, at)
	}})
	return at, err
}

// rounds deliver what is due, again and again.
type rounds struct {
	what    string // for the log
	log     *slog.Logger
	now     func() time.Time
	wake    <-chan struct{}                                 // something new is due
	deliver func(context.Context) (next time.Time, _ error) // zero: nothing waits
}

// run delivers until the context ends, and waits for what comes.
func (r rounds) run(ctx context.Context) {
	for {
		next, err := r.deliver(ctx)
		wait := glance
		switch {
		case ctx.Err() != nil || errors.Is(err, ledger.ErrClosed):
			return
		case err != nil:
			r.log.Error(r.what+" waits to be delivered", "error", err)
			wait = patience
		case !next.IsZero():
			wait = min(wait, max(next.Sub(r.now()), 0))
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
		case <-timer.C:
		case <-r.wake:
		}
		timer.Stop()
	}
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
