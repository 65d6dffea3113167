// Package post takes mail from the desk to people.
//
// The outbox reads the ledger's tail from a cursor of its own and asks the desk
// what each fact is written about (desk.Letters). The mails and the cursor's new
// place are one transaction in the ledger's database, so no fact is written
// about twice or never, whatever is cut off. What is gathered into summaries for
// administrators goes the same way (ledger.Gather).
//
// Delivery takes what is due, the longest due first, through a Transport: the
// SMTP server that is configured, or the local mailbox. A mail that the server
// has taken is marked after that; a crash between the two sends it once more,
// under the same Message-ID. A server that cannot be reached stops delivery, not
// the mails, and is tried again after a growing while; a mail that it refuses
// for now is tried again by itself, for two days; one that it refuses for good
// fails alone. A ledger that is read-only is waited for.
//
// The pusher tells the devices of people the same way, from a cursor of its own,
// by the push services of their browsers.
package post

import (
	"context"
	"encoding/hex"
	"log/slog"
	"sync"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

// Author is who knows what is written to whom: the desk.
type Author interface {
	Letters(r *ledger.Reader, g *registry.Generation, f event.Fact) ([]desk.Letter, error)
	Summary(r *ledger.Reader, g *registry.Generation, of ledger.Gather) (letter desk.Letter, any bool, err error)
	Rendered(l desk.Letter) desk.Mail
	AnnounceMail(m ledger.Mail)
}

// Config is what an Outbox is made of.
type Config struct {
	Ledger    ledger.Ledger
	ReadOnly  func() bool // the ledger takes nothing
	Registry  *registry.Store
	Transport Transport
	Domain    string // of Message-IDs
	Zone      *time.Location
	Now       func() time.Time
	Random    func([]byte)
	Log       *slog.Logger
}

// Outbox is where every mail waits until it is delivered. Safe for concurrent
// use.
type Outbox struct {
	Config
	author Author

	writing sync.Mutex // what is gathered is read and written by one at a time
	wake    chan struct{}

	mu        sync.Mutex // guards what follows
	floor     time.Time  // nothing that waits is due before
	down      *wire.Down // the server cannot be reached
	failures  int        // to reach it, in a row
	paused    time.Time  // until then it is not tried
	delivered map[string]ledger.Mail
}

// New makes an outbox. Before Run it needs its author.
func New(c Config) *Outbox {
	return &Outbox{Config: c, wake: make(chan struct{}, 1), delivered: map[string]ledger.Mail{}}
}

// Write names who knows what is written to whom. Call it once, before Run.
func (o *Outbox) Write(a Author) { o.author = a }

// sendTime bounds the storing of a mail that is no fact's.
const sendTime = 10 * time.Second

// Send stores a mail to be delivered. What cannot be stored is logged: who
// waits for a link asks for it again.
func (o *Outbox) Send(m desk.Mail) {
	ctx, cancel := context.WithTimeout(context.Background(), sendTime)
	defer cancel()
	b := make([]byte, 12)
	o.Random(b)
	_, err := o.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.PutMail(row("l"+hex.EncodeToString(b), m, tx.Now()))
	}})
	if err != nil {
		o.Log.Error("a mail could not be stored", "kind", m.Kind, "error", err)
		return
	}
	o.Wake()
}

// Wake tells the delivery that a mail was stored.
func (o *Outbox) Wake() {
	select {
	case o.wake <- struct{}{}:
	default:
	}
}

// row is a mail as the ledger keeps it, due at once.
func row(id string, m desk.Mail, now time.Time) ledger.Mail {
	return ledger.Mail{
		ID: id, To: m.To, Account: m.Account, Lang: string(m.Lang), Kind: string(m.Kind), Requests: m.Requests, About: m.About,
		Subject: m.Subject, Text: m.Text, HTML: m.HTML, Secret: secret(m),
		State: wire.MailQueued, CreatedAt: now, ChangedAt: now, DueAt: now,
	}
}

// secret reports a mail with a one-time link.
func secret(m desk.Mail) bool { return m.Kind == desk.LetterLink || m.Link != nil }

// Down says since when the mail server has not been reached, nil when it has.
func (o *Outbox) Down() *wire.Down {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.down
}

// Run writes and delivers until the context ends.
func (o *Outbox) Run(ctx context.Context) {
	var both sync.WaitGroup
	both.Go(func() { o.tail().follow(ctx) })
	both.Go(func() { o.rounds().run(ctx) })
	both.Wait()
}

func (o *Outbox) tail() tail {
	return tail{
		ledger: o.Ledger, what: "mail", log: o.Log, take: o.Take,
		cursor: (*ledger.Reader).MailCursor, setCursor: (*ledger.Tx).SetMailCursor,
	}
}

func (o *Outbox) rounds() rounds {
	return rounds{what: "mail", log: o.Log, now: o.Now, wake: o.wake, deliver: o.Deliver}
}
