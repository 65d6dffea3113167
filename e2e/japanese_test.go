package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// The same way in Japanese and on a telephone, in the guide's words.
func TestJapanese_TheGuidesWayOnANarrowScreen(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(hana, "ja")
	s.account(sakura, "ja")
	p := newPerson(t, s.URL(), "hana")
	p.run("take a telephone", chromedp.EmulateViewport(390, 844))
	p.open("/signin")
	p.press("日本語")
	p.sees("電子メールアドレス")
	p.fillID("signin-email", hana)
	p.fillID("signin-password", s.password)
	p.click("#signin-send")
	p.ready("/")
	p.until("be a Japanese page", `document.documentElement.lang === "ja"`)
	p.open("/access")
	p.sees("サービス&サポート")
	p.shot("access")
	p.press("アクセス権の追加")
	p.ready("/access/add")
	p.click("#level-full")
	p.shot("add")
	p.press("検索")
	p.ready("/access/add/full")
	p.kind("full", "contracts")
	p.fillID("contracts", "契約番号：６１０００１、６１００１０")
	p.sees("入力された番号") // it pushes down what is below
	p.choose("サービスの説明の条項を確認し")
	p.shot("form")
	p.click("#continue")
	p.sees("入力内容の確認")
	p.press("送信")
	p.path("/submissions/")
	p.sees("承認済み/追加済み")
	p.sees("契約管理者による確認待ち")
	p.shot("result")
	p.open("/access")
	p.sees("1 件中 1 ～ 1 件を表示")
	p.shot("current")
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
}
