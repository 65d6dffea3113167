package desk

import (
	"cmp"
	"errors"
	"slices"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

// pageUsers lists a page of the accesses through a contract or bill-to ID. Of the
// others it reads the addresses alone. ok is false where there are more than are
// shown: then it is for officeUsers to choose.
func (d *Desk) pageUsers(r *ledger.Reader, g *registry.Generation, who Who, o office, q GrantsQuery) (list wire.OfficeUsers, ok bool, err error) {
	list = wire.OfficeUsers{Users: []wire.OfficeUser{}, Position: r.Position()}
	holders, more := r.Holders(o.scope, wire.MaxUsersShown)
	if more {
		return list, false, nil
	}
	if holders, err = addHeld(r, holders, o.held); err != nil {
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

// addHeld adds what the registry gives and nobody has changed or taken away here.
func addHeld(r *ledger.Reader, holders []ledger.Holder, held []registry.HeldGrant) ([]ledger.Holder, error) {
	for _, h := range held {
		known, err := r.Known(h.ID)
		if err != nil {
			return nil, err
		}
		if !known {
			holders = append(holders, ledger.Holder{Email: h.Email, Level: h.Level, Grant: h.ID})
		}
	}
	return holders, nil
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
