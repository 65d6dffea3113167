package ledger_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
)

// bulk writes n bytes in one fact, under a name.
func bulk(name string, n int) *event.TokenIssued {
	return &event.TokenIssued{Token: name, Name: strings.Repeat("x", n), Hash: name}
}

func TestDo_TakesManyLargeCommandsAtOnce(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	var wait sync.WaitGroup
	for i := range 40 { // 16 MB, several times what one transaction holds
		wait.Go(func() {
			if _, err := b.Do(t.Context(), command(append1(bulk(fmt.Sprint(i), 200<<10)))); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	want(t, b.Position().Seq, uint64(40))
	if err := b.Verify(); err != nil {
		t.Error(err)
	}
}

// TestTx_Room ends in time for whoever asks before each of many things.
func TestTx_Room(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for size, most := range map[int]int{1: 6_000, 10 << 10: 100} { // that many would be too much
		done := 0
		do(t, b, func(tx *ledger.Tx) error {
			for ; done < most && tx.Room(); done++ {
				if _, err := tx.Append(bulk(fmt.Sprint(size, "-", done), size)); err != nil {
					return err
				}
			}
			return nil
		})
		if done < most/3 || done == most {
			t.Errorf("room for %d of %d facts of %d bytes", done, most, size)
		}
	}
}

func TestDo_RefusesWhatWritesTooMuch(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for name, run := range map[string]func(*ledger.Tx) error{
		"bytes": append1(bulk("a", 2<<20)),
		"key":   append1(&event.TokenIssued{Token: strings.Repeat("k", 70_000), Hash: "h"}),
		"rows": func(tx *ledger.Tx) error {
			for i := range 6_000 {
				if _, err := tx.Append(bulk(fmt.Sprint(i), 1)); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		if _, err := b.Do(t.Context(), command(run)); !errors.Is(err, ledger.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	want(t, b.Position().Seq, uint64(0))
	do(t, b, append1(bulk("b", 10)))
}

func TestDo_IsAnsweredOrRefusedWhileTheLedgerCloses(t *testing.T) {
	dir := t.TempDir()
	b, err := ledger.Open(dir, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	answered := map[string]bool{}
	var wait sync.WaitGroup
	begun := make(chan struct{}, 100)
	for w := range 8 {
		wait.Go(func() {
			for i := 0; ; i++ {
				name := fmt.Sprint(w, "-", i)
				_, err := b.Do(context.Background(), command(append1(bulk(name, 1))))
				if errors.Is(err, ledger.ErrClosed) {
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				answered[name] = true
				mu.Unlock()
				select {
				case begun <- struct{}{}:
				default:
				}
			}
		})
	}
	for range 20 {
		<-begun
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	wait.Wait()
	again := open(t, dir, ledger.Options{})
	want(t, again.Position().Seq, uint64(len(answered)))
	view(t, again, func(r *ledger.Reader) error {
		for name := range answered {
			if _, err := r.Token(name); err != nil {
				t.Errorf("%s was answered: %v", name, err)
			}
		}
		return nil
	})
}

func TestDo_KeyIsForgottenAfterAHundredDays(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	cmd := ledger.Command{By: event.System(), Key: "k", Fingerprint: "f", Run: func(*ledger.Tx) (any, error) { return nil, nil }}
	for _, test := range []struct {
		later    time.Duration
		repeated bool
	}{{0, false}, {100*24*time.Hour - time.Second, true}, {time.Second, false}} {
		c.Add(test.later)
		a, err := b.Do(t.Context(), cmd)
		if err != nil || a.Repeated != test.repeated {
			t.Errorf("%v later: repeated %v, %v", test.later, a.Repeated, err)
		}
	}
}

func TestDo_KeyIsKnownAfterTheLedgerWasClosed(t *testing.T) {
	dir := t.TempDir()
	cmd := ledger.Command{By: event.System(), Key: "k", Fingerprint: "f", Run: func(tx *ledger.Tx) (any, error) {
		return tx.Append(bulk("a", 1))
	}}
	b, err := ledger.Open(dir, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, err := b.Do(t.Context(), cmd)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := open(t, dir, ledger.Options{}).Do(t.Context(), cmd)
	if err != nil || !again.Repeated || !bytes.Equal(first.Body, again.Body) || again.Position != first.Position {
		t.Errorf("%+v, then %+v, %v", first, again, err)
	}
}

// disk is a disk whose free space tests set.
type disk struct {
	mu   sync.Mutex
	free uint64
	err  error
}

func (d *disk) set(free uint64, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.free, d.err = free, err
}

func (d *disk) space(string) (uint64, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.free, d.err
}

func TestSpace_TurnsReadOnlyAndBackByItself(t *testing.T) {
	d := &disk{free: 1_000}
	b := open(t, t.TempDir(), ledger.Options{MinFree: 100, FreeSpace: d.space})
	s := ledger.Session{ID: "s", Hash: "h", Account: "u", ExpiresAt: time.Now().Add(time.Hour)}
	if err := b.PutSession(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	keyed := ledger.Command{By: event.System(), Key: "k", Run: func(tx *ledger.Tx) (any, error) { return tx.Append(bulk("k", 1)) }}
	if _, err := b.Do(t.Context(), keyed); err != nil {
		t.Fatal(err)
	}
	for i, step := range []struct {
		free     uint64
		err      error
		readOnly bool
	}{
		{100, nil, false}, {99, nil, true}, {149, nil, true}, {0, errors.New("no word"), true}, {150, nil, false}, {0, errors.New("no word"), false},
	} {
		d.set(step.free, step.err)
		_, err := b.Do(t.Context(), command(append1(bulk(fmt.Sprint(i), 1))))
		if errors.Is(err, ledger.ErrReadOnly) != step.readOnly || (err != nil) != step.readOnly || b.ReadOnly() != step.readOnly {
			t.Errorf("step %d: read-only %v, %v", i, b.ReadOnly(), err)
		}
	}
	d.set(0, nil)
	if err := b.DropSession(t.Context(), "h"); err != nil {
		t.Errorf("signing out of a read-only ledger: %v", err)
	}
	if a, err := b.Do(t.Context(), keyed); err != nil || !a.Repeated {
		t.Errorf("an answer that was given is given again by a read-only ledger: %v", err)
	}
}
