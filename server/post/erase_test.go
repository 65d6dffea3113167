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
	"accord/shared/wire"
)

// erasing is a mailbox whose mails are erased while it takes them.
type erasing struct {
	*post.Mailbox
	ledger ledger.Ledger
}

func (e erasing) Open(context.Context) (post.Carrier, error) { return e, nil }

func (e erasing) Deliver(ctx context.Context, id string, m ledger.Mail) error {
	_, err := e.ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return tx.EraseMailsTo(m.To, m.Account)
	}})
	return errors.Join(err, e.Mailbox.Deliver(ctx, id, m))
}

func TestOutbox_AMailThatIsErasedWhileItIsDeliveredStaysAway(t *testing.T) {
	s := newServer(t)
	o := newOffice(t, s.settings(post.NoTLS, time.Now))
	o.issue("1", "hana@example.com")
	o.take()
	config := o.config
	config.Transport = erasing{post.NewMailbox(time.Now), o.ledger}
	o.Outbox = post.New(config)
	o.Write(o.author)
	o.deliver()
	if log := o.log(); len(log) != 0 {
		t.Errorf("it is there again: %+v", log)
	}
}

func TestOutbox_Forget(t *testing.T) {
	box := post.NewMailbox(time.Now)
	o := newOffice(t, newServer(t).settings(post.NoTLS, time.Now))
	config := o.config
	config.Transport = box
	o.Outbox = post.New(config)
	o.Write(o.author)
	o.issue("1", "hana@example.com")
	o.issue("2", "jo@example.com")
	o.take()
	o.deliver()
	err := o.Forget(t.Context(), "hana", func(ctx context.Context) error {
		_, err := o.ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return tx.EraseMailsTo("hana@example.com", "hana")
		}})
		return err
	})
	if left := box.Mails(); err != nil || len(left) != 1 || left[0].To != "jo@example.com" {
		t.Errorf("the mailbox shows %+v, %v", left, err)
	}
	full := errors.New("full")
	if err := o.Forget(t.Context(), "hana", func(context.Context) error { return full }); !errors.Is(err, full) {
		t.Errorf("an erasure that fails: %v", err)
	}
}

func TestOutbox_WhatStaysInTheLocalMailboxIsNotCalledSent(t *testing.T) {
	o := newOffice(t, post.NewMailbox(time.Now))
	o.issue("1", "hana@example.com")
	o.take()
	o.deliver()
	if log := o.log(); len(log) != 1 || log[0].State != wire.MailKept || log[0].Waits() {
		t.Errorf("the log says %+v", log)
	}
}

// meanwhile is an author who names an account that is erased as soon as the
// letter is composed.
type meanwhile struct {
	*author
	erase func()
}

func (a meanwhile) Letters(r *ledger.Reader, g *registry.Generation, f event.Fact) ([]desk.Letter, error) {
	letters, err := a.author.Letters(r, g, f)
	for i := range letters {
		letters[i] = a.named(r, letters[i])
	}
	return letters, err
}

func (a meanwhile) Summary(r *ledger.Reader, g *registry.Generation, of ledger.Gather) (desk.Letter, bool, error) {
	l, any, err := a.author.Summary(r, g, of)
	return a.named(r, l), any, err
}

func (a meanwhile) named(r *ledger.Reader, l desk.Letter) desk.Letter {
	if erased, err := r.Erased("u"); err != nil || erased {
		return l
	}
	l.Subject, l.About = "Of U", []string{"u"}
	a.erase()
	return l
}

func TestOutbox_WhoIsErasedBehindTheComposingIsNotNamed(t *testing.T) {
	for _, gathered := range []bool{false, true} {
		o := newOffice(t, post.NewMailbox(time.Now))
		o.author.gather, o.author.later = gathered, gathered
		erase := func() {
			_, err := o.ledger.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
				_, err := tx.Append(&event.AccountErased{Account: "u"})
				return nil, err
			}})
			must(t, err)
		}
		if !gathered {
			o.Write(meanwhile{o.author, erase})
		}
		o.issue("1", "hana@example.com")
		o.take()
		o.Write(meanwhile{o.author, erase})
		o.pass(time.Hour)
		o.deliver()
		if log := o.log(); len(log) != 1 || log[0].Subject == "Of U" {
			t.Errorf("gathered: %t: the log is %+v", gathered, log)
		}
	}
}

// wordy is an author of long summaries.
type wordy struct{ *author }

func (a wordy) Summary(r *ledger.Reader, g *registry.Generation, of ledger.Gather) (desk.Letter, bool, error) {
	l, any, err := a.author.Summary(r, g, of)
	l.Body = []desk.Part{{Text: strings.Repeat("一件の申請。", 2_000)}}
	return l, any, err
}

// TestOutbox_ForgetWritesAnewWhatOneCommandCannotHold: fifty long summaries wait
// for others while somebody whom they name is erased.
func TestOutbox_ForgetWritesAnewWhatOneCommandCannotHold(t *testing.T) {
	o := newOffice(t, post.NewMailbox(time.Now))
	o.Write(wordy{o.author})
	for i := range 50 {
		address := strconv.Itoa(i) + "@example.com"
		_, err := o.ledger.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return nil, tx.PutMail(ledger.Mail{
				ID: "s" + address, To: address, About: []string{"hana"}, State: wire.MailQueued, CreatedAt: tx.Now(), DueAt: tx.Now(),
				Gathered: &ledger.Gather{Address: address},
			})
		}})
		must(t, err)
	}
	must(t, o.Forget(t.Context(), "hana", func(context.Context) error { return nil }))
	for _, m := range o.log() {
		if m.Subject != "Summary of 0" || len(m.About) > 0 {
			t.Errorf("to %s: %q about %v", m.To, m.Subject, m.About)
		}
	}
}

// rewording is a mailbox whose mails are written anew while it takes them.
type rewording struct {
	*post.Mailbox
	ledger ledger.Ledger
}

func (w rewording) Open(context.Context) (post.Carrier, error) { return w, nil }

func (w rewording) Deliver(ctx context.Context, id string, m ledger.Mail) error {
	anew := m
	anew.Text = "anew"
	_, err := w.ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.RewriteMail(anew)
	}})
	return errors.Join(err, w.Mailbox.Deliver(ctx, id, m))
}

func TestOutbox_AMailThatIsWrittenAnewWhileItIsDeliveredStaysSo(t *testing.T) {
	o := newOffice(t, post.NewMailbox(time.Now))
	o.issue("1", "hana@example.com")
	o.take()
	config := o.config
	config.Transport = rewording{post.NewMailbox(time.Now), o.ledger}
	o.Outbox = post.New(config)
	o.Write(o.author)
	o.deliver()
	if log := o.log(); len(log) != 1 || log[0].Text != "anew" || log[0].Waits() {
		t.Errorf("the log is %+v", log)
	}
}
