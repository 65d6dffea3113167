package ledgertest

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
)

// keyed is a command of an account with the idempotency key "k".
func keyed(account, fingerprint string, run func(*ledger.Tx) (any, error)) ledger.Command {
	return ledger.Command{By: event.Actor{Party: "requester", Account: account}, Key: "k", Fingerprint: fingerprint, Run: run}
}

func repeated(t *testing.T, l ledger.Ledger) {
	first, err := l.Do(t.Context(), keyed("u", "f", issue("a")))
	if err != nil {
		t.Fatal(err)
	}
	do(t, l, issue("b"))
	again, err := l.Do(t.Context(), keyed("u", "f", issue("never")))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "repeated", []bool{first.Repeated, again.Repeated}, []bool{false, true})
	equal(t, "body", string(again.Body), string(first.Body))
	equal(t, "position", again.Position, first.Position)
	equal(t, "facts", names(t, facts(t, l)), []string{"a", "b"})
}

func reused(t *testing.T, l ledger.Ledger) {
	if _, err := l.Do(t.Context(), keyed("u", "f", issue("a"))); err != nil {
		t.Fatal(err)
	}
	_, err := l.Do(t.Context(), keyed("u", "other", issue("b")))
	if !errors.Is(err, ledger.ErrKeyReused) {
		t.Errorf("error %v", err)
	}
	equal(t, "facts", names(t, facts(t, l)), []string{"a"})
}

func keyOfAnother(t *testing.T, l ledger.Ledger) {
	for _, account := range []string{"u", "v"} {
		answer, err := l.Do(t.Context(), keyed(account, "f", issue(account)))
		if err != nil || answer.Repeated {
			t.Errorf("%s: repeated %v, %v", account, answer.Repeated, err)
		}
	}
	equal(t, "facts", names(t, facts(t, l)), []string{"u", "v"})
}

func failedKey(t *testing.T, l ledger.Ledger) {
	wrong := errors.New("wrong")
	_, err := l.Do(t.Context(), keyed("u", "f", func(*ledger.Tx) (any, error) { return nil, wrong }))
	if !errors.Is(err, wrong) {
		t.Fatalf("error %v", err)
	}
	answer, err := l.Do(t.Context(), keyed("u", "f", issue("a")))
	if err != nil || answer.Repeated {
		t.Errorf("repeated %v, %v", answer.Repeated, err)
	}
}

func manyAtOnce(t *testing.T, l ledger.Ledger) {
	var wait sync.WaitGroup
	var first atomic.Int32
	for range 50 {
		wait.Go(func() {
			answer, err := l.Do(t.Context(), keyed("u", "f", issue("a")))
			if err != nil {
				t.Error(err)
			}
			if !answer.Repeated {
				first.Add(1)
			}
			equal(t, "body", string(answer.Body), `["a"]`)
		})
	}
	wait.Wait()
	equal(t, "answered as the first", first.Load(), int32(1))
	equal(t, "facts", names(t, facts(t, l)), []string{"a"})
}
