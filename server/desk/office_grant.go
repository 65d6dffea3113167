package desk

import (
	"context"
	"errors"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// AddOfficeUser gives an address access through a contract or bill-to ID; one
// without an account gets one, and an invitation by mail. Who is said to work at
// another company is a third party; where nothing is said, whoever's mail domain
// is none of the contract's companies'. Who holds the level or a higher one is
// refused. Errors: not_found, validation, own_request.
func (d *Desk) AddOfficeUser(ctx context.Context, who Who, scope access.Identifier, b wire.AddUser) error {
	email, wrong := validation.Email(b.Email)
	var fields []wire.FieldError
	if wrong != nil {
		fields = append(fields, *wrong)
	}
	if !levelOf(scope, b.Level) {
		fields = append(fields, wire.FieldError{Field: "level", Code: "level.unknown"})
	}
	if len(fields) > 0 {
		return invalid(fields...)
	}
	b.Email = email
	id := "d-" + d.id()
	return d.change(ctx, who, scope, "add", b, naming(email), func(tx *ledger.Tx, o office) error {
		ends, err := o.lastDay(tx, b.EndsOn)
		if err != nil {
			return err
		}
		b, wrong := validation.Employed(b, o.domains, o.hidden...)
		if len(wrong) > 0 {
			return invalid(wrong...)
		}
		a, err := o.person(tx, email)
		if err != nil {
			return err
		}
		if a.ID == who.Account {
			return problem(wire.CodeOwnRequest)
		}
		held, err := o.holds(tx, a)
		if err != nil {
			return err
		}
		for _, g := range held {
			if running(g, tx.Now()) && g.Level.Covers(b.Level) {
				return invalid(wire.FieldError{Field: "email", Code: "user.held"})
			}
		}
		return o.add(tx, id, a, b, ends)
	})
}

// lastDay reads the last day of an access. Errors: validation.
func (o *office) lastDay(tx *ledger.Tx, text string) (time.Time, error) {
	ends, wrong := validation.LastDay(text, tx.Now(), o.latest)
	if wrong != nil {
		return ends, invalid(*wrong)
	}
	return ends, nil
}

func (o *office) add(tx *ledger.Tx, id string, a ledger.Account, b wire.AddUser, ends time.Time) error {
	if b.Purpose != "" {
		tx.PutPurpose(a.ID, id, b.Purpose)
	}
	_, err := tx.Append(&event.GrantGiven{
		Grant: id, Account: a.ID, Level: b.Level, Scope: o.scope, Starts: tx.Now(), Ends: ends,
		ThirdParty: b.Employer == wire.EmployerOther,
	})
	return err
}

// holds lists an account's grants on exactly this contract or bill-to ID, the
// registry's too, revoked ones left out.
func (o *office) holds(tx *ledger.Tx, a ledger.Account) ([]ledger.Grant, error) {
	given, err := tx.GrantsOn(a.ID, o.scope)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	var held []ledger.Grant
	for _, g := range given {
		known[g.ID] = true
		if !g.Revoked {
			held = append(held, g)
		}
	}
	for _, h := range o.held {
		if h.Email == registryEmail(a) && !known[h.ID] {
			held = append(held, ledger.Grant{
				ID: h.ID, Account: a.ID, Level: h.Level, Scope: h.Scope, Starts: h.Starts, Ends: h.Ends,
			})
		}
	}
	return held, nil
}

// SetOfficeEnd sets, moves or takes away the end of an access; one that has
// ended begins again. Nobody extends their own. Errors: not_found, validation,
// own_request.
func (d *Desk) SetOfficeEnd(ctx context.Context, who Who, scope access.Identifier, grant string, b wire.SetEnd) error {
	return d.manageGrant(ctx, who, scope, "end "+grant, grant, b, func(tx *ledger.Tx, o office, g ledger.Grant) error {
		if g.Revoked {
			return ledger.ErrNotFound // it stays away
		}
		if g.Account == who.Account {
			return problem(wire.CodeOwnRequest)
		}
		ends, err := o.lastDay(tx, b.EndsOn)
		if err != nil {
			return err
		}
		if g.Ends.Equal(ends) {
			return nil
		}
		g.Ends = ends
		_, err = tx.Append(given(g, event.GrantEnd))
		return err
	})
}

// manageGrant changes one access of a contract or bill-to ID. One that the
// registry gives needs an account to be changed; its holder gets none mailed.
func (d *Desk) manageGrant(ctx context.Context, who Who, scope access.Identifier, what, grant string, body any, run func(*ledger.Tx, office, ledger.Grant) error) error {
	holder := func(o office) (people []string, err error) {
		if h, ok := o.heldGrant(grant); ok {
			people = []string{h.Email}
		}
		return people, nil
	}
	return d.change(ctx, who, scope, what, body, holder, func(tx *ledger.Tx, o office) error {
		g, err := o.grant(tx, grant)
		if err != nil {
			return err
		}
		return run(tx, o, g)
	})
}

// grant finds one access of the contract or bill-to ID, what the registry gives
// too, whose holder gets an account then. Errors: ErrNotFound.
func (o *office) grant(tx *ledger.Tx, id string) (ledger.Grant, error) {
	g, err := tx.Grant(id)
	if h, ok := o.heldGrant(id); ok && errors.Is(err, ledger.ErrNotFound) {
		a, err := o.person(tx, h.Email)
		return ledger.Grant{ID: h.ID, Account: a.ID, Level: h.Level, Scope: h.Scope, Starts: h.Starts, Ends: h.Ends}, err
	}
	if err == nil && g.Scope != o.scope {
		err = ledger.ErrNotFound
	}
	return g, err
}
