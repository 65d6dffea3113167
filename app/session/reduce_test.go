package session

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/app/live"
	"accord/shared/access"
	"accord/shared/wire"
)

func at(seq uint64) wire.Position { return wire.Position{Epoch: "e", Seq: seq} }

func request(id string, seq uint64, s access.Status) wire.Request {
	return wire.Request{ID: id, Reference: "A-" + id, Status: s, Seq: seq}
}

func row(id string, seq uint64) wire.QueueRow { return wire.QueueRow{ID: id, Seq: seq} }

// signedInAt is a person whose lists were loaded at a position.
func signedInAt(seq uint64, requests []wire.Request, rows []wire.QueueRow) Model {
	m := Reduce(Model{}, Booted{Me: &wire.Me{ID: "me", Position: at(seq)}})
	m = Reduce(m, RequestsLoaded{List: wire.RequestList{Requests: requests, Total: len(requests), Position: at(seq)}})
	return Reduce(m, QueueLoaded{Queue: wire.Queue{Rows: rows, Position: at(seq), Counts: wire.QueueCounts{Total: len(rows)}}})
}

func frame(seq uint64, updates ...wire.Update) Heard {
	return Heard{Frames: []wire.Frame{{Position: at(seq), Updates: updates}}}
}

func changed(r wire.Request) wire.Update {
	return wire.Update{Kind: wire.UpdateRequest, Request: &r}
}

func entered(r wire.QueueRow) wire.Update { return wire.Update{Kind: wire.UpdateRow, Row: &r} }

func left(l wire.Left) wire.Update { return wire.Update{Kind: wire.UpdateLeft, Left: &l} }

func statuses(m Model) map[string]access.Status {
	s := map[string]access.Status{}
	for _, r := range m.Requests.Rows {
		s[r.ID] = r.Status
	}
	return s
}

