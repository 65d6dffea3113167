package desk

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// mostGrants is how many grants of decisions a person's list is made of.
const mostGrants = 2_000

// allGrants joins what decisions gave and what the registry gives, revoked
// ones left out. A grant of the ledger hides the registry's of the same ID.
func allGrants(given []ledger.Grant, granted []registry.Grant) []ledger.Grant {
	known := make(map[string]bool, len(given))
	all := make([]ledger.Grant, 0, len(given)+len(granted))
	for _, g := range given {
		known[g.ID] = true
		if !g.Revoked {
			all = append(all, g)
		}
	}
	for _, g := range granted {
		if !known[g.ID] {
			all = append(all, fromRegistry(g, ""))
		}
	}
	return all
}

// fromRegistry is a grant of the registry as the ledger would have it.
func fromRegistry(g registry.Grant, account string) ledger.Grant {
	return ledger.Grant{ID: g.ID, Account: account, Level: g.Level, Scope: g.Scope, Starts: g.Starts, Ends: g.Ends}
}

// running reports whether the grant has begun and not ended. Whether it is in
// force is the contract's word too.
func running(g ledger.Grant, now time.Time) bool {
	return !now.Before(g.Starts) && (g.Ends.IsZero() || now.Before(g.Ends))
}

// GrantsQuery narrows Your Current Access. Page counts from 1; Size is at most 100.
type GrantsQuery struct {
	Contract string // part of the contract number
	BillTo   string // part of the bill-to ID
	Find     string // part of either
	Page     int
	Size     int
}

// Grants lists the access the account has now, and what ended so shortly that
// its extension can still be asked for, newest first; beside it what was taken
// away of late.
func (d *Desk) Grants(ctx context.Context, who Who, q GrantsQuery) (wire.GrantList, error) {
	list := wire.GrantList{Grants: []wire.Grant{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		list.Position = r.Position()
		a, err := r.Account(who.Account)
		if err != nil {
			return err
		}
		given, err := newest(r, a.ID)
		if err != nil {
			return err
		}
		granted, err := g.Grants(registryEmail(a))
		if err != nil {
			return err
		}
		grants := allGrants(given, granted)
		if list.Revoked, err = d.revokedOf(r, g, given, grants); err != nil {
			return err
		}
		now := d.Now()
		grants = slices.DeleteFunc(grants, func(g ledger.Grant) bool { return !listed(g, now) || !q.matches(g) })
		slices.SortFunc(grants, func(a, b ledger.Grant) int {
			return cmp.Or(b.Starts.Compare(a.Starts), cmp.Compare(b.Seq, a.Seq), strings.Compare(a.ID, b.ID))
		})
		list.Total = len(grants)
		from, to := q.window(len(grants))
		if from < to {
			list.From = from + 1
		}
		for _, grant := range grants[from:to] {
			v, err := d.viewOwnGrant(r, g, a, grant)
			if err != nil {
				return err
			}
			list.Grants = append(list.Grants, v)
		}
		return nil
	})
	return list, err
}

func (q GrantsQuery) matches(g ledger.Grant) bool {
	contract, billTo := shownScope(g)
	if p := programPart(g.Scope); p != "" { // the page shows it in the contract's column
		contract = strings.ToUpper(p)
		return q.BillTo == "" && strings.Contains(contract, strings.ToUpper(validation.FindQuery(q.Contract))) &&
			strings.Contains(contract, strings.ToUpper(validation.FindQuery(q.Find)))
	}
	find := validation.FindQuery(q.Find)
	return strings.Contains(contract, validation.FindQuery(q.Contract)) &&
		strings.Contains(billTo, validation.FindQuery(q.BillTo)) &&
		(strings.Contains(contract, find) || strings.Contains(billTo, find))
}

func (q GrantsQuery) window(total int) (from, to int) {
	size := min(max(q.Size, 1), 100)
	if q.Size == 0 {
		size = 10
	}
	from = min((max(q.Page, 1)-1)*size, total)
	return from, min(from+size, total)
}

// newest lists the last grants that decisions gave an account, revoked ones too
// (bounded at 2,000).
func newest(r *ledger.Reader, account string) ([]ledger.Grant, error) {
	var grants []ledger.Grant
	for g, err := range r.Grants(account) {
		if err != nil || len(grants) == mostGrants {
			return grants, err
		}
		grants = append(grants, g)
	}
	return grants, nil
}

