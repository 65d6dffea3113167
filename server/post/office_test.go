package post_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/post"
	"accord/server/registry"
)

// author writes about every token that is issued: its name is the address.
type author struct {
	mu       sync.Mutex
	gather   bool
	later    bool   // it is gathered in any case
	accounts bool   // an address's first part is its account
	link     string // hash of a one-time link in each, "" for none
	told     []ledger.Mail
}

func (a *author) Letters(_ *ledger.Reader, _ *registry.Generation, f event.Fact) ([]desk.Letter, error) {
	data, err := f.Decode()
	issued, ok := data.(*event.TokenIssued)
	if err != nil || !ok {
		return nil, err
	}
	l := desk.Letter{To: issued.Name, Lang: "en", Kind: desk.LetterQueue, Subject: "Fact " + issued.Token,
		Requests: []string{issued.Token}, Body: []desk.Part{{Text: "Grüße, 様"}}}
	if a.accounts {
		l.Account, _, _ = strings.Cut(l.To, "@")
	}
	if a.link != "" {
		l.Link = &ledger.Link{Hash: a.link, Account: "u", ExpiresAt: f.At.Add(time.Hour)}
		l.About = []string{"quoted"}
	}
	if a.gather {
		l.Gathered, l.Later = &ledger.GatherEntry{Request: issued.Token}, a.later
	}
	return []desk.Letter{l}, nil
}

func (a *author) Summary(_ *ledger.Reader, _ *registry.Generation, of ledger.Gather) (desk.Letter, bool, error) {
	return desk.Letter{To: of.Address, Lang: "en", Kind: desk.LetterSummary,
		Subject: "Summary of " + strconv.Itoa(len(of.Entries))}, true, nil
}

func (a *author) Rendered(l desk.Letter) desk.Mail { return (*desk.Desk).Rendered(&desk.Desk{}, l) }

func (a *author) AnnounceMail(m ledger.Mail) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.told = append(a.told, m)
}

// office is an outbox with a real ledger and a clock of the test's.
type office struct {
	*post.Outbox
	t      testing.TB
	ledger *ledger.Badger
	author *author
	dir    string
	config post.Config

	mu  sync.Mutex
	now time.Time
}

func (o *office) clock() time.Time {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.now
}

func (o *office) pass(d time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.now = o.now.Add(d)
}

func newOffice(t testing.TB, transport post.Transport) *office {
	t.Helper()
	o := &office{t: t, author: &author{}, dir: t.TempDir(), now: time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)}
	reg, err := registry.Open(t.TempDir(), 0)
	must(t, err)
	o.config = post.Config{
		Registry: reg, Transport: transport, Domain: "portal.example", Zone: time.UTC,
		Now: o.clock, Random: func(b []byte) { _, _ = rand.Read(b) }, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
	}
	o.start()
	t.Cleanup(func() { must(t, errors.Join(o.ledger.Close(), reg.Close())) })
	return o
}

// start opens the ledger, as after a stop or a kill.
func (o *office) start() {
	o.t.Helper()
	store, err := ledger.Open(o.dir, ledger.Options{Now: o.clock, Log: o.config.Log})
	must(o.t, err)
	o.ledger = store
	o.config.Ledger, o.config.ReadOnly = store, store.ReadOnly
	o.Outbox = post.New(o.config)
	o.Write(o.author)
}

// restart closes the ledger and opens it again: what was only in memory is lost.
func (o *office) restart() {
	o.t.Helper()
	must(o.t, o.ledger.Close())
	o.start()
}

// issue makes a fact that is written about.
func (o *office) issue(token, address string) {
	o.t.Helper()
	_, err := o.ledger.Do(o.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		_, err := tx.Append(&event.TokenIssued{Token: token, Name: address, Hash: token})
		return nil, err
	}})
	must(o.t, err)
}

// take writes about every fact after the cursor.
func (o *office) take() {
	o.t.Helper()
	var facts []event.Fact
	must(o.t, o.ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		at, err := r.MailCursor()
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return err
		}
		facts, err = r.Facts(at.Seq, 1000)
		return err
	}))
	must(o.t, o.Take(o.t.Context(), facts))
}

// deliver sends what is due.
func (o *office) deliver() time.Time {
	o.t.Helper()
	next, err := o.Deliver(o.t.Context())
	must(o.t, err)
	return next
}

// log are all mails, newest first.
func (o *office) log() (mails []ledger.Mail) {
	o.t.Helper()
	must(o.t, o.ledger.View(context.Background(), func(r *ledger.Reader) (err error) {
		mails, _, err = r.MailLog("", "", "", 200)
		return err
	}))
	return mails
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
