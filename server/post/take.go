package post

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

const (
	maxLetters = 100     // of one transaction, unless one fact has more
	maxBytes   = 1 << 19 // of their texts
	// window is how long after a mail at once the next ones are gathered.
	window = 15 * time.Minute
	// morning is the hour of the daily summary, in the portal's zone.
	morning = 8
)

// post is one letter, the mail that it makes and that mail's ID.
type post struct {
	id     string
	letter desk.Letter
	mail   desk.Mail
}

// Take writes about facts, in order. Each transaction holds the mails of some
// of them and the cursor behind the last; it is what Run does with the tail.
func (o *Outbox) Take(ctx context.Context, facts []event.Fact) error {
	o.writing.Lock()
	defer o.writing.Unlock()
	for len(facts) > 0 {
		posts, n, err := o.compose(ctx, facts)
		if err != nil {
			return err
		}
		err = o.put(ctx, posts, facts[n-1].Seq)
		if errors.Is(err, errErased) {
			continue
		}
		if err != nil {
			return err
		}
		facts = facts[n:]
	}
	return nil
}

// compose asks for the letters of as many facts as fit one transaction.
func (o *Outbox) compose(ctx context.Context, facts []event.Fact) (posts []post, n int, err error) {
	err = o.look(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		size, epoch := 0, r.Position().Epoch
		for _, f := range facts {
			if len(posts) >= maxLetters || size > maxBytes {
				return nil
			}
			letters, err := o.author.Letters(r, g, f)
			if err != nil {
				return fmt.Errorf("write about fact %d: %w", f.Seq, err)
			}
			for _, l := range letters {
				p := post{id: idOf(epoch, f.Seq, l), letter: l, mail: o.author.Rendered(l)}
				posts, size = append(posts, p), size+len(p.mail.Text)+len(p.mail.HTML)
			}
			n++
		}
		return nil
	})
	return posts, n, err
}

// idOf names a mail after what caused it: the same whenever it is made.
func idOf(epoch string, seq uint64, l desk.Letter) string {
	sum := sha256.Sum256([]byte(epoch + "\n" + l.To + "\n" + string(l.Kind)))
	return strconv.FormatUint(seq, 10) + "." + hex.EncodeToString(sum[:8])
}

// look reads ledger and registry at one moment.
func (o *Outbox) look(ctx context.Context, read func(*ledger.Reader, *registry.Generation) error) error {
	return look(ctx, o.Registry, o.Ledger, read)
}

func look(ctx context.Context, from *registry.Store, l ledger.Ledger, read func(*ledger.Reader, *registry.Generation) error) error {
	return from.Use(func(g *registry.Generation) error {
		return l.View(ctx, func(r *ledger.Reader) error { return read(r, g) })
	})
}

// put stores mails and the cursor.
func (o *Outbox) put(ctx context.Context, posts []post, seq uint64) error {
	var stored []ledger.Mail
	_, err := o.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		stored = stored[:0]
		for _, p := range posts {
			m := row(p.id, p.mail, tx.Now())
			now, err := o.gather(tx, p.letter)
			if err != nil {
				return nil, err
			}
			if !now {
				continue
			}
			if err := errors.Join(unerased(&tx.Reader, m), tx.PutMail(m), putLink(tx, p.mail)); err != nil {
				return nil, err
			}
			stored = append(stored, m)
		}
		return nil, tx.SetMailCursor(wire.Position{Epoch: tx.Position().Epoch, Seq: seq})
	}})
	if err != nil {
		return err
	}
	o.stored(stored)
	return nil
}

// putLink makes the link of a mail work.
func putLink(tx *ledger.Tx, m desk.Mail) error {
	if m.Link == nil {
		return nil
	}
	return tx.PutLink(*m.Link)
}

// stored tells of new mails.
func (o *Outbox) stored(mails []ledger.Mail) {
	for _, m := range mails {
		o.lower(m.DueAt)
		o.author.AnnounceMail(m)
	}
	if len(mails) > 0 {
		o.Wake()
	}
}

