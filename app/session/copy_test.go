package session

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/app/live"
	"accord/shared/access"
	"accord/shared/wire"
)

func noon() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// copied is a reviewer's session with everything loaded that the copy holds.
func copiedSession() Model {
	m := Reduce(Model{}, Booted{Now: noon(), Me: &wire.Me{ID: "me", Role: access.RoleReviewer, Position: at(10)}})
	for _, l := range []Loaded{
		{wire.PathRequests, wire.RequestList{Requests: []wire.Request{
			{ID: "a", SubmissionID: "s", Reference: "A-7K-2", Seq: 8}, {ID: "b", SubmissionID: "s", Reference: "A-7K-1", Seq: 9}}, Total: 2, Position: at(10)}},
		{wire.PathGrants + "?page=1&size=10", wire.GrantList{Grants: []wire.Grant{{ID: "g", Seq: 7}}, From: 1, Total: 1, Position: at(10)}},
		{wire.PathQueue + "?limit=50", wire.Queue{Rows: []wire.QueueRow{row("q", 6)}, Counts: wire.QueueCounts{Total: 1}, Position: at(10)}},
		{wire.ConversationPath("me"), wire.ConversationPage{Conversation: wire.Conversation{ID: "me"}, Messages: []wire.Message{{ID: "m1", Conversation: "me", Seq: 5}}}},
	} {
		m = Reduce(m, l)
	}
	return m
}

// again is a start without a network from what the device keeps of a session.
func again(t *testing.T, m Model) Model {
	t.Helper()
	c, ahead := keptCopy(m.copy.text(m.Ahead))
	if c == nil {
		t.Fatal("nothing is kept")
	}
	return Reduce(Model{}, Booted{Me: c.all.Me, Kept: c, Ahead: ahead, Now: noon().Add(3 * time.Hour)})
}

func TestCopy_Answers(t *testing.T) {
	m := again(t, copiedSession())
	answered := map[string]bool{
		wire.PathRequests:                     true,
		wire.PathRequests + "?status=Denied":  true,
		wire.PathRequests + "?find=610001":    false,
		wire.PathRequests + "?cursor=x":       false,
		wire.PathGrants + "?page=1&size=10":   true,
		wire.PathGrants + "?page=2&size=10":   false,
		wire.PathGrants + "?contract=610001":  false,
		wire.PathQueue + "?limit=50":          true,
		wire.RequestPath("a"):                 true,
		wire.RequestPath("another"):           false,
		wire.GrantPath("g"):                   true,
		wire.SubmissionPath("s"):              true,
		wire.ConversationPath("me"):           true,
		wire.ConversationPath("of a request"): false,
		wire.PathPeople:                       false,
	}
	for path, want := range answered {
		if got := m.copy.answer(path) != nil; got != want {
			t.Errorf("%s: answered %t, want %t", path, got, want)
		}
	}
	s := m.copy.answer(wire.SubmissionPath("s")).(wire.Submission)
	if s.Reference != "A-7K" || len(s.Requests) != 2 || s.Requests[0].ID != "b" {
		t.Errorf("the submission is put together as %+v", s)
	}
	if !m.KeptAt.Equal(noon()) || m.Position != at(10) || len(m.Queue.Rows) != 1 {
		t.Errorf("opens with %v of %v and %d rows in the queue", m.Position, m.KeptAt, len(m.Queue.Rows))
	}
}

func TestCopy_FollowsWhatIsHeard(t *testing.T) {
	m := Reduce(copiedSession(), frame(11, changed(request("a", 11, access.Approved)), changed(request("c", 11, access.Denied)),
		left(wire.Left{ID: "q", Seq: 11}), wire.Update{Kind: wire.UpdateMessage, Message: &wire.Message{ID: "m2", Conversation: "me", Seq: 11}}))
	m = again(t, m)
	got := map[string]access.Status{}
	for _, r := range m.copy.requests("").Requests {
		got[r.ID] = r.Status
	}
	if diff := cmp.Diff(map[string]access.Status{"a": access.Approved, "b": "", "c": access.Denied}, got); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
	if len(m.copy.queue("").Rows) != 0 {
		t.Error("what left the queue is kept")
	}
	if talk := m.copy.answer(wire.ConversationPath("me")).(wire.ConversationPage); len(talk.Messages) != 2 {
		t.Errorf("keeps %d messages", len(talk.Messages))
	}
	if m.Position != at(11) {
		t.Errorf("goes on at %v", m.Position)
	}
}

