package desk

import (
	"context"
	"errors"
	"strconv"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/limit"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

const (
	linkLife     = 24 * time.Hour   // of a mailed link
	afterAnswer  = 30 * time.Second // bounds work that goes on after its answer
	mailsPerHour = 6                // to one address, of those that anybody can cause
)

// tryMail counts a mail that anybody can cause to an address, before it is looked
// up: the answer is the same for one that is unknown. Errors: too_many_mails.
func (d *Desk) tryMail(email string) error {
	if wait := d.mails.Try(email); wait > 0 {
		return tooManyMails(wait)
	}
	return nil
}

// tooManyMails says after how many minutes an address may be mailed again.
func tooManyMails(wait time.Duration) *wire.Problem {
	p := problem(wire.CodeTooManyMails)
	p.RetryAfter = limit.Seconds(wait)
	p.Args = []string{strconv.Itoa((p.RetryAfter + 59) / 60)}
	return p
}

// mailLink mails a one-time link to the page that ends with its token. Those that
// were mailed before stay good.
func (d *Desk) mailLink(ctx context.Context, a ledger.Account, lang i18n.Lang, what, page string) error {
	token, hash := d.secret()
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		if now, err := tx.Account(a.ID); err != nil || now.Erasing {
			return nil, errors.Join(err, ledger.ErrNotFound)
		}
		return nil, tx.PutLink(ledger.Link{Hash: hash, Account: a.ID, ExpiresAt: tx.Now().Add(linkLife)})
	}})
	if errors.Is(err, ledger.ErrNotFound) {
		return nil // it is being erased
	}
	if err != nil {
		return commandError(err)
	}
	d.mail(a.ID, a.Profile.Email, lang, what, d.Origin+page+token)
	return nil
}

// ForgotPassword mails a link to set a new password, if the address is known
// here or in the registry. The answer is the same for all. Errors: validation,
// too_many_mails.
func (d *Desk) ForgotPassword(b wire.ForgotPassword) error {
	email, wrong := validation.Email(b.Email)
	if wrong != nil {
		return invalid(*wrong)
	}
	if err := d.tryMail(email); err != nil {
		return err
	}
	d.later("forgot password", func(ctx context.Context) error {
		account, err := d.ensure(ctx, email, nil)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return d.mailLink(ctx, account, i18n.Parse(b.Language), "reset", "/password/set?token=")
	})
	return nil
}

// SetPassword ends a mailed link: the password is set, the address confirmed,
// and every session of the account ended. Errors: validation, token_invalid.
func (d *Desk) SetPassword(ctx context.Context, b wire.SetPassword) error {
	if wrong := validation.Password(b.Password, ""); wrong != nil { // whose it is the link says
		return invalid(*wrong)
	}
	hash, err := d.passwords.hash(ctx, b.Password)
	if err != nil {
		return err
	}
	var account string
	_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		link, err := tx.TakeLink(hashOf(b.Token))
		if err != nil {
			return nil, err
		}
		account = link.Account
		a, err := tx.Account(account)
		if err != nil {
			return nil, err
		}
		if wrong := validation.Password(b.Password, a.Profile.Email); wrong != nil {
			return nil, invalid(*wrong)
		}
		return nil, setPassword(tx, account, hash, true)
	}})
	if errors.Is(err, ledger.ErrNotFound) {
		return problem(wire.CodeTokenInvalid)
	}
	if err != nil {
		return commandError(err)
	}
	return d.endSessions(ctx, account, "")
}

// ChangePassword sets a new password and ends the other sessions. Errors:
// validation with field "current" or "password", too_many.
func (d *Desk) ChangePassword(ctx context.Context, who Who, b wire.ChangePassword) error {
	account, err := d.account(ctx, who.Account)
	if err != nil {
		return err
	}
	if wrong := validation.Password(b.Password, account.Profile.Email); wrong != nil {
		return invalid(*wrong)
	}
	if err := d.tryPassword(account.Profile.Email); err != nil {
		return err
	}
	ok, err := d.passwords.matches(ctx, account.Password, b.Current)
	if err != nil {
		return err
	}
	if !ok {
		return invalid(wire.FieldError{Field: "current", Code: "password.wrong"})
	}
	hash, err := d.passwords.hash(ctx, b.Password)
	if err != nil {
		return err
	}
	if err := d.putPassword(ctx, account.ID, hash, true); err != nil {
		return err
	}
	return d.endSessions(ctx, account.ID, who.Session)
}

// putPassword stores a password's hash; confirm says that the address has been
// shown to be the person's own.
func (d *Desk) putPassword(ctx context.Context, account, hash string, confirm bool) error {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, setPassword(tx, account, hash, confirm)
	}})
	return commandError(err)
}

func setPassword(tx *ledger.Tx, account, hash string, confirm bool) error {
	a, err := tx.Account(account)
	if err != nil {
		return err
	}
	if a.Erasing {
		return ledger.ErrNotFound
	}
	a.Password = hash
	a.Confirmed = a.Confirmed || confirm
	if err := tx.PutAccount(a); err != nil {
		return err
	}
	if confirm { // a link that lies in a mail must not undo it
		if err := tx.DropLinks(account); err != nil {
			return err
		}
	}
	_, err = tx.Append(&event.AccountChanged{Account: account, Fields: []string{"password"}})
	return err
}
