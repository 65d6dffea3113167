package desk

import (
	"cmp"
	"errors"
	"slices"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// pageUsers lists a page of the accesses through a contract or bill-to ID. Of the
// others it reads the addresses alone. ok is false where there are more than are
// shown: then it is for officeUsers to choose.
func (d *Desk) pageUsers(r *ledger.Reader, g *registry.Generation, who Who, o office, q GrantsQuery) (list wire.OfficeUsers, ok bool, err error) {
	list = wire.OfficeUsers{Users: []wire.OfficeUser{}, Position: r.Position()}
	holders, ok, err := allHolders(r, o.held, o.scope, wire.MaxUsersShown)
	if err != nil || !ok {
		return list, false, err
	}
	slices.SortFunc(holders, func(a, b ledger.Holder) int {
		return cmp.Or(cmp.Compare(a.Email, b.Email), cmp.Compare(a.Level, b.Level), cmp.Compare(a.Grant, b.Grant))
	})
	list.Total = len(holders)
	from, to := q.window(len(holders))
	if from < to {
		list.From = from + 1
	}
	for _, h := range holders[from:to] {
		grant, err := o.scopeGrant(r, h)
		if err != nil {
			return list, false, err
		}
		a, err := d.holder(r, g, grant)
		if errors.Is(err, ledger.ErrNotFound) {
			return list, false, nil // being erased
		}
		if err != nil {
			return list, false, err
		}
		list.Users = append(list.Users, d.viewUser(who, grant, a))
	}
	return list, true, addHow(r, list.Users)
}

// allHolders lists who was given access here and, up to as many again, whom the
// registry gives access that nobody has changed or taken away here. ok is false
// where there are more.
func allHolders(r *ledger.Reader, held []registry.HeldGrant, scope access.Identifier, most int) (holders []ledger.Holder, ok bool, err error) {
	holders, more, err := r.Holders(scope, most)
	if err != nil || more {
		return nil, false, err
	}
	here := len(holders)
	for _, h := range held {
		if len(holders)-here == most {
			break
		}
		known, err := r.Known(h.ID)
		if err != nil {
			return nil, false, err
		}
		if !known {
			holders = append(holders, ledger.Holder{Email: h.Email, Level: h.Level, Grant: h.ID, Starts: h.Starts, Ends: h.Ends})
		}
	}
	return holders, true, nil
}

// countUsers counts who has access through a contract or bill-to ID now; most
// bounds the accesses looked at, those given here and the registry's.
func (d *Desk) countUsers(r *ledger.Reader, held []registry.HeldGrant, scope access.Identifier, most int) (int, error) {
	who := map[string]bool{}
	holders, ok, err := allHolders(r, held, scope, most)
	for _, h := range holders {
		if running(ledger.Grant{Starts: h.Starts, Ends: h.Ends}, d.Now()) {
			who[h.Email] = true
		}
	}
	if err != nil || ok {
		return len(who), err
	}
	grants, err := scopeGrants(r, held, scope, most) // those that go on, behind many that are gone
	for _, g := range grants {
		if running(g.Grant, d.Now()) {
			who[cmp.Or(g.Account, g.email)] = true
		}
	}
	return len(who), err
}

// scopeGrant is the grant that a holder has, given here or by the registry.
func (o *office) scopeGrant(r *ledger.Reader, h ledger.Holder) (scopeGrant, error) {
	g, err := r.Grant(h.Grant)
	held, registered := o.heldGrant(h.Grant)
	if errors.Is(err, ledger.ErrNotFound) && registered {
		return scopeGrant{fromRegistry(held.Grant, ""), held.Email}, nil
	}
	return scopeGrant{Grant: g}, err
}
