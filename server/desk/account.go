package desk

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"runtime/debug"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Register takes a new person's address and password. The answer is the same
// for a known and an unknown address; the mail says the rest. An account may
// sign in once the mailed link has shown that the address is its own.
// Errors: validation, too_many_mails.
func (d *Desk) Register(ctx context.Context, b wire.Register) (wire.LinkMailed, error) {
	b, fields := validation.Register(b)
	if len(fields) > 0 {
		return wire.LinkMailed{}, invalid(fields...)
	}
	if err := d.tryMail(b.Email); err != nil {
		return wire.LinkMailed{}, err
	}
	hash, err := d.passwords.hash(ctx, b.Password)
	if err != nil {
		return wire.LinkMailed{}, err
	}
	until, err := d.putRegistration(ctx, ledger.Registration{Email: b.Email, Password: hash})
	if err == nil {
		d.later("register", func(ctx context.Context) error { return d.register(ctx, b) })
	}
	return wire.LinkMailed{Until: until}, err
}

func (d *Desk) register(ctx context.Context, b wire.Register) error {
	profile := byScript(wire.Profile{
		Email: b.Email, GivenName: b.GivenName, FamilyName: b.FamilyName, Language: b.Language,
	})
	account, err := d.ensure(ctx, b.Email, &profile)
	if err != nil || account.Profile.Email != b.Email { // held for who had it a moment ago
		return err
	}
	return d.mailRegistered(ctx, account, i18n.Parse(b.Language))
}

// later goes on with work after its answer, so that the answer's time says
// nothing about whether an address is known. It ends with Close.
func (d *Desk) later(what string, work func(context.Context) error) {
	d.work.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), afterAnswer)
		defer cancel()
		defer func() {
			if cause := recover(); cause != nil { // one person's request must not stop the portal
				d.Log.Error("panic after the answer", "work", what, "cause", cause, "stack", string(debug.Stack()))
			}
		}()
		if err := work(ctx); err != nil {
			d.Log.Error("after the answer", "work", what, "error", err)
		}
	})
}

// ensure returns the account of an address, making it when there is none: from
// the registry's row when it has one, else from the given profile. Without
// either: ErrNotFound.
func (d *Desk) ensure(ctx context.Context, email string, profile *wire.Profile) (ledger.Account, error) {
	fresh, known, err := d.accountFor(email, profile)
	if err != nil {
		return fresh, err
	}
	var account ledger.Account
	_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		account, err = tx.AccountHolding(email)
		if !errors.Is(err, ledger.ErrNotFound) || !known {
			return nil, err
		}
		account = fresh
		return nil, createAccount(tx, fresh)
	}})
	return account, commandError(err)
}

// createAccount stores a new account, with the fact that says so.
func createAccount(tx *ledger.Tx, a ledger.Account) error {
	if err := tx.PutAccount(a); err != nil {
		return err
	}
	_, err := tx.Append(&event.AccountCreated{Account: a.ID, Role: a.Role})
	return err
}

// accountFor is newAccount by the registry of now.
func (d *Desk) accountFor(email string, profile *wire.Profile) (fresh ledger.Account, known bool, err error) {
	err = d.Registry.Use(func(g *registry.Generation) (err error) {
		fresh, known, err = d.newAccount(g, email, profile)
		return err
	})
	return fresh, known, err
}

// newAccount is an account as it would be made for an address; known is false
// when neither the registry nor the caller tells anything of the person.
func (d *Desk) newAccount(g *registry.Generation, email string, profile *wire.Profile) (fresh ledger.Account, known bool, err error) {
	fresh = ledger.Account{ID: d.id(), Role: access.RoleCustomer, RegistryEmail: email, CreatedAt: d.Now()}
	if known = profile != nil; known {
		fresh.Profile = *profile
	}
	person, err := g.Person(email)
	if err != nil {
		return fresh, known, err
	}
	if person != nil {
		fresh.Profile, fresh.Role, known = byScript(person.Profile), person.Role, true
	}
	fresh.Profile.Email = email
	fresh.Profile.Username = d.username(fresh.Profile)
	return fresh, known, nil
}

