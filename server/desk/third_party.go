package desk

import (
	"context"
	"errors"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/limit"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// thirdPartiesPerHour is how often an account may ask for users at other
// companies: each asking is work for a person.
const thirdPartiesPerHour = 30

// sponsor is somebody who holds a grant and may ask that a user at another
// company gets access as well (guide ja, chapter 5: 「すでに該当契約のアクセス権を
// 持つ、契約上に記載の契約先会社から」). It is looked up before the writer runs.
type sponsor struct {
	lookup
	account ledger.Account
	grant   ledger.Grant
	given   *registry.Grant // what grants.csv gives the account under the grant's ID
}

// sponsor looks up what share judges.
func (d *Desk) sponsor(g *registry.Generation, a ledger.Account, grant ledger.Grant) (s sponsor, err error) {
	s = sponsor{account: a, grant: grant}
	if s.lookup, err = d.look(g, a, policy.Request{Level: grant.Level, Identifier: grant.Scope}); err != nil {
		return s, err
	}
	if party := s.facts.BillTo; party != nil {
		s.facts.BillToCompany, err = g.Company(party.CompanyID)
	}
	return s, err
}

// share says what the sponsor may ask for others, nil for nothing: whatever is
// not allowed here is not. The grant is the person's own and in force, gives
// downloads or full support, and is not itself a third party's; and the account
// certainly belongs to an entitled company of the contract or bill-to ID
// (policy.Entitled). A seller who is not one of them sponsors nobody. No level
// above the sponsor's own can be asked for, nor full support on a
// partner-branded contract, where the reseller opens the cases (rule 8). It
// reads no registry, so it is asked again inside the writer.
func (d *Desk) share(r *ledger.Reader, s sponsor) (*wire.Share, error) {
	f := s.facts
	f.Now = d.Now()
	inForce := running(s.grant, f.Now) && (f.BillTo != nil || f.Contract != nil && f.Contract.ActiveAt(f.Now))
	if !inForce || s.grant.Revoked || s.grant.ThirdParty || !s.grant.Level.Covers(access.Downloads) {
		return nil, nil
	}
	var err error
	if f.Rules, err = r.Rules(f.Scope); err != nil {
		return nil, err
	}
	if !policy.Entitled(f) {
		return nil, nil
	}
	share := &wire.Share{By: access.ByReviewer, Levels: []access.Level{access.Downloads}}
	if s.grant.Level == access.Full && (f.Contract == nil || f.Contract.Branding != access.BrandingPartner) {
		share.Levels = append(share.Levels, access.Full)
	}
	admins, err := joinAdministrators(r, f.Scope, s.admins)
	if err != nil {
		return nil, err
	}
	if len(notThese(admins, s.account)) > 0 {
		share.By = access.ByAdministrator // nobody decides their own
	}
	return share, nil
}

// AskForThirdParty asks for access for a user at another company, on the
// strength of the person's own grant: of the contract's administrators or, when
// there is none but the person, of the vendor. Whether the address has an
// account makes no difference to the answer. Errors: not_found, no_sponsor,
// validation, too_many.
func (d *Desk) AskForThirdParty(ctx context.Context, who Who, grant string, body wire.ThirdParty) (wire.Request, error) {
	if wait := d.thirdParties.Try(who.Account); wait > 0 {
		p := problem(wire.CodeTooMany)
		p.RetryAfter = limit.Seconds(wait)
		return wire.Request{}, p
	}
	id, err := retryStale(func() (string, error) { return d.askOnce(ctx, who, grant, body) })
	if err != nil {
		return wire.Request{}, notFound(err)
	}
	return d.afterMove(ctx, id)
}

func (d *Desk) askOnce(ctx context.Context, who Who, grant string, body wire.ThirdParty) (id string, err error) {
	err = d.Registry.Use(func(g *registry.Generation) error {
		s, err := d.findSponsor(ctx, g, who, grant)
		if err != nil {
			return err
		}
		fresh := ledger.ThirdParty{Request: d.id(), Account: d.id()}
		submission, reference := d.id(), d.reference()
		id, err = d.askFor(ctx, g, who, fingerprint("third party "+grant, body), func(tx *ledger.Tx) (string, error) {
			return fresh.Request, d.ask(tx, s, body, fresh, event.RequestMoved{
				Request: fresh.Request, Submission: submission, Reference: reference + "-1",
				Account: who.Account, Identifier: s.grant.Scope, Scope: s.grant.Scope, Move: access.MoveSubmit,
				Generation: s.gen,
			})
		})
		return err
	})
	return id, err
}

func (d *Desk) findSponsor(ctx context.Context, g *registry.Generation, who Who, id string) (s sponsor, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		a, grant, err := d.held(r, g, who.Account, id)
		if err != nil {
			return err
		}
		if s, err = d.sponsor(g, a, grant); err != nil {
			return err
		}
		s.given, err = g.Grant(registryEmail(a), id)
		return err
	})
	return s, err
}

