package desk

import (
	"context"
	"errors"
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
	err := d.change(ctx, who, scope, "name", b, []string{email}, func(tx *ledger.Tx, o office) error {
		return o.name(tx, email)
	})
	if err == nil {
		d.invite(email)
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

// namedLetters tell somebody that they decide for a contract from now on.
func (d *Desk) namedLetters(r *ledger.Reader, f event.Fact, e *event.AdministratorNamed) ([]Letter, error) {
	if f.By.Account == e.Account {
		return nil, nil
	}
	a, err := r.Account(e.Account)
	if err != nil {
		return nil, err
	}
	word, err := r.Administrator(e.Scope, e.Account)
	if err != nil || word.Left {
		return nil, ignoreMissing(err)
	}
	name := d.words(langOf(a)).Identifier(e.Scope)
	return []Letter{d.note(a, "named", "", name, d.nameOf(r, f.By))}, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	return err
}
