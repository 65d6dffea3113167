package ledger

import (
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
)

// A backup that was put back may be behind what browsers have seen: they would
// take what happens from then on for what they know already. So a copy begins
// an epoch of its own at its first start, in which no position of before counts.
//
// A copy is told by the head file's change time, which the system keeps for each
// file and no copy takes along. What it was at a clean end stands in the
// database. A process that was killed leaves an older word, which says nothing;
// nor can a disk that was reset as a whole be told.

// left is how the ledger was left at its last clean end.
type left struct {
	Seq     uint64 `json:"seq"`
	Changed int64  `json:"changed"`       // when the head file last did, in nanoseconds
	Was     string `json:"was,omitempty"` // the epoch before the one that is being begun
}

// wasLeft is how the ledger was left; any is false when it never was.
func wasLeft(r *rows) (was left, any bool, err error) {
	was, err = load[left](r, key(tableLeft))
	if errors.Is(err, ErrNotFound) {
		return was, false, nil
	}
	return was, err == nil, err
}

// leave notes how the ledger is left, when nothing is written any more.
func (b *Badger) leave() error {
	if b.space.low() {
		return nil
	}
	changed, err := changeTime(filepath.Join(b.dir, headName))
	if err != nil || changed == 0 {
		return err
	}
	return b.within(func(r *rows) error {
		return store(r, key(tableLeft), left{Seq: b.Position().Seq, Changed: changed})
	})
}

// settle begins a new epoch if the ledger is a copy of the one that was left.
// One that is cut short is begun again at the next start.
func (b *Badger) settle(filed, last head) (head, error) {
	path := filepath.Join(b.dir, headName)
	changed, err := changeTime(path)
	if err != nil || changed == 0 {
		return last, err
	}
	snap := b.db.NewTransaction(false)
	was, any, err := wasLeft(&rows{snap: snap})
	snap.Discard()
	switch {
	case err != nil:
		return last, err
	case filed.Epoch != last.Epoch: // cut short
	case !any, was.Seq != last.Seq, was.Changed == changed:
		return last, nil
	case b.space.low():
		return last, fmt.Errorf("begin a new epoch: %w", ErrReadOnly)
	default:
		if last, err = b.renew(last); err != nil {
			return last, err
		}
	}
	b.Log.Info("the ledger is a copy: it begins a new epoch", "epoch", last.Epoch, "facts", last.Seq)
	file, err := createHead(path, last)
	if err != nil {
		return last, err
	}
	old := b.file
	b.file = file
	return last, old.close()
}

// renew gives the database's head a new epoch and notes the old one, in which
// the head file is until it is made anew.
func (b *Badger) renew(last head) (head, error) {
	was := last.Epoch
	last.Epoch = b.newEpoch()
	return last, b.within(func(r *rows) error {
		return errors.Join(store(r, key(tableHead), last), store(r, key(tableLeft), left{Seq: last.Seq, Was: was}))
	})
}

func (b *Badger) newEpoch() string {
	epoch := make([]byte, 8)
	b.Random(epoch)
	return hex.EncodeToString(epoch)
}
