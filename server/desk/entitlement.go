package desk

import (
	"cmp"
	"context"
	"errors"

	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// EntitlementQuery asks whether an account may do something with a product or
// use an access programme: one of Serial, Contract and Program says which.
// Identifier is what was entered for the programme, "" for any; Action may be
// left out with a programme.
type EntitlementQuery struct {
	Email      string
	Serial     string
	Contract   string
	Program    string
	Identifier string
	Action     access.Action
}

// The reasons of an entitlement check's answer.
const (
	grantActive       = "grant.active"
	grantNone         = "grant.none"
	grantEnded        = "grant.ended"
	grantNotStarted   = "grant.not_started"
	levelInsufficient = "level.insufficient"
	accountUnknown    = "account.unknown"
)

// Entitlement answers a service: yes or no, with the reason (domain page: a
// grant is in force while the contract is active). Errors: sign_in_required,
// validation.
func (d *Desk) Entitlement(ctx context.Context, token string, q EntitlementQuery) (wire.Entitlement, error) {
	var e wire.Entitlement
	if err := d.service(ctx, token); err != nil {
		return e, err
	}
	q, err := d.canonical(q)
	if err != nil {
		return e, err
	}
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		about, unknown, err := d.subject(g, q)
		if err != nil || unknown != "" {
			e = wire.Entitlement{Reason: string(unknown)}
			return err
		}
		grants, known, err := d.grantsByEmail(r, g, q.Email, about)
		if err != nil {
			return err
		}
		e = d.judge(grants, about, q.Action)
		if !known {
			e.Reason = accountUnknown
		}
		return nil
	})
	return e, err
}

// canonical folds a question. Errors: validation, with every fault.
func (d *Desk) canonical(q EntitlementQuery) (EntitlementQuery, error) {
	faults := []wire.FieldError{}
	note := func(wrong *wire.FieldError) {
		if wrong != nil {
			faults = append(faults, *wrong)
		}
	}
	email, wrong := validation.Email(q.Email)
	q.Email = email
	note(wrong)
	named := 0
	for _, name := range []string{q.Serial, q.Contract, q.Program} {
		if name != "" {
			named++
		}
	}
	level := access.Full
	switch {
	case named != 1 || q.Identifier != "" && q.Program == "":
		note(&wire.FieldError{Field: "contract", Code: "product.one"})
	case q.Program != "":
		level = access.Programme
		q, wrong = d.programme(q)
		note(wrong)
	default:
		q, wrong = q.product()
		note(wrong)
	}
	if !level.Allows(q.Action) {
		note(&wire.FieldError{Field: "action", Code: "action.unknown"})
	}
	if len(faults) > 0 {
		return q, invalid(faults...)
	}
	return q, nil
}

// product folds the serial or contract number.
func (q EntitlementQuery) product() (EntitlementQuery, *wire.FieldError) {
	item := validation.Serial(q.Serial)
	if q.Contract != "" {
		items := validation.ContractsOf([]string{q.Contract})
		if len(items) != 1 {
			return q, &wire.FieldError{Field: "contract", Code: "product.one"}
		}
		item = items[0]
	}
	if q.Contract != "" {
		q.Contract = item.Value
	} else {
		q.Serial = item.Value
	}
	return q, item.Problem
}

// programme folds what was entered for a programme. One that the settings do
// not have is no fault of the question's.
func (d *Desk) programme(q EntitlementQuery) (EntitlementQuery, *wire.FieldError) {
	q.Action = cmp.Or(q.Action, access.ActionUse)
	p := d.Settings.Program(q.Program)
	if p == nil || q.Identifier == "" {
		return q, nil
	}
	items := validation.ProgramIdentifiersOf(p, []string{q.Identifier})
	if len(items) != 1 {
		return q, &wire.FieldError{Field: "identifier", Code: "program.required"}
	}
	if wrong := items[0].Problem; wrong != nil {
		wrong.Field = "identifier"
		return q, wrong
	}
	q.Identifier = items[0].Value
	return q, nil
}

// subject is what an entitlement check asks about.
type subject struct {
	contract *access.ServiceContract // nil for a programme
	program  string                  // its ID
	entered  string                  // for the programme, "" for anything
}

// subject finds what is asked about; unknown says that there is no such thing.
func (d *Desk) subject(g *registry.Generation, q EntitlementQuery) (s subject, unknown access.Reason, err error) {
	switch {
	case q.Program != "":
		if d.Settings.Program(q.Program) == nil {
			unknown = access.ProgramUnknown
		}
		return subject{program: q.Program, entered: q.Identifier}, unknown, nil
	case q.Contract != "":
		s.contract, err = g.Contract(q.Contract)
		unknown = access.ContractUnknown
	default:
		s.contract, err = contractOfSerial(g, q.Serial, d.Now())
		unknown = access.SerialUnknown
	}
	if s.contract != nil {
		unknown = ""
	}
	return s, unknown, err
}

// grantsFor lists an account's grants that are for it and were not revoked.
func (d *Desk) grantsFor(r *ledger.Reader, g *registry.Generation, a ledger.Account, s subject) ([]ledger.Grant, error) {
	switch {
	case s.contract != nil:
		return d.grantsOn(r, g, a, scopesOf(policy.Facts{Scope: access.Contract(s.contract.Number), Contract: s.contract})...)
	case s.entered != "":
		return d.grantsOn(r, g, a, access.Program(s.program, s.entered))
	}
	given, err := r.GrantsOfProgram(a.ID, s.program)
	return allGrants(given, nil), err // the registry knows no programmes
}

// grantsByEmail lists what grantsFor does of an address, which need not have an
// account yet; known is false when neither ledger nor registry has heard of it.
func (d *Desk) grantsByEmail(r *ledger.Reader, g *registry.Generation, email string, s subject) (grants []ledger.Grant, known bool, err error) {
	a, err := r.AccountByEmail(email)
	if known = err == nil; !known {
		if !errors.Is(err, ledger.ErrNotFound) {
			return nil, false, err
		}
		a = ledger.Account{RegistryEmail: email}
		if known, err = g.Knows(email); err != nil {
			return nil, false, err
		}
	}
	grants, err = d.grantsFor(r, g, a, s)
	return grants, known, err
}

// judge looks for a grant that allows the action, and keeps the reason of the
// one that came nearest.
func (d *Desk) judge(grants []ledger.Grant, about subject, action access.Action) wire.Entitlement {
	now := d.Now()
	e := wire.Entitlement{Reason: grantNone, Program: about.program, Identifier: about.entered}
	if about.contract != nil {
		e.Contract = about.contract.Number
	}
	nearest := 0
	for _, g := range grants {
		reason, near := grantActive, 5
		switch {
		case now.Before(g.Starts):
			reason, near = grantNotStarted, 1
		case !running(g, now):
			reason, near = grantEnded, 2
		case !g.Level.Allows(action):
			reason, near = levelInsufficient, 3
		case about.contract != nil && !about.contract.ActiveAt(now):
			reason, near = string(access.ContractInactive), 4
		}
		if near <= nearest {
			continue
		}
		nearest = near
		e.Reason, e.Level, e.Entitled = reason, g.Level, near == 5
		if about.program != "" {
			_, e.Identifier = g.Scope.Program()
		}
	}
	return e
}
