package ledger

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"
	"github.com/google/go-cmp/cmp"

	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// oldLayout makes a ledger whose projections are those of another version: some
// rows are missing, one is of a table that is no more. It returns its directory
// and how the projections should be.
func oldLayout(t *testing.T) (dir string, want map[string]string) {
	t.Helper()
	dir = t.TempDir()
	b, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 30 {
		_, err := b.Do(t.Context(), Command{By: event.System(), Run: func(tx *Tx) (any, error) {
			if err := tx.PutAccount(Account{ID: "u", Profile: wire.Profile{Email: "u@example.com", Company: "Works"}}); err != nil {
				return nil, err
			}
			return tx.Append(&event.RequestMoved{
				Request: fmt.Sprint("r", i), Submission: "s", Reference: "A-1", Account: "u", Level: access.Full,
				Identifier: access.Contract("610001"), Scope: access.Contract("610001"), To: access.PendingVendor, Move: access.MoveSubmit,
			})
		}})
		if err != nil {
			t.Fatal(err)
		}
	}
	err = b.view(func(r *rows) error {
		want, err = dump(r, projections)
		return err
	})
	if err != nil || len(want) < 30 {
		t.Fatalf("%d rows, %v", len(want), err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	spoil(t, dir)
	return dir, want
}

func spoil(t *testing.T, dir string) {
	t.Helper()
	change(t, dir, func(txn *badger.Txn) error {
		return errors.Join(txn.Delete([]byte(requestKey("r3"))), txn.Set([]byte("pzz\x00old"), nil), outdate(txn))
	})
}

// Outdate makes the projections of a closed ledger those of the version before.
func Outdate(t *testing.T, dir string) {
	t.Helper()
	change(t, dir, outdate)
}

func outdate(txn *badger.Txn) error {
	return txn.Set([]byte(key(tableLayout)), []byte(number(layout-1)))
}

func change(t *testing.T, dir string, rows func(*badger.Txn) error) {
	t.Helper()
	db, err := badger.Open(badger.DefaultOptions(filepath.Join(dir, "facts")).WithLoggingLevel(badger.ERROR))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(rows), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestOpen_MakesTheProjectionsOfAnotherLayoutAnew(t *testing.T) {
	dir, want := oldLayout(t)
	for range 2 { // the second start finds them as they should be
		b, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]string
		if err := b.view(func(r *rows) error { got, err = dump(r, projections); return err }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("projections (-want +got):\n%s", diff)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpen_LeavesTheProjectionsOfAnotherLayoutWhenTheDiskIsNearlyFull(t *testing.T) {
	dir, want := oldLayout(t)
	_, err := Open(dir, Options{FreeSpace: func(string) (uint64, error) { return 1 << 20, nil }})
	if !errors.Is(err, ErrReadOnly) {
		t.Fatalf("opened with %v", err)
	}
	b, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := b.view(func(r *rows) error {
		got, err := dump(r, projections)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("projections (-want +got):\n%s", diff)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