func TestReduce_Requests(t *testing.T) {
	start := signedInAt(10, []wire.Request{request("b", 9, access.Denied), request("a", 8, access.PendingVendor)}, nil)

	t.Run("AChangeReplacesItsRowInPlaceAndIsHighlighted", func(t *testing.T) {
		m := Reduce(start, frame(11, changed(request("a", 11, access.Approved))))
		want := map[string]access.Status{"a": access.Approved, "b": access.Denied}
		if diff := cmp.Diff(want, statuses(m)); diff != "" {
			t.Errorf("rows (-want +got):\n%s", diff)
		}
		if m.Requests.Rows[1].ID != "a" || !m.Requests.IsChanged("a") || m.Requests.IsChanged("b") {
			t.Errorf("row a moved or is not the one highlighted: %+v", m.Requests)
		}
		if m.Position != at(11) {
			t.Errorf("position = %v, want 11", m.Position)
		}
	})
	t.Run("TheOldModelStaysAsItWas", func(t *testing.T) {
		Reduce(start, frame(11, changed(request("a", 11, access.Approved))))
		if start.Requests.Rows[1].Status != access.PendingVendor || start.Position != at(10) {
			t.Errorf("the old model changed: %+v", start.Requests.Rows)
		}
	})
	t.Run("AFrameThatWasHeardBeforeChangesNothing", func(t *testing.T) {
		m := Reduce(start, frame(11, changed(request("a", 11, access.Approved))))
		m = Reduce(m, frame(9, changed(request("a", 9, access.PendingVendor))))
		if got := statuses(m)["a"]; got != access.Approved {
			t.Errorf("status of a = %s, want Approved", got)
		}
	})
	t.Run("ANewRequestWaitsUntilItIsAskedFor", func(t *testing.T) {
		m := Reduce(start, frame(12, changed(request("c", 12, access.PendingAction))))
		if len(m.Requests.Rows) != 2 || len(m.Requests.Fresh) != 1 || m.Requests.Total != 3 {
			t.Fatalf("rows %d, fresh %d, total %d; want 2, 1, 3", len(m.Requests.Rows), len(m.Requests.Fresh), m.Requests.Total)
		}
		m = Reduce(m, FreshShown{})
		if m.Requests.Rows[0].ID != "c" || len(m.Requests.Fresh) != 0 {
			t.Errorf("the new request is not on top: %+v", m.Requests.Rows)
		}
	})
	t.Run("APageThatLoadedARequestItselfSeesTheNewer", func(t *testing.T) {
		m := Reduce(start, frame(13, changed(request("z", 13, access.Denied))))
		if got := m.Latest(request("z", 5, access.PendingVendor)).Status; got != access.Denied {
			t.Errorf("older copy shows %s, want Denied", got)
		}
		if got := m.Latest(request("z", 14, access.Approved)).Status; got != access.Approved {
			t.Errorf("newer copy shows %s, want its own Approved", got)
		}
	})
	t.Run("OnesOwnMoveIsShownAndNotAnnounced", func(t *testing.T) {
		m := Reduce(start, RequestMoved{Request: request("a", 11, access.Cancelled)})
		m = Reduce(m, frame(11, changed(request("a", 11, access.Cancelled))))
		if statuses(m)["a"] != access.Cancelled || m.News.Any() {
			t.Errorf("status %s, news %+v; want Cancelled and no news", statuses(m)["a"], m.News)
		}
	})
	t.Run("AnAnswerThatAChangeHasOvertakenDoesNotBringTheOldBack", func(t *testing.T) {
		m := Reduce(start, frame(12, changed(request("a", 11, access.Approved)), changed(request("c", 12, access.PendingVendor))))
		m = Reduce(m, RequestsLoaded{List: wire.RequestList{Requests: start.Requests.Rows, Total: 2, Position: at(10)}})
		if got := statuses(m)["a"]; got != access.Approved {
			t.Errorf("status of a = %s, want Approved", got)
		}
		if len(m.Requests.Fresh) != 1 || m.Requests.Total != 3 {
			t.Errorf("fresh %d, total %d; want 1, 3", len(m.Requests.Fresh), m.Requests.Total)
		}
	})
	t.Run("WhatCameBeforeTheFirstAnswerIsNotLost", func(t *testing.T) {
		m := Reduce(Model{}, Booted{Me: &wire.Me{ID: "me", Position: at(10)}})
		m = Reduce(m, frame(11, changed(request("a", 11, access.Approved))))
		m = Reduce(m, RequestsLoaded{List: wire.RequestList{Requests: []wire.Request{request("a", 9, access.PendingVendor)}, Total: 1, Position: at(10)}})
		if got := statuses(m)["a"]; got != access.Approved || len(m.Requests.Fresh) != 0 {
			t.Errorf("status of a = %s with %d waiting, want Approved and none", got, len(m.Requests.Fresh))
		}
	})
	t.Run("TooManyNewRowsAskForANewLoad", func(t *testing.T) {
		m := start
		for i := range uint64(waiting + 1) {
			m = Reduce(m, frame(20+i, changed(request(string(rune('c'+i)), 20+i, access.Denied))))
		}
		if len(m.Requests.Fresh) != waiting || !m.Requests.Stale {
			t.Errorf("waiting %d stale %v; want %d and stale", len(m.Requests.Fresh), m.Requests.Stale, waiting)
		}
	})
	t.Run("WhatTheLoadedListHoldsAlreadyIsNotAnnounced", func(t *testing.T) {
		m := signedInAt(10, nil, nil)
		m = Reduce(m, RequestsLoaded{List: wire.RequestList{Requests: []wire.Request{request("a", 20, access.Approved)}, Position: at(20)}})
		m = Reduce(m, frame(20, changed(request("a", 20, access.Approved))))
		if m.News.Any() || m.Requests.IsChanged("a") {
			t.Errorf("news %+v, changed %v; want none", m.News, m.Requests.Changed)
		}
	})
}

