package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// scopeOfRow is the contract, bill-to ID or access programme that a request is
// judged on.
func scopeOfRow(row wire.QueueRow) access.Identifier {
	switch {
	case row.Contract != "":
		return access.Contract(row.Contract)
	case row.BillTo != "":
		return access.BillTo(row.BillTo)
	}
	return row.Identifier
}

// overtakenGiven reports whether something happened to what the access is on
// since it was loaded.
func (p *Decide) overtakenGiven() bool {
	return p.item.Given != nil && p.m.Offices[scopeOfRow(p.item.Row).String()] > p.item.Position.Seq
}

// givenCard shows the access that a request led to, and lets it be taken away.
// Nothing for others.
func (p *Decide) givenCard() app.UI {
	m, g := p.m, p.item.Given
	if g == nil {
		return nil
	}
	facts := []part.Fact{
		{Label: m.T("grant.force"), Value: grantForce(m, *g)},
		{Label: m.T("grant.since"), Value: sinceDay(m, g.StartsAt)},
	}
	if g.Revoked != nil {
		return part.Card(m.T("revoke.card"), part.Summary(append(facts, revokedFacts(m, *g.Revoked)...)...))
	}
	facts = append(facts, part.Fact{Label: m.T("grant.until"), Value: untilDay(m, g.EndsAt)})
	return part.Card(m.T("revoke.card"), part.Summary(facts...),
		app.If(!session.HasEnded(*g, m.Now), func() app.UI {
			return part.Button(part.ButtonProps{ID: "decide-revoke", Label: m.T("revoke.open"), Kind: part.Danger, OnClick: p.openRevoke})
		}))
}

func (p *Decide) openRevoke(ctx app.Context) {
	row, name := p.item.Row, p.item.Row.Name
	if row.For != "" {
		name = row.For
	}
	what := revocable{grant: p.item.Given.ID, scope: scopeOfRow(row), name: nameOr(name, row.Email), level: row.Level}
	if p.item.Given.ThirdParty {
		what.hidden = []string{what.scope.Value, p.item.Facts.BillTo}
	}
	p.revoke.open(ctx, what)
}

func (p *Decide) sendRevoke(f *form, path string, body wire.Revoke) {
	if !f.begin(body) {
		return
	}
	id, name, press := p.id, p.revoke.what.name, f.pressed()
	send(p.ctx, "POST", path, body, f.key, func(ctx app.Context, _ live.None, err error) {
		if id != p.id {
			press.drop()
			return
		}
		if press.end(ctx, err) {
			p.revoked = name
			part.Focus(ctx, "decide-news")
			p.load()
		}
	})
}

// hearRevoked says that somebody else took the access away meanwhile.
func (p *Decide) hearRevoked(now wire.QueueItem) {
	if p.item == nil || p.item.Given == nil || p.item.Given.Revoked != nil || p.revoked != "" {
		return
	}
	if now.Given != nil && now.Given.Revoked != nil {
		session.Announce(p.m.T("revoke.heard", now.Given.Revoked.Name))
	}
}