// username makes a sign of letters and digits from the name in Latin script
// (guide ja, "Account Profile": generated at random).
func (d *Desk) username(p wire.Profile) string {
	letters := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, p.GivenName+p.FamilyName)
	if letters == "" {
		letters = "user"
	}
	b := make([]byte, 8)
	d.Random(b)
	n := new(big.Int).SetBytes(b)
	return fmt.Sprintf("%.16s%06d", letters, n.Mod(n, big.NewInt(1_000_000)))
}

// account reads an account record. Errors: sign_in_required when it is gone.
func (d *Desk) account(ctx context.Context, id string) (a ledger.Account, err error) {
	a, err = d.recordOf(ctx, id)
	if errors.Is(err, ledger.ErrNotFound) {
		err = problem(wire.CodeSignInRequired)
	}
	return a, err
}

// AddAccount makes or takes over an account whose address is vouched for: from
// the command line and for the example. An empty password leaves the old one.
func (d *Desk) AddAccount(ctx context.Context, email, password string, role access.Role) (ledger.Account, error) {
	email, wrong := validation.Email(email)
	if wrong != nil {
		return ledger.Account{}, invalid(*wrong)
	}
	if password != "" {
		if wrong := validation.Password(password, email); wrong != nil {
			return ledger.Account{}, invalid(*wrong)
		}
	}
	account, err := d.ensure(ctx, email, &wire.Profile{Email: email, Language: "en"})
	if err != nil {
		return account, err
	}
	if password != "" {
		hash, err := d.passwords.hash(ctx, password)
		if err != nil {
			return account, err
		}
		if err := d.putPassword(ctx, account.ID, hash, true); err != nil {
			return account, err
		}
	}
	if account.Role != role && role != "" {
		account, err = d.setRole(ctx, ledger.Command{By: event.System()}, role, nil,
			func(r *ledger.Reader) (ledger.Account, error) { return r.Account(account.ID) })
	}
	return account, err
}

// ErrHasAccount says that an address has an account, or had it until a short
// while ago.
var ErrHasAccount = errors.New("the address has an account")

// NewAccount is AddAccount for an address that has no account yet, from the
// command line. Errors: ErrHasAccount, validation.
func (d *Desk) NewAccount(ctx context.Context, email, password string, role access.Role) (ledger.Account, error) {
	email, wrong := validation.Email(email)
	if wrong != nil {
		return ledger.Account{}, invalid(*wrong)
	}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		_, err := r.AccountHolding(email)
		return err
	})
	switch {
	case err == nil:
		return ledger.Account{}, ErrHasAccount
	case !errors.Is(err, ledger.ErrNotFound):
		return ledger.Account{}, err
	}
	return d.AddAccount(ctx, email, password, role)
}

// ResetPassword gives the account of an address another password and ends its
// sessions, from the command line. Errors: not_found, validation.
func (d *Desk) ResetPassword(ctx context.Context, email, password string) (account ledger.Account, err error) {
	email, wrong := validation.Email(email)
	if wrong == nil {
		wrong = validation.Password(password, email)
	}
	if wrong != nil {
		return account, invalid(*wrong)
	}
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		account, err = r.AccountByEmail(email)
		return err
	})
	if err != nil {
		return account, notFound(err)
	}
	hash, err := d.passwords.hash(ctx, password)
	if err != nil {
		return account, err
	}
	if err := d.putPassword(ctx, account.ID, hash, true); err != nil {
		return account, err
	}
	return account, d.endSessions(ctx, account.ID, "")
}

// recordOf reads an account. Errors: ErrNotFound.
func (d *Desk) recordOf(ctx context.Context, id string) (a ledger.Account, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		a, err = r.Account(id)
		return err
	})
	return a, err
}
