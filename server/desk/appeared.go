package desk

import (
	"context"
	"errors"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
)

// lookThrough looks at what a new generation of the registry changes for
// what waits: numbers that have appeared, and queues and accesses to confirm that
// nobody works any more. It is done once a generation, and at every start.
func (d *Desk) lookThrough(ctx context.Context) error {
	var now uint64
	err := d.Registry.Use(func(g *registry.Generation) error {
		now = g.Number()
		return nil
	})
	if err != nil || now == d.timers.seen.Load() {
		return err
	}
	d.timers.seen.Store(now) // first: who asks again meanwhile is not forgotten
	if err := errors.Join(d.lookForNumbers(ctx), d.lookForQueues(ctx), d.lookForUnasked(ctx)); err != nil {
		d.timers.seen.Store(0)
		return err
	}
	return nil
}

// lookForNumbers looks again at every request whose number has appeared.
func (d *Desk) lookForNumbers(ctx context.Context) error {
	for after := ""; ; {
		var ids, found []string
		err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) (err error) {
			if ids, err = r.Watched(after, dueBatch); err != nil {
				return err
			}
			found, err = d.appeared(r, g, ids)
			return err
		})
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range found {
			if err := d.reconsider(ctx, id, false); err != nil {
				d.failed(ctx, "a request could not be looked at again", "request", id, "error", err)
			}
		}
		after = ids[len(ids)-1]
	}
}

// appeared chooses those of the requests that can be looked at again.
func (d *Desk) appeared(r *ledger.Reader, g *registry.Generation, ids []string) ([]string, error) {
	var found []string
	for _, id := range ids {
		request, err := r.Request(id)
		if err != nil {
			return nil, err
		}
		ready, err := d.ready(g, request, false)
		if err != nil {
			return nil, err
		}
		if ready {
			found = append(found, id)
		}
	}
	return found, nil
}

// ready reports whether a watched request may come to another outcome now: its
// number is there, or its contract is not new any more. Until the last time
// that is looked, a contract that is not active yet may still become so.
func (d *Desk) ready(g *registry.Generation, r ledger.Request, last bool) (bool, error) {
	contract, err := contractOf(d, g, r.Identifier)
	if err != nil || contract == nil {
		return false, err
	}
	tooNew := len(r.Reasons) > 0 && r.Reasons[0] == access.ContractTooNew
	return !tooNew || contract.Status != access.ContractPending || last && !contract.TooNewAt(d.Now()), nil
}

func contractOf(d *Desk, g *registry.Generation, id access.Identifier) (*access.ServiceContract, error) {
	if id.Kind == access.KindSerial {
		return contractOfSerial(g, id.Value, d.Now())
	}
	return g.Contract(id.Value)
}

// lookAt makes the lookup that a request's evaluation needs.
func (d *Desk) lookAt(r *ledger.Reader, g *registry.Generation, request ledger.Request) (lookup, error) {
	account, err := r.Account(request.Account)
	if err != nil {
		return lookup{}, err
	}
	return d.look(g, account, policy.Request{Level: request.Level, Identifier: request.Identifier})
}

// reconsider evaluates a watched request again, by itself (domain page, the
// last row of the transition table). last ends the watch if there is nothing to
// evaluate. Limits of guessing do not count: nobody is asking.
func (d *Desk) reconsider(ctx context.Context, id string, last bool) error {
	_, err := retryStale(func() (struct{}, error) {
		return struct{}{}, d.Registry.Use(func(g *registry.Generation) error { return d.reconsiderOnce(ctx, g, id, last) })
	})
	return err
}

func (d *Desk) reconsiderOnce(ctx context.Context, g *registry.Generation, id string, last bool) error {
	var look lookup
	var ready bool
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		if ready, err = d.ready(g, request, last); err != nil || !ready {
			return err
		}
		look, err = d.lookAt(r, g, request)
		return err
	})
	if err != nil || !ready && !last {
		return err
	}
	_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		r, err := tx.Request(id)
		if err != nil || r.Status != access.Denied || r.RetryAt.IsZero() {
			return nil, err // the requester was faster
		}
		if err := d.current(g); err != nil {
			return nil, err
		}
		if !ready {
			_, err := tx.Append(&event.WatchEnded{Request: r.ID, Account: r.Account})
			return nil, err
		}
		_, err = d.evaluate(tx, moved(r, access.MoveAppeared, ""), look)
		return nil, err
	}})
	return err
}
