package ledger

import (
	"slices"
	"strings"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/server/event"
	"accord/shared/access"
)

// compareDues holds the due times against what the requests and the grants
// themselves say: none is missing, and none stays behind.
func compareDues(t *rapid.T, r *Reader, w *world) {
	var want []string
	watched := 0
	for id := range w.requests {
		q, err := r.Request(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range q.dues() {
			want = append(want, d.key())
		}
		if q.watched() {
			watched++
		}
	}
	seen := map[string]bool{}
	for _, given := range w.grants {
		g, err := r.Grant(given.Grant)
		if err != nil {
			t.Fatal(err)
		}
		if d, ok := g.due(); ok && !seen[g.ID] {
			want = append(want, d.key())
		}
		seen[g.ID] = true
	}
	want = append(want, compareCertified(t, r, w)...)
	slices.Sort(want)
	var got []string
	for after := (Due{}); ; {
		page, err := r.Due(after, time.Unix(0, 1<<63-1), 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, d := range page {
			got = append(got, d.key())
		}
		after = page[len(page)-1]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("due times (-want +got):\n%s", diff)
	}
	ids, err := r.Watched("", maxList)
	if err != nil || len(ids) != watched {
		t.Fatalf("%d of %d requests are watched for: %v", len(ids), watched, err)
	}
	compareWaiting(t, r)
}

// compareCertified holds what is to be confirmed some day, and what waits to be,
// against what the grants themselves say; it returns the reminders.
func compareCertified(t *rapid.T, r *Reader, w *world) (dues []string) {
	var want, got []string
	waiting := 0
	for _, id := range grantIDs(w.grants) {
		g, err := r.Grant(id)
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := g.certified(); ok {
			want = append(want, c.key())
		}
		if g.Waits() {
			waiting++
		}
	}
	slices.Sort(want)
	for after := (Certified{}); ; {
		page, err := r.Certified(after, time.Unix(0, 1<<63-1), 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, c := range page {
			got = append(got, c.key())
		}
		after = page[len(page)-1]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("to be confirmed (-want +got):\n%s", diff)
	}
	scopes, err := r.Recertifications(access.Identifier{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, scope := range scopes {
		c, err := r.Recertification(scope)
		if err != nil || c.Scope != scope || c.Waiting < 1 {
			t.Fatalf("%+v waits: %v", c, err)
		}
		waiting -= c.Waiting
		if d, ok := c.due(); ok {
			dues = append(dues, d.key())
		}
	}
	if waiting != 0 {
		t.Fatalf("%d more wait than are counted", waiting)
	}
	return dues
}

func grantIDs(grants []*event.GrantGiven) (ids []string) {
	for _, g := range grants {
		if !slices.Contains(ids, g.Grant) {
			ids = append(ids, g.Grant)
		}
	}
	return ids
}

// compareWaiting holds the pages of queue names against all of them.
func compareWaiting(t *rapid.T, r *Reader) {
	all, err := r.WaitingQueues("", maxList)
	if err != nil || !slices.IsSorted(all) {
		t.Fatalf("queues %q: %v", all, err)
	}
	var paged []string
	for after := ""; ; {
		page, err := r.WaitingQueues(after, 1)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		paged, after = append(paged, page...), page[0]
	}
	if strings.Join(all, " ") != strings.Join(paged, " ") {
		t.Fatalf("queues by page are %q, not %q", paged, all)
	}
}
