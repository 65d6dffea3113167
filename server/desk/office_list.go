package desk

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// countedUsers is how many of a contract's accesses its line in the list counts.
const countedUsers = 500

// Offices lists the contracts and bill-to IDs that the person administers, by
// kind and number. A reviewer finds any by its whole number. Errors: forbidden.
func (d *Desk) Offices(ctx context.Context, who Who, find string, page int) (wire.OfficeList, error) {
	list := wire.OfficeList{Scopes: []wire.OfficeScope{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		list.Position = r.Position()
		scopes, err := d.officesOf(r, g, who, validation.FindQuery(find))
		if err != nil {
			return err
		}
		list.Total = len(scopes)
		from, to := GrantsQuery{Page: page, Size: wire.OfficePage}.window(len(scopes))
		if from < to {
			list.From = from + 1
		}
		for _, scope := range scopes[from:to] {
			v, err := d.viewScope(r, g, scope, countedUsers)
			if err != nil {
				return err
			}
			list.Scopes = append(list.Scopes, v)
		}
		if who.Role == access.RoleReviewer {
			list.Vacancies, list.VacanciesNext, err = d.vacancies(r, g, "")
		}
		return err
	})
	return list, err
}

func (d *Desk) officesOf(r *ledger.Reader, g *registry.Generation, who Who, find string) ([]access.Identifier, error) {
	account, err := r.Account(who.Account)
	if err != nil {
		return nil, err
	}
	scopes, err := d.administers(r, g, account)
	if err != nil {
		return nil, err
	}
	if len(scopes) == 0 && account.Role != access.RoleReviewer {
		return nil, problem(wire.CodeForbidden)
	}
	scopes = slices.DeleteFunc(slices.Clone(scopes), func(s access.Identifier) bool { return !strings.Contains(s.Value, find) })
	if account.Role == access.RoleReviewer && find != "" {
		for _, s := range []access.Identifier{access.Contract(find), access.BillTo(find)} {
			_, exists, err := d.exists(g, s)
			if err != nil {
				return nil, err
			}
			if exists && !slices.Contains(scopes, s) {
				scopes = append(scopes, s)
			}
		}
	}
	slices.SortFunc(scopes, func(a, b access.Identifier) int {
		return cmp.Or(-cmp.Compare(a.Kind, b.Kind), cmp.Compare(len(a.Value), len(b.Value)), cmp.Compare(a.Value, b.Value))
	})
	return scopes, nil
}

// viewScope shows a contract or bill-to ID; most bounds the accesses looked at.
func (d *Desk) viewScope(r *ledger.Reader, g *registry.Generation, scope access.Identifier, most int) (v wire.OfficeScope, err error) {
	v = wire.OfficeScope{Kind: scope.Kind, ID: scope.Value, Active: true}
	holder, err := d.describe(g, scope, &v)
	if err != nil {
		return v, err
	}
	if holder != nil {
		v.Holder, v.HolderLocal = holder.Name, holder.NameLocal
	}
	admins, err := d.allAdministrators(r, g, scope)
	if err != nil {
		return v, err
	}
	rules, err := r.Rules(scope)
	if err != nil {
		return v, err
	}
	counts, err := r.QueueCounts([]string{scope.String()})
	if err != nil {
		return v, err
	}
	v.Administrators, v.Locked, v.Waiting = len(admins), rules.Locked, counts.Total
	unconfirmed, err := r.Recertification(scope)
	if err = ignoreMissing(err); err != nil {
		return v, err
	}
	v.Unconfirmed = unconfirmed.Waiting
	held, err := g.GrantsOf(scope)
	if err != nil {
		return v, err
	}
	v.Users, err = d.countUsers(r, held, scope, most)
	return v, err
}

// describe adds what the registry says and returns the holder.
func (d *Desk) describe(g *registry.Generation, scope access.Identifier, v *wire.OfficeScope) (*access.Company, error) {
	if scope.Kind == access.KindBillTo {
		party, err := g.BillTo(scope.Value)
		if err != nil || party == nil {
			return nil, err
		}
		return g.Company(party.CompanyID)
	}
	c, err := g.Contract(scope.Value)
	if err != nil || c == nil {
		v.Active = false
		return nil, err
	}
	v.ServiceLevel, v.StartsAt, v.EndsAt, v.Active, v.Term = c.ServiceLevel, c.Starts, c.Ends, c.ActiveAt(d.Now()), c.TermAt(d.Now())
	return g.Company(c.HolderID)
}

// Vacancies lists on behind a cursor what OfficeList begins. Errors: forbidden,
// bad_request (the cursor).
func (d *Desk) Vacancies(ctx context.Context, who Who, cursor string) (wire.VacancyList, error) {
	list := wire.VacancyList{Vacancies: []wire.Vacancy{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		account, err := r.Account(who.Account)
		if err == nil && account.Role != access.RoleReviewer {
			err = problem(wire.CodeForbidden)
		}
		if err != nil {
			return err
		}
		more, next, err := d.vacancies(r, g, cursor)
		list.Vacancies, list.Next = append(list.Vacancies, more...), next
		return err
	})
	return list, notFound(err)
}

// vacancies lists a window of the contracts that nobody administers since the last
// one left; it may be a short one, for a later import has filled some of them.
func (d *Desk) vacancies(r *ledger.Reader, g *registry.Generation, cursor string) (open []wire.Vacancy, next string, err error) {
	window, next, err := r.Vacancies(cursor, wire.OfficePage)
	if err != nil {
		return nil, "", err
	}
	for _, v := range window {
		admins, err := d.administrators(r, g, v.Scope)
		if err != nil {
			return nil, "", err
		}
		if len(admins) == 0 {
			open = append(open, viewVacancy(r, v))
		}
	}
	return open, next, nil
}

func viewVacancy(r *ledger.Reader, v ledger.Vacancy) wire.Vacancy {
	return wire.Vacancy{Kind: v.Scope.Kind, ID: v.Scope.Value, By: shownAccount(r, v.Account), Note: v.Note, At: v.At}
}

// shownAccount is an account's name for an administrator to read, "" once it is
// erased.
func shownAccount(r *ledger.Reader, id string) string {
	a, err := r.Account(id)
	if err != nil {
		return ""
	}
	return a.Profile.Name()
}

// Office answers one contract or bill-to ID: its rules and administrators.
// Errors: not_found, also for one who does not manage it.
func (d *Desk) Office(ctx context.Context, who Who, scope access.Identifier) (wire.Office, error) {
	var v wire.Office
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		o, err := d.officeOf(r, g, who, scope)
		if err != nil {
			return err
		}
		v.Position, v.Mine, v.Domains, v.Hidden = r.Position(), o.mine, o.domains, o.hidden
		if v.Scope, err = d.viewScope(r, g, scope, wire.MaxUsersShown); err != nil {
			return err
		}
		if v.Rules, err = viewRules(r, scope); err != nil {
			return err
		}
		if v.Administrators, _, err = d.viewAdministrators(r, g, who, o, ""); err != nil {
			return err
		}
		vacancy, err := r.Vacancy(scope)
		if err == nil && len(v.Administrators) == 0 {
			shown := viewVacancy(r, vacancy)
			v.Vacancy = &shown
		}
		if errors.Is(err, ledger.ErrNotFound) {
			err = nil
		}
		return err
	})
	return v, notFound(err)
}
