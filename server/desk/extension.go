package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/limit"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
	"accord/shared/words"
)

// extendWithin is how long after its end an access can still be extended; later
// it is asked for anew.
const extendWithin = 7 * ledger.Day

// listed reports whether a grant stands under Your Current Access.
func listed(g ledger.Grant, now time.Time) bool { return running(g, now) || extendable(g, now) }

// extendable reports whether the grant's own dates let it be extended.
func extendable(g ledger.Grant, now time.Time) bool {
	return !g.Revoked && !g.Ends.IsZero() && !now.Before(g.Starts) && now.Before(g.Ends.Add(extendWithin))
}

// extension says who would decide on the extension of a person's grant, "" when
// none can be asked for, and which request for one waits.
func (d *Desk) extension(r *ledger.Reader, g *registry.Generation, a ledger.Account, grant ledger.Grant) (by access.Party, waits string, err error) {
	alive, err := d.alive(g, grant)
	if err != nil || !alive || !extendable(grant, d.Now()) {
		return "", "", err
	}
	if waits, err = r.PendingExtension(grant); err != nil || waits != "" {
		return "", waits, err
	}
	admins, err := d.administrators(r, g, grant.Scope)
	return decidedBy(a, admins), "", err
}

// decidedBy is who decides what a person asks for: the administrators or, when
// there is none but the person, the vendor. Nobody decides their own.
func decidedBy(a ledger.Account, admins []string) access.Party {
	if slices.ContainsFunc(admins, func(email string) bool { return email != a.RegistryEmail && email != a.Profile.Email }) {
		return access.ByAdministrator
	}
	return access.ByReviewer
}

// alive reports whether there is still something to have access to.
func (d *Desk) alive(g *registry.Generation, grant ledger.Grant) (bool, error) {
	grant.Ends = time.Time{} // whether it has ended does not matter
	f, err := d.force(g, grant)
	return f.why == "", err
}

// extend is what asking for an extension knows before the writer runs.
type extend struct {
	account ledger.Account
	grant   ledger.Grant
	given   *registry.Grant // what grants.csv gives the account under the grant's ID
	admins  []string        // the registry's administrators of the scope
	alive   bool
}

// Extend asks that an access of one's own with an end goes on: of the
// contract's administrators or, when there is none but the person, of the
// vendor. Errors: not_found, no_extension (it has no end, ended too long ago, is
// not in force for another reason, or was asked for already), too_many.
func (d *Desk) Extend(ctx context.Context, who Who, grant string) (wire.Request, error) {
	if wait := d.thirdParties.Try(who.Account); wait > 0 { // the same work for the same people
		p := problem(wire.CodeTooMany)
		p.RetryAfter = limit.Seconds(wait)
		return wire.Request{}, p
	}
	id, err := retryStale(func() (string, error) { return d.extendOnce(ctx, who, grant) })
	if err != nil {
		return wire.Request{}, notFound(err)
	}
	return d.afterMove(ctx, id)
}

func (d *Desk) extendOnce(ctx context.Context, who Who, grant string) (id string, err error) {
	err = d.Registry.Use(func(g *registry.Generation) error {
		e, err := d.findExtend(ctx, g, who, grant)
		if err != nil {
			return err
		}
		m := event.RequestMoved{
			Request: d.id(), Submission: d.id(), Reference: d.reference() + "-1", Account: who.Account,
			Level: e.grant.Level, Identifier: e.grant.Scope, Scope: e.grant.Scope, Move: access.MoveSubmit,
			Reasons: []access.Reason{access.ExtensionAsked}, Generation: g.Number(),
			Extends: &event.Extension{Grant: grant, Until: e.grant.Ends, Withheld: e.grant.ThirdParty},
		}
		id, err = d.askFor(ctx, g, who, fingerprint("extend "+grant, nil), func(tx *ledger.Tx) (string, error) {
			return m.Request, d.askExtension(tx, e, m)
		})
		return err
	})
	return id, err
}

func (d *Desk) findExtend(ctx context.Context, g *registry.Generation, who Who, id string) (e extend, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		if e.account, err = r.Account(who.Account); err != nil {
			return err
		}
		if e.given, err = g.Grant(registryEmail(e.account), id); err != nil {
			return err
		}
		if e.grant, err = ownGrant(r, e.account, e.given, id); err != nil {
			return err
		}
		if e.admins, err = g.Administrators(e.grant.Scope); err != nil {
			return err
		}
		e.alive, err = d.alive(g, e.grant)
		return err
	})
	return e, err
}

