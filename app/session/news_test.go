package session

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
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
