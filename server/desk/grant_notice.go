package desk

import (
	"errors"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// held is a person's grant as it is now, the registry's too. Errors:
// ErrNotFound, also for one that was revoked.
func (d *Desk) held(r *ledger.Reader, g *registry.Generation, account, id string) (a ledger.Account, grant ledger.Grant, err error) {
	if a, err = r.Account(account); err != nil {
		return a, grant, err
	}
	given, err := g.Grant(registryEmail(a), id)
	if err != nil {
		return a, grant, err
	}
	grant, err = ownGrant(r, a, given, id)
	return a, grant, err
}

// announceGrant tells a grant's holder how it stands. What changes it beside
// its own facts, as a request to extend it does, counts as a change of it.
func (d *Desk) announceGrant(r *ledger.Reader, f event.Fact, account, id string) (notices []Notice, err error) {
	err = d.Registry.Use(func(g *registry.Generation) error {
		a, grant, err := d.held(r, g, account, id)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil // revoked since, or the registry gives it no more
		}
		if err != nil {
			return err
		}
		view, err := d.viewOwnGrant(r, g, a, grant)
		view.Seq = max(view.Seq, f.Seq)
		notices = []Notice{{AccountTopic(account), wire.Update{Kind: wire.UpdateGrant, Grant: &view}}}
		return err
	})
	return notices, err
}

// announceEnd tells a grant's holder, and who manages what it is on, that its end
// has come.
func (d *Desk) announceEnd(r *ledger.Reader, f event.Fact, e *event.GrantEnded) ([]Notice, error) {
	notices, err := d.announceGrant(r, f, e.Account, e.Grant)
	if err != nil {
		return nil, err
	}
	g, err := r.Grant(e.Grant)
	if errors.Is(err, ledger.ErrNotFound) {
		return notices, nil // the registry's
	}
	if err != nil {
		return nil, err
	}
	waiting, err := d.announceNeedless(r, f, e.Account, g)
	return append(append(notices, announceOffice(f, g.Scope)...), waiting...), err
}

// announceGrants tells the holders of grants how they stand, and who manages
// what they are on.
func (d *Desk) announceGrants(r *ledger.Reader, f event.Fact, ids ...string) (notices []Notice, err error) {
	var scope access.Identifier
	for _, id := range ids {
		g, err := r.Grant(id)
		if err != nil {
			return nil, err
		}
		own, err := d.announceGrant(r, f, g.Account, id)
		if err != nil {
			return nil, err
		}
		notices, scope = append(notices, own...), g.Scope
	}
	return append(notices, announceOffice(f, scope)...), nil
}
