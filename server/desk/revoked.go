package desk

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

const (
	// revokedShown is how long an access that was taken away is listed.
	revokedShown = 30 * ledger.Day
	// mostRevoked is how many of them are.
	mostRevoked = 20
)

// viewRevocation says to its holder why a grant was taken away, nil for one
// that was not.
func viewRevocation(r *ledger.Reader, g ledger.Grant) (*wire.Revocation, error) {
	if !g.Revoked {
		return nil, nil
	}
	note, err := r.WrittenOf(g)
	return &wire.Revocation{
		At: g.Revocation.At, By: g.Revocation.By.Party, Reason: g.Revocation.Reason, Note: note,
	}, err
}

// revokedOf lists which of the given grants were taken away of late and are not
// held again, newest first; given is used up. What a third party holds again is not looked for: that
// would tell them which of their accesses are on one contract.
func (d *Desk) revokedOf(r *ledger.Reader, g *registry.Generation, given, held []ledger.Grant) ([]wire.Grant, error) {
	now := d.Now()
	all := slices.DeleteFunc(given, func(g ledger.Grant) bool {
		return !g.Revoked || now.Sub(g.Revocation.At) >= revokedShown || !g.ThirdParty && heldAgain(held, g, now)
	})
	slices.SortFunc(all, func(a, b ledger.Grant) int { return cmp.Compare(b.Seq, a.Seq) })
	var views []wire.Grant
	for _, grant := range all[:min(len(all), mostRevoked)] {
		v, err := d.viewGrant(r, g, grant)
		if err != nil {
			return nil, err
		}
		views = append(views, v)
	}
	return views, nil
}

func heldAgain(held []ledger.Grant, revoked ledger.Grant, now time.Time) bool {
	return slices.ContainsFunc(held, func(g ledger.Grant) bool {
		return !g.ThirdParty && g.Scope == revoked.Scope && g.Level.Covers(revoked.Level) && running(g, now)
	})
}

// revokedGrant shows one access that was taken away to who held it. Errors:
// ErrNotFound.
func (d *Desk) revokedGrant(r *ledger.Reader, g *registry.Generation, who Who, id string) (wire.Grant, error) {
	grant, err := r.Grant(id)
	if err != nil {
		return wire.Grant{}, err
	}
	if grant.Account != who.Account || !grant.Revoked {
		return wire.Grant{}, ledger.ErrNotFound
	}
	return d.viewGrant(r, g, grant)
}

// grantOf is the grant that an approved request led to or extended. Errors:
// ErrNotFound.
func grantOf(r *ledger.Reader, request ledger.Request) (ledger.Grant, error) {
	switch {
	case request.Status != access.Approved:
		return ledger.Grant{}, ledger.ErrNotFound
	case request.Extends != nil:
		return r.Grant(request.Extends.Grant)
	}
	return r.Grant(grantID(request.ID))
}

// addRevocation says of a request to its requester that the access it led to
// was taken away. What was written with it is for the holder alone.
func addRevocation(r *ledger.Reader, v *wire.Request, request ledger.Request) error {
	g, err := grantOf(r, request)
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if v.Revoked, err = viewRevocation(r, g); v.Revoked == nil || err != nil {
		return err
	}
	if g.Account != request.Account {
		v.Revoked.Note = ""
	}
	v.Seq, v.ChangedAt = max(v.Seq, g.Seq), v.Revoked.At
	return nil
}

// addGiven shows a decider the access that a request led to.
func (d *Desk) addGiven(r *ledger.Reader, g *registry.Generation, item *wire.QueueItem, request ledger.Request) error {
	grant, err := grantOf(r, request)
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	v, err := d.viewGrant(r, g, grant)
	if v.Revoked != nil {
		v.Revoked.Name = d.nameOf(r, grant.Revocation.By)
	}
	item.Given = &v
	return err
}

// announceRevoked tells the holder, whoever asked for the access, and those who
// manage it.
func (d *Desk) announceRevoked(r *ledger.Reader, f event.Fact, e *event.GrantRevoked) ([]Notice, error) {
	grant, err := r.Grant(e.Grant)
	if err != nil {
		return nil, err
	}
	notices := announceOffice(f, grant.Scope)
	err = d.Registry.Use(func(g *registry.Generation) error {
		v, err := d.viewGrant(r, g, grant)
		notices = append(notices, Notice{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateGrantGone, Grant: &v}})
		return err
	})
	if err != nil {
		return nil, err
	}
	waiting, err := d.announceNeedless(r, f, e.Account, grant)
	notices = append(notices, waiting...)
	if err != nil || grant.Request == "" {
		return notices, err
	}
	asked, err := d.announceRequest(r, grant.Request)
	return append(notices, asked...), err
}
