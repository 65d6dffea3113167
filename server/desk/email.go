package desk

import (
	"context"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

const (
	// undoLife is how long the former address can take a change back, and is kept
	// from everybody else.
	undoLife = 7 * 24 * time.Hour
	// maxUndo is how many changes can be taken back, so that no more are made.
	maxUndo = 5
)

// ChangeEmail begins a change of the address (guide ja,「メールアドレスの編集」): the
// new one is mailed a link to confirm, and nothing changes before that. Whether
// an account has the new address only that address is told. Errors: validation
// with field "email" or "password", too_many, too_many_mails.
func (d *Desk) ChangeEmail(ctx context.Context, who Who, b wire.ChangeEmail) (wire.EmailChange, error) {
	account, err := d.account(ctx, who.Account)
	if err != nil {
		return wire.EmailChange{}, err
	}
	email, wrong := validation.Email(b.Email)
	if wrong == nil && email == account.Profile.Email {
		wrong = &wire.FieldError{Field: "email", Code: "email.same"}
	}
	if wrong != nil {
		return wire.EmailChange{}, invalid(*wrong)
	}
	if err := d.tryPassword(account.Profile.Email); err != nil {
		return wire.EmailChange{}, err
	}
	ok, err := d.passwords.matches(ctx, account.Password, b.Password)
	if err != nil {
		return wire.EmailChange{}, err
	}
	if !ok {
		return wire.EmailChange{}, invalid(wire.FieldError{Field: "password", Code: "password.wrong"})
	}
	if err := d.tryMail(email); err != nil {
		return wire.EmailChange{}, err
	}
	if err := d.beginEmail(ctx, who, email); err != nil {
		return wire.EmailChange{}, commandError(err)
	}
	d.Mailer.Wake()
	return d.Email(ctx, who)
}

// beginEmail keeps the change that is wanted and mails its link.
func (d *Desk) beginEmail(ctx context.Context, who Who, email string) error {
	secret, hash := d.secret()
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.Actor{Party: access.ByRequester, Account: who.Account}, Run: func(tx *ledger.Tx) (any, error) {
		a, err := tx.Account(who.Account)
		if err != nil {
			return nil, err
		}
		if a.Undo = standing(a.Undo, tx.Now()); len(a.Undo) == maxUndo {
			p := problem(wire.CodeTooMany)
			p.RetryAfter = int(a.Undo[0].Until.Sub(tx.Now()) / time.Second)
			return nil, p
		}
		a.NewEmail = &ledger.EmailLink{Address: email, Hash: hash, Until: tx.Now().Add(linkLife), Session: who.Session}
		if err := tx.PutAccount(a); err != nil {
			return nil, err
		}
		m := d.letterOf(a, "newaddress", d.Origin+wire.RouteConfirmEmail+"?token="+a.ID+"."+secret)
		if owner, err := tx.AccountHolding(email); !errors.Is(err, ledger.ErrNotFound) && owner.ID != a.ID {
			m = d.letterOf(a, "addresstaken", d.Origin+wire.RouteSignIn)
		}
		if err := d.postLink(tx, a.ID, email, m); err != nil {
			return nil, err
		}
		_, err = tx.Append(&event.AccountChanged{Account: a.ID, Fields: []string{"new_email"}})
		return nil, err
	}})
	return err
}

// letterOf is the mail with a link, in the language of the account.
func (d *Desk) letterOf(a ledger.Account, what string, args ...string) Mail {
	return d.linkMail("", langOf(a), what, args...)
}

// postLink stores a mail with a link of an account together with what it is
// about, so that neither is there without the other.
func (d *Desk) postLink(tx *ledger.Tx, account, to string, m Mail) error {
	b := make([]byte, 12)
	d.Random(b)
	return tx.PutMail(ledger.Mail{
		ID: "l" + hex.EncodeToString(b), To: to, About: []string{account}, Lang: string(m.Lang), Kind: string(m.Kind), Subject: m.Subject,
		Text: m.Text, HTML: m.HTML, Secret: true, State: wire.MailQueued,
		CreatedAt: tx.Now(), ChangedAt: tx.Now(), DueAt: tx.Now(),
	})
}

// Email tells of a change that waits, and what the registry says by the present
// address.
func (d *Desk) Email(ctx context.Context, who Who) (view wire.EmailChange, err error) {
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		a, err := r.Account(who.Account)
		if err != nil {
			return err
		}
		if n := a.NewEmail; n != nil && d.Now().Before(n.Until) {
			view.New, view.Until = n.Address, n.Until
		}
		scopes, err := g.Administers(registryEmail(a))
		if err != nil {
			return err
		}
		grants, err := g.Grants(registryEmail(a))
		view.Administers, view.Grants = len(scopes), len(grants)
		return err
	})
	return view, sessionError(err)
}

