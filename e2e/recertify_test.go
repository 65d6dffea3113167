package e2e

import (
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/portal"
	"accord/server/post"
	"accord/shared/access"
)

// yearly asks administrators every year whether access is still needed.
func yearly(c *portal.Config) { c.Recertify = 365 }

// given gives people access to 610001 without an end.
func (s *site) given(emails ...string) {
	s.t.Helper()
	for _, email := range emails {
		who := s.account(email, s.language(email))
		_, err := s.Desk.Ledger.Do(s.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return tx.Append(&event.GrantGiven{
				Grant: "g-" + who.Account, Account: who.Account, Level: access.Full, Scope: access.Contract("610001"), Starts: tx.Now(),
			})
		}})
		if err != nil {
			s.t.Fatal(err)
		}
	}
}

// asks writes that the administrators of 610001 are asked about an access.
func (s *site) asks(grant string) {
	s.t.Helper()
	_, err := s.Desk.Ledger.Do(s.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return tx.Append(&event.RecertificationAsked{Scope: access.Contract("610001"), Grants: []string{grant}, Until: tx.Now().Add(30 * day)})
	}})
	if err != nil {
		s.t.Fatal(err)
	}
}

// summed waits until something is gathered for an address, or mailed already, and
// takes the summary once the quarter of an hour has passed.
func (s *site) summed(c *clock, address, words string) post.Mail {
	s.t.Helper()
	s.until(func() bool {
		var g ledger.Gather
		err := s.Desk.Ledger.View(s.t.Context(), func(r *ledger.Reader) (err error) {
			g, err = r.Gather(address)
			return err
		})
		return err == nil && len(g.Entries) > 0 || s.mailsTo(address, words) > 0
	}, "a summary for "+address)
	c.pass(s, 16*time.Minute)
	return s.mailTo(address, words)
}

// A year after it was given the administrators are asked by one mail; they
// confirm and end accesses one by one and many at once, before the eyes of those
// who hold them and of each other.
func TestRecertify_AdministratorsConfirmAndEnd(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t, yearly)
	s.given(hana, tom, felix, ada, pat)
	s.account(sakura, "en")
	clock.pass(s, 365*day)
	customer, fellow := s.enter(hana), s.enter(takumi)
	customer.open("/access")
	customer.sees("asked the contract administrators whether you still need it")
	customer.mark()
	customer.shot("asked")
	fellow.open("/office")
	fellow.sees("To confirm: 5")
	fellow.shot("list")
	fellow.press("To confirm: 5")
	fellow.path("/office/contract/610001/confirm")
	fellow.sees("Hana Mori")
	fellow.mark()

	m := s.summed(clock, sakura, "Confirm who still needs access: Contract 610001")
	administrator := s.enter(sakura)
	administrator.open(s.linkIn(m, "/office/"))
	administrator.sees("Please answer for each access right whether it is still needed.")
	administrator.shot("asked")
	administrator.fillID("users-find", "nobody")
	administrator.click("#users-find-go")
	administrator.sees("No users found for “nobody”")
	administrator.shot("nobody")
	administrator.fillID("users-find", "hana")
	administrator.click("#users-find-go")
	administrator.sees("Showing 1 to 1 of 1 entries")
	administrator.sees("Hana Mori")
	administrator.shot("found")
	administrator.press("Show all")
	administrator.sees("Tom Hale")
	administrator.press("Still needed : Hana Mori")
	administrator.sees("Confirmed: Hana Mori keeps access")
	administrator.gone("hana.mori@asagirino.example")
	customer.gone("were asked to confirm")
	customer.sees("no end date")
	customer.unreloaded()
	fellow.gone("hana.mori@asagirino.example")
	fellow.unreloaded()

	administrator.press("No longer needed : Tom Hale")
	administrator.sees("End the access of Tom Hale?")
	administrator.shot("end one")
	administrator.click("#gone-do")
	administrator.sees("The access of Tom Hale has ended")
	s.mailTo(tom, "Your access was revoked")

	administrator.press("Select all shown (3)")
	administrator.sees("3 selected")
	administrator.click("#all-gone")
	administrator.sees("End 3 access rights?")
	administrator.shot("end many")
	administrator.click("#gone-do")
	administrator.sees("Will end")
	administrator.shot("held")
	administrator.press("Undo")
	administrator.gone("Will end")
	administrator.click("#all-needed")
	administrator.sees("Will be confirmed")
	fellow.press("Still needed : Ada Quinn") // is faster
	fellow.sees("Confirmed: Ada Quinn keeps access")
	administrator.press("Send now")
	administrator.sees("Still needed: 3 of 3 done.")
	administrator.sees("Nothing to confirm")
	administrator.shot("done")
	administrator.press("History")
	administrator.sees("Administrators were asked to confirm access: 5 access rights, by")
	administrator.sees("“Full support” of Hana Mori was confirmed as still needed")
	administrator.shot("history")
	fellow.sees("Nothing to confirm")
	fellow.unreloaded()
}

// Nobody answers: the administrators are reminded, the holder is warned and asks
// for an extension in one press, which answers the question; another access ends.
func TestRecertify_回答がない場合の流れ(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t, yearly)
	s.account(sakura, "ja")
	s.account(tom, "ja")
	s.account(hana, "ja")
	s.given(hana, tom)
	clock.pass(s, 365*day)
	s.summed(clock, sakura, "アクセス権の棚卸しのお願い: 契約 610001")
	clock.pass(s, 7*day)
	reminder := s.summed(clock, sakura, "【再通知】アクセス権の棚卸しのお願い")
	clock.pass(s, 10*day)

	hanas, sakuras := s.enterIn(hana, "ja", 390), s.enterIn(sakura, "ja", 390)
	m := s.mailTo(hana, "終了: 契約 610001")
	hanas.open(s.linkIn(m, "/access/grants/"))
	hanas.sees("引き続き必要かどうかを契約管理者に確認しています。")
	hanas.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	hanas.shot("grant")
	hanas.open("/access")
	hanas.sees("引き続き必要かどうかを契約管理者に確認しています。")
	hanas.shot("access")
	hanas.mark()
	hanas.press("延長を依頼する")
	hanas.sees("延長を依頼しました。受付番号")

	sakuras.open(s.linkIn(reminder, "/office/"))
	sakuras.sees("引き続き必要")
	sakuras.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	sakuras.shot("confirm")
	sakuras.open("/queue")
	sakuras.press("確認する")
	sakuras.path("/queue/")
	sakuras.sees("承認すると、確認済みになります。")
	sakuras.click("#decide-approve")
	sakuras.gone("まで指定できます") // no end, as before
	sakuras.shot("decide")
	sakuras.click("#decide-send")
	sakuras.sees("承認しました")
	hanas.sees("期限なし")
	hanas.gone("契約管理者に確認しています")
	hanas.unreloaded()

	sakuras.open("/office/contract/610001/confirm")
	sakuras.gone("hana.mori@asagirino.example")
	sakuras.sees(tom)
	clock.pass(s, 14*day)
	sakuras.gone(tom)
	ended := s.mailTo(tom, "アクセス権が終了しました")
	toms := s.enterIn(tom, "ja", 390)
	toms.open(s.linkIn(ended, "/access/grants/"))
	toms.sees("確認されなかったため終了しました")
	toms.shot("ended")
}