// ask writes what is asked for a third party, under the writer.
func (d *Desk) ask(tx *ledger.Tx, s sponsor, body wire.ThirdParty, third ledger.ThirdParty, m event.RequestMoved) error {
	if err := s.still(tx); err != nil {
		return err
	}
	share, err := d.share(&tx.Reader, s)
	if err != nil {
		return err
	}
	if share == nil {
		return problem(wire.CodeNoSponsor)
	}
	body, wrong := validation.ThirdParty(body, *share)
	if len(wrong) > 0 {
		return invalid(wrong...)
	}
	if body.Email == s.account.Profile.Email {
		return invalid(wire.FieldError{Field: "email", Code: "third.own"})
	}
	if third.Account, err = tx.ThirdPartyAccount(body.Email, third.Account); err != nil {
		return err
	}
	waits, err := tx.PendingFor(m.Account, third.Account, body.Level, m.Scope)
	if err != nil {
		return err
	}
	if waits != "" {
		return invalid(wire.FieldError{Field: "email", Code: "third.pending"})
	}
	third.Email, third.Company, third.Message = body.Email, body.Company, body.Message
	third.ApproverEmail, third.ApproverName, third.ApproverCompany = body.ApproverEmail, body.ApproverName, body.ApproverCompany
	if err := tx.PutThirdParty(third); err != nil {
		return err
	}
	m.For, m.Level, m.Belongs = third.Account, body.Level, true // only they may ask
	if m.To, m.Reasons, err = s.decides(tx, third); err != nil {
		return err
	}
	return d.move(tx, m)
}

// decides is who decides what is asked for a third party, and why.
func (s sponsor) decides(tx *ledger.Tx, third ledger.ThirdParty) (access.Status, []access.Reason, error) {
	reasons := []access.Reason{access.ThirdPartyAsked}
	admins, err := joinAdministrators(&tx.Reader, s.facts.Scope, s.admins)
	if err != nil {
		return "", nil, err
	}
	rest, err := deciders(&tx.Reader, admins, s.account.ID, third.Account, third.Email)
	switch {
	case err != nil || len(admins) == 0:
		return access.PendingVendor, reasons, err
	case len(rest) == 0:
		return access.PendingVendor, append(reasons, access.AdminOwn), nil
	}
	return access.PendingAdministrator, reasons, nil
}

// still refuses a sponsor whose account or grant has changed since it was
// looked up.
func (s sponsor) still(tx *ledger.Tx) error {
	a, err := tx.Account(s.account.ID)
	if err != nil {
		return err
	}
	now, err := ownGrant(&tx.Reader, a, s.given, s.grant.ID)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	if a.Profile != s.account.Profile || now != s.grant {
		return errStale
	}
	return nil
}

// own reports whether a request is the person's: they asked, or it is for them.
func own(r *ledger.Reader, request ledger.Request, account string) (bool, error) {
	if request.Account == account || request.For == account {
		return true, nil
	}
	if request.For == "" {
		return false, nil
	}
	third, err := r.ThirdParty(request.ID)
	if err != nil {
		return false, err
	}
	a, err := r.Account(account)
	if errors.Is(err, ledger.ErrNotFound) {
		return false, nil
	}
	return third.Email == a.Profile.Email || third.Email == a.RegistryEmail, err
}

// viewOwn shows a request to its requester, with the third party it is for, what
// became of the access that it led to and what makes it needless.
func (d *Desk) viewOwn(r *ledger.Reader, request ledger.Request) (wire.Request, error) {
	v, err := viewAsked(r, request)
	if err != nil {
		return v, err
	}
	if err := addRevocation(r, &v, request); err != nil {
		return v, err
	}
	v.Held, err = d.needless(r, request)
	return v, err
}

// viewAsked shows a request to its requester, with the third party it is for.
func viewAsked(r *ledger.Reader, request ledger.Request) (wire.Request, error) {
	v := viewRequest(request)
	if err := addEarlier(r, &v, request); err != nil {
		return v, err
	}
	return v, addThirdParty(r, &v, request)
}

// addEarlier names the request that this one repeats.
func addEarlier(r *ledger.Reader, v *wire.Request, request ledger.Request) error {
	if request.DuplicateOf == "" {
		return nil
	}
	earlier, err := r.Request(request.DuplicateOf)
	if err != nil {
		return err
	}
	if earlier.Account == request.Account {
		e := viewRequest(earlier)
		v.Earlier = &wire.Earlier{Reference: e.Reference, Identifier: e.Identifier}
	}
	return nil
}

func addThirdParty(r *ledger.Reader, v *wire.Request, request ledger.Request) error {
	if request.For == "" {
		return nil
	}
	third, err := r.ThirdParty(request.ID)
	v.For = third.Email
	return err
}

// viewThirdParty adds to a decider's view what was told of the third party, and
// what they hold of it already.
func (d *Desk) viewThirdParty(r *ledger.Reader, g *registry.Generation, request ledger.Request, item *wire.QueueItem) error {
	t, err := r.ThirdParty(request.ID)
	if err != nil {
		return err
	}
	item.Third = &wire.ThirdParty{
		Level: request.Level, Email: t.Email, Company: t.Company, Message: t.Message,
		ApproverEmail: t.ApproverEmail, ApproverName: t.ApproverName, ApproverCompany: t.ApproverCompany,
	}
	a, err := r.Account(request.For)
	if err != nil {
		return ignoreMissing(err) // no account yet
	}
	grants, err := d.grantsOn(r, g, a, request.Scope)
	for _, grant := range grants {
		if running(grant, d.Now()) && (item.ThirdHeld == "" || grant.Level.Covers(item.ThirdHeld)) {
			item.ThirdHeld = grant.Level
		}
	}
	return err
}
