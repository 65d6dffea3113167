package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"accord/server/portal"
)

// Guide ja, chapter 7: bill-to IDs for ordering alone, in the guide's words.
func TestOrdering_GuideChapter7InJapanese(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, reviewer := s.enterIn(tom, "ja", 1280), s.enter(iris)
	customer.open("/access")
	customer.press("オーダリングツール")
	customer.path("/access/ordering")
	customer.sees("商取引のアクセス")
	customer.sees("契約の表示アクセス")
	customer.sees("カスタマーサービスハブからケースオープン")
	customer.shot("form")
	customer.fillID("bill_tos", "５２０００００１０１、abc")
	customer.sees("2 件中 1 件は送信できません")
	customer.choose("サービスの説明の条項を確認し")
	customer.press("正しい 1 件だけで次へ進む")
	customer.sees("入力内容の確認")
	customer.sees("5200000101")
	customer.shot("check")
	customer.press("送信")
	customer.path("/submissions/")
	customer.sees("による確認待ち")
	customer.sees("担当者が確認の上ご連絡します")
	customer.mark()
	customer.shot("pending")

	reviewer.open("/queue?level=ordering")
	reviewer.sees("5200000101")
	reviewer.approve()

	customer.sees("承認済み/追加済み")
	customer.sees("注文を作成する")
	customer.unreloaded()
	customer.open("/access")
	customer.sees("5200000101")
	customer.sees("オーダリング")
	customer.shot("current")
	customer.open("/access/ordering")
	customer.fillID("bill_tos", "5200000101")
	customer.sees("入力された番号") // it pushes down what is below
	customer.choose("サービスの説明の条項を確認し")
	customer.click("#continue")
	customer.sees("入力内容の確認")
	customer.press("送信")
	customer.path("/submissions/")
	customer.sees("登録不可")
	customer.sees("再度登録の必要はありません")
}

// A programme from its tab to Approved, and the one that nobody has to decide.
func TestProgram_FromItsTabToApproved(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, reviewer := s.enter(hana), s.enter(iris)
	customer.open("/access")
	customer.press("CCIE")
	customer.path("/access/tabs/ccie")
	customer.sees("Certificate registration")
	customer.shot("tab")
	customer.click("#request-ccie")
	customer.path("/access/programs/ccie")
	customer.fillID("identifiers", "CCIE 12345")
	customer.sees("What you entered") // it pushes down what is below
	customer.choose("I have reviewed and agree")
	customer.click("#continue")
	customer.sees("is not in the right format")
	customer.shot("fault")
	customer.fillID("identifiers", "１２３４５")
	customer.click("#continue")
	customer.sees("Check your answers")
	customer.press("Submit")
	customer.path("/submissions/")
	customer.sees("CCIE or CCDE registration: 12345")
	customer.sees("reviews every request for this programme")
	customer.mark()
	customer.shot("pending")

	reviewer.open("/queue?level=program")
	reviewer.press("Review")
	reviewer.path("/queue/")
	reviewer.sees("For people with an expert certification")
	reviewer.sees("Use the pages for certified experts")
	reviewer.shot("decide")
	reviewer.click("#decide-approve")
	reviewer.press("Yes, approve")

	customer.sees("Approved / added")
	customer.sees("Use the pages for certified experts")
	customer.unreloaded()
	customer.shot("approved")
	customer.open("/access")
	customer.sees("CCIE or CCDE registration: 12345")
	customer.shot("current")

	customer.open("/access/programs/certificate")
	customer.fillID("identifiers", "cert10203040")
	customer.sees("What you entered") // it pushes down what is below
	customer.choose("I have reviewed and agree")
	customer.click("#continue")
	customer.sees("Check your answers")
	customer.press("Submit")
	customer.path("/submissions/")
	customer.sees("Approved / added")
}

// An operator's own file: other tabs, another programme, no code.
func TestProgram_OfAnOperatorsOwnFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "own.json")
	text := `{
 "tabs": [
  {"id": "services", "label": {"en": "Contracts", "ja": "契約"}},
  {"id": "lab", "label": {"en": "Laboratory", "ja": "ラボ"}}
 ],
 "programs": [
  {"id": "bench", "tab": "lab", "label": {"en": "Test bench", "ja": "テストベンチ"},
   "about": {"en": "Reserve a bench of {vendor}.", "ja": "{vendor} のベンチを予約できます。"},
   "identifier": {"label": {"en": "Bench code", "ja": "ベンチコード"}, "hint": {"en": "On the door.", "ja": "ドアに記載。"},
    "format": "LAB-[A-Z]{2}", "example": "LAB-AX", "max": 3},
   "decides": "nobody", "grants": {"en": "Reserve the bench", "ja": "ベンチを予約する"}}
 ]
}`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newSite(t, func(c *portal.Config) { c.Programs = file })
	customer := s.enterIn(hana, "ja", 390)
	customer.open("/access")
	customer.gone("オーダリングツール")
	customer.press("ラボ")
	customer.path("/access/programs/bench")
	customer.sees("Aster Networks のベンチを予約できます。")
	customer.fillID("identifiers", "ｌａｂ－ａｘ、LAB-BX")
	customer.sees("入力された番号") // it pushes down what is below
	customer.choose("サービスの説明の条項を確認し")
	customer.shot("form")
	customer.click("#continue")
	customer.sees("入力内容の確認")
	customer.sees("LAB-AX")
	customer.press("送信")
	customer.path("/submissions/")
	customer.sees("承認済み/追加済み")
	customer.sees("ベンチを予約する")
	customer.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
}

// Guide ja, chapters 8 and 9, and guide en, 1: links and contacts, also for who
// cannot sign in.
func TestHelp_LinksAndContactsInBothLanguages(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "anyone")
	p.open("/signin")
	p.sees("Sign-in and account help")
	p.shot("signin")
	p.press("All links and contacts")
	p.path("/help")
	p.sees("Open a case at the Customer Service Hub")
	p.sees("Technical services guide")
	p.shot("en")
	p.press("日本語")
	p.sees("その他各種リンク")
	p.sees("ご購入元販売店へお問合せください。")
	p.sees("音声ガイダンス: #2 → #3")
	p.shot("ja")
	p.run("take a telephone", chromedp.EmulateViewport(390, 844))
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	p.shot("ja-narrow")

	customer := s.enter(hana)
	customer.open("/")
	customer.sees("Guide to access levels and rights")
	customer.shot("home")
	customer.open("/access")
	customer.sees("Technical services guide")
	customer.shot("access")
}

// What was typed for one programme is not found in the form of the next, whose
// tab was pressed from within the field; it waits where it was typed.
func TestProgram_WhatWasTypedStaysInItsForm(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	field := func(condition string) string {
		return `performance.now() > (window.since ??= performance.now()) + 500 && document.getElementById("identifiers")?.value === ` + condition
	}
	customer.open("/access/programs/partner")
	customer.until("have the form", `!!document.getElementById("identifiers")`)
	customer.run("go to the field", front(), chromedp.Focus(chromedp.CSS("#identifiers")), inserted("ABC-123"))
	customer.press("Smart Services")
	customer.path("/access/programs/smart_services")
	customer.until("have nothing in it", field(`""`))
	customer.press("Partner")
	customer.path("/access/programs/partner")
	customer.until("have it again", field(`"ABC-123"`))
}
