package page

import (
	"testing"
	"time"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func resultOf(m session.Model, requests ...wire.Request) *Submission {
	p := &Submission{model: m, id: "s1"}
	p.sent = answer[wire.Submission]{Here: true, Value: wire.Submission{
		ID: "s1", Reference: "A-7K3M9Q", Level: access.Full, At: noon(), Requests: requests}}
	p.deeds = deeds{find: func(id string) (wire.Request, bool) { return requestIn(requests, id) }}
	p.confirm = mend{name: "account", find: p.waiting}
	p.company = mend{name: "company", find: p.lacking}
	return p
}

func TestSubmission_GroupsByStatusInTheGuidesWords(t *testing.T) {
	p := resultOf(customer(i18n.English),
		asked("1", access.Approved, access.CompanyMatch),
		asked("2", access.PendingAdministrator, access.DownloadsReview),
		asked("3", access.PendingVendor, access.DownloadsVendorReview),
		asked("4", access.PendingAction, access.CompanyInsufficient),
		asked("5", access.Denied, access.ContractUnknown))
	expect(t, p.Render(), "A-7K3M9Q", "Approved / added", "Open a support case",
		"Pending Contract Administrator Review", "Pending Aster Networks Review", "within 2 hours",
		"Pending Further Action", "Current Aster Networks Account information", "Aoba Inc.", "My information is correct",
		"Denied", "2 of 5 decided", "Contract 1005")
	p.model.Lang = i18n.Japanese
	expect(t, p.Render(), "承認済み/追加済み", "契約管理者による確認待ち", "Aster Networks による確認待ち", "登録不可", "2 時間以内")
}

func TestSubmission_CallsAdministratorsTheRequestersOwnWhereThatIsCertain(t *testing.T) {
	own, other := asked("1", access.PendingAdministrator, access.DownloadsReview), asked("2", access.PendingAdministrator, access.CompanyOther)
	own.Belongs = true
	for _, tt := range []struct {
		name     string
		requests []wire.Request
		says     []string
	}{
		{"Own", []wire.Request{own}, []string{"Pending Your Company Contract Administrator Review", "We are telling your company contract administrators", "Follow up with your company", "Your company&#39;s contract administrators"}},
		{"Other", []wire.Request{other}, []string{"Pending Contract Administrator Review", "We are telling the contract administrators", "If they do not answer"}},
		{"OneOfThemIsNot", []wire.Request{own, other}, []string{"Pending Contract Administrator Review", "We are telling the contract administrators"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := resultOf(customer(i18n.English), tt.requests...)
			html := expect(t, p.Render(), tt.says...)
			if tt.name == "Other" {
				refuse(t, html, "our company contract", "our company&#39;s")
			}
			p.mails.list.Value.Administrators = wire.MailSent
			expect(t, p.Render(), "administrators have been sent an email")
			p.model.Lang = i18n.Japanese
			html = expect(t, p.Render(), "契約管理者による確認待ち", "契約管理者にリクエストをメールで通知しました")
			if tt.name == "Other" {
				refuse(t, html, "貴社", "ご購入元")
			}
		})
	}
}

func TestSubmission_ChangesInPlaceWhenADecisionFalls(t *testing.T) {
	m := customer(i18n.English)
	p := resultOf(m, asked("2", access.PendingAdministrator, access.DownloadsReview))
	refuse(t, expect(t, p.Render(), "0 of 1 decided"), "Approved / added")
	now := asked("2", access.Approved, access.AdminApproved)
	now.Seq = 9
	p.model = session.Reduce(m, session.Heard{Frames: []wire.Frame{{
		Position: wire.Position{Epoch: "e", Seq: 9}, Updates: []wire.Update{{Kind: wire.UpdateRequest, Request: &now}}}}})
	refuse(t, expect(t, p.Render(), "Approved / added", "1 of 1 decided", "changed"), "group-PendingAdministrator")
}

func TestSubmission_MendsADenialWhereItIsShown(t *testing.T) {
	t.Run("MissingCompanyIsRegisteredHere", func(t *testing.T) {
		p := resultOf(customer(i18n.English), asked("1", access.Denied, access.ProfileCompanyMissing))
		html := expect(t, p.Render(), "Register your company name and address")
		refuse(t, html, "reprocess-1")
	})
	t.Run("AnotherLevelIsAskedForInOnePress", func(t *testing.T) {
		r := asked("1", access.Denied, access.TermsPartnerBranded)
		r.Switch = access.Downloads
		expect(t, resultOf(customer(i18n.English), r).Render(), "Request downloads only instead", "switch-1")
	})
	t.Run("ADuplicateLinksToThePendingOne", func(t *testing.T) {
		r := asked("1", access.Denied, access.RequestDuplicate)
		r.DuplicateOf, r.Earlier = "r9", &wire.Earlier{Reference: "A-2B4C6D-2", Identifier: access.Serial("ABC-1")}
		html := expect(t, resultOf(customer(i18n.English), r).Render(), "/requests/r9",
			"See the earlier request A-2B4C6D-2", "Follow the earlier request A-2B4C6D-2 (Product Serial Number ABC-1)")
		refuse(t, html, "reprocess-1")
		expect(t, resultOf(customer(i18n.Japanese), r).Render(), "先のリクエスト A-2B4C6D-2 を見る")
	})
	t.Run("AnEndedContractIsOfferedAgainOnlyWhereItCanHelp", func(t *testing.T) {
		for _, c := range []struct {
			of         *access.Inactive
			want, miss string
		}{
			{nil, "It is active now: check again", "Reprocess the request"},
			{&access.Inactive{Term: access.TermExpired, Day: noon().AddDate(0, 0, -9)}, "It has been renewed: check again", "Reprocess the request"},
			{&access.Inactive{Term: access.TermTerminated}, "It is active now: check again", "Reprocess the request"},
			{&access.Inactive{Term: access.TermNotStarted, Day: noon().AddDate(0, 0, 9)}, "Denied", "reprocess-1"},
			{&access.Inactive{Term: access.TermNotStarted, Day: noon().AddDate(0, 0, -1)}, "Reprocess the request", "check again</"},
		} {
			r := asked("1", access.Denied, access.ContractInactive)
			r.Inactive = c.of
			refuse(t, expect(t, resultOf(customer(i18n.English), r).Render(), c.want), c.miss)
		}
	})
	t.Run("TooNewSaysUntilWhenItIsLookedAtAgain", func(t *testing.T) {
		r := asked("1", access.Denied, access.ContractTooNew)
		r.RetryAt = noon().Add(40 * time.Hour)
		expect(t, resultOf(customer(i18n.English), r).Render(), "We check again automatically until")
	})
}

func TestCard_AsksBeforeItCancels(t *testing.T) {
	p := resultOf(customer(i18n.English), asked("1", access.PendingVendor))
	refuse(t, expect(t, p.Render(), "Cancel this request"), "Yes, cancel it")
	p.deeds.set("1", deed{Sure: true})
	expect(t, p.Render(), "Cancel this request for Contract 1001?", "Yes, cancel it", "No, keep it")
}

func TestCard_SaysWhenTheVendorIsLate(t *testing.T) {
	r := asked("1", access.PendingVendor)
	r.DueAt = noon().Add(-time.Minute)
	expect(t, resultOf(customer(i18n.English), r).Render(), "This is taking longer than promised")
}

func TestCard_OffersNothingThatTheServerDoesNot(t *testing.T) {
	r := asked("1", access.PendingAdministrator)
	r.Moves = nil
	refuse(t, expect(t, resultOf(customer(i18n.English), r).Render(), "Contract 1001"), "cancel-1")
}

func TestRequest_ShowsTheHistoryWithoutNames(t *testing.T) {
	r := asked("1", access.Denied, access.VendorDenied)
	r.Note = "The contract belongs to another company."
	r.Steps = []wire.Step{
		{At: noon(), To: access.PendingVendor, By: access.ByRequester, Move: access.MoveSubmit},
		{At: noon(), From: access.PendingVendor, To: access.Denied, By: access.ByReviewer, Name: "Rin", Move: access.MoveDeny, Note: r.Note},
	}
	p := &Request{model: customer(i18n.English), id: "1", asked: answer[wire.Request]{Here: true, Value: r}}
	p.mend = mend{name: "account", find: func(session.Model) []wire.Request { return []wire.Request{r} }}
	html := expect(t, p.Render(), "A-7K3M9Q-1", "History", "Submitted and evaluated", "The contract belongs to another company.", "/submissions/s1")
	refuse(t, html, "Rin")
}

func TestRequest_SaysThatAnUnknownRequestIsNotThere(t *testing.T) {
	p := &Request{model: customer(i18n.English), id: "x", asked: answer[wire.Request]{Err: &wire.Problem{Code: wire.CodeNotFound}}}
	expect(t, p.Render(), "Request not found", "/access/requests")
}

func TestRequests_ListsWhatTheSessionKnows(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.RequestsLoaded{List: wire.RequestList{
		Total: 2, Next: "more", Requests: []wire.Request{asked("1", access.PendingAction), asked("2", access.Approved)}}})
	p := &Requests{model: m, list: answer[wire.RequestList]{Here: true}}
	expect(t, p.Render(), "2 requests", "A-7K3M9Q-1", "My information is correct", "Check and correct your account information", "Show more")
}