func TestReduce_Queue(t *testing.T) {
	start := signedInAt(10, nil, []wire.QueueRow{row("a", 3), row("b", 4), row("c", 5)})

	t.Run("ARowThatLeavesStaysInItsPlaceMarkedAsGone", func(t *testing.T) {
		m := Reduce(start, frame(11, left(wire.Left{ID: "b", Status: access.Approved, By: "Kim", Seq: 11})))
		if len(m.Queue.Rows) != 3 || m.Queue.Rows[1].ID != "b" || m.Gone["b"].By != "Kim" || m.Queue.Total != 2 {
			t.Errorf("rows %+v gone %+v total %d", m.Queue.Rows, m.Gone, m.Queue.Total)
		}
	})
	t.Run("ARowThatArrivesWaits", func(t *testing.T) {
		m := Reduce(start, frame(11, entered(row("d", 11))))
		if len(m.Queue.Rows) != 3 || len(m.Queue.Fresh) != 1 || m.News.Arrived != 1 {
			t.Errorf("rows %d fresh %d news %+v", len(m.Queue.Rows), len(m.Queue.Fresh), m.News)
		}
	})
	t.Run("ARowThatArrivesAndLeavesBeforeItWasShownIsForgotten", func(t *testing.T) {
		m := Reduce(start, frame(11, entered(row("d", 11))))
		m = Reduce(m, frame(12, left(wire.Left{ID: "d", Seq: 12})))
		if len(m.Queue.Fresh) != 0 || m.Queue.Total != 3 {
			t.Errorf("fresh %+v total %d; want none and 3", m.Queue.Fresh, m.Queue.Total)
		}
	})
	t.Run("ALateArrivalOfARowThatLeftIsDropped", func(t *testing.T) {
		m := Reduce(start, frame(12, left(wire.Left{ID: "d", Seq: 12})))
		m = Reduce(m, frame(12, entered(row("d", 11))))
		if len(m.Queue.Fresh) != 0 {
			t.Errorf("fresh %+v, want none", m.Queue.Fresh)
		}
	})
	t.Run("ARowThatComesBackIsNotGoneAnyMore", func(t *testing.T) {
		m := Reduce(start, frame(11, left(wire.Left{ID: "b", Seq: 11})))
		m = Reduce(m, frame(12, entered(row("b", 12))))
		if _, gone := m.Gone["b"]; gone || m.Queue.Rows[1].Seq != 12 {
			t.Errorf("gone %+v rows %+v", m.Gone, m.Queue.Rows)
		}
	})
	t.Run("ASecondWindowFollowsTheFirstWithoutDoubles", func(t *testing.T) {
		m := Reduce(start, QueueLoaded{Queue: wire.Queue{Rows: []wire.QueueRow{row("c", 5), row("d", 6)}, Position: at(11)}, More: true})
		if len(m.Queue.Rows) != 4 || m.Queue.Rows[3].ID != "d" || m.Queue.Position != at(10) {
			t.Errorf("rows %+v position %v", m.Queue.Rows, m.Queue.Position)
		}
	})
	t.Run("WhoElseLooksIsKnown", func(t *testing.T) {
		m := Reduce(start, frame(10, wire.Update{Kind: wire.UpdateViewers, Viewers: &wire.Viewers{ID: "a", Names: []string{"Kim"}}}))
		if diff := cmp.Diff([]string{"Kim"}, m.Viewers["a"]); diff != "" {
			t.Errorf("viewers (-want +got):\n%s", diff)
		}
	})
}

