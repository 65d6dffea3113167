package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// reviewer is a signed-in person of the vendor.
func reviewer(lang i18n.Lang) session.Model {
	m := customer(lang)
	m.Me = &wire.Me{ID: "rev", Role: access.RoleReviewer, Profile: wire.Profile{Email: "ito@aster.example"}}
	return m
}

// waiting is one row of the queue.
func waiting(id string, changes ...func(*wire.QueueRow)) wire.QueueRow {
	row := wire.QueueRow{ID: id, Reference: "A-" + id, Name: "Hana Sato", NameLocal: "佐藤 花", Email: "hana@aoba.example",
		Company: "Aoba Inc.", CompanyLocal: "青葉", Level: access.Full, Identifier: access.Contract("100200"), Contract: "100200",
		Status: access.PendingVendor, Reasons: []access.Reason{access.CompanyInsufficient, access.CompanyNameMismatch, access.EmailDomainMismatch},
		SubmittedAt: noon().Add(-time.Hour), Since: noon().Add(-time.Hour), DueAt: noon().Add(time.Hour), Seq: 5}
	for _, change := range changes {
		change(&row)
	}
	return row
}

// loaded is the queue page of a model that shows the rows.
func loaded(m session.Model, next string, rows ...wire.QueueRow) session.Model {
	return session.Reduce(m, session.QueueLoaded{Queue: wire.Queue{Rows: rows, Next: next,
		Counts:   wire.QueueCounts{Total: len(rows), ByLevel: map[access.Level]int{access.Full: len(rows)}},
		Position: wire.Position{Epoch: "e", Seq: 9}}})
}

// heard is the model after updates of one commit.
func heard(m session.Model, seq uint64, updates ...wire.Update) session.Model {
	return session.Reduce(m, session.Heard{Frames: []wire.Frame{{Position: wire.Position{Epoch: "e", Seq: seq}, Updates: updates}}})
}

func TestQueuePage_ShowsWhoAsksForWhatAndWhy(t *testing.T) {
	p := &Queue{m: loaded(reviewer(i18n.English), "", waiting("1"))}
	html := expect(t, p.Render(), "Requests to review", "Hana Sato", "佐藤 花", "Aoba Inc.", "青葉", "100200", "Full support",
		"Company name differs", "1 hour left", `href="/queue/1"`)
	refuse(t, html, "Email domain differs")
	p.m.Lang = i18n.Japanese
	expect(t, p.Render(), "確認待ちリクエスト", "会社名が一致しません", "残り 1 時間")
}

func TestQueuePage_IsNotForCustomers(t *testing.T) {
	p := &Queue{m: customer(i18n.English)}
	html := expect(t, p.Render(), "contract administrators and reviewers")
	refuse(t, html, "queue-find")
}

func TestQueuePage_StrikesOutWhatLeftInItsPlace(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"))
	m = heard(m, 12, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "1", Status: access.Approved, By: "Ken Mori", Seq: 12}})
	html := expect(t, (&Queue{m: m}).Render(), "Approved by Ken Mori", "gone")
	if strings.Index(html, "row-1") > strings.Index(html, "row-2") {
		t.Error("the rows changed places")
	}
	if diff := cmp.Diff([]string{"2"}, rowIDs(m, groupNone, "")); diff != "" {
		t.Errorf("rows for the cursor (-want +got):\n%s", diff)
	}
}

func TestQueuePage_TheCursorGoesOnFromARowThatLeft(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"), waiting("3"))
	m = heard(m, 12, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "2", Status: access.Approved, By: "Ken Mori", Seq: 12}})
	if got := step(rowIDs(m, groupNone, "2"), "2", 1); got != "3" {
		t.Errorf("the next row after the second is %q", got)
	}
	if got := step(rowIDs(m, groupNone, "1"), "1", 1); got != "3" {
		t.Errorf("the next row that waits after the first is %q", got)
	}
}

func TestQueuePage_AnnouncesWhatArrived(t *testing.T) {
	fresh := waiting("3", func(r *wire.QueueRow) { r.Seq = 12 })
	update := wire.Update{Kind: wire.UpdateRow, Row: &fresh}
	for name, c := range map[string]struct {
		query queueQuery
		next  string
		want  string
	}{
		"AsAButton":            {want: "Show 1 new request"},
		"AtTheEndOfALongQueue": {next: "more", want: "New at the end of the queue: 1"},
		"OfTheLevelLookedFor":  {query: queueQuery{Level: access.Full}, want: "Show 1 new request"},
		"NotOfOtherLevels":     {query: queueQuery{Level: access.Downloads}},
		"NotOfOtherSearches":   {query: queueQuery{Find: "nobody"}},
		"OfTheSearch":          {query: queueQuery{Find: "AOBA"}, want: "Show 1 new request"},
	} {
		t.Run(name, func(t *testing.T) {
			m := heard(loaded(reviewer(i18n.English), c.next, waiting("1")), 12, update)
			html := expect(t, (&Queue{m: m, query: c.query}).Render(), c.want)
			refuse(t, html, "row-3")
			if c.want == "" {
				refuse(t, html, "queue-fresh", "at the end")
			}
		})
	}
}

