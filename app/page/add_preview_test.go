package page

import (
	"testing"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// checking is the form at "Check your answers" with an answered preview.
func checking(m session.Model, text string, items ...wire.PreviewItem) *AddForm {
	p := addFormOf(m, filled(text).check())
	p.mend = mend{name: "company", find: func(session.Model) []wire.Request { return nil }}
	p.preview.answer = answer[wire.Preview]{Here: items != nil, Value: wire.Preview{Items: items}}
	return p
}

func TestAddForm_PreviewSaysWhatTheAccountTells(t *testing.T) {
	items := []wire.PreviewItem{
		{Identifier: access.Contract("1001")},
		{Identifier: access.Contract("1002"), Reasons: []access.Reason{access.RequestDuplicate}, DuplicateOf: "r7"},
	}
	html := expect(t, checking(customer(i18n.English), "1001, 1002", items...).Render(), "No problems found in your account",
		"You have already requested this access", `href="/requests/r7"`, "Leave it out", "leave-out-1002", "only your account")
	refuse(t, html, "leave-out-1001", "Checking your account")
	expect(t, checking(customer(i18n.Japanese), "1001, 1002", items...).Render(), "お客様のアカウントに問題はありません", "この番号を除く")
	refuse(t, expect(t, checking(customer(i18n.English), "1002", items...).Render(), "1002"), "Leave it out") // the only one
	expect(t, checking(customer(i18n.English), "1001").Render(), "Checking your account", "Submit")
	failed := checking(customer(i18n.English), "1001")
	failed.preview.answer.Err = &wire.Problem{Code: wire.CodeOffline}
	expect(t, failed.Render(), "You can still submit", "Submit")
}

func TestAddForm_AGapInTheProfileIsMendedBeforeSubmit(t *testing.T) {
	m := customer(i18n.English)
	m.Me = &wire.Me{ID: "me"}
	p := checking(m, "1001", wire.PreviewItem{Identifier: access.Contract("1001"), Reasons: []access.Reason{access.ProfileCompanyMissing}})
	refuse(t, expect(t, p.Render(), "company-edit", "Register your company name and address", "evaluated with them when you submit it"), "eprocess")
	p.mend.open = true
	expect(t, p.Render(), "company-save", "company-address")
}

func TestDraft_DropsANumberWhileChecking(t *testing.T) {
	d := filled("1001, 1002").check().dropped("1001")
	if got := d.submit().Identifiers; len(got) != 1 || got[0] != "1002" || d.Step != stepCheck {
		t.Errorf("asks for %v at step %d", got, d.Step)
	}
}
