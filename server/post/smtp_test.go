package post_test

import (
	"mime"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"accord/server/desk"
	"accord/server/post"
	"accord/shared/wire"
)

func TestSMTP_DeliversTextAndHTMLOverEveryKindOfConnection(t *testing.T) {
	for _, security := range []post.Security{post.NoTLS, post.StartTLS, post.TLS} {
		t.Run(string(security), func(t *testing.T) {
			s := newServer(t)
			s.stop()
			s.demands("portal")
			s.up(security)
			settings := s.settings(security, time.Now)
			settings.User, settings.Password = "portal", "secret"
			o := newOffice(t, settings)
			o.issue("1", "hana@example.com")
			o.take()
			o.deliver()
			got := s.mails()
			if len(got) != 1 {
				t.Fatalf("%d mails came, down: %+v", len(got), o.Down())
			}
			m := got[0]
			subject, err := new(mime.WordDecoder).DecodeHeader(m.header.Get("Subject"))
			must(t, err)
			if m.to != "hana@example.com" || m.from != "portal@vendor.example" || subject != "Fact 1" ||
				!strings.Contains(m.header.Get("Reply-To"), "support@vendor.example") ||
				!strings.HasSuffix(m.header.Get("Message-Id"), "@portal.example>") ||
				!strings.HasPrefix(m.header.Get("Content-Type"), "multipart/alternative") {
				t.Errorf("%+v", m)
			}
			if log := o.log(); log[0].State != wire.MailSent || log[0].Tries != 1 {
				t.Errorf("the log says %+v", log[0])
			}
		})
	}
}

func TestSMTP_AWrongPasswordStopsDeliveryAndSaysSo(t *testing.T) {
	s := newServer(t)
	s.demands("portal")
	settings := s.settings(post.NoTLS, time.Now)
	settings.User, settings.Password = "portal", "wrong"
	o := newOffice(t, settings)
	o.issue("1", "hana@example.com")
	o.take()
	o.deliver()
	if d := o.Down(); d == nil || d.Error != "auth" {
		t.Errorf("down: %+v", d)
	}
	if log := o.log(); log[0].State != wire.MailQueued {
		t.Errorf("the log says %+v", log[0])
	}
}

func TestSMTP_AnUntrustedCertificateGetsNoMail(t *testing.T) {
	s := newServer(t)
	s.stop()
	s.up(post.StartTLS)
	settings := s.settings(post.StartTLS, time.Now)
	settings.Trust = nil
	o := newOffice(t, settings)
	o.issue("1", "hana@example.com")
	o.take()
	o.deliver()
	if d := o.Down(); d == nil || d.Error != "tls" || len(s.mails()) != 0 {
		t.Errorf("down: %+v, %d mails", d, len(s.mails()))
	}
}

func TestSMTP_RefusedForNowIsTriedAgainAndForGoodFailsAlone(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	s.refuses("later@example.com", &smtp.SMTPError{Code: 451, Message: "later"})
	s.refuses("gone@example.com", &smtp.SMTPError{Code: 550, Message: "no such user"})
	o.issue("1", "later@example.com")
	o.issue("2", "gone@example.com")
	o.issue("3", "hana@example.com")
	o.take()
	next := o.deliver()
	states := map[string]wire.MailState{}
	for _, m := range o.log() {
		states[m.To] = m.State
	}
	if states["later@example.com"] != wire.MailRetrying || states["gone@example.com"] != wire.MailFailed ||
		states["hana@example.com"] != wire.MailSent {
		t.Fatalf("the log says %v", states)
	}
	if wait := next.Sub(o.clock()); wait < 40*time.Second || wait > 80*time.Second {
		t.Errorf("the next try comes after %s", wait)
	}
	s.refuses("later@example.com", nil)
	o.pass(next.Sub(o.clock()))
	o.deliver()
	if got := s.mails(); len(got) != 2 || got[1].to != "later@example.com" {
		t.Errorf("%d mails came", len(got))
	}
}

func TestSMTP_WhatIsRefusedForTwoDaysFails(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	s.refuses("later@example.com", &smtp.SMTPError{Code: 451, Message: "later"})
	o.issue("1", "later@example.com")
	o.take()
	began := o.clock()
	for next := o.deliver(); !next.IsZero(); next = o.deliver() {
		o.pass(next.Sub(o.clock()))
	}
	m := o.log()[0]
	if m.State != wire.MailFailed || m.Error != "later" || m.Tries < 10 || m.Tries > 40 {
		t.Errorf("after two days: %+v", m)
	}
	if took := o.clock().Sub(began); took < 48*time.Hour || took > 54*time.Hour {
		t.Errorf("given up after %s", took)
	}
}

func TestSMTP_AServerThatIsDownForAnHourLosesNothing(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	s.stop()
	for i := range 60 {
		o.issue(string(rune('A'+i)), "hana@example.com")
		o.take()
		o.deliver()
		o.pass(time.Minute)
	}
	if o.Down() == nil || len(s.mails()) != 0 {
		t.Fatal("a stopped server takes mail")
	}
	s.up(post.NoTLS)
	o.pass(7 * time.Minute) // the longest wait is five, and a quarter of it more
	if next := o.deliver(); !next.IsZero() {
		t.Errorf("mail waits until %s", next)
	}
	if got := s.mails(); len(got) != 60 || o.Down() != nil {
		t.Errorf("%d of 60 mails came, down: %+v", len(got), o.Down())
	}
	for _, m := range o.log() {
		if m.State != wire.MailSent || m.Tries != 1 {
			t.Fatalf("the log says %+v", m)
		}
	}
}

func TestSMTP_ALinkIsWipedOnceSent(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.Send(desk.Mail{To: "hana@example.com", Kind: desk.LetterLink, Subject: "Set your password", Text: "secret link"})
	if m := o.log()[0]; m.Text != "secret link" {
		t.Fatalf("stored %+v", m)
	}
	o.deliver()
	if m := o.log()[0]; m.State != wire.MailSent || m.Text != "" || m.HTML != "" {
		t.Errorf("after sending the text is %q", m.Text)
	}
	if got := s.mails(); len(got) != 1 || !strings.Contains(got[0].body, "secret link") {
		t.Errorf("%d mails came", len(got))
	}
}
