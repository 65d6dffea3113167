package post_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/post"
	"accord/server/registry"
	"accord/shared/validation"
	"accord/shared/wire"
)

func TestOutbox_AfterARestartItGoesOnFromItsCursor(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.issue("1", "hana@example.com")
	o.take()
	o.issue("2", "hana@example.com")
	o.restart() // one is written and not sent, the other not even written
	o.take()
	o.deliver()
	o.restart()
	o.take()
	o.deliver()
	got := s.mails()
	if len(got) != 2 || got[0].header.Get("Subject") != "Fact 1" || got[1].header.Get("Subject") != "Fact 2" {
		t.Errorf("%d mails came: %+v", len(got), got)
	}
}

// crash is a ledger whose process dies before a mail is marked.
type crash struct {
	ledger.Ledger
	dead bool
}

func (c *crash) Do(ctx context.Context, cmd ledger.Command) (ledger.Answer, error) {
	if c.dead {
		return ledger.Answer{}, errors.New("killed")
	}
	return c.Ledger.Do(ctx, cmd)
}

func TestOutbox_ACrashBetweenSendingAndMarkingMakesOneDuplicate(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	for _, token := range []string{"1", "2", "3"} {
		o.issue(token, "hana@example.com")
	}
	o.take()
	config := o.config
	config.Ledger = &crash{Ledger: o.ledger, dead: true}
	dying := post.New(config)
	dying.Write(o.author)
	if _, err := dying.Deliver(t.Context()); err == nil {
		t.Fatal("the crash was not seen")
	}
	o.restart()
	o.deliver()
	got := s.mails()
	if len(got) != 4 {
		t.Fatalf("%d mails came, want 3 and one duplicate", len(got))
	}
	ids := map[string]int{}
	for _, m := range got {
		ids[m.header.Get("Message-Id")]++
	}
	if len(ids) != 3 {
		t.Errorf("the duplicate has a Message-ID of its own: %v", ids)
	}
}

func TestOutbox_WhatCouldNotBeMarkedIsNotSentAgain(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.issue("1", "hana@example.com")
	o.take()
	config := o.config
	full := &crash{Ledger: o.ledger, dead: true}
	config.Ledger = full
	o.Outbox = post.New(config)
	o.Write(o.author)
	if _, err := o.Deliver(t.Context()); err == nil {
		t.Fatal("the full disk was not seen")
	}
	full.dead = false
	o.deliver()
	if got, log := s.mails(), o.log(); len(got) != 1 || log[0].State != wire.MailSent {
		t.Errorf("%d mails came, the log says %+v", len(got), log[0])
	}
}

func TestOutbox_AReadOnlyLedgerIsWaitedFor(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.issue("1", "hana@example.com")
	o.take()
	config := o.config
	config.ReadOnly = func() bool { return true }
	o.Outbox = post.New(config)
	o.Write(o.author)
	if next := o.deliver(); !next.After(o.clock()) || len(s.mails()) != 0 {
		t.Error("a mail was sent that could not be marked")
	}
}

func TestOutbox_FirstAtOnceThenASummaryEveryQuarterOfAnHour(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.author.gather = true
	o.issue("1", "boss@example.com")
	o.take()
	o.deliver()
	for _, token := range []string{"2", "3", "4"} {
		o.pass(time.Minute)
		o.issue(token, "boss@example.com")
		o.take()
		o.deliver()
	}
	if got := s.mails(); len(got) != 1 || got[0].header.Get("Subject") != "Fact 1" {
		t.Fatalf("within the quarter of an hour came %d mails", len(got))
	}
	o.pass(12 * time.Minute)
	o.deliver()
	if got := s.mails(); len(got) != 2 || got[1].header.Get("Subject") != "Summary of 3" {
		t.Fatalf("after it %+v", got)
	}
	o.pass(16 * time.Minute) // nothing came: the next is at once again
	o.deliver()
	o.issue("5", "boss@example.com")
	o.take()
	o.deliver()
	if got := s.mails(); len(got) != 3 || got[2].header.Get("Subject") != "Fact 5" {
		t.Errorf("later %+v", got)
	}
}

func TestOutbox_WhatIsAskedAboutManyAtOnceIsOneMail(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.author.gather, o.author.later = true, true
	for _, token := range []string{"1", "2", "3"} {
		o.issue(token, "boss@example.com")
	}
	o.take()
	o.deliver()
	if got := s.mails(); len(got) != 0 {
		t.Fatalf("%d mails came at once", len(got))
	}
	o.pass(15 * time.Minute)
	o.deliver()
	if got := s.mails(); len(got) != 1 || got[0].header.Get("Subject") != "Summary of 3" {
		t.Errorf("%+v", got)
	}
}

func TestOutbox_EachIsMailedAsTheyWish(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.author.gather = true
	wishes := map[string]wire.MailPreference{"daily": wire.MailDaily, "none": wire.MailNone}
	_, err := o.ledger.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for id, wish := range wishes {
			if err := tx.PutAccount(ledger.Account{ID: id, Profile: wire.Profile{Email: id + "@example.com"}, AdministratorMail: wish}); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}})
	must(t, err)
	o.author.accounts = true
	for _, token := range []string{"1", "2"} {
		o.issue(token, "daily@example.com")
		o.issue(token+"n", "none@example.com")
	}
	o.take()
	if next := o.deliver(); !next.Equal(time.Date(2026, 12, 2, 8, 0, 0, 0, time.UTC)) || len(s.mails()) != 0 {
		t.Fatalf("%d mails came at once, the next %s", len(s.mails()), next)
	}
	o.pass(23 * time.Hour)
	o.deliver()
	if got := s.mails(); len(got) != 1 || got[0].to != "daily@example.com" || got[0].header.Get("Subject") != "Summary of 2" {
		t.Errorf("the next morning %+v", got)
	}
}

// crowd is an author who tells a hundred readers of every fact, quoting what
// grows most when it is written down.
type crowd struct{ *author }

func (a crowd) Letters(r *ledger.Reader, g *registry.Generation, f event.Fact) ([]desk.Letter, error) {
	letters, err := a.author.Letters(r, g, f)
	var all []desk.Letter
	for _, l := range letters {
		for i := range 100 {
			l.To = strconv.Itoa(i) + "@example.com"
			l.Body = []desk.Part{{Kind: desk.PartQuote, Text: strings.Repeat("<", validation.MaxMessage)}}
			all = append(all, l)
		}
	}
	return all, err
}

// TestOutbox_TellsMoreReadersOfOneFactThanOneCommandHolds: those for whom there is
// no room are told by their next summary.
func TestOutbox_TellsMoreReadersOfOneFactThanOneCommandHolds(t *testing.T) {
	o := newOffice(t, post.NewMailbox(time.Now))
	o.author.gather = true
	o.Write(crowd{o.author})
	o.issue("1", "all@example.com")
	o.take()
	if at := len(o.log()); at == 0 || at == 100 {
		t.Errorf("%d of 100 were told at once", at)
	}
	o.pass(16 * time.Minute)
	for range 3 { // fifty summaries at a time
		o.deliver()
	}
	told := map[string]bool{}
	for _, m := range o.log() {
		told[m.To] = true
	}
	if len(told) != 100 {
		t.Errorf("%d of 100 were told", len(told))
	}
}
