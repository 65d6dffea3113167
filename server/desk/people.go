package desk

import (
	"context"
	"errors"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// operator refuses everybody else.
func operator(who Who) error {
	if who.Role != access.RoleOperator {
		return problem(wire.CodeForbidden)
	}
	return nil
}

func viewPerson(a ledger.Account) wire.Person {
	return wire.Person{
		ID: a.ID, Email: a.Profile.Email, Name: a.Profile.Name(),
		Company: firstOf(a.Profile.Company, a.Profile.CompanyLocal), Role: a.Role, CreatedAt: a.CreatedAt,
	}
}

// SetRole gives an account a role. Operators cannot take their own away, so
// there is always one. Errors: forbidden, not_found, validation.
func (d *Desk) SetRole(ctx context.Context, who Who, id string, b wire.SetRole) (wire.Person, error) {
	if err := operator(who); err != nil {
		return wire.Person{}, err
	}
	if !b.Role.Known() {
		return wire.Person{}, invalid(wire.FieldError{Field: "role", Code: "role.unknown"})
	}
	if id == who.Account {
		return wire.Person{}, invalid(wire.FieldError{Field: "role", Code: "role.own"})
	}
	// ByReviewer stands for the vendor's side; the account says who.
	by := event.Actor{Party: access.ByReviewer, Account: who.Account}
	account, err := d.setRole(ctx, by, who.Key, id, b.Role)
	return viewPerson(account), notFound(err)
}

// TakeOver makes the account of a person of the registry who has none yet, with
// a role. Its holder sets a password by a mailed link. Errors: forbidden,
// not_found, validation.
func (d *Desk) TakeOver(ctx context.Context, who Who, b wire.TakeOver) (wire.Person, error) {
	if err := operator(who); err != nil {
		return wire.Person{}, err
	}
	if !b.Role.Known() {
		return wire.Person{}, invalid(wire.FieldError{Field: "role", Code: "role.unknown"})
	}
	account, err := d.ensure(ctx, strings.ToLower(strings.TrimSpace(b.Email)), nil)
	if err != nil {
		return wire.Person{}, notFound(err)
	}
	return d.SetRole(ctx, who, account.ID, wire.SetRole{Role: b.Role})
}

func (d *Desk) setRole(ctx context.Context, by event.Actor, key, id string, role access.Role) (account ledger.Account, err error) {
	_, err = d.Ledger.Do(ctx, ledger.Command{
		By: by, Key: key, Fingerprint: fingerprint("role "+id, role),
		Run: func(tx *ledger.Tx) (any, error) {
			if err := stillOperator(tx); err != nil {
				return nil, err
			}
			a, err := tx.Account(id)
			if err != nil {
				return nil, err
			}
			if a.Role == role {
				return nil, nil
			}
			a.Role = role
			tx.SetServing(id, false)
			if err := tx.PutAccount(a); err != nil {
				return nil, err
			}
			_, err = tx.Append(&event.RoleSet{Account: id, Role: role})
			return nil, err
		},
	})
	if err != nil {
		return account, commandError(err)
	}
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		account, err = r.Account(id)
		return err
	})
	return account, err
}

// stillOperator refuses one whose own role was taken since the session was
// read: two operators who take each other's at once leave one. The command
// line has no account.
func stillOperator(tx *ledger.Tx) error {
	if tx.By().Account == "" {
		return nil
	}
	a, err := tx.Account(tx.By().Account)
	if err != nil {
		return err
	}
	return operator(Who{Role: a.Role})
}

// RoleOf sets the role of the account with this address, from the command
// line. Errors: not_found, validation.
func (d *Desk) RoleOf(ctx context.Context, email string, role access.Role) error {
	if !role.Known() {
		return invalid(wire.FieldError{Field: "role", Code: "role.unknown"})
	}
	account, err := d.ensure(ctx, strings.ToLower(strings.TrimSpace(email)), nil)
	if errors.Is(err, ledger.ErrNotFound) {
		return problem(wire.CodeNotFound)
	}
	if err != nil {
		return err
	}
	_, err = d.setRole(ctx, event.System(), "", account.ID, role)
	return err
}
