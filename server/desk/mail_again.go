package desk

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// MailAgain sends a mail once more, as a new one with the same text. To one
// address only so many go an hour. Errors: not_found (also for a mail that the
// person may not see, that still waits, or that held a one-time link), too_many_mails.
func (d *Desk) MailAgain(ctx context.Context, who Who, id string) (wire.Mail, error) {
	old, err := d.mailOf(ctx, who, id)
	if err != nil {
		return wire.Mail{}, notFound(err)
	}
	b := make([]byte, 12)
	d.Random(b)
	answer, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("mail again "+id, nil),
		Run: func(tx *ledger.Tx) (any, error) {
			if err := d.tryMail(strings.ToLower(old.To)); err != nil {
				return nil, err
			}
			m := old
			m.ID = "a" + hex.EncodeToString(b)
			m.State, m.Tries, m.Error = wire.MailQueued, 0, ""
			m.CreatedAt, m.ChangedAt, m.DueAt = tx.Now(), tx.Now(), tx.Now()
			return m.ID, tx.PutMail(m) // no more: to whom, an erasure must find
		},
	})
	if err != nil {
		return wire.Mail{}, commandError(err)
	}
	d.Mailer.Wake()
	if id, err = againID(answer.Body); err != nil {
		return wire.Mail{}, fmt.Errorf("decode answer: %w", err)
	}
	var again ledger.Mail
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		again, err = r.Mail(id)
		return err
	})
	return viewMail(again), notFound(err)
}

// againID reads the remembered answer to MailAgain: the mail's ID. Until November
// 2026 it was the mail itself.
func againID(body []byte) (id string, err error) {
	if err = json.Unmarshal(body, &id); err == nil {
		return id, nil
	}
	var m wire.Mail
	err = json.Unmarshal(body, &m)
	return m.ID, err
}

// mailOf reads a mail that the person may send again. Errors: ErrNotFound.
func (d *Desk) mailOf(ctx context.Context, who Who, id string) (m ledger.Mail, err error) {
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		if m, err = r.Mail(id); err != nil {
			return err
		}
		if !again(m) {
			return ledger.ErrNotFound
		}
		if m.Account == who.Account || who.Role == access.RoleOperator {
			return nil
		}
		for _, q := range m.Requests {
			request, err := r.Request(q)
			if err != nil {
				return err
			}
			if request.Account == who.Account {
				continue
			}
			if _, err = d.asDecider(r, g, who, request); errors.Is(err, ledger.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			if shown, err := d.showsDecider(r, who, m); err != nil || shown {
				return err
			}
		}
		return ledger.ErrNotFound
	})
	return m, err
}

// again reports whether a mail may be sent again.
func again(m ledger.Mail) bool { return !m.Secret && !m.Waits() }
