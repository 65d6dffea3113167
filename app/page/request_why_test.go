package page

import (
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestWhy_SaysItInWords(t *testing.T) {
	r := asked("1", access.Denied, access.VendorDenied)
	r.Why = &wire.Explanation{At: noon(), Policy: "2026-11", Rules: []wire.RuleResult{
		{Rule: 1, Outcome: wire.OutcomePass, Saw: []wire.Seen{{Fact: "company_given", Value: "yes"}}},
		{Rule: 3, Outcome: wire.OutcomePass},
		{Rule: 18, Outcome: wire.OutcomeDecide, Status: access.PendingAction, Reasons: []access.Reason{access.CompanyNameMismatch},
			Saw: []wire.Seen{{Fact: "mail_domain", Value: "aoba.example"}}},
	}}
	r.Steps = []wire.Step{{At: noon(), By: access.ByRequester, Move: access.MoveSubmit}}
	html := expect(t, app.Div().Body(why(customer(i18n.English), r)), "Why?", "Your profile has a company name and an address",
		"The number you entered is known to Aster Networks", "This decided it", "does not match an entitled company",
		"Your data: Email domain: aoba.example", "Policy 2026-11")
	refuse(t, html, "explain.", "After that, a person decided")
	r.Steps = append(r.Steps, wire.Step{At: noon().Add(time.Hour), By: access.ByReviewer, Move: access.MoveDeny})
	expect(t, app.Div().Body(why(customer(i18n.Japanese), r)), "この結果の理由", "会社名と住所が登録されています", "結果を決めた項目",
		"その後、担当者が判断しました", "メールドメイン: aoba.example")
}
