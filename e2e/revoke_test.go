package e2e

import (
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// An administrator takes away what they approved, on the page of the decision:
// its holder sees why at once, wherever they are, and asks again in one press,
// which no rule decides any more.
func TestRevoke_TheReasonIsReadWhereTheAccessWas(t *testing.T) {
	s := newSite(t)
	customer, administrator, fellow := s.enter(hana), s.enter(sakura), s.enter(takumi)
	customer.ask("downloads", "contracts", "610001")
	administrator.approve()
	administrator.sees("Access that was granted")
	fellow.open(script[string](administrator, "read the address", `location.pathname`))
	fellow.sees("Revoke access")
	fellow.mark()
	customer.sees("Approved / added")
	customer.open("/access")
	customer.sees("610001")
	customer.mark()

	administrator.press("Revoke access")
	administrator.sees("Revoke the access of Hana Mori?")
	administrator.shot("dialog")
	administrator.choose("Another reason")
	administrator.click("#revoke-do")
	administrator.sees("Enter the reason")
	administrator.shot("no note")
	administrator.choose("No longer needed for the work")
	administrator.fillID("revoke-note", "The migration is over.\nThank you!")
	administrator.click("#revoke-do")
	administrator.sees("The access of Hana Mori was revoked")
	administrator.sees("Revoked by")
	administrator.shot("revoked")

	customer.sees("Revoked access")
	customer.sees("You no longer need this access for your work.")
	customer.sees("The migration is over.")
	customer.until("hear of it", `document.getElementById("announcer").textContent.includes("Your access was revoked: Contract 610001")`)
	customer.unreloaded()
	customer.shot("listed")
	fellow.sees("No longer needed for the work")
	fellow.gone("Revoke access")
	fellow.unreloaded()

	m := s.mailTo(hana, "Your access was revoked: Contract 610001")
	customer.open(s.linkIn(m, "/access/grants/"))
	customer.sees("This access was revoked")
	customer.sees("If you do still need it, request it again")
	customer.shot("grant")
	customer.press("Request it again")
	customer.path("/submissions/")
	customer.sees("Your earlier access to this was revoked, so a person will decide.")
	customer.shot("again")
	customer.open("/access/requests")
	customer.sees("Revoked")
	customer.shot("requests")
	administrator.open("/office/contract/610001/history")
	administrator.sees("“Downloads only” of Hana Mori was revoked")
	administrator.sees("No longer needed for the work")
	administrator.shot("history")
}

// A reviewer takes away a programme's access, then what a user at another
// company has; each reads why in their own language, on a telephone.
func TestRevoke_審査担当者がアクセス権を取り消す(t *testing.T) {
	s := newSite(t)
	customer, reviewer := s.enterIn(hana, "ja", 390), s.enterIn(iris, "ja", 1280)
	customer.open("/access/programs/ccie")
	customer.fillID("identifiers", "12345")
	customer.sees("入力された番号") // it pushes down what is below
	customer.choose("サービスの説明の条項を確認し")
	customer.click("#continue")
	customer.sees("入力内容の確認")
	customer.press("送信")
	customer.path("/submissions/")
	reviewer.open("/queue?level=program")
	reviewer.press("確認する")
	reviewer.path("/queue/")
	reviewer.click("#decide-approve")
	reviewer.click("#decide-send")
	reviewer.sees("付与したアクセス権")
	customer.sees("承認済み/追加済み")
	customer.mark()

	reviewer.press("アクセス権を取り消す")
	reviewer.sees("様のアクセス権を取り消しますか")
	reviewer.gone("契約番号・請求先 ID の誤り")
	reviewer.choose("誤って付与した")
	reviewer.shot("dialog")
	reviewer.click("#revoke-do")
	reviewer.sees("様のアクセス権を取り消しました")
	customer.until("see it no more among what was added", `!!document.getElementById("group-Revoked") && !document.getElementById("group-Approved")`)
	customer.shot("submission")
	reviewer.sees("取り消した担当")
	reviewer.shot("revoked")

	customer.sees("取り消し済み")
	customer.sees("誤って付与されていたためです。")
	customer.unreloaded()
	customer.shot("submission")
	customer.open("/access")
	customer.sees("取り消されたアクセス権")
	customer.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	customer.shot("listed")
	customer.open(s.linkIn(s.mailTo(hana, "アクセス権が取り消されました"), "/access/grants/"))
	customer.sees("ご利用の権利をお持ちの場合は、再度リクエストしてください")
	customer.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	customer.shot("grant")

	third := s.enterIn(felix, "ja", 390)
	third.open("/access")
	third.sees("アクセス権はまだありません")
	third.mark()
	grant := s.givesThird(felix)
	third.sees("フルサポート")
	s.revokes(iris, grant, wire.Revoke{Reason: access.RevokedPurposeDone, Note: "ご協力ありがとうございました。"})
	third.sees("このアクセス権の利用目的が完了したためです。")
	third.unreloaded()
	third.press("詳細と今後のお手続き")
	third.path("/access/grants/")
	third.sees("ご協力ありがとうございました。")
	third.sees("ご依頼元の会社様にご相談ください")
	third.gone("610001")
	third.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	third.shot("third")
}

// givesThird gives a user at another company access through 610001.
func (s *site) givesThird(email string) (grant string) {
	s.t.Helper()
	g := event.GrantGiven{Grant: "g-third", Account: s.account(email, s.language(email)).Account, Level: access.Full,
		Scope: access.Contract("610001"), ThirdParty: true, Purpose: "ネットワークの運用"}
	_, err := s.Desk.Ledger.Do(s.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		g.Starts = tx.Now()
		_, err := tx.Append(&g)
		return nil, err
	}})
	if err != nil {
		s.t.Fatal(err)
	}
	return g.Grant
}

// revokes takes an access away without a browser.
func (s *site) revokes(email, grant string, why wire.Revoke) {
	s.t.Helper()
	if err := s.Desk.Revoke(s.t.Context(), s.account(email, s.language(email)), grant, why); err != nil {
		s.t.Fatal(err)
	}
}
