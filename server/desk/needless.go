package desk

import (
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// needless is the level of an access that a requester was given while a request
// waited, and that covers what it asks for: on the same contract or bill-to ID,
// or on the bill-to ID above the contract. "" when there is none, and for what is
// asked for others or to extend an access. What a third party holds is not
// compared: that would tell them what it is on.
func (d *Desk) needless(r *ledger.Reader, request ledger.Request) (level access.Level, err error) {
	if !request.Status.Pending() || byPerson(request) || request.Scope.Value == "" {
		return "", nil
	}
	account, err := r.Account(request.Account)
	if err != nil {
		return "", ignoreMissing(err) // erased
	}
	err = d.Registry.Use(func(g *registry.Generation) error {
		scopes, err := above(g, request.Scope)
		if err != nil {
			return err
		}
		grants, err := d.grantsOn(r, g, account, scopes...)
		for _, grant := range grants {
			if running(grant, d.Now()) && !grant.ThirdParty && grant.Level.Covers(request.Level) && (level == "" || grant.Level.Covers(level)) {
				level = grant.Level
			}
		}
		return err
	})
	return level, err
}

// above is a scope and, of a contract, the bill-to ID that it is under.
func above(g *registry.Generation, scope access.Identifier) ([]access.Identifier, error) {
	scopes := []access.Identifier{scope}
	if scope.Kind != access.KindContract {
		return scopes, nil
	}
	contract, err := g.Contract(scope.Value)
	if err == nil && contract != nil && contract.BillToID != "" {
		scopes = append(scopes, access.BillTo(contract.BillToID))
	}
	return scopes, err
}

// announceNeedless tells who was given an access, or lost one, how those of their
// waiting requests stand that it covers. That counts as a change of them. A third
// party's access tells nothing.
func (d *Desk) announceNeedless(r *ledger.Reader, f event.Fact, account string, grant ledger.Grant) (notices []Notice, err error) {
	if grant.ThirdParty {
		return nil, nil
	}
	for _, asked := range access.Levels() {
		if !grant.Level.Covers(asked) {
			continue
		}
		waiting, err := r.PendingOf(account, asked)
		if err != nil {
			return nil, err
		}
		for _, request := range waiting {
			below, err := d.isBelow(request.Scope, grant.Scope)
			if err != nil {
				return nil, err
			}
			if !below || byPerson(request) {
				continue
			}
			v, err := d.viewOwn(r, request)
			if err != nil {
				return nil, err
			}
			v.Seq = max(v.Seq, f.Seq)
			notices = append(notices, Notice{AccountTopic(account), wire.Update{Kind: wire.UpdateRequest, Request: &v}})
		}
	}
	return notices, nil
}

// isBelow reports whether an access on a scope counts for what is judged on
// another.
func (d *Desk) isBelow(judged, scope access.Identifier) (below bool, err error) {
	err = d.Registry.Use(func(g *registry.Generation) error {
		scopes, err := above(g, judged)
		below = slices.Contains(scopes, scope)
		return err
	})
	return below, err
}
