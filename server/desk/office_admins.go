package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// OfficeAdministrators lists who decides for a contract or bill-to ID; find is part
// of an address. Errors: not_found.
func (d *Desk) OfficeAdministrators(ctx context.Context, who Who, scope access.Identifier, find string) (wire.OfficeAdministrators, error) {
	var list wire.OfficeAdministrators
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		list.Position = r.Position()
		o, err := d.officeOf(r, g, who, scope)
		if err != nil {
			return err
		}
		list.Administrators, list.Total, err = d.viewAdministrators(r, g, who, o, strings.ToLower(validation.FindQuery(find)))
		return err
	})
	return list, notFound(err)
}

// allAdministrators is administrators where none of many may be passed over.
func (d *Desk) allAdministrators(r *ledger.Reader, g *registry.Generation, scope access.Identifier) ([]string, error) {
	named, err := g.AllAdministrators(scope)
	if err != nil {
		return nil, err
	}
	return joinAdministrators(r, scope, named)
}

// viewAdministrators shows the first of those whose address holds a text, by
// address, and counts them all. Without a text the reader is among them.
func (d *Desk) viewAdministrators(r *ledger.Reader, g *registry.Generation, who Who, o office, find string) (list []wire.OfficeAdministrator, total int, err error) {
	list = []wire.OfficeAdministrator{}
	emails, err := d.allAdministrators(r, g, o.scope)
	if err != nil {
		return list, 0, err
	}
	emails = slices.DeleteFunc(slices.Clone(emails), func(email string) bool { return !strings.Contains(email, find) })
	slices.Sort(emails)
	first := slices.Clone(emails[:min(len(emails), wire.AdminsShown)])
	if find == "" && o.mine {
		me, err := r.Account(who.Account)
		if err != nil {
			return list, 0, err
		}
		for _, email := range emails[len(first):] {
			if email == me.Profile.Email || email == registryEmail(me) {
				first = append(first, email)
			}
		}
	}
	for _, email := range first {
		v, err := d.viewAdministrator(r, g, who, o.scope, email)
		if err != nil {
			return list, 0, err
		}
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b wire.OfficeAdministrator) int { return cmp.Compare(a.Email, b.Email) })
	return list, len(emails), nil
}

func (d *Desk) viewAdministrator(r *ledger.Reader, g *registry.Generation, who Who, scope access.Identifier, email string) (wire.OfficeAdministrator, error) {
	a, err := d.reader(r, g, email)
	if err != nil {
		return wire.OfficeAdministrator{}, err
	}
	v := wire.OfficeAdministrator{
		Email: a.Profile.Email, Name: a.Profile.LatinName(), NameLocal: a.Profile.LocalName(),
		Self: a.ID != "" && a.ID == who.Account, Account: opened(a),
	}
	word, err := r.Administrator(scope, a.ID)
	if err == nil && !word.Left {
		v.Since = word.At
	}
	return v, ignoreMissing(err)
}