// TestCopy_KeepsMoreThanAPageOfAccesses: what Home and the list load first is a
// page of them, which feeds the copy and takes nothing from it.
func TestCopy_KeepsMoreThanAPageOfAccesses(t *testing.T) {
	page := func(from, n int) wire.GrantList {
		l := wire.GrantList{From: from, Total: 13, Position: at(10)}
		for i := range n {
			l.Grants = append(l.Grants, wire.Grant{ID: strconv.Itoa(from + i), Seq: 7})
		}
		return l
	}
	first := Loaded{wire.PathGrants + "?page=1&size=10", page(1, 10)}
	m := Reduce(Reduce(Model{}, Booted{Now: noon(), Me: &wire.Me{ID: "me", Position: at(10)}}), first)
	if l, ok := m.copy.answer(first.Path).(wire.GrantList); !ok || l.Total != 13 || len(l.Grants) != 10 {
		t.Errorf("a first page gives %+v", l)
	}
	if missing := m.copy.missing(); !slices.Contains(missing, grantsPath()) {
		t.Errorf("only %v is missing", missing)
	}
	m = Reduce(Reduce(m, Loaded{grantsPath(), page(1, 13)}), first)
	if missing := m.copy.missing(); slices.Contains(missing, grantsPath()) {
		t.Error("the rest is asked for again")
	}
	l, ok := again(t, m).copy.answer(wire.PathGrants + "?page=2&size=10").(wire.GrantList)
	if !ok || l.From != 11 || len(l.Grants) != 3 || l.Grants[0].ID != "11" {
		t.Errorf("the second page is %+v", l)
	}
}

func TestCopy_KeepsWhatWasTakenAway(t *testing.T) {
	m := again(t, Reduce(copiedSession(), frame(11, gone(wire.Grant{ID: "g", Seq: 11, Revoked: &wire.Revocation{Reason: access.RevokedOther}}))))
	g, ok := m.copy.answer(wire.GrantPath("g")).(wire.Grant)
	if !ok || g.Revoked == nil || len(m.Grants.Rows) != 0 || len(m.Revoked) != 1 {
		t.Errorf("keeps %+v of %+v", m.Revoked, m.Grants.Rows)
	}
}

func TestCopy_IsWhatNobodyFilters(t *testing.T) {
	m := Reduce(copiedSession(), Loaded{wire.PathRequests + "?status=Denied", wire.RequestList{Position: at(12)}})
	m = Reduce(m, RequestsLoaded{List: wire.RequestList{Position: at(12)}})
	if n := len(again(t, m).Requests.Rows); n != 2 {
		t.Errorf("keeps %d requests", n)
	}
}

func TestCopy_EndsWithTheSession(t *testing.T) {
	if m := Reduce(copiedSession(), Ended{Why: signedOut}); m.copy != nil {
		t.Error("it outlives the session")
	}
	m := Reduce(copiedSession(), MeLoaded{Me: wire.Me{ID: "another"}})
	if m.copy.answer(wire.PathRequests) != nil || m.copy.all.Me.ID != "another" {
		t.Error("another account sees it")
	}
	ended := Reduce(again(t, copiedSession()), Booted{}) // the network is back, and the session is over
	if ended.Phase != SignedOut || ended.copy != nil || ended.Requests.Loaded || ended.Left != "over" {
		t.Errorf("a session that is over still shows %+v", ended)
	}
}

func TestCopy_IsLeftWhenTheLineIsBack(t *testing.T) {
	m := again(t, copiedSession())
	m = Reduce(m, Lined{State: live.Offline, At: noon()})
	if m.KeptAt.IsZero() {
		t.Error("nothing says how old it is")
	}
	back := Reduce(m, Lined{State: live.Live, At: noon()})
	if !back.KeptAt.IsZero() || back.Resets == m.Resets {
		t.Error("what it showed is not loaded again")
	}
}

// After a sleep the line may only look live: the copy is as old as it was.
func TestCopy_IsTrueAsLongAsTheLineIsHeard(t *testing.T) {
	m := Reduce(copiedSession(), Lined{State: live.Live, At: noon()})
	tests := []struct {
		name        string
		after, want time.Duration
	}{
		{"ATickMovesItOn", tickEvery, tickEvery},
		{"OneOfATabInTheBackgroundToo", time.Minute, tickEvery + time.Minute},
		{"ASleepDoesNot", 8 * time.Hour, tickEvery + time.Minute},
		{"ThenItGoesOn", tickEvery, tickEvery + time.Minute + 8*time.Hour + tickEvery},
	}
	now := noon()
	for _, tt := range tests {
		now = now.Add(tt.after)
		m = Reduce(m, Ticked{Now: now})
		if got := m.copy.At.Sub(noon()); got != tt.want {
			t.Errorf("%s: it is true after %v, want %v", tt.name, got, tt.want)
		}
	}
}
