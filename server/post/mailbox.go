package post

import (
	"context"
	"slices"
	"sync"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// kept is how many mails a mailbox holds; older ones are forgotten.
const kept = 500

// Mailbox is the transport of a portal without a mail server: it keeps the last
// 500 mails in memory to be read, for trying the portal out and for tests. Safe
// for concurrent use; it never blocks.
type Mailbox struct {
	now func() time.Time

	mu    sync.Mutex
	mails []Mail // oldest first
	last  int
}

// Mail is one kept mail.
type Mail struct {
	desk.Mail
	ID     string // in the ledger, "" for one that was only sent here
	Number int    // 1, 2, 3 … in the order of sending
	At     time.Time
}

// NewMailbox makes an empty mailbox; the clock dates its mails.
func NewMailbox(now func() time.Time) *Mailbox { return &Mailbox{now: now} }

// Open is always possible.
func (b *Mailbox) Open(context.Context) (Carrier, error) { return b, nil }

// Delivered mails are kept: they go nowhere.
func (b *Mailbox) Delivered() wire.MailState { return wire.MailKept }

// Close does nothing.
func (b *Mailbox) Close() {}

// Deliver keeps the mail.
func (b *Mailbox) Deliver(_ context.Context, _ string, m ledger.Mail) error {
	b.put(m.ID, desk.Mail{
		To: m.To, Account: m.Account, Lang: i18n.Lang(m.Lang), Kind: desk.LetterKind(m.Kind), Requests: m.Requests,
		Subject: m.Subject, Text: m.Text, HTML: m.HTML,
	})
	return nil
}

// Send keeps the mail.
func (b *Mailbox) Send(m desk.Mail) { b.put("", m) }

func (b *Mailbox) put(id string, m desk.Mail) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last++
	if len(b.mails) == kept {
		b.mails = slices.Delete(b.mails, 0, 1)
	}
	b.mails = append(b.mails, Mail{Mail: m, ID: id, Number: b.last, At: b.now()})
}

// forget drops the mails of the ledger that are gone there.
func (b *Mailbox) forget(gone func(id string) bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.mails = slices.DeleteFunc(b.mails, func(m Mail) bool { return m.ID != "" && gone(m.ID) })
}

// Mails lists what is kept, newest first.
func (b *Mailbox) Mails() []Mail {
	b.mu.Lock()
	defer b.mu.Unlock()
	mails := slices.Clone(b.mails)
	slices.Reverse(mails)
	return mails
}

// Mail returns a kept mail by its number.
func (b *Mailbox) Mail(number int) (Mail, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	i := slices.IndexFunc(b.mails, func(m Mail) bool { return m.Number == number })
	if i < 0 {
		return Mail{}, false
	}
	return b.mails[i], true
}
