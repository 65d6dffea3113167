package desk

import (
	"context"
	"errors"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/limit"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// registrationLife is how long the password of a registration is known for which
// no mailed link was opened yet: signing in with it mails another one.
const registrationLife = 7 * 24 * time.Hour

// SendConfirmation mails the link once more that ends a registration. The answer
// is the same for an address that nobody registered. Errors: validation,
// too_many_mails.
func (d *Desk) SendConfirmation(b wire.SendConfirmation) (wire.LinkMailed, error) {
	email, wrong := validation.Email(b.Email)
	if wrong != nil {
		return wire.LinkMailed{}, invalid(*wrong)
	}
	if err := d.tryMail(email); err != nil {
		return wire.LinkMailed{}, err
	}
	d.later("confirmation", func(ctx context.Context) error { return d.confirmation(ctx, email, i18n.Parse(b.Language)) })
	return wire.LinkMailed{Until: d.Now().Add(linkLife)}, nil
}

func (d *Desk) confirmation(ctx context.Context, email string, lang i18n.Lang) error {
	var a ledger.Account
	var r ledger.Registration
	err := d.Ledger.View(ctx, func(reader *ledger.Reader) (err error) {
		if a, err = reader.AccountByEmail(email); err == nil {
			r, err = d.registrationOf(reader, a, email)
		}
		return err
	})
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	if err == nil {
		_, err = d.putRegistration(ctx, r)
	}
	if err != nil {
		return err
	}
	return d.mailRegistered(ctx, a, lang)
}

// putRegistration keeps a registration whose link is being mailed, and says until
// when that is good.
func (d *Desk) putRegistration(ctx context.Context, r ledger.Registration) (until time.Time, err error) {
	_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		until = tx.Now().Add(linkLife)
		r.GoodUntil, r.ExpiresAt = until, tx.Now().Add(registrationLife)
		return nil, tx.PutRegistration(r)
	}})
	return until, commandError(err)
}

// mailRegistered mails the link that confirms the address, or to one that has an
// account that it has.
func (d *Desk) mailRegistered(ctx context.Context, a ledger.Account, lang i18n.Lang) error {
	if a.Confirmed {
		d.mail(a.ID, a.Profile.Email, lang, "known", d.Origin+"/signin", d.Origin+"/password/forgot")
		return nil
	}
	return d.mailLink(ctx, a, lang, "confirm", "/signin?confirm=")
}

// registrationOf is what an address was registered with last. An account of an
// earlier version may hold its unconfirmed password itself. Errors: ErrNotFound.
func (d *Desk) registrationOf(r *ledger.Reader, a ledger.Account, email string) (ledger.Registration, error) {
	found, err := r.Registration(email)
	if err == nil && !d.Now().Before(found.ExpiresAt) {
		found, err = ledger.Registration{}, ledger.ErrNotFound
	}
	if errors.Is(err, ledger.ErrNotFound) && a.Password != "" && !a.Confirmed {
		return ledger.Registration{Email: email, Password: a.Password}, nil
	}
	return found, err
}

// confirm ends a registration by the mailed link: the account gets the password
// that was chosen. Without a link that is good: notConfirmed's error.
func (d *Desk) confirm(ctx context.Context, account ledger.Account, r ledger.Registration, token string) (ledger.Account, error) {
	if token == "" {
		return account, d.notConfirmed(ctx, account, r)
	}
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		a, err := tx.Account(account.ID)
		if err != nil {
			return nil, err
		}
		now, err := d.registrationOf(&tx.Reader, a, r.Email)
		if err != nil || now.Password != r.Password {
			return nil, problem(wire.CodeBadCredentials) // changed since it was checked
		}
		link, err := tx.TakeLink(hashOf(token))
		if err != nil {
			return nil, err
		}
		if link.Account != a.ID || a.Confirmed {
			return nil, ledger.ErrNotFound
		}
		tx.DropRegistration(r.Email)
		return nil, setPassword(tx, a.ID, r.Password, true)
	}})
	if errors.Is(err, ledger.ErrNotFound) {
		return account, d.notConfirmed(ctx, account, r)
	}
	account.Password = r.Password
	return account, commandError(err)
}

// notConfirmed says that a registration waits for its mailed link, and until when
// the last one is good; where none is, another one is mailed, or when one may be.
// It says the same where an address has an account that somebody registered once
// more: whoever does and tries to sign in must not learn of it. Errors:
// email_unconfirmed.
func (d *Desk) notConfirmed(ctx context.Context, a ledger.Account, r ledger.Registration) error {
	p := problem(wire.CodeEmailUnconfirmed)
	if p.Until = r.GoodUntil; d.Now().Before(r.GoodUntil) {
		return p
	}
	if wait := d.mails.Try(r.Email); wait > 0 {
		p.Until, p.RetryAfter = time.Time{}, limit.Seconds(wait)
		return p
	}
	until, err := d.putRegistration(ctx, r)
	if err != nil {
		return err
	}
	d.later("confirm", func(ctx context.Context) error {
		if a.ID == "" { // its registration has not come so far, or its address is held
			return nil
		}
		return d.mailRegistered(ctx, a, langOf(a))
	})
	p.Until, p.Mailed = until, true
	return p
}
