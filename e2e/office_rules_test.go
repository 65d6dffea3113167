package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
	"accord/shared/wire"
)

// An administrator approves a mail domain; the next request of somebody there
// is approved at once. A public domain is refused, a denied one denies.
func TestOffice_ADomainRuleDecidesTheNextRequest(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	administrator, consultant := s.enter(sakura), s.enter(pat)

	administrator.open("/office/contract/610001")
	administrator.press("Rules")
	administrator.path("/office/contract/610001/rules")
	administrator.sees("No domain is approved.")
	administrator.shot("none")
	administrator.fillID("approve-value", "gmail.com")
	administrator.click("#approve-do")
	administrator.sees("Anyone can have an address at gmail.com")
	administrator.shot("public")
	administrator.fillID("approve-value", "＠Consultant-Reed.example")
	administrator.click("#approve-do")
	administrator.sees("Requests from consultant-reed.example are approved at once from now on")
	administrator.shot("approved")

	consultant.ask("full", "contracts", "610001")
	consultant.sees("Approved / added")
	administrator.pressIn(".page nav", "Users")
	administrator.sees("Pat Reed")
	administrator.sees("By a rule")

	administrator.pressIn(".page nav", "Rules")
	administrator.press("Remove : consultant-reed.example")
	administrator.sees("no longer approved automatically")
	administrator.fillID("deny-value", "gmail.com")
	administrator.click("#deny-do")
	administrator.sees("Requests from gmail.com are denied at once from now on")
	administrator.click("#rule-lock-do")
	administrator.sees("Lock Contract 610001?")
	administrator.shot("lock")
	administrator.click("#lock-cancel")
	administrator.sees("Not locked: the rules below decide")
	administrator.click("#rule-lock-do")
	administrator.click("#lock-do")
	administrator.sees("Locked: every request goes to an administrator")
	administrator.shot("locked")
	administrator.open("/office")
	administrator.sees("Locked")
}

// A standing approval for one person, and rules in Japanese on a telephone.
func TestOffice_ルールを電話の幅で設定する(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	administrator := s.enterIn(sakura, "ja", 390)
	s.holds(hana, "610001")

	administrator.open("/office")
	administrator.sees("契約管理")
	administrator.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	administrator.shot("list")
	administrator.press("契約 610001")
	administrator.path("/office/contract/610001")
	administrator.sees(hana)
	administrator.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	administrator.shot("users")
	administrator.press("ユーザを追加")
	administrator.sees("契約 610001 にユーザを追加")
	administrator.shot("add")
	administrator.click("#add-cancel")
	administrator.pressIn(".page nav", "ルール")
	administrator.path("/office/contract/610001/rules")
	administrator.fillID("standing-value", "ｐａｔ.reed@consultant-reed.example")
	administrator.setDay("standing-ends_on", 60)
	administrator.click("#standing-do")
	administrator.sees("今後ただちに承認します")
	administrator.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	administrator.shot("rules")
	made, err := s.Desk.Submit(t.Context(), s.account(pat, "en"), wire.Submit{
		Level: access.Full, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true})
	if err != nil || made.Requests[0].Status != access.Approved {
		t.Fatalf("with a standing approval: %+v, %v", made.Requests, err)
	}
	administrator.click("#rule-lock-do")
	administrator.sees("契約 610001 をロックしますか？")
	administrator.shot("lock")
	administrator.click("#lock-cancel")
	administrator.press("取り消す : pat.reed@consultant-reed.example")
	administrator.sees("継続承認を取り消しました")

	administrator.pressIn(".page nav", "契約管理者")
	administrator.path("/office/contract/610001/administrators")
	administrator.sees("レジストリ")
	administrator.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	administrator.shot("administrators")
	administrator.run("take a desk's screen", chromedp.EmulateViewport(1280, 900))
	administrator.shot("administrators wide")
	administrator.open("/office/contract/610001/rules")
	administrator.shot("rules wide")
	administrator.open("/office/contract/610001")
	administrator.sees(hana)
	administrator.shot("users wide")
}

// A company name that held a request up is remembered with the approval; the
// next one of that name goes through, until it is taken back.
func TestOffice_ACompanyNameIsRemembered(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.works(hana, "Asagirino Trading")
	s.works(nao, "Asagirino Trading")
	customer, administrator := s.enter(hana), s.enter(sakura)
	customer.ask("full", "contracts", "610001")
	customer.sees("Pending Further Action")
	customer.click("#account-confirm")
	customer.sees("Pending Contract Administrator Review")

	administrator.open("/queue")
	administrator.press("Review")
	administrator.path("/queue/")
	administrator.click("#decide-approve")
	administrator.sees("Names to remember: Asagirino Trading")
	administrator.choose("Remember this company name for this contract")
	administrator.shot("remember")
	administrator.press("Yes, approve")
	administrator.sees("Approved")
	customer.sees("Approved / added")

	colleague := s.enter(nao)
	colleague.ask("full", "contracts", "610001")
	colleague.sees("Approved / added")

	administrator.open("/office/contract/610001/rules")
	administrator.sees("Asagirino Trading")
	administrator.press("Remove : Asagirino Trading")
	administrator.sees("“Asagirino Trading” is no longer remembered")
	administrator.sees("No names are remembered.")
}

const nao = "nao.shima@asagirino.example" // of the holder's mail domain

// works sets a person's company name.
func (s *site) works(email, company string) {
	s.t.Helper()
	who := s.account(email, "en")
	me, err := s.Desk.Me(s.t.Context(), who)
	if err != nil {
		s.t.Fatal(err)
	}
	p := me.Profile
	p.Company, p.CompanyLocal = company, ""
	if _, err := s.Desk.UpdateProfile(s.t.Context(), who, wire.ProfileChange{Profile: p}); err != nil {
		s.t.Fatal(err)
	}
}
