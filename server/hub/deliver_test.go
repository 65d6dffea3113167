package hub_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/server/hub"
	"accord/shared/wire"
)

func TestHub_Deliver(t *testing.T) {
	t.Run("MakesOneFrameOfACommit", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a", "b")
		w.next(s)
		w.commit("a", "c", "b")
		frames, _ := w.next(s)
		if len(frames) != 1 || frames[0].Position.Seq != 3 {
			t.Fatalf("frames %+v", frames)
		}
		if diff := cmp.Diff([]uint64{1, 3}, numbers(frames)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("TellsNobodyElse", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a")
		w.next(s)
		w.commit("b")
		w.settle()
		w.commit("a")
		if frames, _ := w.next(s); len(frames) != 1 || numbers(frames)[0] != 2 {
			t.Errorf("frames %+v", frames)
		}
	})
	t.Run("ResetsEverybodyWhenACommitCannotBeRead", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a")
		w.next(s)
		w.commit("unreadable")
		frames, _ := w.next(s)
		if len(frames) != 1 || frames[0].Updates[0].Kind != wire.UpdateReset {
			t.Errorf("frames %+v", frames)
		}
	})
	t.Run("SendsAReaderWhoseRightsChangedBackForThem", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a")
		w.next(s)
		w.commit("me")
		w.commit("a")
		w.settle()
		frames, code := w.next(s)
		if len(frames) != 1 || frames[0].Updates[0].Kind != wire.UpdateMe || code != wire.CloseRestart {
			t.Errorf("frames %+v, code %d", frames, code)
		}
	})
}

func TestHub_Publish(t *testing.T) {
	w := newWorld(t)
	w.commit("b")
	now := w.settle()
	ended, other := w.join(now, "session:1"), w.join(now, "session:2")
	w.next(ended)
	w.next(other)
	signedOut := wire.Update{Kind: wire.UpdateSignedOut, ReasonWhy: "revoked"}
	w.hub.Publish(hub.Notice{Topic: "session:1", Update: signedOut})
	t.Run("EndsASignedOutReaderAfterTellingIt", func(t *testing.T) {
		frames, code := w.next(ended)
		want := []wire.Frame{{Position: now, Updates: []wire.Update{signedOut}}}
		if diff := cmp.Diff(want, frames); diff != "" || code != wire.CloseSignedOut {
			t.Errorf("code %d %s", code, diff)
		}
	})
	t.Run("LeavesTheOthers", func(t *testing.T) {
		w.hub.Publish(hub.Notice{Topic: "session:2", Update: numbered(7)})
		if frames, code := w.next(other); len(frames) != 1 || code != 0 {
			t.Errorf("frames %+v, code %d", frames, code)
		}
	})
	t.Run("MixesUpNoneOfHoweverMany", func(t *testing.T) {
		notices := make([]hub.Notice, 1<<16+1)
		for i := range notices {
			notices[i] = hub.Notice{Topic: "nobody", Update: numbered(uint64(i))}
		}
		last := len(notices) - 1
		notices[last].Topic = "session:2"
		w.hub.Publish(notices...)
		frames, _ := w.next(other)
		if got := frames[0].Updates[0].Left.Seq; got != uint64(last) {
			t.Errorf("told of number %d, not of %d", got, last)
		}
	})
}

func TestSubscriber(t *testing.T) {
	t.Run("IsCutWhenItFallsBehindAndDelaysNobody", func(t *testing.T) {
		w := newWorld(t)
		slow, fast := w.join(w.ledger.Position(), "a"), w.join(w.ledger.Position(), "a")
		w.next(fast)
		last := uint64(0)
		for range 300 {
			w.commit("a")
			for seen := w.ledger.Position().Seq; last < seen; {
				frames, code := w.next(fast)
				if code != 0 {
					t.Fatalf("the fast reader was cut with %d", code)
				}
				last = frames[len(frames)-1].Position.Seq
			}
		}
		if frames, code := w.next(slow); code != wire.CloseSlow || len(frames) != 0 {
			t.Errorf("code %d, %d frames", code, len(frames))
		}
	})
	t.Run("LearnsThePositionWhenNothingConcernsIt", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a")
		w.next(s)
		w.commit("b")
		now := w.settle()
		if got, want := string(s.Idle()), `{"position":{"epoch":"`+now.Epoch+`","seq":1}}`; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if again := s.Idle(); again != nil {
			t.Errorf("told twice: %s", again)
		}
	})
	t.Run("IsToldToComeBackWhenTheHubCloses", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a")
		w.hub.Close()
		if _, code := w.next(s); code != wire.CloseRestart {
			t.Errorf("code %d", code)
		}
	})
	t.Run("GetsNothingMoreAfterLeaving", func(t *testing.T) {
		w := newWorld(t)
		s := w.join(w.ledger.Position(), "a")
		w.next(s)
		s.Leave()
		w.commit("a")
		w.settle()
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		if frames, _ := s.Next(ctx); len(frames) != 0 {
			t.Errorf("got %d frames", len(frames))
		}
	})
}
