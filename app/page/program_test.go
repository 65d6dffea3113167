package page

import (
	"testing"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// offering is a customer of a portal with its own tabs and programmes.
func offering(lang i18n.Lang) session.Model {
	m := customer(lang)
	text := func(en, ja string) wire.Text { return wire.Text{EN: en, JA: ja} }
	program := func(id, tab string) wire.Program {
		return wire.Program{ID: id, Tab: tab, Label: text("Gate "+id, "ゲート"+id), About: text("About the gate", "ゲートについて"),
			Identifier: wire.ProgramIdentifier{Label: text("Gate number", "ゲート番号"), Hint: text("On the gate.", "ゲートに記載。"),
				Format: "G-[0-9]{3}", Example: "G-123", Max: 2},
			Decides: wire.DecidesVendor, Grants: text("Pass the gate", "通行する")}
	}
	m.Settings.Tabs = []wire.Tab{
		{ID: wire.TabServices, Label: text("Services & Support", "サービス&サポート")},
		{ID: wire.TabOrdering, Label: text("Ordering Tools", "オーダリングツール")},
		{ID: "one", Label: text("One", "一")}, {ID: "two", Label: text("Two", "二")},
	}
	m.Settings.Programs = []wire.Program{program("a", "one"), program("b", "two"), program("c", "two")}
	phone := text("0120 (menu: #2)", "0120（#2）")
	m.Settings.Contacts = []wire.Contact{
		{Topics: []string{wire.TopicOrdering}, About: text("Bill-to IDs", "請求先 ID について"), Ways: []wire.Way{{To: "tel:0120", Label: &phone}}},
	}
	m.Settings.Links = []wire.HelpLink{{Label: text("Guide", "ガイド"), URL: "https://aster.example/guide", Show: []string{wire.ShowAccess}}}
	return m
}

func TestManagement_ShowsTheTabsOfTheSettings(t *testing.T) {
	html := expect(t, (&Tab{model: offering(i18n.Japanese), tab: "two"}).Render(), "オーダリングツール", "ゲートb", "ゲートc", "通行する",
		`href="/access/programs/a"`, `href="/access/tabs/two"`, `href="/access/ordering"`)
	refuse(t, html, "ゲートa", "program.")
	expect(t, (&Tab{model: offering(i18n.English), tab: "three"}).Render(), "This portal does not offer this programme")
}

func TestAddForm_OfAProgramme(t *testing.T) {
	m := offering(i18n.English)
	d := newProgramDraft("me", m.Settings.Programs[0])
	p := &AddForm{Level: access.Programme, model: m, program: "a", draft: d}
	expect(t, p.Render(), "Gate a", "About the gate", "Gate number", "Example: G-123", "Up to 2", "Pass the gate", "A representative of Aster Networks")

	d = d.read(access.KindProgram, "g-123 12").agree(true).check()
	p.draft, p.faults = d, d.Problems
	expect(t, p.Render(), "Continue with the 1 valid one", "12", "For example, enter G-123")

	d = d.leaveOut().check()
	p.draft = d
	if s := d.submit(); d.Step != stepCheck || s.Program != "a" || len(s.Identifiers) != 1 || s.Identifiers[0] != "G-123" {
		t.Fatalf("the draft would send %+v", s)
	}
	expect(t, p.Render(), "Check your answers", "Gate a", "Gate number", "G-123")

	p = &AddForm{Level: access.Programme, model: m, program: "gone"}
	expect(t, p.Render(), "This portal does not offer this programme")
}

// Guide ja, 7.
func TestAddForm_OfOrdering(t *testing.T) {
	p := &AddForm{Level: access.Ordering, model: offering(i18n.Japanese), draft: newDraft("me", access.Ordering)}
	html := expect(t, p.Render(), "商取引のアクセス", "貴社の請求先 ID へのアクセス権をリクエストします", "契約の表示アクセス", "オーダリングツール", "0120（#2）")
	refuse(t, html, "特定の契約", "サービス契約番号で検索")
}

func TestHelp_ShowsLinksAndContacts(t *testing.T) {
	expect(t, (&Help{model: offering(i18n.Japanese)}).Render(), "その他各種リンク", "お問い合わせ先", "請求先 ID について", `href="tel:0120"`,
		"ガイド", "aster.example/guide")
	expect(t, (&Help{model: customer(i18n.English)}).Render(), "help@aster.example", "No links have been set up")
}

func TestRequest_OfAProgrammeThatEndedKeepsItsName(t *testing.T) {
	m := offering(i18n.English)
	if got := identifierText(m, access.Program("a", "G-123")); got != "Gate a: G-123" {
		t.Errorf("got %q", got)
	}
	if got := identifierText(m, access.Program("old", "X-1")); got != "old: X-1" {
		t.Errorf("got %q", got)
	}
}
