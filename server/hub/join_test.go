package hub_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/server/hub"
	"accord/shared/wire"
)

func TestHub_Join(t *testing.T) {
	t.Run("BringsWhatWasMissedInOneFrame", func(t *testing.T) {
		w := newWorld(t)
		w.commit("a")
		seen := w.settle()
		w.commit("a", "b")
		w.commit("a")
		now := w.settle()
		frames, _ := w.next(w.join(seen, "a"))
		if len(frames) != 1 || frames[0].Position != now {
			t.Fatalf("frames %+v at %+v", frames, now)
		}
		if diff := cmp.Diff([]uint64{2, 4}, numbers(frames)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("BringsAnEmptyFrameWhenNothingWasMissed", func(t *testing.T) {
		w := newWorld(t)
		w.commit("b")
		now := w.settle()
		frames, _ := w.next(w.join(now, "a"))
		if diff := cmp.Diff([]wire.Frame{{Position: now}}, frames); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("WaitsForACommitThatTheReaderKnowsAlready", func(t *testing.T) {
		w := newWorld(t)
		for range 50 {
			w.commit("a") // the answer is here before the hub may be
			known := w.ledger.Position()
			s := w.join(known, "a")
			if frames, _ := w.next(s); len(numbers(frames)) != 0 {
				t.Fatalf("came twice: %v", numbers(frames))
			}
			s.Leave()
		}
	})
	resets := map[string]func(w world) wire.Position{
		"ResetsAReaderOfAnotherEpoch": func(w world) wire.Position {
			return wire.Position{Epoch: "before the restore", Seq: w.ledger.Position().Seq}
		},
		"ResetsAReaderThatIsAheadOfTheLedger": func(w world) wire.Position {
			p := w.ledger.Position()
			p.Seq += 5
			return p
		},
		"ResetsAReaderThatMissedMoreThanTwoThousandFacts": func(w world) wire.Position {
			p := w.settle()
			for range 21 {
				w.commit(repeat("a", 100)...)
			}
			w.settle()
			return p
		},
	}
	for name, position := range resets {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.commit("a")
			after := position(w)
			now := w.settle()
			frames, _ := w.next(w.join(after, "a"))
			want := []wire.Frame{{Position: now, Updates: []wire.Update{{Kind: wire.UpdateReset}}}}
			if diff := cmp.Diff(want, frames); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("ReplaysExactlyTwoThousandFacts", func(t *testing.T) {
		w := newWorld(t)
		w.commit("a")
		seen := w.settle()
		for range 20 {
			w.commit(repeat("a", 100)...)
		}
		w.settle()
		frames, _ := w.next(w.join(seen, "a"))
		if n := len(numbers(frames)); n != 2000 {
			t.Errorf("%d updates", n)
		}
	})
	t.Run("AfterCloseIsRefused", func(t *testing.T) {
		w := newWorld(t)
		w.hub.Close()
		if _, err := w.hub.Join(context.Background(), nil, wire.Position{}); !errors.Is(err, hub.ErrClosed) {
			t.Errorf("error %v", err)
		}
	})
}

func repeat(s string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = s
	}
	return list
}