// KeepEmail gives a change up that waits.
func (d *Desk) KeepEmail(ctx context.Context, who Who) (wire.EmailChange, error) {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.Actor{Party: access.ByRequester, Account: who.Account}, Run: func(tx *ledger.Tx) (any, error) {
		a, err := tx.Account(who.Account)
		if err != nil || a.NewEmail == nil {
			return nil, err
		}
		a.NewEmail = nil
		if err := tx.PutAccount(a); err != nil {
			return nil, err
		}
		_, err = tx.Append(&event.AccountChanged{Account: a.ID, Fields: []string{"new_email"}})
		return nil, err
	}})
	if err != nil {
		return wire.EmailChange{}, commandError(err)
	}
	return d.Email(ctx, who)
}

// ConfirmEmail ends the link that the new address was mailed: it is the
// account's from now on, the former one is told how to take that back, and every
// browser but the one that asked is signed out. What the registry says by
// address stays with the former one until an import names the new one. Errors:
// token_invalid.
func (d *Desk) ConfirmEmail(ctx context.Context, b wire.EmailToken) (wire.EmailChanged, error) {
	secret, undo := d.secret()
	var asked string
	a, err := d.byEmailLink(ctx, b.Token, func(tx *ledger.Tx, a ledger.Account, hash string) (ledger.Account, error) {
		n := a.NewEmail
		if n == nil || n.Hash != hash || !tx.Now().Before(n.Until) {
			return a, ledger.ErrNotFound
		}
		former := ledger.EmailLink{Address: a.Profile.Email, Hash: undo, Until: tx.Now().Add(undoLife)}
		a.Undo = append(standing(a.Undo, tx.Now()), former)
		a.Profile.Email, a.RegistryEmail, a.NewEmail, asked = n.Address, n.Address, nil, n.Session
		if err := tx.PutAccount(a); err != nil {
			return a, err
		}
		tx.HoldAddress(former.Address, a.ID, undoLife)
		if err := tx.DropLinks(a.ID); err != nil { // one that lies in the former mailbox
			return a, err
		}
		link := d.Origin + wire.RouteUndoEmail + "?token=" + a.ID + "." + secret
		return a, d.postLink(tx, a.ID, former.Address, d.letterOf(a, "addresschanged", link, d.wordsTo(a).Moment(former.Until)))
	}, "email")
	if err != nil {
		return wire.EmailChanged{}, err
	}
	return wire.EmailChanged{Email: a.Profile.Email}, d.endSessions(ctx, a.ID, asked)
}

// UndoEmail ends the link that a former address was mailed: the account has that
// address again, no password and no browser that is signed in, for whoever
// changed it knew the password. A link to set one is mailed. Errors:
// token_invalid.
func (d *Desk) UndoEmail(ctx context.Context, b wire.EmailToken) (wire.EmailChanged, error) {
	a, err := d.byEmailLink(ctx, b.Token, func(tx *ledger.Tx, a ledger.Account, hash string) (ledger.Account, error) {
		undo := standing(a.Undo, tx.Now())
		i := slices.IndexFunc(undo, func(l ledger.EmailLink) bool { return l.Hash == hash })
		if i < 0 {
			return a, ledger.ErrNotFound
		}
		a.Profile.Email, a.RegistryEmail = undo[i].Address, undo[i].Address
		a.Undo, a.NewEmail, a.Password = undo[:i], nil, ""
		if err := tx.PutAccount(a); err != nil {
			return a, err
		}
		return a, tx.DropLinks(a.ID)
	}, "email", "password")
	if err != nil {
		return wire.EmailChanged{}, err
	}
	d.later("email taken back", func(ctx context.Context) error {
		return d.mailLink(ctx, a, langOf(a), "reset", "/password/set?token=")
	})
	return wire.EmailChanged{Email: a.Profile.Email}, d.endSessions(ctx, a.ID, "")
}

// byEmailLink changes the account that a link's token names, and says which of
// its fields did. Errors: token_invalid.
func (d *Desk) byEmailLink(ctx context.Context, token string, change func(*ledger.Tx, ledger.Account, string) (ledger.Account, error), fields ...string) (a ledger.Account, err error) {
	id, secret, _ := strings.Cut(token, ".")
	_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		if a, err = tx.Account(id); err != nil {
			return nil, err
		}
		if a, err = change(tx, a, hashOf(secret)); err != nil {
			return nil, err
		}
		_, err := tx.Append(&event.AccountChanged{Account: a.ID, Fields: fields})
		return nil, err
	}})
	if errors.Is(err, ledger.ErrNotFound) || errors.Is(err, ledger.ErrAddressTaken) {
		return a, problem(wire.CodeTokenInvalid)
	}
	if err == nil {
		d.Mailer.Wake()
		d.reindex(a.ID)
		d.rehold(a.ID)
	}
	return a, commandError(err)
}

// standing are the links that still work.
func standing(links []ledger.EmailLink, now time.Time) []ledger.EmailLink {
	return slices.DeleteFunc(slices.Clone(links), func(l ledger.EmailLink) bool { return !now.Before(l.Until) })
}
