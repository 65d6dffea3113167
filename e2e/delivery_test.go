package e2e

import (
	"testing"
	"time"

	"accord/server/portal"
	"accord/shared/wire"
)

// Guide en, "We sent an email to you": said once it is true, and what happens
// instead while the mail server is down and where it refuses.
func TestDelivery_SentIsSaidOnceItIsTrue(t *testing.T) {
	t.Parallel()
	server := newSMTP(t)
	s, clock := newSiteAt(t, server.carries)
	p := s.enter(hana)
	p.ask("downloads", "contracts", "610001")
	p.sees("We are sending an email to you at " + hana)
	p.sees("We are telling your company contract administrators about your request")
	p.shot("down")

	p.mark()
	server.up()
	clock.pass(s, time.Hour) // over the wait before the next try
	p.sees("We sent an email to you at " + hana + " with this information.")
	p.sees("Your company contract administrators have been sent an email with your request")
	p.unreloaded()
	if server.took(hana) != 1 || server.took(sakura) != 1 {
		t.Errorf("the server took %d and %d mails", server.took(hana), server.took(sakura))
	}
	p.shot("sent")
}

func TestDelivery_届かないメールを再送信する(t *testing.T) {
	t.Parallel()
	server := newSMTP(t)
	server.refuses(hana, "no such mailbox")
	server.up()
	s, _ := newSiteAt(t, server.carries)
	s.account(hana, "ja")
	p := newPerson(t, s.URL(), hana)
	p.signIn(hana, s.password)
	p.ask("full", "contracts", "610001")
	p.sees(hana + " 宛てのメールを送信できませんでした。")
	p.sees("メールサーバーがこのメールを拒否しました。")
	p.shot("failed")
	p.mark()
	server.refuses(hana, "")
	p.press("再送信")
	p.sees("この内容を " + hana + " 宛てにメールでお送りしました。")
	p.unreloaded()
	p.click(".request-head a")
	p.path("/requests/")
	p.sees("送信失敗")
	p.sees("送信済み")
	p.shot("request")
}

// Without a mail server nothing is called sent, and nobody is sent to a mailbox
// that nothing comes to.
func TestDelivery_WithoutAMailServerNothingIsCalledSent(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(c *portal.Config) { c.DevMail = false })
	visitor := newPerson(t, s.URL(), "visitor")
	visitor.open(wire.RouteRegister)
	visitor.sees("this portal does not send email yet. To get an account, contact: support@asternetworks.example")
	visitor.until("have no form", `!document.querySelector("#register")`)
	visitor.shot("register")
	visitor.open(wire.RouteForgotPassword)
	visitor.sees("To set a new password you need a link sent by email, and this portal does not send email yet.")
	visitor.until("have no form", `!document.querySelector("#forgot")`)

	p := s.enter(hana)
	p.ask("downloads", "contracts", "610001")
	p.sees("We have not emailed you: this portal has no mail server, so the email to " + hana)
	p.sees("No email has been sent to them: this portal has no mail server.")
	p.sees("This portal does not send email yet. Where a page says that we email you, look in the portal instead.")
	p.shot("result")

	p.open(wire.RouteChat)
	p.sees("Nobody is told by email, as this portal has no mail server. If it is urgent, contact support@asternetworks.example.")
	p.shot("chat")

	operator := s.enter(dana)
	operator.open(wire.RouteMails)
	operator.sees("This portal has no mail server (--smtp-address), so none of them is sent.")
	operator.sees("Not sent (local mailbox)")
	operator.until("see nothing called sent", `!document.querySelector(".tag-good")`)
	operator.shot("log")
}
