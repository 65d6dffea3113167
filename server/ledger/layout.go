package ledger

import (
	"errors"
	"fmt"

	"accord/server/event"
)

// layout numbers the form of the projections: it is raised whenever one is
// added or changed. A ledger of another layout makes all of them anew from the
// facts when it is opened, so an upgrade needs no step of its own.
const layout = 15

// relay makes the projections anew if they are of another layout. One that is
// cut short is begun again at the next start: the number is written last.
// Errors: ErrReadOnly when the disk is nearly full, ErrDamaged.
func (b *Badger) relay(last head) error {
	snap := b.db.NewTransaction(false)
	r := rows{snap: snap}
	found, err := r.text(key(tableLayout))
	snap.Discard()
	if err != nil || numberOf(found) == layout {
		return err
	}
	if last.Seq > 0 {
		if b.space.low() {
			return fmt.Errorf("bring the projections up to this version: %w", ErrReadOnly)
		}
		b.Log.Info("making the projections anew", "facts", last.Seq, "layout", layout)
		if err := b.db.DropPrefix([]byte(projections)); err != nil {
			return fmt.Errorf("drop the projections: %w", err)
		}
	}
	for done := uint64(0); done < last.Seq; {
		if done, err = b.relayFrom(done); err != nil {
			return err
		}
	}
	return b.within(func(r *rows) error {
		r.put(key(tableLayout), []byte(number(layout)))
		return nil
	})
}

// relayFrom projects the facts after one, as many as one transaction takes, and
// returns the last of them.
func (b *Badger) relayFrom(after uint64) (done uint64, err error) {
	done = after
	return done, b.within(func(r *rows) error {
		reader := Reader{r}
		facts, err := reader.Facts(after, maxFacts)
		if err != nil {
			return err
		}
		if len(facts) == 0 {
			return fmt.Errorf("%w: fact %d is missing", ErrDamaged, after+1)
		}
		for i := range facts {
			if err := b.relayOne(r, &facts[i]); err != nil {
				return err
			}
			done = facts[i].Seq
			if r.over.full() {
				break
			}
		}
		return nil
	})
}

func (b *Badger) relayOne(r *rows, f *event.Fact) error {
	r.over.mark() // nothing is taken back: an error ends all of it
	if err := apply(r, f); err != nil {
		if errors.Is(err, ErrNotFound) {
			err = fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return err
	}
	return nil
}

// within writes in one transaction, while the writer does not run yet.
func (b *Badger) within(write func(*rows) error) error {
	snap := b.db.NewTransaction(false)
	defer snap.Discard()
	r := writable(snap)
	if err := write(r); err != nil {
		return err
	}
	txn := b.db.NewTransaction(true)
	defer txn.Discard()
	if err := r.over.copyTo(txn); err != nil {
		return err
	}
	return txn.Commit()
}
