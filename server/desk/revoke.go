package desk

import (
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// revoke takes a grant away, inside the writer. One that the registry gives is
// written down first, with its own ID: later imports then do not bring it back.
// One that is gone already is left alone.
func revoke(tx *ledger.Tx, g ledger.Grant, note string) error {
	known, err := tx.Grant(g.ID)
	switch {
	case err == nil && known.Revoked:
		return nil
	case errors.Is(err, ledger.ErrNotFound):
		if _, err := tx.Append(given(g, event.GrantKept)); err != nil {
			return err
		}
	case err != nil:
		return err
	}
	_, err = tx.Append(&event.GrantRevoked{Grant: g.ID, Account: g.Account, Note: note})
	return err
}

// given is the fact that gives a grant again as it is.
func given(g ledger.Grant, change event.GrantChange) *event.GrantGiven {
	return &event.GrantGiven{
		Grant: g.ID, Account: g.Account, Level: g.Level, Scope: g.Scope, Request: g.Request,
		Starts: g.Starts, Ends: g.Ends, Change: change, ThirdParty: g.ThirdParty, Purpose: g.Purpose,
	}
}

// scopeGrant is a grant and, of the registry's, the address that it is for.
type scopeGrant struct {
	ledger.Grant
	email string
}

// scopeGrants joins what was given here on a contract or bill-to ID with what
// the registry gives, revoked ones left out. most bounds both.
func scopeGrants(r *ledger.Reader, held []registry.HeldGrant, scope access.Identifier, most int) ([]scopeGrant, error) {
	here, err := r.GrantsOf(scope, most)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	var all []scopeGrant
	for _, g := range here {
		known[g.ID] = true
		if !g.Revoked {
			all = append(all, scopeGrant{Grant: g})
		}
	}
	for _, h := range held[:min(len(held), most)] {
		if known[h.ID] {
			continue
		}
		g := ledger.Grant{ID: h.ID, Level: h.Level, Scope: h.Scope, Starts: h.Starts, Ends: h.Ends}
		all = append(all, scopeGrant{g, h.Email})
	}
	return all, nil
}

// heldGrant finds the registry's grant of an ID.
func (o *office) heldGrant(id string) (registry.HeldGrant, bool) {
	i := slices.IndexFunc(o.held, func(h registry.HeldGrant) bool { return h.ID == id })
	if i < 0 {
		return registry.HeldGrant{}, false
	}
	return o.held[i], true
}
