package e2e

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// gives writes an access to 610001 that ends after a while.
func (s *site) gives(email string, ends time.Duration) event.GrantGiven {
	s.t.Helper()
	who := s.account(email, s.language(email))
	g := event.GrantGiven{Grant: "g-" + who.Account, Account: who.Account, Level: access.Full, Scope: access.Contract("610001")}
	_, err := s.Desk.Ledger.Do(s.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		g.Starts, g.Ends = tx.Now(), tx.Now().Add(ends)
		_, err := tx.Append(&g)
		return nil, err
	}})
	if err != nil {
		s.t.Fatal(err)
	}
	return g
}

// lives lets a moment come, and the portal do what is due then.
func (s *site) lives(p *person, until time.Time) {
	s.t.Helper()
	p.until("live until "+until.String(), fmt.Sprintf(`Date.now() > %d`, until.UnixMilli()))
	if _, err := s.Desk.Tick(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

// An access ends on the page at its moment, and goes on by one press and an
// administrator's decision, all before the holder's eyes.
func TestGrant_EndsOnThePageAndIsExtended(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(hana), s.enter(sakura)
	customer.open("/access")
	customer.sees("No access yet")
	customer.mark()
	s.gives(hana, 8*time.Second)
	customer.sees("Ends within a day")
	customer.shot("ends")
	customer.sees("Its end date has passed.")
	customer.gone("Open a support case")
	customer.until("hear of it", `document.getElementById("announcer").textContent.includes("Your access has ended: Contract 610001")`)
	customer.shot("ended")

	customer.press("Request an extension")
	customer.sees("Extension requested. Reference number")
	customer.sees("See the request")
	customer.shot("asked")

	administrator.open("/queue")
	administrator.sees("extension of the access until")
	administrator.shot("queue")
	administrator.press("Review")
	administrator.path("/queue/")
	administrator.sees("The access to extend")
	administrator.click("#decide-approve")
	administrator.click("#decide-send")
	administrator.sees("Choose a new last day or “No end date”")
	administrator.setDay("decide-ends_on", 30)
	administrator.shot("decide")
	administrator.click("#decide-send")
	administrator.sees("Approved")

	customer.sees("Open a support case")
	customer.gone("Its end date has passed.")
	customer.sees("Request an extension") // again, of the new end
	customer.unreloaded()
	customer.shot("goes on")
	s.mailTo(hana, "Approved")
	customer.press("See the request")
	customer.path("/requests/")
	customer.sees("New end")
	customer.shot("request")
}

// The warning of 14 days before leads from the mail to the request, in Japanese
// and on a telephone.
func TestGrant_警告メールから延長を依頼する(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	hanas, sakuras := s.enterIn(hana, "ja", 390), s.enterIn(sakura, "ja", 1280)
	hanas.open("/access")
	hanas.sees("アクセス権はまだありません")
	hanas.mark()
	g := s.gives(hana, 14*24*time.Hour+time.Second)
	hanas.sees("延長を依頼する")
	s.lives(hanas, g.Ends.Add(-14*24*time.Hour))
	hanas.sees("あと 14 日で終了")
	hanas.unreloaded()
	hanas.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	hanas.shot("warned")

	m := s.mailTo(hana, "あと 14 日で終了: 契約 610001")
	hanas.open(s.linkIn(m, "/access/grants/"))
	hanas.sees("ボタンを押すと契約管理者に送信されます")
	hanas.shot("grant")
	hanas.press("延長を依頼する")
	hanas.sees("延長を依頼しました。受付番号")
	hanas.sees("延長を依頼済み")
	hanas.mark()
	hanas.shot("asked")

	sakuras.open(s.linkIn(s.mailTo(sakura, "承認依頼"), "/queue/"))
	sakuras.sees("延長するアクセス権")
	sakuras.click("#decide-approve")
	sakuras.sees("延長後の終了日")
	sakuras.choose("期限なし")
	sakuras.gone("まで指定できます")
	sakuras.shot("decide")
	sakuras.click("#decide-send")
	sakuras.sees("承認しました")

	hanas.sees("期限なし")
	hanas.gone("延長を依頼済み")
	hanas.unreloaded()
	hanas.run("look in the dark", chromedp.EmulateViewport(390, 900))
	hanas.shot("goes on")
}