// What was looked for is gone, and the answer for all is on its way.
func TestRequests_SaysOfNobodyWhoLookedForSomethingThatThereIsNone(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.RequestsLoaded{Found: true})
	p := &Requests{model: m, list: answer[wire.RequestList]{Here: true, Busy: true}}
	refuse(t, expect(t, p.Render(), m.T("request.not_found")), m.T("request.empty"))
	p.model = session.Reduce(m, session.RequestsLoaded{})
	refuse(t, expect(t, p.Render(), m.T("request.empty")), m.T("request.not_found"))
}

func TestGlance_ShowsTheLatestRequestsAndTheNumberOfAccesses(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.RequestsLoaded{List: wire.RequestList{
		Total: 1, Requests: []wire.Request{asked("1", access.PendingVendor)}}})
	m = session.Reduce(m, session.GrantsLoaded{List: wire.GrantList{Total: 4}})
	g := &glance{requests: answer[wire.RequestList]{Here: true}, grants: answer[wire.GrantList]{Here: true}}
	expect(t, g.view(m), "Add Access", "4 entries", "Contract 1001", "Pending Aster Networks review")
}

func TestCard_ReadsOutWhyAPressDidNothing(t *testing.T) {
	p := resultOf(customer(i18n.English), asked("1", access.PendingVendor))
	refuse(t, expect(t, p.Render(), "Cancel this request"), `role="alert"`)
	p.deeds.set("1", deed{Err: &wire.Problem{Code: wire.CodeUnavailable}})
	expect(t, p.Render(), `role="alert"`)
}