func TestReduce_Session(t *testing.T) {
	me := wire.Me{ID: "me", Profile: wire.Profile{Language: "ja"}, Position: at(7)}

	t.Run("SigningInTakesTheAccountsLanguageAndPosition", func(t *testing.T) {
		m := Reduce(Reduce(Model{}, Booted{Lang: "en"}), MeLoaded{Me: me})
		if m.Phase != SignedIn || m.Lang != "ja" || m.Position != at(7) {
			t.Errorf("phase %q lang %q position %v", m.Phase, m.Lang, m.Position)
		}
	})
	t.Run("AChoiceOfLanguageSurvivesAReloadOfTheSamePerson", func(t *testing.T) {
		m := Reduce(Reduce(Model{}, Booted{Me: &me}), LanguageChosen{Lang: "en"})
		if m = Reduce(m, MeLoaded{Me: me}); m.Lang != "en" {
			t.Errorf("lang = %q, want the chosen en", m.Lang)
		}
	})
	t.Run("TheEndForgetsEverythingPersonal", func(t *testing.T) {
		m := signedInAt(10, []wire.Request{request("a", 8, access.Approved)}, []wire.QueueRow{row("q", 2)})
		m = Reduce(m, frame(11, changed(request("b", 11, access.Denied))))
		m = Reduce(m, frame(12, wire.Update{Kind: wire.UpdateSignedOut, ReasonWhy: "revoked"}))
		want := Model{Phase: SignedOut, Left: "revoked", Position: at(12), Line: Line{State: live.Idle}}
		if diff := cmp.Diff(want, m, cmp.AllowUnexported(Model{}, Copy{})); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("TheFirstReasonOfTheEndStays", func(t *testing.T) {
		m := Reduce(Reduce(Model{Phase: SignedIn}, Ended{Why: "role"}), Ended{Why: "expired"})
		if m.Left != "role" {
			t.Errorf("left = %q, want role", m.Left)
		}
	})
	t.Run("AResetMakesEveryListStale", func(t *testing.T) {
		m := Reduce(signedInAt(10, nil, nil), frame(50, wire.Update{Kind: wire.UpdateReset}))
		if !m.Requests.Stale || !m.Grants.Stale || !m.Queue.Stale || m.Resets != 1 {
			t.Errorf("stale %v %v %v resets %d", m.Requests.Stale, m.Grants.Stale, m.Queue.Stale, m.Resets)
		}
	})
	t.Run("AResetOfALedgerThatIsBehindIsHeard", func(t *testing.T) {
		m := Reduce(signedInAt(10, nil, nil), frame(5, wire.Update{Kind: wire.UpdateReset}))
		if m.Resets != 1 || m.Position != at(5) {
			t.Errorf("resets %d at %v", m.Resets, m.Position)
		}
		m = Reduce(m, RequestsLoaded{List: wire.RequestList{Position: at(5)}})
		m = Reduce(m, frame(6, wire.Update{Kind: wire.UpdateRequest, Request: &wire.Request{ID: "r", Seq: 6}}))
		if len(m.Requests.Fresh) != 1 || m.Position != at(6) {
			t.Errorf("what comes then is not heard: %+v at %v", m.Requests, m.Position)
		}
	})
	t.Run("AnotherEpochStartsFromItsOwnPosition", func(t *testing.T) {
		m := signedInAt(10, nil, nil)
		m = Reduce(m, Heard{Frames: []wire.Frame{{Position: wire.Position{Epoch: "new", Seq: 3}, Updates: []wire.Update{{Kind: wire.UpdateReset}}}}})
		if m.Position != (wire.Position{Epoch: "new", Seq: 3}) {
			t.Errorf("position = %v", m.Position)
		}
	})
}

func TestZone_In(t *testing.T) {
	tokyo := Zone{Name: "Asia/Tokyo", Offset: func(time.Time) int { return 9 * 3600 }}
	got := tokyo.In(time.Date(2019, 9, 4, 6, 24, 0, 0, time.UTC)).Format("15:04")
	if got != "15:24" {
		t.Errorf("06:24 UTC in Tokyo = %s, want 15:24", got)
	}
}

func TestReduce_TellsTimesByTheServersClock(t *testing.T) {
	at := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	m := Reduce(Model{}, Booted{Now: at, Ahead: time.Hour})
	m = Reduce(m, Ticked{Now: at.Add(time.Minute)})
	m = Reduce(m, Lined{State: live.Offline, At: at.Add(time.Minute)})
	if want := at.Add(61 * time.Minute); !m.Now.Equal(want) || !m.Line.Since.Equal(want) {
		t.Errorf("now %v, line down since %v, want %v", m.Now, m.Line.Since, want)
	}
	m = Reduce(Reduce(m, Ended{Why: "expired"}), Clocked{Ahead: -time.Minute})
	if want := at; !m.Now.Equal(want) {
		t.Errorf("after the clock was set: now %v, want %v", m.Now, want)
	}
	if m = Reduce(m, Ticked{Now: at}); !m.Now.Equal(at.Add(-time.Minute)) {
		t.Errorf("the next tick: %v", m.Now)
	}
}

// TestReduce_TheQueueKeepsNotAllThatLeft: a page that stays open while thousands
// are decided keeps the last ones struck through, and all that wait.
func TestReduce_TheQueueKeepsNotAllThatLeft(t *testing.T) {
	m := Reduce(Model{Phase: SignedIn}, QueueLoaded{Queue: wire.Queue{Rows: []wire.QueueRow{{ID: "waits", Seq: 1}}, Counts: wire.QueueCounts{Total: 1}, Position: at(1)}})
	seq := uint64(1)
	for i := range 3 * maxGone {
		id := fmt.Sprint("r", i)
		m = Reduce(m, frame(seq+1, wire.Update{Kind: wire.UpdateRow, Row: &wire.QueueRow{ID: id, Seq: seq + 1}}))
		m = Reduce(m, FreshShown{})
		m = Reduce(m, frame(seq+2, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: id, Seq: seq + 2}}))
		seq += 2
	}
	m = Reduce(m, FreshShown{})
	last := fmt.Sprint("r", 3*maxGone-1)
	if n := len(m.Queue.Rows); n != 1+maxStruck || m.Queue.Rows[0].ID != "waits" || m.Queue.Rows[n-1].ID != last {
		t.Errorf("%d rows, the first %s", n, m.Queue.Rows[0].ID)
	}
	for i := range 2 * maxGone { // beyond the window that is shown
		m = Reduce(m, frame(seq+1, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: fmt.Sprint("far", i), Seq: seq + 1}}))
		seq++
	}
	if _, kept := m.Gone[last]; !kept || len(m.Gone) > maxGone+maxStruck {
		t.Errorf("%d are remembered as gone", len(m.Gone))
	}
	if m.Queue.Total != 1 {
		t.Errorf("%d wait", m.Queue.Total)
	}
}
