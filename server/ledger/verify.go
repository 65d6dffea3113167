package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"accord/server/event"
)

// verified is how many of the last facts are read again at every start: more
// than what the log files of the memtables can hold (2 x 16 MB), which are the
// only files that Badger reads without checking each block.
const verified = 60_000

// present refuses a database that is missing beside its head file: Badger would
// make an empty one. Errors: ErrDamaged.
func present(database, filed string) error {
	_, unfiled := os.Stat(filed) // then it is new, or openHead tells
	inside, err := os.ReadDir(database)
	if unfiled == nil && (errors.Is(err, fs.ErrNotExist) || err == nil && len(inside) == 0) {
		return fmt.Errorf("%w: %s is missing or empty", ErrDamaged, database)
	}
	return nil
}

// check compares the database's head with the head file's and verifies the
// chain of hashes from there, and over the last facts in any case.
func check(r *rows, filed head) (head, error) {
	reader := Reader{r}
	last, err := reader.head()
	if err != nil {
		return head{}, err
	}
	left, _, err := wasLeft(r)
	if err != nil {
		return head{}, err
	}
	if last.Epoch != filed.Epoch && left.Was != filed.Epoch {
		return head{}, fmt.Errorf("%w: the head file is of epoch %q, the database of %q", ErrDamaged, filed.Epoch, last.Epoch)
	}
	if last.Seq < filed.Seq {
		return head{}, fmt.Errorf("%w: facts %d to %d are missing", ErrDamaged, last.Seq+1, filed.Seq)
	}
	from := filed.Seq
	if last.Seq > verified {
		from = min(from, last.Seq-verified)
	} else {
		from = 0
	}
	return last, verify(r, from, last, filed)
}

// verify walks the chain from fact number from (0: from before the first) to
// its end, which must be last, and passes the witness on its way.
func verify(r *rows, from uint64, last, witness head) error {
	w := r.walk(key(tableFact))
	defer w.close()
	seq, hash := from, ""
	if from > 0 {
		seq--
	}
	for w.seek(factKey(seq + 1)); w.ok; w.next() {
		stored, err := w.value()
		if err != nil {
			return fmt.Errorf("%w: read fact %d: %w", ErrDamaged, seq+1, err)
		}
		var f event.Fact
		if err := json.Unmarshal(stored, &f); err != nil {
			return fmt.Errorf("%w: fact %d: %w", ErrDamaged, seq+1, err)
		}
		first := seq+1 == from // its predecessor was not read
		if f.Seq != seq+1 || numberOf(w.rest()) != f.Seq || (!first && f.Prev != hash) {
			return fmt.Errorf("%w: the chain breaks at fact %d", ErrDamaged, seq+1)
		}
		seq, hash = f.Seq, hashOf(stored)
		if seq == witness.Seq && hash != witness.Hash {
			return fmt.Errorf("%w: fact %d is not the one in the head file", ErrDamaged, seq)
		}
	}
	if seq != last.Seq || hash != last.Hash {
		return fmt.Errorf("%w: the facts end at %d and the head says %d", ErrDamaged, seq, last.Seq)
	}
	return nil
}

// Verify reads the whole chain of facts again. Errors: ErrDamaged.
func (b *Badger) Verify() error {
	return b.view(func(r *rows) error {
		reader := Reader{r}
		last, err := reader.head()
		if err != nil {
			return err
		}
		return verify(r, 0, last, last)
	})
}

// damaged adds to an error at opening what a person can do about it.
func damaged(dir, file string, err error) error {
	if !errors.Is(err, ErrDamaged) {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return fmt.Errorf("open %s: %w; keep a copy of %s, replace it with its last backup and start again", file, err, dir)
}
