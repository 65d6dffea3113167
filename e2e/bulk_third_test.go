package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// asksFor lets a person who holds a contract ask for a user at another company,
// without a browser.
func (s *site) asksFor(email, contract, third string) {
	s.t.Helper()
	who := s.account(email, s.language(email))
	list, err := s.Desk.Grants(s.t.Context(), who, desk.GrantsQuery{Contract: contract})
	if err != nil || len(list.Grants) == 0 {
		s.t.Fatalf("%s holds %+v, %v", email, list.Grants, err)
	}
	_, err = s.Desk.AskForThirdParty(s.t.Context(), who, list.Grants[0].ID, wire.ThirdParty{
		Level: access.Downloads, Email: third, Company: "Operations Ltd", Message: "They operate our network.",
		ApproverEmail: email, ApproverName: "Hana", ApproverCompany: "Asagiri",
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

// A reviewer approves what is asked for two users at other companies together
// with somebody's own request: one purpose and one end date for all.
func TestBulk_ThirdPartiesGetOnePurposeAndOneDay(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	reviewer := s.enter(iris)
	s.account(hana, "en")
	s.holds(hana, "610002")
	s.asksFor(hana, "610002", "sol@operations.example")
	s.asksFor(hana, "610002", "sam@operations.example")
	s.waits(tom)

	reviewer.open("/queue")
	reviewer.press("Select all shown (3)")
	reviewer.press("Approve")
	reviewer.sees("Shown to the users at other companies (2 requests)")
	reviewer.press("Approve: 3 requests")
	reviewer.sees("Enter what the access is for")
	reviewer.fillID("batch-purpose", "Maintenance of contract 610002")
	reviewer.press("Approve: 3 requests")
	reviewer.sees("Do not name the contract")
	reviewer.fillID("batch-purpose", "Maintenance of the network")
	reviewer.press("Give the access an end date (optional)")
	reviewer.sees("Applies to all access granted by this decision")
	reviewer.setDay("batch-ends_on", 30)
	reviewer.shot("check")
	reviewer.run("take a telephone", chromedp.EmulateViewport(390, 844))
	reviewer.shot("check-narrow")
	reviewer.press("Approve: 3 requests")
	reviewer.sees("Nothing is sent yet")
	reviewer.click("#batch-now")
	reviewer.sees("3 of 3 done")
	reviewer.until("ask anew the next time", `document.getElementById("batch-purpose")?.value !== "Maintenance of the network"`)

	for _, email := range []string{"sol@operations.example", "sam@operations.example"} {
		list, err := s.Desk.Grants(t.Context(), s.account(email, "en"), desk.GrantsQuery{})
		if err != nil || len(list.Grants) != 1 || list.Grants[0].Purpose != "Maintenance of the network" || list.Grants[0].EndsAt.IsZero() {
			t.Errorf("%s has %+v, %v", email, list.Grants, err)
		}
	}
}

// The same question in Japanese.
func TestBulk_ThirdPartiesInJapanese(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterIn(iris, "ja", 1280)
	s.holds(hana, "610002")
	s.asksFor(hana, "610002", "sol@operations.example")
	p.open("/queue")
	p.press("表示中をすべて選択（1 件）")
	p.press("承認")
	p.sees("他社のユーザ（1 件）のご本人に表示されます")
	p.press("承認: 1 件")
	p.sees("利用目的を入力してください")
	p.shot("check")
	p.fillID("batch-purpose", "支社ネットワークの保守運用")
	p.press("承認: 1 件")
	p.sees("まだ送信されていません")
	p.press("取り消す")
	p.gone("まだ送信されていません")
	p.press("承認")
	p.sees("他社のユーザ（1 件）のご本人に表示されます")
	p.until("still have what was typed", `document.getElementById("batch-purpose").value === "支社ネットワークの保守運用"`)
}
