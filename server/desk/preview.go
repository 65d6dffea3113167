package desk

import (
	"context"

	"accord/server/ledger"
	"accord/server/limit"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// previewsPerMinute is how often an account may ask for a preview: the page
// asks once each time "Check your answers" is opened.
const previewsPerMinute = 30

// Preview says what would become of a submission as far as the person's own
// account tells. It looks at what they are, hold and wait for, compares that
// with what they typed, and never looks a number up: known and unknown ones get
// the same answer in the same way, so nothing counts as a guess (domain page,
// "Privacy"). Nothing changes. Errors: validation, too_many.
func (d *Desk) Preview(ctx context.Context, who Who, body wire.Submit) (wire.Preview, error) {
	body.Agreed = true // the terms are Submit's to ask for
	body, fields := validation.Submission(d.Settings, body)
	if len(fields) > 0 {
		return wire.Preview{}, invalid(fields...)
	}
	if wait := d.previews.Try(who.Account); wait > 0 {
		p := problem(wire.CodeTooMany)
		p.RetryAfter = limit.Seconds(wait)
		return wire.Preview{}, p
	}
	preview := wire.Preview{Items: []wire.PreviewItem{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		typed := make([]access.Identifier, 0, len(body.Identifiers))
		for _, value := range body.Identifiers {
			typed = append(typed, identifierOf(body, value))
		}
		own, err := d.ownMatters(r, g, who.Account, body.Level, typed)
		if err != nil {
			return err
		}
		for _, id := range typed {
			preview.Items = append(preview.Items, own.preview(policy.Request{Level: body.Level, Identifier: id}))
		}
		return nil
	})
	return preview, notFound(err)
}

// ownMatters are an account's own: all that a preview may look at.
type ownMatters struct {
	facts   policy.Facts               // of the account alone: nothing is known of any number
	held    map[access.Identifier]bool // what was typed and is held, as their holder sees it
	pending []ledger.Request           // of the level asked for
}

func (d *Desk) ownMatters(r *ledger.Reader, g *registry.Generation, account string, level access.Level, typed []access.Identifier) (ownMatters, error) {
	a, err := r.Account(account)
	if err != nil {
		return ownMatters{}, err
	}
	l := lookup{facts: d.accountFacts(a)}
	if err := l.domain(g, domainOf(a.Profile.Email)); err != nil {
		return ownMatters{}, err
	}
	own := ownMatters{facts: l.facts, held: map[access.Identifier]bool{}}
	if own.pending, err = r.PendingOf(account, level); err != nil {
		return own, err
	}
	grants, err := d.grantsOn(r, g, a, typed...)
	for _, grant := range grants {
		if grant.Level.Covers(level) && running(grant, d.Now()) && !grant.ThirdParty { // who does not know its number
			own.held[grant.Scope] = true
		}
	}
	return own, err
}

// preview says what can be said of one request. It is pure, and all it knows
// of the number is how it is written.
func (own ownMatters) preview(r policy.Request) wire.PreviewItem {
	item := wire.PreviewItem{Identifier: r.Identifier}
	for _, reason := range policy.Decide(own.facts, r).Reasons {
		if reason == access.ProfileCompanyMissing || reason == access.BillToNotEligible {
			item.Reasons = append(item.Reasons, reason)
		}
	}
	if own.held[r.Identifier] {
		item.Reasons = append(item.Reasons, access.AccessAlreadyHeld)
	}
	for _, p := range own.pending {
		if p.Identifier == r.Identifier { // as typed then; what it stood for is not told
			item.Reasons, item.DuplicateOf = append(item.Reasons, access.RequestDuplicate), p.ID
			break
		}
	}
	return item
}
