package desk

import (
	"context"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// SetMailPreference stores how an administrator wants to be mailed about
// requests. Errors: validation.
func (d *Desk) SetMailPreference(ctx context.Context, who Who, b wire.SetMailPreference) (wire.Me, error) {
	switch b.AdministratorMail {
	case wire.MailAtOnce, wire.MailDaily, wire.MailNone:
	default:
		return wire.Me{}, invalid(wire.FieldError{Field: "administrator_mail", Code: "mail.preference"})
	}
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("mail preference", b),
		Run: func(tx *ledger.Tx) (any, error) {
			a, err := tx.Account(who.Account)
			if err != nil || a.AdministratorMail == b.AdministratorMail {
				return nil, err
			}
			a.AdministratorMail = b.AdministratorMail
			if err := tx.PutAccount(a); err != nil {
				return nil, err
			}
			_, err = tx.Append(&event.AccountChanged{Account: a.ID, Fields: []string{"administrator_mail"}})
			return nil, err
		},
	})
	if err != nil {
		return wire.Me{}, commandError(err)
	}
	return d.Me(ctx, who)
}
