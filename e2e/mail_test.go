package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"accord/server/post"
)

// mailTo waits for a mail to an address whose subject holds the words.
func (s *site) mailTo(address, words string) post.Mail {
	s.t.Helper()
	look, end := time.NewTicker(20*time.Millisecond), time.After(20*time.Second)
	defer look.Stop()
	for {
		mails := s.Mailbox.Mails()
		i := slices.IndexFunc(mails, func(m post.Mail) bool { return m.To == address && strings.Contains(m.Subject, words) })
		if i >= 0 {
			return mails[i]
		}
		select {
		case <-look.C:
		case <-end:
			s.t.Fatalf("no mail to %s about %q", address, words)
		}
	}
}

// linkIn is the path of the mail's link to a page of the portal.
func (s *site) linkIn(m post.Mail, page string) string {
	s.t.Helper()
	i := strings.Index(m.Text, s.URL()+page)
	if i < 0 {
		s.t.Fatalf("the mail has no link to %s:\n%s", page, m.Text)
	}
	link, _, _ := strings.Cut(m.Text[i+len(s.URL()):], "\n")
	return link
}

// Guide ja, 「システムメール」: what the screen shows is mailed as well.
func TestMail_システムメール(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(sakura, "ja")
	s.account(hana, "ja")
	p := newPerson(t, s.URL(), hana)
	p.signIn(hana, s.password)
	p.until("be a Japanese page", `document.documentElement.lang === "ja"`)
	p.ask("full", "contracts", "610001、610010")
	p.sees("承認済み/追加済み")
	p.sees("メールサーバーが設定されていないため、" + hana + " 宛てのメールは送信されていません")
	p.shot("result")
	screen := p.text()

	m := s.mailTo(hana, "リクエストを受け付けました")
	for _, line := range []string{"承認済み/追加済み", "契約管理者による確認待ち", "サポートケースをオープンする"} {
		if !strings.Contains(m.Text, line) || !strings.Contains(screen, line) {
			t.Errorf("screen and mail do not both say %q:\n%s", line, m.Text)
		}
	}
	p.run("open the mailbox", chromedp.Navigate(s.URL()+"/dev/mail"))
	p.press("リクエストを受け付けました")
	p.sees("Hana Mori 様")
	p.sees("承認済み/追加済み")
	p.shot("mail")

	p.open(s.linkIn(m, "/submissions/"))
	p.click(".request-head a")
	p.path("/requests/")
	p.sees("このリクエストに関するメール")
	p.sees("未送信（ローカル保存）")
	p.shot("request")
}

// Guide en, 2.1: "the system will send comprehensive info to the service
// contract admin, who will decide whether to grant or not".
func TestMail_TheAdministratorsMailLeadsToTheDecision(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(hana), s.enter(sakura)
	customer.ask("downloads", "contracts", "610001")
	customer.sees("Your request is waiting for your company contract administrators in the portal.")

	m := s.mailTo(sakura, "Access request to decide")
	for _, line := range []string{"Hana Mori", hana, "Downloads only", "610001", "Please answer by"} {
		if !strings.Contains(m.Text, line) {
			t.Errorf("the mail does not say %q:\n%s", line, m.Text)
		}
	}
	administrator.open(s.linkIn(m, "/queue/"))
	administrator.sees("Hana Mori")
	administrator.sees("Emails about this request")
	administrator.shot("decide")
	administrator.mark()
	administrator.click("#decide-approve")
	administrator.press("Yes, approve")
	administrator.sees("Approved / added: Contract 610001") // the mail that tells the requester
	administrator.unreloaded()
	s.mailTo(hana, "Approved")

	administrator.open("/settings")
	administrator.sees("Emails about requests to decide")
	administrator.click("#administrator-mail-daily")
	administrator.sees("Saved.")
	script[bool](administrator, "choose a zone", `(e => { e.value = "America/New_York"; e.dispatchEvent(new Event("change", {bubbles: true})); return true })(document.getElementById("zone"))`)
	administrator.until("have it saved", `document.getElementById("zone").closest(".card").innerText.includes("Saved.")`)
	administrator.shot("settings")

	operator := s.enter(dana)
	operator.open("/operator/mail")
	operator.sees(sakura)
	operator.sees("Request to decide")
	operator.mark()
	operator.shot("log")
	customer.ask("full", "contracts", "610010")
	operator.press("Show new emails")
	operator.sees("Contract 610010")
	operator.unreloaded()
}
