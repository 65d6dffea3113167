package session

import (
	"testing"

	"pgregory.net/rapid"

	"accord/shared/access"
	"accord/shared/wire"
)

func batch(key string, ids ...string) Batch {
	b := Batch{Key: key, Move: access.MoveApprove}
	for i, id := range ids {
		b.Items = append(b.Items, BatchItem{ID: id, Seq: uint64(i + 1), Reference: "A-" + id})
	}
	return b
}

func states(m Model, updates ...Update) (seen []BatchState) {
	for _, u := range updates {
		m = Reduce(m, u)
		seen = append(seen, m.Batch.State)
	}
	return seen
}

func TestReduce_Batch(t *testing.T) {
	start := signedInAt(1, nil, nil)
	begun := BatchBegun{Batch: batch("k1", "a", "b")}
	for _, c := range []struct {
		name    string
		updates []Update
		want    []BatchState
	}{
		{"HeldThenSentThenDone", []Update{begun, BatchDue{Key: "k1"}, BatchAnswered{Key: "k1"}, BatchClosed{}},
			[]BatchState{BatchHeld, BatchSending, BatchDone, BatchNone}},
		{"Undone", []Update{begun, BatchUndone{}, BatchDue{Key: "k1"}}, []BatchState{BatchHeld, BatchNone, BatchNone}},
		{"TooLateToUndo", []Update{begun, BatchDue{Key: "k1"}, BatchUndone{}}, []BatchState{BatchHeld, BatchSending, BatchSending}},
		{"TheTimeOfAnUndoneOneSendsNoOther", []Update{begun, BatchUndone{}, BatchBegun{Batch: batch("k2", "c")}, BatchDue{Key: "k1"}},
			[]BatchState{BatchHeld, BatchNone, BatchHeld, BatchHeld}},
		{"NoAnswerIsTriedAgain", []Update{begun, BatchDue{Key: "k1"}, BatchAnswered{Key: "k1", Problem: &wire.Problem{Code: wire.CodeOffline}}, BatchDue{Key: "k1"}},
			[]BatchState{BatchHeld, BatchSending, BatchFailed, BatchSending}},
		{"ASecondOneWaits", []Update{begun, BatchBegun{Batch: batch("k2", "c")}, BatchDue{Key: "k2"}}, []BatchState{BatchHeld, BatchHeld, BatchHeld}},
		{"SigningOutForgetsIt", []Update{begun, Ended{Why: "expired"}}, []BatchState{BatchHeld, BatchNone}},
		{"FoundIsHeldOn", []Update{BatchFound{Batch: batch("k1", "a")}, BatchDue{Key: "k1"}, BatchAnswered{Key: "k1"}}, []BatchState{BatchHeld, BatchSending, BatchDone}},
		{"FoundTooLateIsSent", []Update{BatchFound{Batch: batch("k1", "a"), Due: true}, BatchUndone{}}, []BatchState{BatchSending, BatchSending}},
		{"FoundAfterTheSessionRanOutWaitsForAWord", []Update{BatchFound{Batch: batch("k1", "a"), Due: true, Late: true}, BatchDue{Key: "k1"}}, []BatchState{BatchFailed, BatchSending}},
		{"FoundWaitsForOnesOwn", []Update{begun, BatchFound{Batch: batch("k2", "c"), Due: true}, BatchDue{Key: "k2"}}, []BatchState{BatchHeld, BatchHeld, BatchHeld}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := states(start, c.updates...)
			for i := range got {
				if got[i] != c.want[i] {
					t.Fatalf("states %v, want %v", got, c.want)
				}
			}
		})
	}
}

func TestBatch_IsSentAsItWasSeen(t *testing.T) {
	b := batch("k", "a", "b")
	b.Note = "why"
	body := b.decisions()
	if body.Move != access.MoveApprove || body.Note != "why" || len(body.Items) != 2 || body.Items[1] != (wire.Decided{ID: "b", Seq: 2}) {
		t.Errorf("sends %+v", body)
	}
	m := Reduce(signedInAt(1, nil, nil), BatchBegun{Batch: b})
	if !m.Batch.Holds("a") || m.Batch.Holds("c") {
		t.Error("holds the wrong requests")
	}
}

// Whatever happens in whatever order, what was not held is never sent and what
// was sent is never undone.
func TestReduce_Batch_OnlyWhatIsHeldIsSent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := signedInAt(1, nil, nil)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			key := rapid.SampledFrom([]string{"k1", "k2"}).Draw(t, "key")
			before := m.Batch
			m = Reduce(m, rapid.SampledFrom([]Update{
				BatchBegun{Batch: batch(key, "a")}, BatchUndone{}, BatchDue{Key: key}, BatchAnswered{Key: key},
				BatchAnswered{Key: key, Problem: &wire.Problem{}}, BatchClosed{}, BatchFound{Batch: batch(key, "a")},
			}).Draw(t, "update"))
			switch {
			case m.Batch.State == BatchSending && before.State != BatchSending && (before.Key != m.Batch.Key || !before.Open()):
				t.Fatalf("%s %s was sent from %s %s", m.Batch.Key, m.Batch.State, before.Key, before.State)
			case before.State == BatchSending && m.Batch.State == BatchNone:
				t.Fatal("what was being sent was forgotten")
			}
		}
	})
}
