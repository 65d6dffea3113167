package page

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// opened is the page of one request that a reviewer may decide.
func opened(m session.Model, changes ...func(*wire.QueueItem)) *Decide {
	item := wire.QueueItem{
		Row: waiting("1"), Profile: wire.Profile{Email: "hana@aoba.example", Company: "Aoba Inc.", CompanyLocal: "青葉",
			Address: "1-2-3 Minato", Country: "JP", Phone: "+81 3 1234"},
		Moves: access.Moves(access.PendingVendor, access.ByReviewer), Policy: "2026-11", Generation: 4,
		Facts: wire.ContractFacts{Holder: wire.CompanyName{Name: "Aoba Holdings", NameLocal: "青葉ホールディングス"}, Admins: 2, Contract: &access.ServiceContract{Number: "100200",
			Branding: access.BrandingVendor, Support: access.SupportDirect, Status: access.ContractActive, Starts: noon(), Ends: noon()}},
		Advice: []wire.Similarity{{Company: "Aoba Holdings", Percent: 62}},
		Trace: []wire.RuleResult{
			{Rule: 1, Outcome: wire.OutcomePass, Saw: []wire.Seen{{Fact: "company_given", Value: "yes"}}},
			{Rule: 2, Outcome: wire.OutcomeSkip},
			{Rule: 18, Outcome: wire.OutcomeDecide, Status: access.PendingAction, Reasons: []access.Reason{access.CompanyInsufficient, access.CompanyNameMismatch}},
		},
		Steps: []wire.Step{
			{At: noon().Add(-time.Hour), To: access.PendingAction, By: access.ByRequester, Move: access.MoveSubmit},
			{At: noon(), From: access.PendingAction, To: access.PendingVendor, By: access.ByRequester, Name: "Hana Sato", Move: access.MoveConfirm, Reasons: []access.Reason{access.RequesterConfirmed}},
		},
	}
	for _, change := range changes {
		change(&item)
	}
	return &Decide{m: m, id: item.Row.ID, item: &item}
}

func TestDecidePage_ShowsAllThatADeciderNeeds(t *testing.T) {
	p := opened(reviewer(i18n.English))
	html := expect(t, p.Render(), "Request A-1", "Aoba Inc.", "青葉", "1-2-3 Minato", "Japan", "Aoba Holdings", "62%",
		"Company name differs", "Approve", "Deny", "Ask the requester", "Send to administrator",
		"Policy 2026-11, registry generation 4", "Show the rules that did not apply (1)",
		"Requester confirmed their information", "Direct from the vendor")
	refuse(t, html, "row-rule-2", "Pass to", decideForm)
	p.all = true
	expect(t, p.Render(), "row-rule-2", "Did not apply")
	p.m.Lang = i18n.Japanese
	inThisOrder(t, expect(t, p.Render()), "青葉ホールディングス", "Aoba Holdings")
	expect(t, p.Render(), "判断", "承認", "却下", "申請者に問い合わせ", "判定の経過")
}

// inThisOrder fails unless all the texts stand in a page, one after the other.
func inThisOrder(t *testing.T, html string, texts ...string) {
	t.Helper()
	rest := html
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Fatalf("no %q in its place in:\n%s", text, html)
		}
		rest = after
	}
}

