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
		NoPassword: a.ID != "" && !opened(a),
	}
}

// opened reports an account that its holder can sign in to. One may be made for
// somebody by a rule, an access or a role.
func opened(a ledger.Account) bool { return a.Confirmed && a.Password != "" }

// SetRole gives an account a role. Operators cannot take their own away, so
// there is always one. Errors: forbidden, not_found, validation.
func (d *Desk) SetRole(ctx context.Context, who Who, id string, b wire.SetRole) (wire.Person, error) {
	if err := operator(who); err != nil {
		return wire.Person{}, err
	}
	if !b.Role.Known() {
		return wire.Person{}, invalid(wire.FieldError{Field: "role", Code: "role.unknown"})
	}
	account, err := d.setRole(ctx, byOperator(who, "role "+id, b.Role), b.Role, nil,
		func(r *ledger.Reader) (ledger.Account, error) { return r.Account(id) })
	return viewPerson(account), notFound(err)
}

// byOperator is an operator's command. ByReviewer stands for the vendor's side;
// the account says who.
func byOperator(who Who, what string, body any) ledger.Command {
	return ledger.Command{By: event.Actor{Party: access.ByReviewer, Account: who.Account}, Key: who.Key, Fingerprint: fingerprint(what, body)}
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
	account, err := d.roleAt(ctx, byOperator(who, "take over", b), b.Email, b.Role)
	return viewPerson(account), notFound(err)
}

// roleAt sets the role of an address's account, which is made in the same command
// where the registry knows of somebody who has none.
func (d *Desk) roleAt(ctx context.Context, c ledger.Command, email string, role access.Role) (ledger.Account, error) {
	email = strings.ToLower(strings.TrimSpace(email))
	fresh, known, err := d.accountFor(email, nil)
	if err != nil {
		return fresh, err
	}
	absent := &fresh
	if !known {
		absent = nil
	}
	return d.setRole(ctx, c, role, absent, func(r *ledger.Reader) (ledger.Account, error) { return r.AccountHolding(email) })
}

// setRole gives the account that find finds a role. Where there is none it is made
// of fresh, if that is not nil. Errors: not_found, forbidden, validation.
func (d *Desk) setRole(ctx context.Context, c ledger.Command, role access.Role, fresh *ledger.Account, find func(*ledger.Reader) (ledger.Account, error)) (account ledger.Account, err error) {
	c.Run = func(tx *ledger.Tx) (any, error) {
		if err := stillOperator(tx); err != nil {
			return nil, err
		}
		a, err := find(&tx.Reader)
		if errors.Is(err, ledger.ErrNotFound) && fresh != nil {
			a, err = *fresh, createAccount(tx, *fresh)
		}
		if err == nil && a.ID == c.By.Account {
			err = invalid(wire.FieldError{Field: "role", Code: "role.own"})
		}
		if err != nil || a.Role == role {
			return nil, err
		}
		a.Role = role
		tx.SetServing(a.ID, false)
		if err := tx.PutAccount(a); err != nil {
			return nil, err
		}
		_, err = tx.Append(&event.RoleSet{Account: a.ID, Role: role})
		return nil, err
	}
	if _, err = d.Ledger.Do(ctx, c); err != nil {
		return account, commandError(err)
	}
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		account, err = find(r)
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
	_, err := d.roleAt(ctx, ledger.Command{By: event.System()}, email, role)
	return notFound(err)
}