// ownGrant finds a grant of an account by ID, with its holder. given is what
// grants.csv gives under that ID. Errors: ErrNotFound, also for one that was
// revoked.
func ownGrant(r *ledger.Reader, a ledger.Account, given *registry.Grant, id string) (ledger.Grant, error) {
	g, err := r.Grant(id)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return ledger.Grant{}, err
	}
	switch own := err == nil && g.Account == a.ID; {
	case own && g.Revoked, !own && given == nil:
		return ledger.Grant{}, ledger.ErrNotFound
	case own:
		return g, nil
	}
	return fromRegistry(*given, a.ID), nil
}

// askExtension writes the request, under the writer.
func (d *Desk) askExtension(tx *ledger.Tx, e extend, m event.RequestMoved) error {
	now, err := ownGrant(&tx.Reader, e.account, e.given, e.grant.ID)
	if err != nil {
		return err
	}
	if now != e.grant {
		return errStale
	}
	waits, err := tx.PendingExtension(now)
	if err != nil {
		return err
	}
	if waits != "" || !e.alive || !extendable(now, tx.Now()) {
		return problem(wire.CodeNoExtension)
	}
	admins, err := joinAdministrators(&tx.Reader, m.Scope, e.admins)
	if err != nil {
		return err
	}
	m.To = access.PendingVendor
	if decidedBy(e.account, admins) == access.ByAdministrator {
		m.To = access.PendingAdministrator
	}
	return d.move(tx, m)
}

// extended is the grant that a request is to extend, as it is now; also one
// that was revoked. registered is what the registry gives under its ID.
func extended(r *ledger.Reader, request ledger.Request, registered ledger.Grant) (ledger.Grant, error) {
	g, err := r.Grant(request.Extends.Grant)
	if errors.Is(err, ledger.ErrNotFound) && registered.ID != "" {
		return registered, nil
	}
	return g, err
}

// registered finds what the registry gives under the ID of a grant that a
// request is to extend; the zero value when that is nothing.
func registered(r *ledger.Reader, g *registry.Generation, request ledger.Request) (ledger.Grant, error) {
	a, err := r.Account(request.Account)
	if err != nil {
		return ledger.Grant{}, ignoreMissing(err) // erased
	}
	given, err := g.Grant(registryEmail(a), request.Extends.Grant)
	if err != nil || given == nil {
		return ledger.Grant{}, err
	}
	return fromRegistry(*given, a.ID), nil
}

// goOn is the fact by which a grant goes on until its new end.
func goOn(g ledger.Grant, request string, ends time.Time) *event.GrantGiven {
	return &event.GrantGiven{
		Grant: g.ID, Account: g.Account, Level: g.Level, Scope: g.Scope, Request: g.Request,
		Starts: g.Starts, Ends: ends, ThirdParty: g.ThirdParty, Extension: request, Change: event.GrantEnd,
	}
}

// viewExtended shows a decider the access that a request is to extend.
func (d *Desk) viewExtended(r *ledger.Reader, g *registry.Generation, request ledger.Request, latest time.Time) (*wire.Extended, error) {
	given, err := registered(r, g, request)
	if err != nil {
		return nil, err
	}
	grant, err := extended(r, request, given)
	if errors.Is(err, ledger.ErrNotFound) { // the registry gives it no more
		return &wire.Extended{EndsAt: request.Extends.Until, Revoked: true}, nil
	}
	v := &wire.Extended{
		StartsAt: grant.Starts, EndsAt: grant.Ends, Revoked: grant.Revoked,
		ThirdParty: grant.ThirdParty, Purpose: grant.Purpose,
	}
	if !grant.Ends.IsZero() {
		v.Suggested = suggested(grant, d.Now(), latest)
	}
	if !grant.Asked.IsZero() {
		v.ConfirmBy = grant.Ends
	}
	return v, err
}

// suggested is the last day of an access that goes on for as long again, or as
// long as it did before it was to be confirmed, but no longer than it may; zero
// when no day is left.
func suggested(g ledger.Grant, now, latest time.Time) time.Time {
	from := g.Ends
	if from.Before(now) {
		from = now
	}
	day := access.Day(from.Add(g.Ends.Sub(g.Starts)))
	if !g.Asked.IsZero() {
		day = access.Day(g.Before)
	}
	if day.After(latest) {
		day = latest
	}
	if !day.After(access.Day(g.Ends)) || day.Before(access.Day(now)) {
		return time.Time{}
	}
	return day
}

// extensionParts say, once it is approved, until when the access goes on.
func (d *Desk) extensionParts(w words.Words, r wire.Request) []Part {
	if r.Extends == nil || r.Status != access.Approved {
		return nil
	}
	return []Part{{Kind: PartFact, Label: w.T("request.extends.new"), Text: d.lastDay(w.Lang, r.Extends.EndsAt)}}
}
