package e2e

import (
	"testing"
	"time"
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
	p.sees("Your company contract administrators are told of your request")
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