// gather reports whether a letter is to be sent now. What an administrator gets
// soon after another mail waits for the summary, as does what is written about
// many things at once, what the command has no room for, and all for who wants one
// summary a day.
func (o *Outbox) gather(tx *ledger.Tx, l desk.Letter) (now bool, err error) {
	if l.Gathered == nil {
		return true, nil
	}
	wish, err := wishOf(&tx.Reader, l.Account)
	if err != nil || wish == wire.MailNone {
		return false, err
	}
	g, err := tx.Gather(l.To)
	switch {
	case err == nil:
		return false, tx.PutGather(g.Add(*l.Gathered))
	case !errors.Is(err, ledger.ErrNotFound):
		return false, err
	}
	g = ledger.Gather{Address: l.To, Account: l.Account, Due: tx.Now().Add(window)}
	if wish == wire.MailDaily {
		g.Daily, g.Due = true, o.nextMorning(tx.Now())
	}
	now = !g.Daily && !l.Later && tx.Room()
	if !now {
		g = g.Add(*l.Gathered)
	}
	return now, tx.PutGather(g)
}

// wishOf is how an administrator wants to be mailed; who has no account yet has
// not said.
func wishOf(r *ledger.Reader, account string) (wire.MailPreference, error) {
	a, err := r.Account(account)
	if errors.Is(err, ledger.ErrNotFound) {
		return wire.MailAtOnce, nil
	}
	return a.AdministratorMail, err
}

func (o *Outbox) nextMorning(now time.Time) time.Time {
	local := now.In(o.Zone)
	next := time.Date(local.Year(), local.Month(), local.Day(), morning, 0, 0, 0, o.Zone)
	if !next.After(local) {
		next = next.AddDate(0, 0, 1)
	}
	return next.UTC()
}

// summarise writes the summaries whose time has come and returns when the next
// one's does.
func (o *Outbox) summarise(ctx context.Context) (next time.Time, err error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	for {
		if next, err = o.summariseDue(ctx); !errors.Is(err, errErased) {
			return next, err
		}
	}
}

func (o *Outbox) summariseDue(ctx context.Context) (next time.Time, err error) {
	var due []ledger.Gather
	var letters []*desk.Letter
	err = o.look(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		if due, next, err = r.DueGathers(o.Now()); err != nil {
			return err
		}
		for _, gathered := range due {
			l, err := o.summary(r, g, gathered)
			if err != nil {
				return err
			}
			letters = append(letters, l)
		}
		return nil
	})
	for i := 0; err == nil && i < len(due); i++ {
		err = o.putSummary(ctx, due[i], letters[i])
	}
	return next, err
}

// summary is the letter of what was gathered, nil when nothing of it waits any
// more or the reader wants none.
func (o *Outbox) summary(r *ledger.Reader, g *registry.Generation, gathered ledger.Gather) (*desk.Letter, error) {
	wish, err := wishOf(r, gathered.Account)
	if err != nil || wish == wire.MailNone || len(gathered.Entries) == 0 {
		return nil, err
	}
	l, any, err := o.author.Summary(r, g, gathered)
	if err != nil || !any {
		return nil, err
	}
	return &l, nil
}

// putSummary ends a gathering. After a summary at once the next one is gathered
// again.
func (o *Outbox) putSummary(ctx context.Context, g ledger.Gather, l *desk.Letter) error {
	var stored []ledger.Mail
	_, err := o.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		stored = stored[:0]
		if l == nil {
			return nil, tx.DropGather(g.Address)
		}
		m := row(idOf(strconv.FormatInt(g.Due.UnixNano(), 10), tx.Position().Seq, *l), o.author.Rendered(*l), tx.Now())
		m.Gathered = &g
		stored = append(stored, m)
		if err := errors.Join(unerased(&tx.Reader, m), tx.PutMail(m)); err != nil || g.Daily {
			return nil, errors.Join(err, tx.DropGather(g.Address))
		}
		return nil, tx.PutGather(ledger.Gather{Address: g.Address, Account: g.Account, Due: tx.Now().Add(window)})
	}})
	if err == nil {
		o.stored(stored)
	}
	return err
}
