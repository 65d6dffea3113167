package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// check fills in a level's form and goes to "Check your answers".
func (p *person) check(level, field, text string) {
	p.t.Helper()
	p.typeNumbers(level, field, text)
	p.choose("I have reviewed and agree")
	p.click("#continue")
	p.sees("Check your answers")
}

// Before Submit the customer reads what their own account says of each number,
// and mends it there.
func TestPreview_TheGapAndTheDuplicateAreToldBeforeSubmit(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.ask("downloads", "contracts", "610001")
	customer.check("downloads", "contracts", "610001, 610002, 999999")
	customer.sees("You have already requested this access")
	customer.until("say the same of a known and an unknown number", `(document.querySelector("main").innerText.match(/No problems found in your account/g) || []).length === 2`)
	customer.shot("duplicate")
	customer.click("#leave-out-610001")
	customer.gone("You have already requested this access")
	customer.gone("Checking your account")
	customer.press("Submit")
	customer.path("/submissions/")
	customer.gone("610001")

	gap := s.enter(jo)
	gap.check("full", "contracts", "610009")
	gap.click("#company-edit")
	gap.run("take a telephone", chromedp.EmulateViewport(390, 844))
	gap.shot("gap")
	gap.fillID("company-company", "Quillonworks Robotics Inc.")
	gap.fillID("company-address", "4 Forge Lane, Leeds")
	gap.click("#company-save")
	gap.sees("No problems found in your account")
	gap.shot("mended")
	gap.press("Submit")
	gap.path("/submissions/")
	gap.sees("Approved / added")
}

// The requester's "Why?" in Japanese names nothing of others, before and after a
// person decided; the decider's page stays good as a link.
func TestExplain_TheRequesterReadsWhyInJapanese(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(felix), s.enter(iris)
	customer.ask("full", "contracts", "610010")
	customer.press("日本語")
	customer.sees("リクエストを受け付けました")
	id := script[string](customer, "find the request", `document.querySelector("article.request").id.replace("request-", "")`)
	customer.pressIn("article.request", "この結果の理由")
	customer.path("/requests/")
	customer.sees("入力された番号は Aster Networks に登録されています。")
	customer.sees("結果を決めた項目")
	customer.sees("メールドメイン: velmoralogistics.example")
	customer.shot("why")
	customer.run("take a telephone", chromedp.EmulateViewport(390, 844))
	customer.shot("why-narrow")
	customer.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	for _, other := range []string{"Asagirino", "朝霧野", "sakura"} {
		customer.gone(other)
	}
	administrator.open("/queue/" + id)
	administrator.sees("How it was decided")
	administrator.sees("Copy the link to this page")
	administrator.shot("decider")
	administrator.run("take a telephone", chromedp.EmulateViewport(390, 844))
	administrator.shot("decider-narrow")
}
