package post

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
)

// errErased is a letter that names or quotes who was erased since it was
// composed: it is composed again.
var errErased = errors.New("an account was erased meanwhile")

// Forget runs an erasure of the mails to and about an account that was erased,
// while none is written, so that none is put behind it that was composed before.
// What waits for others is written anew before that, without the account's names
// and words. What the ledger has no more the local mailbox does not show any
// more.
func (o *Outbox) Forget(ctx context.Context, account string, erase func(context.Context) error) error {
	o.writing.Lock()
	defer o.writing.Unlock()
	anew, err := o.writeAnew(ctx, account)
	if err != nil {
		return err
	}
	if err := erase(ctx); err != nil {
		return err
	}
	box, ok := o.Transport.(*Mailbox)
	if !ok {
		return nil
	}
	return o.Ledger.View(ctx, func(r *ledger.Reader) error {
		box.forget(func(id string) bool {
			_, err := r.Mail(id)
			return errors.Is(err, ledger.ErrNotFound) || slices.Contains(anew, id)
		})
		return nil
	})
}

// writeAnew writes the mails to others that wait and name or quote an account
// once more, as things stand without it, and returns their IDs.
func (o *Outbox) writeAnew(ctx context.Context, account string) (ids []string, err error) {
	for cursor, more := "", true; more; more = cursor != "" {
		var anew []again
		err := o.look(ctx, func(r *ledger.Reader, g *registry.Generation) error {
			var about []ledger.Mail
			if about, cursor, err = r.MailsAbout(account, cursor, batch); err != nil {
				return err
			}
			for _, m := range about {
				if !m.Waits() || m.Account == account {
					continue
				}
				l, any, err := o.letterOf(r, g, m)
				if err != nil {
					return fmt.Errorf("write mail %s anew: %w", m.ID, err)
				}
				if any {
					anew = append(anew, again{m, o.author.Rendered(l)})
					ids = append(ids, m.ID)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		for len(anew) > 0 {
			if anew, err = o.rewrite(ctx, anew); err != nil {
				return nil, err
			}
		}
	}
	return ids, nil
}

// rewrite stores mails in other words, as many as one command has room for, and
// returns the rest.
func (o *Outbox) rewrite(ctx context.Context, anew []again) (rest []again, err error) {
	_, err = o.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for rest = anew; len(rest) > 0 && tx.Room(); rest = rest[1:] {
			if err := errors.Join(tx.RewriteMail(rest[0].mail()), putLink(tx, rest[0].words)); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}})
	return rest, err
}

// letterOf composes the letter of a mail as things stand now: of what was
// gathered, or of its fact. any is false when there is nothing to tell any more.
func (o *Outbox) letterOf(r *ledger.Reader, g *registry.Generation, m ledger.Mail) (l desk.Letter, any bool, err error) {
	if m.Gathered != nil {
		return o.author.Summary(r, g, *m.Gathered)
	}
	seq := factOf(m.ID)
	same := desk.Letter{To: m.To, Kind: desk.LetterKind(m.Kind)}
	if seq == 0 || idOf(r.Position().Epoch, seq, same) != m.ID {
		return l, false, nil // no fact's
	}
	facts, err := r.Facts(seq-1, 1)
	if err != nil || len(facts) == 0 {
		return l, false, err
	}
	letters, err := o.author.Letters(r, g, facts[0])
	if err != nil {
		return l, false, err
	}
	for _, l := range letters {
		if l.Kind == same.Kind && (l.To == m.To || l.Account != "" && l.Account == m.Account) {
			return l, true, nil
		}
	}
	return l, false, nil
}

// factOf is the number at the front of a mail's ID, 0 for none.
func factOf(id string) uint64 {
	front, _, _ := strings.Cut(id, ".")
	seq, err := strconv.ParseUint(front, 10, 64)
	if err != nil {
		return 0
	}
	return seq
}

// again is a mail that gets other words.
type again struct {
	was   ledger.Mail
	words desk.Mail
}

// mail is the mail with its other words, and its delivery as far as it had come.
func (a again) mail() ledger.Mail {
	m := a.was
	m.Kind, m.Requests, m.About, m.Secret = string(a.words.Kind), a.words.Requests, a.words.About, secret(a.words)
	m.Subject, m.Text, m.HTML = a.words.Subject, a.words.Text, a.words.HTML
	return m
}

// unerased is errErased when one of those that a mail names was erased.
func unerased(r *ledger.Reader, m ledger.Mail) error {
	for _, account := range m.About {
		erased, err := r.Erased(account)
		if err != nil {
			return err
		}
		if erased {
			return errErased
		}
	}
	return nil
}
