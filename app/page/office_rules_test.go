package page

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func rulesPage(lang i18n.Lang, rules wire.OfficeRules) *OfficeRules {
	return &OfficeRules{office: shown(administrator(lang), managed(func(v *wire.Office) { v.Rules = rules }))}
}

func TestOfficeRules_SayWhatEachDoesToTheNextRequest(t *testing.T) {
	p := rulesPage(i18n.English, wire.OfficeRules{})
	expect(t, p.Render(), "The first one that applies decides", "Not locked", "Lock the contract", "are denied at once", "No domain is denied",
		"approved at once, whatever the company", "No domain is approved", "No standing approvals", "No names are remembered",
		"do not change existing access")
	p.office.m.Lang = i18n.Japanese
	expect(t, p.Render(), "契約をロックする", "ただちに却下します", "継続承認はありません", "記憶した会社名はありません")
}

func TestOfficeRules_ShowWhatIsSet(t *testing.T) {
	p := rulesPage(i18n.English, wire.OfficeRules{Locked: true, Deny: []string{"rival.example"}, Approve: []string{"aoba.example"},
		Names: []string{"青葉商店"}, Standing: []wire.Standing{
			{Value: "mio@ops.example", Name: "Mio Abe", EndsAt: noon().AddDate(0, 1, 0)},
			{Value: "ops.example", EndsAt: noon().AddDate(0, 0, -1)}, {Value: "always.example"}}})
	expect(t, p.Render(), "Locked: every request goes to an administrator", "Unlock the contract", `id="take-deny-rival.example"`, ": rival.example",
		"aoba.example", "青葉商店", "mio@ops.example", "Mio Abe", "1 Jan 2027", "Ended", "no end date")
}

func TestOfficeRules_AskBeforeTheyAreOverruled(t *testing.T) {
	p := rulesPage(i18n.English, wire.OfficeRules{})
	expect(t, p.Render(), "Lock Contract 610001?", "Every request then goes to a contract administrator", "You can unlock the contract at any time", `id="lock-do"`)
	p.office.m.Lang = i18n.Japanese
	expect(t, p.Render(), "契約 610001 をロックしますか？", "ロックはいつでも解除できます")
}

func TestOfficeRules_AreForContracts(t *testing.T) {
	p := rulesPage(i18n.English, wire.OfficeRules{})
	p.office.scope = access.BillTo("53")
	html := expect(t, p.Render(), "Rules are for contracts", "A person decides every request for a bill-to ID")
	refuse(t, html, "Lock the contract")
}

func TestOfficeRules_AFaultStandsBesideItsField(t *testing.T) {
	p := rulesPage(i18n.English, wire.OfficeRules{})
	f := p.formOf(ruleApprove)
	f.found, f.refused = []wire.FieldError{{Field: "value", Code: "domain.public", Args: []string{"gmail.com"}}}, true
	expect(t, p.Render(), `id="approve-value-error"`, "Anyone can have an address at gmail.com")
}

func TestSameRules(t *testing.T) {
	a := wire.OfficeRules{Deny: []string{"a.example"}, Standing: []wire.Standing{{Value: "b.example", EndsAt: noon()}}}
	b := wire.OfficeRules{Deny: []string{"a.example"}, Standing: []wire.Standing{{Value: "b.example", EndsAt: noon().AddDate(0, 0, 1)}}}
	if !sameRules(a, a) || sameRules(a, b) || sameRules(a, wire.OfficeRules{}) {
		t.Error("rules are compared wrongly")
	}
}