func TestDecidePage_ReasonsAreAllWhileItWaitsAndTheDecisionsOwnAfter(t *testing.T) {
	decided := func(i *wire.QueueItem) {
		i.Row.Status, i.Row.Reasons = access.Approved, []access.Reason{access.VendorApproved}
	}
	for name, want := range map[string][]access.Reason{
		"waits":   {access.RequesterConfirmed, access.CompanyInsufficient, access.CompanyNameMismatch},
		"decided": {access.VendorApproved},
	} {
		p := opened(reviewer(i18n.English), func(i *wire.QueueItem) { i.Row.Reasons = []access.Reason{access.RequesterConfirmed} })
		if name == "decided" {
			decided(p.item)
		}
		if diff := cmp.Diff(want, allReasons(*p.item)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestHistory_IsOldestFirstForWhoDecidesAndForWhoAsked(t *testing.T) {
	steps := []wire.Step{
		{At: noon().Add(-time.Hour), To: access.PendingVendor, By: access.ByRequester, Move: access.MoveSubmit, Reasons: []access.Reason{access.CompanyOther}},
		{At: noon(), From: access.PendingVendor, To: access.Approved, By: access.ByReviewer, Move: access.MoveApprove},
	}
	p := opened(reviewer(i18n.English), func(i *wire.QueueItem) {
		i.Steps, i.Given = steps, &wire.Grant{Revoked: &wire.Revocation{At: noon(), By: access.ByReviewer}}
	})
	inThisOrder(t, app.HTMLString(decideHistory(p.m, *p.item)), "Pending", "Approved", "Revoked")
	own := app.HTMLString(history(customer(i18n.English), wire.Request{Steps: steps}))
	inThisOrder(t, own, "Submitted and evaluated", "Approved")
	if n := strings.Count(own, "Approved"); n != 1 {
		t.Errorf("%d times Approved in %s", n, own)
	}
}

// TestDecidePage_ShowsAllOfWhatNoRuleLookedAt: a request for somebody else or for
// an extension has no trace, and all the rest.
func TestDecidePage_ShowsAllOfWhatNoRuleLookedAt(t *testing.T) {
	unruled := func(i *wire.QueueItem) { i.Policy, i.Trace, i.Generation = "", nil, 0 }
	html := expect(t, opened(reviewer(i18n.English), unruled).Render(), "Aoba Holdings", "1-2-3 Minato", "Requester confirmed their information")
	refuse(t, html, "This device keeps only")
	row := func(i *wire.QueueItem) { *i = wire.QueueItem{Row: i.Row, Profile: i.Profile, Moves: i.Moves} }
	expect(t, opened(reviewer(i18n.English), row).Render(), "This device keeps only")
}

func TestDecidePage_OffersOnlyWhatIsAllowed(t *testing.T) {
	p := opened(reviewer(i18n.English), func(i *wire.QueueItem) { i.Moves = nil })
	html := expect(t, p.Render(), "There is nothing to decide here right now")
	refuse(t, html, "decide-approve")
	p = opened(reviewer(i18n.English), func(i *wire.QueueItem) { i.Moves, i.Profile.Email = nil, "ito@aster.example" })
	expect(t, p.Render(), "This is your own request")
}

func TestDecidePage_SaysUntilWhenAnAccessGoesOn(t *testing.T) {
	p := opened(reviewer(i18n.English), func(i *wire.QueueItem) { i.Extended = &wire.Extended{} })
	p.v = p.v.open(access.MoveApprove)
	expect(t, p.Render(), "until the end date you choose")
	p.v.NoEnd = true
	refuse(t, expect(t, p.Render(), "with no end date"), "the end date you choose")
	p.m.Lang = i18n.Japanese
	expect(t, p.Render(), "期限なしで延長します")
}

func TestDecidePage_ConfirmsInPlace(t *testing.T) {
	p := opened(reviewer(i18n.English))
	p.v = p.v.open(access.MoveDeny)
	html := expect(t, p.Render(), "Hana Sato sees at once that the request is denied, and the reason you enter.", "Insert a template",
		"Company not confirmed", "Yes, deny", "Not yet")
	refuse(t, html, "Yes, approve")
	p.v, _, _ = p.v.send(5, counter())
	expect(t, p.Render(), i18n.T(i18n.English, "invalid."+p.v.Wrong.Code), "has-error")
}

func TestDecidePage_ReadyTextsAreInTheLanguageOfTheirReader(t *testing.T) {
	p := opened(reviewer(i18n.English), func(i *wire.QueueItem) { i.Profile.Language = "ja" })
	for _, key := range append(i18n.QuickKeys("deny"), i18n.QuickKeys("ask")...) {
		if got, want := p.requesterText(key), i18n.T(i18n.Japanese, key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	p.item.Profile.Language = ""
	if got, want := p.requesterText("decide.quick.deny.1"), i18n.T(i18n.English, "decide.quick.deny.1"); got != want {
		t.Errorf("for one who chose no language it is %q, want the decider's %q", got, want)
	}
}

func TestDecidePage_TellsTheSecondWhoWasFirst(t *testing.T) {
	p := opened(reviewer(i18n.English), func(i *wire.QueueItem) { i.Moves = nil; i.Row.Status = access.Approved })
	p.v, _, _ = verdict{}.open(access.MoveDeny).typed("my own reason").send(1, counter())
	p.v = p.v.failed(&wire.Problem{Code: wire.CodeDecided, Args: []string{"Ken Mori", "Approved"}})
	expect(t, p.Render(), "Ken Mori decided first: Approved", "my own reason")
}

func TestDecidePage_SaysWhatChangedWhileItWasOpen(t *testing.T) {
	p := opened(reviewer(i18n.English))
	before := *p.item
	after := before
	after.Row.Status, after.Row.Seq = access.Denied, 12
	after.Steps = append(after.Steps, wire.Step{To: access.Denied, By: access.ByReviewer, Name: "Ken Mori", Move: access.MoveDeny})
	p.news, p.item = p.news.turned(before, after), &after
	expect(t, p.Render(), "Ken Mori changed this request while you had it open", "Denied")
	if news := (decideNews{}).turned(before, before); news.any() {
		t.Errorf("nothing changed, but: %+v", news)
	}
}

func TestDecidePage_OffersTheNextRequestAfterADecision(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"))
	p := opened(m)
	p.v = verdict{}.open(access.MoveApprove).succeeded()
	expect(t, p.Render(), "A-1: Approved", `href="/queue/2"`, "Next request")
	p.m = loaded(reviewer(i18n.English), "", waiting("1"))
	expect(t, p.Render(), "That was the last one")
}

func TestNewer_HearsOfRowsShownNewAndGone(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"))
	if got := newer(m, "1"); got != 5 {
		t.Errorf("newer = %d, want the shown row's 5", got)
	}
	m = heard(m, 12, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "1", Status: access.Denied, Seq: 12}})
	if got := newer(m, "1"); got != 12 {
		t.Errorf("newer = %d, want 12, at which it left", got)
	}
	if got := newer(m, "unknown"); got != 0 {
		t.Errorf("newer = %d for a request nobody spoke of", got)
	}
}

func TestSawValue_WritesDaysAndMomentsAsThePageDoes(t *testing.T) {
	tests := []struct{ fact, value, en, ja string }{
		{"starts", "2025-01-01", "1 Jan 2025", "2025年1月1日"},
		{"issued", "2024-11-15T00:00:00Z", "15 Nov 2024", "2024年11月15日"},
		{"issued", "2024-11-15T06:30:00Z", "Fri, 15 Nov 2024, 06:30 UTC", "2024年11月15日(金) 06:30 UTC"},
		{"now", "2024-11-15T00:00:00Z", "Fri, 15 Nov 2024, 00:00 UTC", "2024年11月15日(金) 00:00 UTC"},
		{"mail_domain", "aoba.example", "aoba.example", "aoba.example"},
	}
	for _, tt := range tests {
		s := wire.Seen{Fact: tt.fact, Value: tt.value}
		if en, ja := sawValue(reviewer(i18n.English), s), sawValue(reviewer(i18n.Japanese), s); en != tt.en || ja != tt.ja {
			t.Errorf("%s %s: got %q, %q", tt.fact, tt.value, en, ja)
		}
	}
}
