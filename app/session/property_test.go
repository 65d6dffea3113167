package session

import (
	"net/url"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/shared/access"
	"accord/shared/wire"
)

func parse(t *testing.T, raw string) *url.URL {
	t.Helper()
	u, err := url.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// A browser that is cut off at any moment and hears some frames again, in
// whatever pieces, ends up where one that heard each once is.
func TestReduce_HearingAgainChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frames := history(t)
		start := signedInAt(0, []wire.Request{request("a", 0, access.PendingVendor)}, []wire.QueueRow{row("q1", 0)})
		once := Reduce(start, Heard{Frames: frames})

		cut := start
		for next := 0; next < len(frames); {
			from := rapid.IntRange(0, next).Draw(t, "resumed from")
			to := rapid.IntRange(next, len(frames)).Draw(t, "cut at")
			cut = Reduce(cut, Heard{Frames: frames[from:to]})
			next = to
			if next < len(frames) && from == next && to == next { // make way
				cut = Reduce(cut, Heard{Frames: frames[next : next+1]})
				next++
			}
		}
		if diff := cmp.Diff(once, cut, cmp.AllowUnexported(Model{}, Copy{})); diff != "" {
			t.Fatalf("heard once (-) and with repeats (+) differ:\n%s", diff)
		}
	})
}

// The rows that are shown keep their order and number whatever is heard, so
// that nothing moves under the cursor.
func TestReduce_ShownRowsNeverMove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := []wire.QueueRow{row("q1", 0), row("q2", 0), row("q3", 0)}
		m := Reduce(signedInAt(0, nil, rows), Heard{Frames: history(t)})
		var ids []string
		for _, r := range m.Queue.Rows {
			ids = append(ids, r.ID)
		}
		if !slices.Equal(ids, []string{"q1", "q2", "q3"}) {
			t.Fatalf("shown rows are now %v", ids)
		}
		if want := m.Queue.Total; want < len(m.Queue.Fresh) {
			t.Fatalf("total %d is less than what waits, %d", want, len(m.Queue.Fresh))
		}
	})
}

// Wherever a list is loaded between frames, also with an answer that was read
// some commits earlier, what is shown in the end is the newest of each request.
func TestReduce_ALateAnswerNeverShowsTheOld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frames := history(t)
		read := rapid.IntRange(0, len(frames)).Draw(t, "read after")
		came := rapid.IntRange(read, len(frames)).Draw(t, "came after")
		loaded := newest(frames[:read])
		m := Reduce(Model{}, Booted{Me: &wire.Me{ID: "me", Position: at(0)}})
		m = Reduce(m, Heard{Frames: frames[:came]})
		m = Reduce(m, RequestsLoaded{List: wire.RequestList{Requests: loaded, Total: len(loaded), Position: at(uint64(read))}})
		m = Reduce(m, Heard{Frames: frames[came:]})
		m = Reduce(m, FreshShown{})
		want := map[string]access.Status{}
		for _, r := range newest(frames) {
			want[r.ID] = r.Status
		}
		if diff := cmp.Diff(want, statuses(m)); diff != "" || m.Requests.Total != len(want) {
			t.Fatalf("shown, total %d (-want +got):\n%s", m.Requests.Total, diff)
		}
	})
}

// newest is each request as the last of the frames left it.
func newest(frames []wire.Frame) []wire.Request {
	var list []wire.Request
	for _, f := range slices.Backward(frames) {
		for _, u := range f.Updates {
			if u.Request != nil && indexOf(list, u.Request.ID) < 0 {
				list = append(list, *u.Request)
			}
		}
	}
	return list
}

// history draws frames as the ledger makes them: each commit has its number,
// and each view carries the number of the commit that changed it.
func history(t *rapid.T) []wire.Frame {
	statuses := []access.Status{access.Approved, access.Denied, access.PendingAction}
	frames := make([]wire.Frame, rapid.IntRange(1, 12).Draw(t, "commits"))
	for i := range frames {
		seq := uint64(i + 1)
		id := rapid.SampledFrom([]string{"q1", "q2", "q4"}).Draw(t, "row")
		var u wire.Update
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			u = changed(request(rapid.SampledFrom([]string{"a", "b"}).Draw(t, "request"), seq, rapid.SampledFrom(statuses).Draw(t, "status")))
		case 1:
			u = entered(row(id, seq))
		case 2:
			u = left(wire.Left{ID: id, Seq: seq})
		}
		frames[i] = wire.Frame{Position: at(seq), Updates: []wire.Update{u}}
	}
	return frames
}
