package page

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestFirst(t *testing.T) {
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	settings := wire.Settings{Vendor: "Aster Networks", Now: now, Demo: []wire.DemoSignIn{{Who: "customer", Email: "hana@asagirino.example", Password: "demo"}}}
	hana := &wire.Me{ID: "a-1", Profile: wire.Profile{GivenName: "Hana", FamilyName: "Mori", Language: "en"}}
	requests := &wire.RequestList{Total: 1, Requests: []wire.Request{{
		ID: "r-1", Reference: "A-7K3M9Q-1", Status: access.PendingVendor, Level: access.Full, Seq: 3,
		Identifier: access.Identifier{Kind: access.KindContract, Value: "610001"}, ChangedAt: now.Add(-time.Hour)}}}
	for name, test := range map[string]struct {
		path  string
		lang  i18n.Lang
		first wire.First
		want  []string
		not   string
	}{
		"SignInIsAFormThatWorksByItself": {path: "/signin?next=%2Faccess", lang: i18n.English, first: wire.First{Settings: settings},
			want: []string{`method="post"`, `id="signin-email"`, `name="password"`, `value="hana@asagirino.example"`, `data-window="Sign in`}, not: "spinner"},
		"ARefusedSignInSaysWhyAndKeepsTheAddress": {path: "/signin", lang: i18n.Japanese,
			first: wire.First{Settings: settings, Refused: &wire.Refused{Problem: wire.Problem{Code: wire.CodeBadCredentials}, Email: `"><b>@x`}},
			want:  []string{`id="error-summary"`, `value="&#34;&gt;&lt;b&gt;@x"`, i18n.T(i18n.Japanese, "problem.bad_credentials.detail")}},
		"ASignInBeforeTheMailedLinkSaysThatItComesFirst": {path: "/signin?confirm=old", lang: i18n.English,
			first: wire.First{Settings: settings, Refused: &wire.Refused{Email: "noa@x.example",
				Problem: wire.Problem{Code: wire.CodeEmailUnconfirmed, Until: now.Add(time.Hour)}}},
			want: []string{`id="confirmation"`, "The link that you opened no longer works. Use the one in our latest email to noa@x.example."}, not: "error-summary"},
		"HomeShowsWhereAPersonStands": {path: "/", lang: i18n.English, first: wire.First{Settings: settings, Me: hana, Requests: requests, Grants: &wire.GrantList{}},
			want: []string{"610001", "Hana Mori"}, not: "spinner"},
		"TheRequestsAreTheSameCards": {path: "/access/requests", lang: i18n.English, first: wire.First{Settings: settings, Me: hana, Requests: requests},
			want: []string{"A-7K3M9Q-1", `value="PendingVendor"`, "1 hour ago"}, not: "spinner"},
		"AnEmptyAccessSaysSo": {path: "/access", lang: i18n.English, first: wire.First{Settings: settings, Me: hana, Grants: &wire.GrantList{}},
			want: []string{i18n.T(i18n.English, "grant.empty")}, not: "spinner"},
		"AnyOtherPageHasItsFrame": {path: "/queue/r-1", lang: i18n.English, first: wire.First{Settings: settings, Me: hana},
			want: []string{"Hana Mori", "spinner", `class="nav"`}},
		"AnswersThatFailedAreAskedForLater": {path: "/", lang: i18n.English, first: wire.First{Settings: settings, Me: hana},
			want: []string{"Hana Mori", "spinner"}},
	} {
		t.Run(name, func(t *testing.T) {
			at, err := url.Parse(test.path)
			if err != nil {
				t.Fatal(err)
			}
			html := First(at, test.lang, session.Zone{}, test.first)
			for _, want := range test.want {
				if !strings.Contains(html, want) {
					t.Errorf("no %q in\n%s", want, html)
				}
			}
			if test.not != "" && strings.Contains(html, test.not) {
				t.Errorf("%q in\n%s", test.not, html)
			}
		})
	}
}

func TestFirst_GivesTheAccessesThatThePageAsksFor(t *testing.T) {
	if got := (grantFind{}).path(); got != wire.PathGrantsFirst {
		t.Errorf("the page asks for %s, the server gives %s", got, wire.PathGrantsFirst)
	}
}
