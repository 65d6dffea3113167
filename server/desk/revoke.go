package desk

import (
	"context"
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Revoke takes an access away, whatever it is on; its holder reads why. The
// administrators of its contract or bill-to ID may, and the vendor's reviewers
// for every access. One that is gone already is no error. Errors: not_found,
// validation.
func (d *Desk) Revoke(ctx context.Context, who Who, grant string, b wire.Revoke) error {
	b, wrong := validation.Revoke(b)
	if len(wrong) > 0 {
		return invalid(wrong...)
	}
	_, err := retryStale(func() (struct{}, error) {
		return struct{}{}, d.Registry.Use(func(g *registry.Generation) error { return d.revokeOnce(ctx, g, who, grant, b) })
	})
	return notFound(err)
}

func (d *Desk) revokeOnce(ctx context.Context, g *registry.Generation, who Who, grant string, b wire.Revoke) error {
	o, err := d.findRevoke(ctx, g, who, grant, b.Scope)
	if err != nil {
		return err
	}
	_, err = d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: o.party(), Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("revoke "+grant, b),
		Run: func(tx *ledger.Tx) (any, error) {
			if err := d.current(g); err != nil {
				return nil, err
			}
			if err := o.still(tx); err != nil {
				return nil, err
			}
			held, err := o.grant(tx, grant)
			if err != nil {
				return nil, err
			}
			return nil, o.revoke(tx, held, b)
		},
	})
	return commandError(err)
}

// findRevoke finds what an access is on, for one who may take it away. scope is
// that of what the registry gives, which has no index of its grants.
func (d *Desk) findRevoke(ctx context.Context, g *registry.Generation, who Who, grant string, scope access.Identifier) (o office, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		known, err := r.Grant(grant)
		switch {
		case err == nil:
			scope = known.Scope
		case !errors.Is(err, ledger.ErrNotFound):
			return err
		}
		o, err = d.rightOf(r, g, who, scope)
		return err
	})
	if h, ok := o.heldGrant(grant); ok && err == nil {
		err = d.freshen(g, &o, h.Email)
	}
	return o, err
}

// revoke takes a grant away, inside the writer. One that the registry gives is
// written down first, with its own ID: later imports then do not bring it back.
// One that is gone already is left alone. Errors: validation.
func (o *office) revoke(tx *ledger.Tx, g ledger.Grant, b wire.Revoke) error {
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
	if wrong := validation.NoteNames(b.Note, o.hidden...); wrong != nil && g.ThirdParty {
		return invalid(*wrong)
	}
	if b.Note != "" {
		tx.PutWritten(g, b.Note)
	}
	_, err = tx.Append(&event.GrantRevoked{Grant: g.ID, Account: g.Account, Reason: b.Reason})
	return err
}

// given is the fact that gives a grant again as it is.
func given(g ledger.Grant, change event.GrantChange) *event.GrantGiven {
	return &event.GrantGiven{
		Grant: g.ID, Account: g.Account, Level: g.Level, Scope: g.Scope, Request: g.Request,
		Starts: g.Starts, Ends: g.Ends, Change: change, ThirdParty: g.ThirdParty,
	}
}

// scopeGrant is a grant and, of the registry's, the address that it is for.
type scopeGrant struct {
	ledger.Grant
	email string
}

// scopeGrants lists what was given here on a contract or bill-to ID and goes on,
// what waits to be confirmed first, and what the registry gives. most bounds
// each of the two.
func scopeGrants(r *ledger.Reader, held []registry.HeldGrant, scope access.Identifier, most int) (all []scopeGrant, err error) {
	for _, state := range []ledger.GrantState{ledger.GrantAsked, ledger.GrantGoing} {
		if all, err = addGrants(r, all, scope, state, most); err != nil {
			return nil, err
		}
	}
	here := len(all)
	for _, h := range held {
		if len(all)-here == most {
			break
		}
		_, err := r.Grant(h.ID)
		if err == nil {
			continue // it was given here since, or taken away
		}
		if !errors.Is(err, ledger.ErrNotFound) {
			return nil, err
		}
		g := ledger.Grant{ID: h.ID, Level: h.Level, Scope: h.Scope, Starts: h.Starts, Ends: h.Ends}
		all = append(all, scopeGrant{g, h.Email})
	}
	return all, nil
}

// addGrants adds what was given here and is in a state, as long as there are
// fewer than most.
func addGrants(r *ledger.Reader, all []scopeGrant, scope access.Identifier, state ledger.GrantState, most int) ([]scopeGrant, error) {
	for g, err := range r.GrantsOf(scope, state) {
		if err != nil || len(all) >= most {
			return all, err
		}
		all = append(all, scopeGrant{Grant: g})
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
