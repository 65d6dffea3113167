package ledger_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// queueOf reads one window.
func queueOf(t testing.TB, l ledger.Ledger, queues []string, f ledger.QueueFilter, cursor string, limit int) (list []string, next string) {
	t.Helper()
	view(t, l, func(r *ledger.Reader) error {
		requests, n, err := r.Queue(queues, f, cursor, limit)
		list, next = ids(requests), n
		return err
	})
	return list, next
}

func want(t testing.TB, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func vendor() []string { return []string{ledger.VendorQueue} }

func TestQueue_IsOrderedByWhenARequestEnteredIt(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	first := submitted("r1", "u", access.Full, "1", access.PendingAdministrator)
	do(t, b, append1(first))
	c.Add(time.Minute)
	do(t, b, append1(submitted("r2", "u", access.Full, "1", access.PendingVendor)))
	c.Add(time.Minute)
	do(t, b, append1(submitted("r3", "u", access.Full, "1", access.PendingAdministrator)))
	c.Add(time.Minute)
	do(t, b, append1(then(first, access.MovePass, access.PendingVendor)))

	list, _ := queueOf(t, b, vendor(), ledger.QueueFilter{}, "", 0)
	want(t, list, []string{"r2", "r1"})
	list, _ = queueOf(t, b, []string{"contract:1"}, ledger.QueueFilter{}, "", 0)
	want(t, list, []string{"r3"})
	view(t, b, func(r *ledger.Reader) error {
		q, err := r.Request("r1")
		want(t, q.Since, c.Now())
		return err
	})
}

func TestQueue_MergesManyQueuesAndPagesThroughThem(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	var all, queues []string
	for i := range 60 {
		contract := fmt.Sprint(i % 7)
		do(t, b, append1(submitted(fmt.Sprintf("r%02d", i), "u", access.Full, contract, access.PendingAdministrator)))
		if contract != "3" { // not asked for
			all = append(all, fmt.Sprintf("r%02d", i))
			queues = append(queues, "contract:"+contract, "contract:empty")
		}
		if i%2 == 0 { // some enter at the same moment
			c.Add(time.Second)
		}
	}
	for _, size := range []int{1, 7, 200} {
		var paged []string
		for cursor, more := "", true; more; more = cursor != "" {
			var list []string
			list, cursor = queueOf(t, b, queues, ledger.QueueFilter{}, cursor, size)
			if len(list) > size {
				t.Fatalf("a window of %d has %d rows", size, len(list))
			}
			paged = append(paged, list...)
		}
		want(t, paged, all)
	}
}

func TestQueue_CursorStaysRightWhileRowsLeaveAndEnter(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	facts := map[string]*event.RequestMoved{}
	enter := func(id string) {
		c.Add(time.Second)
		facts[id] = submitted(id, "u", access.Full, "1", access.PendingVendor)
		do(t, b, append1(facts[id]))
	}
	for i := range 6 {
		enter(fmt.Sprint("r", i))
	}
	list, next := queueOf(t, b, vendor(), ledger.QueueFilter{}, "", 3)
	want(t, list, []string{"r0", "r1", "r2"})
	for _, id := range []string{"r0", "r2", "r3"} { // one shown, the cursor's own, one to come
		do(t, b, append1(then(facts[id], access.MoveApprove, access.Approved)))
	}
	enter("r6")
	list, next = queueOf(t, b, vendor(), ledger.QueueFilter{}, next, 3)
	want(t, list, []string{"r4", "r5", "r6"})
	want(t, next, "")
}

func TestQueue_FiltersByLevelAndCountsThem(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, append1(submitted("r1", "u", access.Full, "1", access.PendingVendor)))
	do(t, b, append1(submitted("r2", "u", access.Downloads, "1", access.PendingVendor)))
	do(t, b, append1(submitted("r3", "u", access.Full, "2", access.PendingAdministrator)))
	do(t, b, append1(submitted("r4", "u", access.Full, "2", access.Denied)))
	list, _ := queueOf(t, b, vendor(), ledger.QueueFilter{Level: access.Downloads}, "", 0)
	want(t, list, []string{"r2"})
	view(t, b, func(r *ledger.Reader) error {
		counts, err := r.QueueCounts([]string{"contract:2", ledger.VendorQueue, "contract:2", "contract:none"})
		want(t, counts, wire.QueueCounts{Total: 3, ByLevel: map[access.Level]int{access.Full: 2, access.Downloads: 1}})
		return err
	})
}

func TestQueue_RefusesACursorThatIsNone(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, func(tx *ledger.Tx) error {
		for _, id := range []string{"u1", "u2"} {
			if err := tx.PutAccount(person(id, id+"@example.com")); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, b, func(r *ledger.Reader) error {
		_, ofAccounts, err := r.Accounts("", "", 1)
		for _, cursor := range []string{"%", "AAAA", ofAccounts, "cQ"} {
			if _, _, err := r.Queue(vendor(), ledger.QueueFilter{}, cursor, 1); !errors.Is(err, ledger.ErrBadCursor) {
				t.Errorf("%q: %v", cursor, err)
			}
		}
		return err
	})
}

// TestQueue_MatchesAModel compares queues that are entered and left at random
// with a sorted list.
func TestQueue_MatchesAModel(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	round := 0
	rapid.Check(t, func(rt *rapid.T) {
		round++ // each has queues of its own
		name := func(n any) string { return fmt.Sprint(round, "-", n) }
		type row struct {
			at   time.Time
			fact *event.RequestMoved
		}
		var model []row
		for i := range rapid.IntRange(1, 40).Draw(rt, "steps") {
			c.Add(time.Duration(rapid.IntRange(0, 2).Draw(rt, "seconds")) * time.Second)
			if len(model) > 0 && rapid.Bool().Draw(rt, "leave") {
				k := rapid.IntRange(0, len(model)-1).Draw(rt, "which")
				do(t, b, append1(then(model[k].fact, access.MoveDeny, access.Denied)))
				model = slices.Delete(model, k, k+1)
				continue
			}
			contract := rapid.SampledFrom([]string{"1", "2", "3"}).Draw(rt, "contract")
			level := rapid.SampledFrom([]access.Level{access.Full, access.Downloads}).Draw(rt, "level")
			d := submitted(name(fmt.Sprintf("r%02d", i)), "u", level, name(contract), access.PendingAdministrator)
			do(t, b, append1(d))
			model = append(model, row{c.Now(), d})
		}
		level := rapid.SampledFrom([]access.Level{"", access.Full, access.Downloads}).Draw(rt, "filter")
		expect := []string{}
		for _, m := range model { // already in order: the clock never goes back, nor do the IDs
			if level == "" || m.fact.Level == level {
				expect = append(expect, m.fact.Request)
			}
		}
		queues := []string{"contract:" + name(1), "contract:" + name(2), "contract:" + name(3)}
		got := []string{}
		size := rapid.IntRange(1, 9).Draw(rt, "window")
		for cursor, more := "", true; more; more = cursor != "" {
			var list []string
			list, cursor = queueOf(t, b, queues, ledger.QueueFilter{Level: level}, cursor, size)
			got = append(got, list...)
		}
		if diff := cmp.Diff(expect, got); diff != "" {
			rt.Fatalf("(-model +queue):\n%s", diff)
		}
	})
}