// grantsOn lists an account's grants on exactly these scopes that were not
// revoked, however many it has elsewhere.
func (d *Desk) grantsOn(r *ledger.Reader, g *registry.Generation, a ledger.Account, scopes ...access.Identifier) ([]ledger.Grant, error) {
	given, err := r.GrantsOn(a.ID, scopes...)
	if err != nil {
		return nil, err
	}
	granted, err := g.GrantsOn(registryEmail(a), scopes...)
	return allGrants(given, granted), err
}

// viewGrant shows a grant to its holder.
func (d *Desk) viewGrant(r *ledger.Reader, g *registry.Generation, grant ledger.Grant) (wire.Grant, error) {
	contract, billTo := shownScope(grant)
	admins, err := d.administrators(r, g, grant.Scope)
	if err != nil {
		return wire.Grant{}, err
	}
	revoked, err := viewRevocation(r, grant)
	if err != nil {
		return wire.Grant{}, err
	}
	f, err := d.force(g, grant)
	v := wire.Grant{
		ID: grant.ID, Level: grant.Level, Contract: contract, BillTo: billTo, Program: programPart(grant.Scope),
		Administrators: len(admins) > 0 && !grant.ThirdParty,
		ThirdParty:     grant.ThirdParty, Purpose: grant.Purpose,
		StartsAt: grant.Starts, EndsAt: grant.Ends, EndingDays: grant.Warned,
		InForce: f.why == "", Why: f.why, Inactive: f.contract, ChangesAt: f.changes, Seq: grant.Seq, Revoked: revoked,
	}
	if !grant.Asked.IsZero() {
		v.ConfirmBy = grant.Ends
	}
	return v, err
}

// viewOwnGrant shows a grant to its holder, with what it lets them ask for
// users at other companies, whether its extension can be asked for and whether
// they administer it.
func (d *Desk) viewOwnGrant(r *ledger.Reader, g *registry.Generation, a ledger.Account, grant ledger.Grant) (wire.Grant, error) {
	v, err := d.viewGrant(r, g, grant)
	if err != nil {
		return v, err
	}
	grant.Account = a.ID // which the registry's do not know
	if v.Extend, v.Extension, err = d.extension(r, g, a, grant); err != nil {
		return v, err
	}
	if grant.ThirdParty {
		return v, nil // nothing is told of the contract
	}
	if v.Manages, err = d.manages(r, g, a, grant.Scope); err != nil || !v.InForce {
		return v, err
	}
	s, err := d.sponsor(g, a, grant)
	if err != nil {
		return v, err
	}
	v.Share, err = d.share(r, s)
	return v, err
}

// Grant answers one of the person's own accesses, also one that was taken away.
// Errors: not_found.
func (d *Desk) Grant(ctx context.Context, who Who, id string) (v wire.Grant, err error) {
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		a, grant, err := d.held(r, g, who.Account, id)
		if errors.Is(err, ledger.ErrNotFound) {
			v, err = d.revokedGrant(r, g, who, id)
			return err
		}
		if err != nil {
			return err
		}
		v, err = d.viewOwnGrant(r, g, a, grant)
		return err
	})
	return v, notFound(err)
}

// programPart is a scope's access programme and what was entered for it.
func programPart(scope access.Identifier) string {
	if scope.Kind != access.KindProgram {
		return ""
	}
	return scope.Value
}

// shownScope is what a grant's holder sees of its scope: a third party nothing
// (domain page, "Privacy").
func shownScope(g ledger.Grant) (contract, billTo string) {
	if g.ThirdParty {
		return "", ""
	}
	return scopeParts(g.Scope)
}

// scopeParts is the contract number or the bill-to ID of a scope.
func scopeParts(scope access.Identifier) (contract, billTo string) {
	switch scope.Kind {
	case access.KindContract:
		return scope.Value, ""
	case access.KindBillTo:
		return "", scope.Value
	}
	return "", ""
}

// read looks at the ledger and the registry together.
func (d *Desk) read(ctx context.Context, look func(*ledger.Reader, *registry.Generation) error) error {
	return d.Registry.Use(func(g *registry.Generation) error {
		return d.Ledger.View(ctx, func(r *ledger.Reader) error { return look(r, g) })
	})
}
