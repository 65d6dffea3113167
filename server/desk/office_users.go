package desk

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// OfficeUsers lists who has access through a contract or bill-to ID, by
// address; find is part of a name, company or address. Errors: not_found.
func (d *Desk) OfficeUsers(ctx context.Context, who Who, scope access.Identifier, find string, page int) (list wire.OfficeUsers, err error) {
	if validation.FindQuery(find) == "" {
		ok := false
		err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
			o, err := d.officeOf(r, g, who, scope)
			if err == nil {
				list, ok, err = d.pageUsers(r, g, who, o, GrantsQuery{Page: page, Size: wire.UsersPage})
			}
			return err
		})
		if ok || err != nil {
			return list, notFound(err)
		}
	}
	return d.listUsers(ctx, who, scope, GrantsQuery{Find: find, Page: page, Size: wire.UsersPage}, func(wire.OfficeUser) bool { return true })
}

// Unconfirmed lists those whose access waits to be confirmed, as OfficeUsers
// does, a hundred a page. Errors: not_found.
func (d *Desk) Unconfirmed(ctx context.Context, who Who, scope access.Identifier, find string, page int) (wire.OfficeUsers, error) {
	return d.listUsers(ctx, who, scope, GrantsQuery{Find: find, Page: page, Size: wire.ConfirmPage}, func(u wire.OfficeUser) bool { return !u.ConfirmBy.IsZero() })
}

func (d *Desk) listUsers(ctx context.Context, who Who, scope access.Identifier, q GrantsQuery, take func(wire.OfficeUser) bool) (wire.OfficeUsers, error) {
	list := wire.OfficeUsers{Users: []wire.OfficeUser{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		list.Position = r.Position()
		users, err := d.officeUsers(r, g, who, scope)
		if err != nil {
			return err
		}
		words := strings.Fields(strings.ToLower(validation.FindQuery(q.Find)))
		users = slices.DeleteFunc(users, func(u wire.OfficeUser) bool { return !take(u) || !userMatches(u, words) })
		list.Total = len(users)
		from, to := q.window(len(users))
		if from < to {
			list.From = from + 1
		}
		list.Users = append(list.Users, users[from:to]...)
		return addHow(r, list.Users)
	})
	return list, notFound(err)
}

func userMatches(u wire.OfficeUser, words []string) bool {
	all := strings.ToLower(strings.Join([]string{u.Email, u.Name, u.NameLocal, u.Company}, "\n"))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all, w) })
}

// officeUsers lists every access through a contract or bill-to ID. What has
// ended has the room that the others leave.
func (d *Desk) officeUsers(r *ledger.Reader, g *registry.Generation, who Who, scope access.Identifier) ([]wire.OfficeUser, error) {
	o, err := d.officeOf(r, g, who, scope)
	if err != nil {
		return nil, err
	}
	grants, err := scopeGrants(r, o.held, scope, wire.MaxUsersShown)
	if err == nil {
		grants, err = addGrants(r, grants, scope, ledger.GrantEnded, wire.MaxUsersShown)
	}
	if err != nil {
		return nil, err
	}
	users := make([]wire.OfficeUser, 0, len(grants))
	for _, grant := range grants {
		a, err := d.holder(r, g, grant)
		if errors.Is(err, ledger.ErrNotFound) {
			continue // erased
		}
		if err != nil {
			return nil, err
		}
		users = append(users, d.viewUser(who, grant, a))
	}
	slices.SortFunc(users, func(a, b wire.OfficeUser) int {
		return cmp.Or(cmp.Compare(a.Email, b.Email), cmp.Compare(a.Level, b.Level), cmp.Compare(a.Grant, b.Grant))
	})
	return users, nil
}

// holder is whose a grant is: an account, or a person of the registry who has
// not been here yet.
func (d *Desk) holder(r *ledger.Reader, g *registry.Generation, grant scopeGrant) (ledger.Account, error) {
	if grant.Account != "" {
		return r.Account(grant.Account)
	}
	return d.reader(r, g, grant.email)
}

func (d *Desk) viewUser(who Who, g scopeGrant, a ledger.Account) wire.OfficeUser {
	p, now := a.Profile, d.Now()
	u := wire.OfficeUser{
		Grant: g.ID, Email: p.Email, Name: p.LatinName(), NameLocal: p.LocalName(),
		Company: firstOf(p.Company, p.CompanyLocal), Level: g.Level, Request: g.Request, Purpose: g.Purpose,
		StartsAt: g.Starts, EndsAt: g.Ends, Ended: !g.Ends.IsZero() && !now.Before(g.Ends),
		Self: a.ID != "" && a.ID == who.Account, How: wire.HowAdded,
	}
	if g.Waits() {
		u.ConfirmBy = g.Ends
	}
	switch {
	case g.ThirdParty:
		u.How = wire.HowThirdParty
	case g.Request != "":
		u.How = wire.HowRequest
	case strings.HasPrefix(g.ID, registryGrant):
		u.How = wire.HowRegistry
	}
	return u
}

// registryGrant is how the IDs of the registry's grants begin.
const registryGrant = "r-"

// addHow says of those who asked by which request they got access, and whether
// a rule or a person let it through.
func addHow(r *ledger.Reader, users []wire.OfficeUser) error {
	for i := range users {
		u := &users[i]
		if u.Request == "" {
			continue
		}
		request, err := r.Request(u.Request)
		if err != nil {
			return err
		}
		u.Reference = request.Reference
		if slices.Contains(request.Reasons, access.AdminDomainApproved) {
			u.How = wire.HowRule
		}
	}
	return nil
}

// OfficeCSV is the list of users as a file for a spreadsheet, with a byte order
// mark, which Excel needs for UTF-8. The columns are those that a batch reads.
// Errors: not_found.
func (d *Desk) OfficeCSV(ctx context.Context, who Who, scope access.Identifier) ([]byte, error) {
	var users []wire.OfficeUser
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) (err error) {
		if users, err = d.officeUsers(r, g, who, scope); err != nil {
			return err
		}
		return addHow(r, users)
	})
	if err != nil {
		return nil, notFound(err)
	}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	rows := [][]string{exportColumns()}
	for _, u := range users {
		rows = append(rows, []string{
			u.Email, string(u.Level), dayOf(u.EndsAt), u.Name, u.NameLocal, u.Company, dayOf(u.StartsAt), string(u.How), u.Reference,
		})
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = safeCell(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}
