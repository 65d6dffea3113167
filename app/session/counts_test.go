package session

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestReduce_CountsTheQueueAsItChanges(t *testing.T) {
	at := func(seq uint64) wire.Position { return wire.Position{Epoch: "e", Seq: seq} }
	frame := func(seq uint64, updates ...wire.Update) Update {
		return Heard{Frames: []wire.Frame{{Position: at(seq), Updates: updates}}}
	}
	row := func(id string, seq uint64) wire.Update {
		return wire.Update{Kind: wire.UpdateRow, Row: &wire.QueueRow{ID: id, Level: access.Full, Seq: seq}}
	}
	left := func(id string, seq uint64) wire.Update {
		return wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: id, Level: access.Full, Status: access.Approved, Seq: seq}}
	}
	loaded := QueueLoaded{Queue: wire.Queue{Position: at(5), Rows: []wire.QueueRow{{ID: "a", Level: access.Full, Seq: 3}},
		Counts: wire.QueueCounts{Total: 2, ByLevel: map[access.Level]int{access.Full: 2}}}}
	for name, c := range map[string]struct {
		updates []Update
		want    int
	}{
		"AsCountedWithoutTheRows":             {[]Update{QueueCounted{Counts: loaded.Queue.Counts, Position: at(5)}}, 2},
		"OneArrivesWithoutTheRows":            {[]Update{QueueCounted{Counts: loaded.Queue.Counts, Position: at(5)}, frame(6, row("b", 6))}, 3},
		"OneLeavesWithoutTheRows":             {[]Update{QueueCounted{Counts: loaded.Queue.Counts, Position: at(5)}, frame(6, left("a", 6))}, 1},
		"OneWasCountedBeforeItIsHeard":        {[]Update{QueueCounted{Counts: loaded.Queue.Counts, Position: at(6)}, frame(6, row("b", 6), left("c", 6))}, 2},
		"OneArrivedBeforeItWasCounted":        {[]Update{frame(6, row("b", 6)), QueueCounted{Counts: loaded.Queue.Counts, Position: at(5)}}, 3},
		"LoadedAfterItWasCounted":             {[]Update{QueueCounted{Counts: loaded.Queue.Counts, Position: at(5)}, frame(6, row("b", 6)), loaded}, 3},
		"AsLoaded":                            {[]Update{loaded}, 2},
		"OneArrives":                          {[]Update{loaded, frame(6, row("b", 6))}, 3},
		"AShownOneLeaves":                     {[]Update{loaded, frame(6, left("a", 6))}, 1},
		"OneOfALaterWindowLeaves":             {[]Update{loaded, frame(6, left("z", 6))}, 1},
		"OneLeavesOnce":                       {[]Update{loaded, frame(6, left("a", 6)), frame(7, left("a", 6))}, 1},
		"OneComesBack":                        {[]Update{loaded, frame(6, left("a", 6)), frame(7, row("a", 7))}, 2},
		"OneGoesFromMyQueueToMyOther":         {[]Update{loaded, frame(6, left("a", 6), row("a", 6))}, 2},
		"OneLeftWhileTheWindowWasOnItsWay":    {[]Update{loaded, frame(6, left("a", 6)), loaded}, 1},
		"OneArrivedWhileTheWindowWasOnItsWay": {[]Update{loaded, frame(6, row("b", 6)), loaded}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			m := Model{Phase: SignedIn, Me: &wire.Me{ID: "me"}, Position: at(5)}
			for _, u := range c.updates {
				m = Reduce(m, u)
			}
			want := wire.QueueCounts{Total: c.want, ByLevel: map[access.Level]int{access.Full: c.want}}
			if diff := cmp.Diff(want, m.Counts); diff != "" {
				t.Errorf("counts (-want +got):\n%s", diff)
			}
		})
	}
}
