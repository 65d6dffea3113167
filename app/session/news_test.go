package session

import (
	"testing"
	"time"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestNews_Text(t *testing.T) {
	tests := []struct {
		name string
		news News
		lang i18n.Lang
		want string
	}{
		{"NothingIsSaidOfNothing", News{}, i18n.English, ""},
		{"OneChangeIsToldInFull", News{Changed: 1, Reference: "A-7K3M9Q-1", Status: access.Approved}, i18n.English, "Request A-7K3M9Q-1: Approved."},
		{"OneChangeIsToldInJapanese", News{Changed: 1, Reference: "A-7K3M9Q-1", Status: access.Approved}, i18n.Japanese, "リクエスト A-7K3M9Q-1: 承認済み。"},
		{"TheVendorIsNamed", News{Changed: 1, Reference: "A-1", Status: access.PendingVendor}, i18n.English, "Request A-1: Pending Vendor review."},
		{"ABurstIsSummedUp", News{Changed: 12, Reference: "A-1", Status: access.Denied}, i18n.English, "12 of your requests changed."},
		{"AnAccessThatComesWithItsRequestIsNotToldTwice", News{Changed: 1, Reference: "A-1", Status: access.Approved, Grants: 1}, i18n.English, "Request A-1: Approved."},
		{"ArrivalsAndDeparturesAreCounted", News{Arrived: 1, Left: 2}, i18n.English, "1 new request in the queue. 2 requests left the queue."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.news.Text(tt.lang, "Vendor"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNext(t *testing.T) {
	tests := []struct{ name, query, want string }{
		{"APageOfThisPortalIsWhereToGo", "next=%2Faccess%2Frequests%3Fstatus%3DDenied", "/access/requests?status=Denied"},
		{"NothingLeadsHome", "", "/"},
		{"AnotherSiteIsNotFollowed", "next=https%3A%2F%2Fevil.example%2F", "/"},
		{"AnotherSiteWithoutASchemeIsNotFollowed", "next=%2F%2Fevil.example", "/"},
		{"ABackslashIsNotFollowed", "next=%2F%5Cevil.example", "/"},
		{"ALineBreakIsNotFollowed", "next=%2F%0A%2Fevil.example", "/"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Next(parse(t, "/signin?"+tt.query)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSignInPath(t *testing.T) {
	tests := []struct{ name, back, left, want string }{
		{"ItLeadsBack", "/requests/r1?x=1", "", "/signin?next=%2Frequests%2Fr1%3Fx%3D1"},
		{"ItLeadsBackAfterTheSessionExpired", "/access", "expired", "/signin?next=%2Faccess"},
		{"WhoSignedOutIsNotLedBack", "/access", "signed_out", "/signin"},
		{"HomeNeedsNoWayBack", "/", "", "/signin"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := SignInPath(parse(t, tt.back), tt.left); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNews_AreSeenWhereThePageShowsThem(t *testing.T) {
	one := News{Changed: 1, Request: "r", Submission: "s"}
	many, grant := News{Changed: 2}, News{Grants: 1}
	for _, tt := range []struct {
		news News
		path string
		want bool
	}{
		{one, "/", true}, {one, "/access/requests", true}, {one, "/requests/r", true}, {one, "/submissions/s", true},
		{one, "/requests/other", false}, {one, "/personal", false}, {one, "/access", false},
		{many, "/access/requests", true}, {many, "/requests/r", false},
		{grant, "/access", true}, {grant, "/access/grants/g", true}, {grant, "/access/requests", false},
	} {
		if got := tt.news.SeenAt(tt.path); got != tt.want {
			t.Errorf("%+v at %s: %v", tt.news, tt.path, got)
		}
	}
}

func TestToast_HoldsThePersonsOwnUntilItIsSeen(t *testing.T) {
	m := Model{News: News{Changed: 1, Request: "r", Reference: "A-1", Status: access.Approved, Arrived: 2}}
	m = Reduce(m, Announced{})
	if m.News.Any() || m.Toast.Request != "r" || m.Toast.Arrived != 0 || m.Toast.Page() != "/requests/r" {
		t.Errorf("after the announcement %+v %+v", m.News, m.Toast)
	}
	m.News = News{Left: 1}
	if m = Reduce(m, Announced{}); m.Toast.Request != "r" {
		t.Errorf("the queue takes the place of one's own: %+v", m.Toast)
	}
	if m = Reduce(m, ToastSeen{}); m.Toast.Any() {
		t.Errorf("seen, and still %+v", m.Toast)
	}
}

func TestNews_WhatOneHasJustSentIsNone(t *testing.T) {
	sent := wire.Request{ID: "r", Reference: "A-1", Status: access.PendingVendor, SubmittedAt: noon(), ChangedAt: noon(), Seq: 1}
	m := Model{Phase: SignedIn}.hearRequest(sent, "e", true)
	if m.News.Any() {
		t.Errorf("told %+v", m.News)
	}
	sent.Status, sent.ChangedAt, sent.Seq = access.Approved, noon().Add(time.Second), 2
	if m = m.hearRequest(sent, "e", true); m.News.Changed != 1 || m.News.Status != access.Approved {
		t.Errorf("told %+v", m.News)
	}
}

func TestNews_OneRequestThatChangesTwiceCountsOnce(t *testing.T) {
	m := Model{Phase: SignedIn}
	for seq, status := range []access.Status{access.PendingVendor, access.Approved} {
		m = m.hearRequest(wire.Request{ID: "r", Reference: "A-1", Status: status, Seq: uint64(seq + 1)}, "e", true)
	}
	if m.News.Changed != 1 || m.News.Status != access.Approved {
		t.Errorf("told %+v", m.News)
	}
}
