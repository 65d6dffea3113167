package session

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/app/live"
	"accord/shared/wire"
)

func viewers(id string, names ...string) Update {
	return Heard{Frames: []wire.Frame{{Updates: []wire.Update{{Kind: wire.UpdateViewers, Viewers: &wire.Viewers{ID: id, Names: names}}}}}}
}

func TestReduce_WhoLookedBeforeTheLineWasCutIsAskedAnew(t *testing.T) {
	rows := []wire.QueueRow{{ID: "a", Seq: 3, Viewers: []string{"Ann"}}, {ID: "b", Seq: 3}, {ID: "c", Seq: 3}}
	m := Model{Phase: SignedIn, Me: &wire.Me{ID: "me"}}
	for _, u := range []Update{
		QueueLoaded{Queue: wire.Queue{Rows: rows}}, Lined{State: live.Live}, viewers("b", "Bo"),
	} {
		m = Reduce(m, u)
	}
	if m.Queue.Rows[0].Viewers == nil {
		t.Error("forgot who looks when the line was opened for the first time")
	}
	m = Reduce(Reduce(m, Lined{State: live.Reconnecting}), Lined{State: live.Live})
	if m.Queue.Rows[0].Viewers != nil || len(m.Viewers) > 0 {
		t.Errorf("still says that %v and %v look", m.Queue.Rows[0].Viewers, m.Viewers)
	}
	m = Reduce(m, viewers("b"))
	m = Reduce(m, QueueCounted{Rows: []wire.QueueRow{{ID: "a", Viewers: []string{"Cy"}}, {ID: "b", Viewers: []string{"Bo"}}}})
	if diff := cmp.Diff(map[string][]string{"a": {"Cy"}, "b": nil}, m.Viewers); diff != "" {
		t.Errorf("viewers (-want +got):\n%s", diff)
	}
}

func TestReduce_WhoLooksIsNotKeptForEver(t *testing.T) {
	m := Model{Phase: SignedIn, Me: &wire.Me{ID: "me"}}
	for i := range 2 * maxLookedAt {
		m = Reduce(Reduce(m, viewers(strconv.Itoa(i), "Ann")), viewers(strconv.Itoa(i)))
	}
	if len(m.Viewers) > maxLookedAt {
		t.Errorf("keeps %d", len(m.Viewers))
	}
}
