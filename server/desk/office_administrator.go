package desk

import (
	"context"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// NameAdministrator lets an address decide for a contract or bill-to ID; one
// without an account gets one, and an invitation by mail. Errors: not_found,
// validation.
func (d *Desk) NameAdministrator(ctx context.Context, who Who, scope access.Identifier, b wire.NameAdministrator) error {
	email, wrong := validation.Email(b.Email)
	if wrong != nil {
		return invalid(*wrong)
	}
	b.Email = email
	err := d.change(ctx, who, scope, "name", b, naming(email), func(tx *ledger.Tx, o office) error {
		return o.name(tx, email)
	})
	if err == nil {
		d.timers.lookAgain() // what was not asked about has somebody to answer now
	}
	return err
}

// name makes an address an administrator; one who is already stays.
func (o *office) name(tx *ledger.Tx, email string) error {
	now, err := joinAdministrators(&tx.Reader, o.scope, o.registered)
	if err != nil {
		return err
	}
	a, err := o.person(tx, email)
	if err != nil {
		return err
	}
	if slices.Contains(now, email) || slices.Contains(now, registryEmail(a)) {
		return nil
	}
	_, err = tx.Append(&event.AdministratorNamed{Scope: o.scope, Account: a.ID})
	return err
}