func TestDeserted_IsAQueueInWhichNothingCanMove(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"))
	if deserted(m) {
		t.Error("a queue with a waiting row counts as empty")
	}
	m = heard(m, 12, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "1", Status: access.Denied, Seq: 12}})
	if !deserted(m) {
		t.Error("a queue whose rows have all left does not count as empty")
	}
}

func TestQueuePage_SaysWhoElseLooks(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1", func(r *wire.QueueRow) { r.Viewers = []string{"Ken Mori"} }))
	expect(t, (&Queue{m: m}).Render(), "Also open by Ken Mori")
	m = heard(m, 12, wire.Update{Kind: wire.UpdateViewers, Viewers: &wire.Viewers{ID: "1", Names: []string{"Ken Mori", "Ai Abe", "Jo"}}})
	expect(t, (&Queue{m: m}).Render(), "Also open by Ken Mori and 2 more")
	m = heard(m, 13, wire.Update{Kind: wire.UpdateViewers, Viewers: &wire.Viewers{ID: "1"}})
	refuse(t, expect(t, (&Queue{m: m}).Render()), "Also open")
}

func TestRemains_SaysHowLongIsLeft(t *testing.T) {
	m := reviewer(i18n.English)
	for name, c := range map[string]struct {
		due  time.Duration
		want remaining
	}{
		"Hours":   {3 * time.Hour, remaining{Text: "3 hours left"}},
		"Soon":    {20 * time.Minute, remaining{Text: "20 minutes left", Soon: true}},
		"Overdue": {-2 * time.Hour, remaining{Text: "overdue by 2 hours", Overdue: true}},
	} {
		t.Run(name, func(t *testing.T) {
			row := waiting("1", func(r *wire.QueueRow) { r.DueAt = noon().Add(c.due) })
			if diff := cmp.Diff(c.want, remains(m, row)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := remains(m, waiting("1", func(r *wire.QueueRow) { r.DueAt = time.Time{} })); got != (remaining{}) {
		t.Errorf("nothing is due, but: %+v", got)
	}
}

func TestAfter_GoesOnWithWhatStillWaits(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"), waiting("3"))
	m = heard(m, 12, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "2", Status: access.Denied, Seq: 12}})
	for id, want := range map[string]string{"1": "3", "2": "3", "3": "1", "unknown": "1"} {
		if row, ok := after(m, id); !ok || row.ID != want {
			t.Errorf("after %s comes %q, want %s", id, row.ID, want)
		}
	}
	if row, ok := after(loaded(reviewer(i18n.English), "", waiting("1")), "1"); ok {
		t.Errorf("after the last one comes %q", row.ID)
	}
}

func TestLeftText_SaysWhatBecameOfARow(t *testing.T) {
	m := reviewer(i18n.English)
	for _, c := range []struct {
		left wire.Left
		want string
	}{
		{wire.Left{Status: access.Approved, By: "Ken"}, "Approved by Ken"},
		{wire.Left{Status: access.Denied, By: "Ken"}, "Denied by Ken"},
		{wire.Left{Status: access.PendingVendor, By: "Ken"}, "Passed on by Ken"},
		{wire.Left{Status: access.PendingAction, By: "Ken"}, "Ken asked the requester"},
		{wire.Left{Status: access.Cancelled, By: "Hana"}, "Cancelled by the requester"},
		{wire.Left{Status: access.Cancelled}, "No longer in this queue"}, // their account was erased
		{wire.Left{Status: access.Expired}, "Expired without an answer"},
		{wire.Left{Status: access.PendingVendor}, "No longer in this queue"},
		{wire.Left{Status: access.Approved}, "No longer in this queue"},
	} {
		if got := leftText(m, c.left); got != c.want {
			t.Errorf("leftText(%+v) = %q, want %q", c.left, got, c.want)
		}
	}
}

func TestQueueQuery_AsksForOneWindow(t *testing.T) {
	q := queueQuery{Find: "青葉 & co", Level: access.Full}
	if got, want := q.path("c1"), "/api/queue?cursor=c1&find=%E9%9D%92%E8%91%89+%26+co&level=full&limit=50"; got != want {
		t.Errorf("path = %s, want %s", got, want)
	}
	if got, want := (queueQuery{}).route(), "/queue"; got != want {
		t.Errorf("route = %s, want %s", got, want)
	}
}

func BenchmarkQueuePage_Render(b *testing.B) {
	rows := make([]wire.QueueRow, queueMost)
	for i := range rows {
		rows[i] = waiting(fmt.Sprint(i))
	}
	p := &Queue{m: loaded(reviewer(i18n.Japanese), "more", rows...)}
	for b.Loop() {
		p.Render()
	}
}
