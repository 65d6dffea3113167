// Package ledgertest holds what every implementation of ledger.Ledger must do.
// Its own test is to call Run.
package ledgertest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// Open opens an empty ledger. It need not close it.
type Open func(t *testing.T) ledger.Ledger

// Run runs the suite, each test on a ledger of its own.
func Run(t *testing.T, open Open) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, ledger.Ledger)
	}{
		{"Do/FactsAreNumberedWithoutGaps", numbers},
		{"Do/EachFactNamesTheOneBefore", chain},
		{"Do/AFailingCommandAddsNothing", failing},
		{"Do/APanickingCommandAddsNothingAndTheNextRuns", panicking},
		{"Do/ACommandReadsItsOwnWrites", ownWrites},
		{"Do/AGivenUpCommandIsNotRun", givenUp},
		{"Do/AfterCloseIsRefused", closed},
		{"Do/IsLinearizable", linearizable},
		{"Key/ARepeatGetsTheFirstAnswer", repeated},
		{"Key/ForAnotherCommandIsRefused", reused},
		{"Key/AnotherAccountMayUseTheSame", keyOfAnother},
		{"Key/AFailedCommandIsNotRemembered", failedKey},
		{"Key/ManyAtOnceRunOnce", manyAtOnce},
		{"View/SeesOnePosition", onePosition},
		{"Tail/TellsWhatWasAndWhatComes", tailAll},
		{"Tail/StartsAfterAnyFact", tailAfter},
		{"Tail/AheadOfTheLedgerWaits", tailAhead},
		{"Tail/HoldsAtMostAThousandFacts", tailBounded},
		{"Tail/ManyMissNothingAndDoubleNothing", tailMany},
		{"Tail/EndsWithItsReader", tailEnds},
		{"Tail/EndsWithTheLedger", tailClosed},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := open(t)
			t.Cleanup(func() {
				if err := l.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			})
			test.run(t, l)
		})
	}
}

// token is a fact with a name, for tests that only count and compare.
func token(name string) *event.TokenIssued {
	return &event.TokenIssued{Token: name, Name: name, Hash: "hash-" + name}
}

// issue appends a token for each name.
func issue(names ...string) func(*ledger.Tx) (any, error) {
	return func(tx *ledger.Tx) (any, error) {
		for _, name := range names {
			if _, err := tx.Append(token(name)); err != nil {
				return nil, err
			}
		}
		return names, nil
	}
}

func do(t *testing.T, l ledger.Ledger, run func(*ledger.Tx) (any, error)) ledger.Answer {
	t.Helper()
	answer, err := l.Do(t.Context(), ledger.Command{By: event.System(), Run: run})
	if err != nil {
		t.Fatalf("do: %v", err)
	}
	return answer
}

// facts reads all of them.
func facts(t *testing.T, l ledger.Ledger) []event.Fact {
	t.Helper()
	var all []event.Fact
	err := l.View(t.Context(), func(r *ledger.Reader) (err error) {
		all, err = r.Facts(0, 0)
		return err
	})
	if err != nil {
		t.Fatalf("read facts: %v", err)
	}
	return all
}

// names are those of token facts, in order.
func names(t *testing.T, facts []event.Fact) []string {
	t.Helper()
	all := []string{}
	for _, f := range facts {
		data, err := f.Decode()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data.(*event.TokenIssued).Name)
	}
	return all
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func numbers(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a", "b"))
	do(t, l, func(*ledger.Tx) (any, error) { return "no fact", nil })
	answer := do(t, l, issue("c"))
	all := facts(t, l)
	equal(t, "names", names(t, all), []string{"a", "b", "c"})
	for i, f := range all {
		equal(t, "number", f.Seq, uint64(i+1))
	}
	equal(t, "position of the answer", answer.Position, l.Position())
	equal(t, "position", l.Position().Seq, uint64(3))
	equal(t, "body", string(answer.Body), `["c"]`)
}

func chain(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a", "b"))
	do(t, l, issue("c"))
	seen := map[string]bool{}
	for i, f := range facts(t, l) {
		if (f.Prev == "") != (i == 0) || seen[f.Prev] {
			t.Errorf("fact %d names %q", f.Seq, f.Prev)
		}
		seen[f.Prev] = true
	}
}

func failing(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a"))
	wrong := errors.New("wrong")
	_, err := l.Do(t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
		if _, err := issue("lost")(tx); err != nil {
			t.Error(err)
		}
		return nil, wrong
	}})
	if !errors.Is(err, wrong) {
		t.Errorf("error %v, not the command's own", err)
	}
	do(t, l, issue("b"))
	equal(t, "facts", names(t, facts(t, l)), []string{"a", "b"})
	err = l.View(t.Context(), func(r *ledger.Reader) error {
		_, err := r.Token("hash-lost")
		return err
	})
	if !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("the projection of a fact that failed is there: %v", err)
	}
}

func panicking(t *testing.T, l ledger.Ledger) {
	_, err := l.Do(t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
		if _, err := issue("lost")(tx); err != nil {
			t.Error(err)
		}
		panic("a fault in a command")
	}})
	if err == nil {
		t.Error("a panic was answered as success")
	}
	do(t, l, issue("a"))
	equal(t, "facts", names(t, facts(t, l)), []string{"a"})
}

func ownWrites(t *testing.T, l ledger.Ledger) {
	do(t, l, func(tx *ledger.Tx) (any, error) {
		if _, err := issue("a")(tx); err != nil {
			return nil, err
		}
		if _, err := tx.Token("hash-a"); err != nil {
			t.Errorf("its own token: %v", err)
		}
		all, err := tx.Tokens()
		if err != nil || len(all) != 1 {
			t.Errorf("its own list: %v, %v", all, err)
		}
		equal(t, "its own position", tx.Position().Seq, uint64(1))
		return nil, nil
	})
}

func givenUp(t *testing.T, l ledger.Ledger) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := l.Do(ctx, ledger.Command{Run: issue("a")})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	equal(t, "facts", len(facts(t, l)), 0)
}

func closed(t *testing.T, l ledger.Ledger) {
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Do(t.Context(), ledger.Command{Run: issue("a")}); !errors.Is(err, ledger.ErrClosed) {
		t.Errorf("Do: %v", err)
	}
	err := l.View(t.Context(), func(*ledger.Reader) error { return nil })
	if !errors.Is(err, ledger.ErrClosed) {
		t.Errorf("View: %v", err)
	}
}

func onePosition(t *testing.T, l ledger.Ledger) {
	do(t, l, issue("a"))
	err := l.View(t.Context(), func(r *ledger.Reader) error {
		before := r.Position()
		do(t, l, issue("b"))
		all, err := r.Facts(0, 0)
		equal(t, "facts", len(all), 1)
		equal(t, "position", r.Position(), before)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "facts afterwards", len(facts(t, l)), 2)
}

// scope is what the register of the linearizability test is stored under.
func scope() access.Identifier { return access.Contract("1") }
