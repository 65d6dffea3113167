package post_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/post"
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
	err := o.Forget(t.Context(), func(ctx context.Context) error {
		_, err := o.ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return tx.EraseMailsTo("hana@example.com", "hana")
		}})
		return err
	})
	if left := box.Mails(); err != nil || len(left) != 1 || left[0].To != "jo@example.com" {
		t.Errorf("the mailbox shows %+v, %v", left, err)
	}
	full := errors.New("full")
	if err := o.Forget(t.Context(), func(context.Context) error { return full }); !errors.Is(err, full) {
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
