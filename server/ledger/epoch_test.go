package ledger

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"accord/server/event"
)

// opened opens a ledger and says at which position it is.
func opened(t *testing.T, dir string) (b *Badger, epoch string, seq uint64) {
	t.Helper()
	b, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() }) // reported where it matters
	p := b.Position()
	return b, p.Epoch, p.Seq
}

func closed(t *testing.T, b *Badger) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

func addFact(t *testing.T, b *Badger) {
	t.Helper()
	_, err := b.Do(t.Context(), Command{By: event.System(), Run: func(tx *Tx) (any, error) {
		return tx.Append(&event.RegistrySwitched{Generation: tx.Position().Seq + 1})
	}})
	if err != nil {
		t.Fatal(err)
	}
}

// putBack is a copy of a ledger's files in another place.
func putBack(t *testing.T, dir string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy")
	before := time.Now()
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	for changed := int64(0); changed <= before.UnixNano(); { // a coarse clock
		if err := os.Chmod(filepath.Join(copied, headName), 0o600); err != nil {
			t.Fatal(err)
		}
		var err error
		if changed, err = changeTime(filepath.Join(copied, headName)); err != nil {
			t.Fatal(err)
		}
		if changed == 0 {
			t.Skip("the system does not tell")
		}
	}
	return copied
}

func TestOpen_ACopyBeginsAnEpochOfItsOwn(t *testing.T) {
	dir := t.TempDir()
	b, epoch, _ := opened(t, dir)
	addFact(t, b)
	closed(t, b)
	copied := putBack(t, dir)

	b, again, seq := opened(t, dir)
	if again != epoch || seq != 1 {
		t.Errorf("the original is at %s %d, was at %s 1", again, seq, epoch)
	}
	closed(t, b)

	b, own, seq := opened(t, copied)
	if own == epoch || seq != 1 {
		t.Errorf("the copy is at %s %d, the original at %s", own, seq, epoch)
	}
	addFact(t, b)
	if err := b.Verify(); err != nil {
		t.Error(err)
	}
	closed(t, b)
	_, kept, seq := opened(t, copied)
	if kept != own || seq != 2 {
		t.Errorf("the copy began %s and goes on in %s, at %d", own, kept, seq)
	}
}

// TestOpen_ANewEpochThatWasCutShortIsBegunAgain: the database has it, the head
// file does not.
func TestOpen_ANewEpochThatWasCutShortIsBegunAgain(t *testing.T) {
	dir := t.TempDir()
	b, epoch, _ := opened(t, dir)
	addFact(t, b)
	closed(t, b)
	change(t, dir, func(txn *badger.Txn) error {
		r := writable(txn)
		last, err := load[head](r, key(tableHead))
		if err != nil {
			return err
		}
		last.Epoch = "new"
		if err := store(r, key(tableHead), last); err != nil {
			return err
		}
		if err := store(r, key(tableLeft), left{Seq: last.Seq, Was: epoch}); err != nil {
			return err
		}
		return r.over.copyTo(txn)
	})
	b, now, seq := opened(t, dir)
	if now != "new" || seq != 1 {
		t.Errorf("at %s %d", now, seq)
	}
	closed(t, b)
	if _, now, _ = opened(t, dir); now != "new" {
		t.Errorf("then at %s", now)
	}
}

// TestOpen_AfterAKillGoesOnInItsEpoch: the word of the last clean end is old.
func TestOpen_AfterAKillGoesOnInItsEpoch(t *testing.T) {
	dir := t.TempDir()
	b, epoch, _ := opened(t, dir)
	closed(t, b)
	b, _, _ = opened(t, dir)
	addFact(t, b)
	killed := putBack(t, dir) // as a killed process leaves it, but for the time
	if _, now, seq := opened(t, killed); now != epoch || seq != 1 {
		t.Errorf("at %s %d, was at %s", now, seq, epoch)
	}
}
