package ledger

import (
	"context"
	"sync"

	"accord/server/event"
)

// Tail calls each with the facts of every commit after the given sequence
// number, in order, first those already written, then new ones as they come,
// until the context ends or each returns an error. A call holds at most 1,000
// facts; commits that fell meanwhile come together. A tail that starts ahead of
// the ledger waits. Errors: the context's, each's own, ErrClosed.
func (b *Badger) Tail(ctx context.Context, after uint64, each func(facts []event.Fact) error) error {
	for {
		rung := b.bell.listen() // before reading: what is committed from now on rings
		facts, err := b.factsAfter(ctx, after)
		if err != nil {
			return err
		}
		if len(facts) > 0 {
			after = facts[len(facts)-1].Seq
			if err := each(facts); err != nil {
				return err
			}
			continue
		}
		select {
		case <-rung:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (b *Badger) factsAfter(ctx context.Context, after uint64) (facts []event.Fact, err error) {
	err = b.View(ctx, func(r *Reader) error {
		facts, err = r.Facts(after, maxFacts)
		return err
	})
	return facts, err
}

// bell wakes everyone who listens, at once. The zero value is ready.
type bell struct {
	mu   sync.Mutex
	rung chan struct{} // closed by the next ring; nil while nobody listens
}

// listen returns a channel that the next ring closes.
func (b *bell) listen() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rung == nil {
		b.rung = make(chan struct{})
	}
	return b.rung
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rung != nil {
		close(b.rung)
		b.rung = nil
	}
}
