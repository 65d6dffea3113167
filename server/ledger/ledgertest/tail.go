package ledgertest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
)

var errEnough = errors.New("enough")

// patience is how long a tail may take before its test fails.
const patience = 30 * time.Second

// tailUntil collects what a tail tells until it has told of fact number last.
func tailUntil(t *testing.T, l ledger.Ledger, after, last uint64) []event.Fact {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var told []event.Fact
	err := l.Tail(ctx, after, func(facts []event.Fact) error {
		told = append(told, facts...)
		if told[len(told)-1].Seq >= last {
			return errEnough
		}
		return nil
	})
	if !errors.Is(err, errEnough) {
		t.Errorf("tail after %d ended with %v", after, err)
	}
	return told
}

// inOrder fails unless the facts are those from first to last, each once.
func inOrder(t *testing.T, told []event.Fact, first, last uint64) {
	t.Helper()
	if want := int(last - first + 1); len(told) != want {
		t.Errorf("told of %d facts, not %d", len(told), want)
	}
	for i, f := range told {
		if f.Seq != first+uint64(i) {
			t.Fatalf("fact %d was told in the place of %d", f.Seq, first+uint64(i))
		}
	}
}

func tailAll(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a"))
	var wait sync.WaitGroup
	started := make(chan struct{})
	wait.Go(func() {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		var told []event.Fact
		err := l.Tail(ctx, 0, func(facts []event.Fact) error {
			if len(told) == 0 {
				close(started)
			}
			if told = append(told, facts...); len(told) == 3 {
				return errEnough
			}
			return nil
		})
		if !errors.Is(err, errEnough) {
			t.Errorf("tail ended with %v", err)
		}
		equal(t, "told", names(t, told), []string{"a", "b", "c"})
	})
	<-started
	do(t, l, issue("b"))
	do(t, l, issue("c"))
	wait.Wait()
}

func tailAfter(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a", "b", "c", "d"))
	for after := range uint64(4) {
		inOrder(t, tailUntil(t, l, after, 4), after+1, 4)
	}
}

func tailAhead(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a"))
	var wait sync.WaitGroup
	wait.Go(func() { inOrder(t, tailUntil(t, l, 3, 4), 4, 4) })
	for _, name := range []string{"b", "c", "d"} {
		do(t, l, issue(name))
	}
	wait.Wait()
}

func tailBounded(t *testing.T, l ledger.Ledger) {
	const all = 2_500
	for i := range all / 50 {
		batch := make([]string, 50)
		for j := range batch {
			batch[j] = fmt.Sprint(i, "-", j)
		}
		do(t, l, issue(batch...))
	}
	total := 0
	err := l.Tail(t.Context(), 0, func(facts []event.Fact) error {
		if len(facts) == 0 || len(facts) > 1_000 {
			t.Errorf("a call with %d facts", len(facts))
		}
		if total += len(facts); total >= all {
			return errEnough
		}
		return nil
	})
	if !errors.Is(err, errEnough) {
		t.Errorf("tail ended with %v", err)
	}
	equal(t, "told", total, all)
}

func tailMany(t *testing.T, l ledger.Ledger) {
	const writers, each, tails = 8, 40, 12
	var wait sync.WaitGroup
	for i := range tails {
		after := uint64(i * 7)
		wait.Go(func() { inOrder(t, tailUntil(t, l, after, writers*each), after+1, writers*each) })
	}
	for w := range writers {
		wait.Go(func() {
			for i := range each {
				if _, err := l.Do(t.Context(), ledger.Command{Run: issue(fmt.Sprint(w, "-", i))}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
}

func tailEnds(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a"))
	ctx, cancel := context.WithCancel(t.Context())
	err := l.Tail(ctx, 0, func([]event.Fact) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("tail ended with %v", err)
	}
}

func tailClosed(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a"))
	ended, told := make(chan error, 1), make(chan struct{})
	go func() {
		ended <- l.Tail(context.Background(), 0, func([]event.Fact) error { close(told); return nil })
	}()
	<-told
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if !errors.Is(err, ledger.ErrClosed) {
			t.Errorf("tail ended with %v", err)
		}
	case <-time.After(patience):
		t.Error("the tail of a closed ledger goes on")
	}
}
