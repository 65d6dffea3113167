package desk

import (
	"context"
	"errors"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// EntitlementQuery asks whether an account may do something with a product:
// either Serial or Contract says which.
type EntitlementQuery struct {
	Email    string
	Serial   string
	Contract string
	Action   access.Action
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
	q, err := q.canonical()
	if err != nil {
		return e, err
	}
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		contract, unknown, err := d.entitledContract(g, q)
		if err != nil || contract == nil {
			e = wire.Entitlement{Reason: string(unknown)}
			return err
		}
		grants, known, err := d.grantsByEmail(r, g, q.Email)
		if err != nil {
			return err
		}
		e = d.judge(grants, contract, q.Action)
		if !known {
			e.Reason = accountUnknown
		}
		return nil
	})
	return e, err
}

func (q EntitlementQuery) canonical() (EntitlementQuery, error) {
	email, wrong := validation.Email(q.Email)
	if wrong != nil {
		return q, invalid(*wrong)
	}
	q.Email = email
	if !access.Full.Allows(q.Action) {
		return q, invalid(wire.FieldError{Field: "action", Code: "action.unknown"})
	}
	if (q.Serial == "") == (q.Contract == "") {
		return q, invalid(wire.FieldError{Field: "contract", Code: "product.one"})
	}
	item := validation.Serial(q.Serial)
	if q.Contract != "" {
		items := validation.ContractsOf([]string{q.Contract})
		if len(items) != 1 {
			return q, invalid(wire.FieldError{Field: "contract", Code: "product.one"})
		}
		item = items[0]
	}
	if item.Problem != nil {
		return q, invalid(*item.Problem)
	}
	if q.Contract != "" {
		q.Contract = item.Value
	} else {
		q.Serial = item.Value
	}
	return q, nil
}

// entitledContract finds the contract that is asked about.
func (d *Desk) entitledContract(g *registry.Generation, q EntitlementQuery) (*access.ServiceContract, access.Reason, error) {
	if q.Contract != "" {
		c, err := g.Contract(q.Contract)
		return c, access.ContractUnknown, err
	}
	c, err := contractOfSerial(g, q.Serial, d.Now())
	return c, access.SerialUnknown, err
}

// grantsByEmail lists the grants of an address, which need not have an account
// yet; known is false when neither ledger nor registry has heard of it.
func (d *Desk) grantsByEmail(r *ledger.Reader, g *registry.Generation, email string) (grants []ledger.Grant, known bool, err error) {
	account, err := r.AccountByEmail(email)
	if err == nil {
		grants, err = d.grantsOf(r, g, account.ID)
		return grants, true, err
	}
	if !errors.Is(err, ledger.ErrNotFound) {
		return nil, false, err
	}
	granted, err := g.Grants(email)
	if err != nil {
		return nil, false, err
	}
	person, err := g.Person(email)
	return allGrants(nil, granted), person != nil || len(granted) > 0, err
}

// judge looks for a grant that allows the action, and keeps the reason of the
// one that came nearest.
func (d *Desk) judge(grants []ledger.Grant, c *access.ServiceContract, action access.Action) wire.Entitlement {
	now := d.Now()
	e := wire.Entitlement{Reason: grantNone, Contract: c.Number}
	nearest := 0
	for _, g := range grants {
		if g.Scope != access.Contract(c.Number) && g.Scope != access.BillTo(c.BillToID) {
			continue
		}
		reason, near := grantActive, 5
		switch {
		case now.Before(g.Starts):
			reason, near = grantNotStarted, 1
		case !running(g, now):
			reason, near = grantEnded, 2
		case !g.Level.Allows(action):
			reason, near = levelInsufficient, 3
		case !c.ActiveAt(now):
			reason, near = string(access.ContractInactive), 4
		}
		if near > nearest {
			nearest = near
			e.Reason, e.Level, e.Entitled = reason, g.Level, near == 5
		}
	}
	return e
}
