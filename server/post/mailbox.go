// Package post takes mail from the desk to people. The local mailbox keeps it
// in memory, for trying the portal out and for tests.
package post

import (
	"slices"
	"sync"
	"time"

	"accord/server/desk"
)

// kept is how many mails a mailbox holds; older ones are forgotten.
const kept = 500

// Mailbox is a desk.Mailer that keeps the last 500 mails to be read. Safe for
// concurrent use; it never blocks.
type Mailbox struct {
	now func() time.Time

	mu    sync.Mutex
	mails []Mail // oldest first
	last  int
}

// Mail is one kept mail.
type Mail struct {
	desk.Mail
	Number int // 1, 2, 3 … in the order of sending
	At     time.Time
}

// NewMailbox makes an empty mailbox; the clock dates its mails.
func NewMailbox(now func() time.Time) *Mailbox { return &Mailbox{now: now} }

// Send keeps the mail.
func (b *Mailbox) Send(m desk.Mail) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last++
	if len(b.mails) == kept {
		b.mails = slices.Delete(b.mails, 0, 1)
	}
	b.mails = append(b.mails, Mail{Mail: m, Number: b.last, At: b.now()})
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
