package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
	"accord/shared/wire"
)

// holds gives a person full access to a contract that is their company's.
func (s *site) holds(email, contract string) {
	s.t.Helper()
	who := s.account(email, s.language(email))
	made, err := s.Desk.Submit(s.t.Context(), who, wire.Submit{
		Level: access.Full, Kind: access.KindContract, Identifiers: []string{contract}, Agreed: true,
	})
	if err != nil || made.Requests[0].Status != access.Approved {
		s.t.Fatalf("%s holds %+v, %v", email, made.Requests, err)
	}
}

// language is the one that a person has chosen.
func (s *site) language(email string) string {
	s.t.Helper()
	a, err := s.Desk.AddAccount(s.t.Context(), email, "", "")
	if err != nil {
		s.t.Fatal(err)
	}
	return a.Profile.Language
}

// welcomed follows the invitation of a third party who had no account, and
// signs in.
func (s *site) welcomed(email, subject string) *person {
	s.t.Helper()
	p := newPerson(s.t, s.URL(), "the third party")
	p.open("/signin")
	p.until("be mailed "+subject, `(() => {
		const ask = new XMLHttpRequest();
		ask.open("GET", "`+wire.PathDevMail+`", false);
		ask.send();
		return ask.responseText.includes(`+quote(subject)+`);
	})()`)
	p.run("open the mailbox", chromedp.Navigate(p.site+wire.PathDevMail))
	p.press(subject)
	p.click("pre a")
	p.ready("/password/set")
	p.fillID("set-password", "a brand new secret")
	p.click("#set-send")
	p.sees("Your password is set")
	p.signIn(email, "a brand new secret")
	return p
}

// setDay chooses the day that is so many days ahead.
func (p *person) setDay(id string, ahead int) {
	p.t.Helper()
	day := time.Now().UTC().AddDate(0, 0, ahead).Format(time.DateOnly)
	script[bool](p, "choose "+day, `(() => {
		const field = document.getElementById(`+quote(id)+`);
		field.value = `+quote(day)+`;
		return field.dispatchEvent(new Event("change", {bubbles: true}));
	})()`)
}

// Guide ja, 「第三者契約登録承認プロセス ～ Contract Administrators による管理～」.
func TestThirdParty_GuideChapter5InJapanese(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	hanas, sakuras := s.enterIn(hana, "ja", 1280), s.enterIn(sakura, "ja", 1280)
	s.holds(hana, "610001")

	hanas.open("/access")
	hanas.sees("610001")
	hanas.shot("current")
	hanas.pressIn("table", "契約管理者")
	hanas.path("/access/others/")
	hanas.sees("契約管理者への連絡")
	hanas.click("#third-send")
	hanas.sees("ご利用になる方のアカウントの電子メールアドレスを入力してください")
	hanas.shot("wrong")
	hanas.fillID("third-email", "ｓｏｒａ@unyo-itaku.example")
	hanas.fillID("third-message", "ネットワークの保守運用を依頼しているため、アクセス権の付与をお願いします。")
	hanas.shot("form")
	hanas.click("#third-send")
	hanas.sees("送信しました")
	hanas.shot("sent")
	hanas.open("/access/requests")
	hanas.sees("sora@unyo-itaku.example 様のアクセス権")
	hanas.mark()
	hanas.shot("waiting")

	sakuras.open("/queue")
	sakuras.sees("sora@unyo-itaku.example 様のアクセス権")
	sakuras.shot("queue")
	sakuras.press("確認する")
	sakuras.path("/queue/")
	sakuras.sees("ネットワークの保守運用を依頼しているため")
	sakuras.click("#decide-approve")
	sakuras.press("承認する")
	sakuras.sees("利用目的を入力してください")
	sakuras.fillID("decide-purpose", "支社ネットワークの保守運用")
	sakuras.shot("decide")
	sakuras.click("#decide-send")
	sakuras.sees("承認しました")

	hanas.sees("アクセス権が付与されました。メールサーバーが設定されていないため")
	hanas.unreloaded()

	third := s.welcomed("sora@unyo-itaku.example", "Aster Networks のサービスへのアクセス権が付与されました")
	third.open("/access")
	third.sees("支社ネットワークの保守運用")
	third.sees("他社の方には表示されません")
	third.gone("610001")
	third.shot("third")
}

// Guide ja, 「第三者契約登録承認プロセス ～ Cisco Support による管理～」, in English:
// the vendor's form asks for every item that the guide lists.
func TestThirdParty_TheVendorDecidesWhereItManagesTheContract(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, reviewer := s.enter(hana), s.enter(iris)
	s.holds(hana, "610002")

	customer.open("/access/others")
	customer.sees("610002")
	customer.shot("choose")
	customer.press("Request access for a user")
	customer.path("/access/others/")
	customer.sees("Who approves it at the company on the contract")
	customer.until("be filled in", `document.getElementById("third-approver_email").value === "`+hana+`"`)
	customer.fillID("third-email", "sol@operations.example")
	customer.click("#third-send")
	customer.sees("Enter the user's company")
	customer.fillID("third-company", "Operations Ltd")
	customer.fillID("third-message", "They operate and maintain our network.")
	customer.shot("form")
	customer.click("#third-send")
	customer.sees("Sent. Reference number")
	customer.press("See the request")
	customer.sees("for sol@operations.example")
	customer.mark()

	reviewer.open("/queue")
	reviewer.sees("for sol@operations.example")
	reviewer.press("Review")
	reviewer.path("/queue/")
	reviewer.sees("Operations Ltd")
	reviewer.click("#decide-approve")
	reviewer.fillID("decide-purpose", "Maintenance of contract 610002")
	reviewer.click("#decide-send")
	reviewer.sees("Do not name the contract")
	reviewer.fillID("decide-purpose", "Maintenance of the network")
	reviewer.press("Give the access an end date (optional)")
	reviewer.sees("Last day (optional)")
	reviewer.setDay("decide-ends_on", 30)
	reviewer.shot("decide")
	reviewer.click("#decide-send")
	reviewer.sees("Approved")

	customer.sees("sol@operations.example now has access")
	customer.unreloaded()

	third := s.welcomed("sol@operations.example", "You have access to services of")
	third.open("/access")
	third.sees("Maintenance of the network")
	third.sees("Full support")
	third.gone("610002")
	third.gone("no end date")
	third.shot("third")
	third.run("take a telephone", chromedp.EmulateViewport(390, 844))
	third.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	third.shot("third narrow")
}
