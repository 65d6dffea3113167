package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Grant is the page of one access of the person's own, to which mail about it
// leads.
type Grant struct {
	app.Compo

	ctx    app.Context
	m      session.Model
	id     string
	resets int
	asked  answer[wire.Grant]
	extend extensions
	again  again
}

// OnMount begins to follow the session.
func (p *Grant) OnMount(ctx app.Context) {
	p.ctx, p.extend.ctx, p.again.ctx = ctx, ctx, ctx
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav takes the access's ID from the address.
func (p *Grant) OnNav(ctx app.Context) {
	p.id = lastPart(ctx)
	p.extend, p.again = extensions{ctx: p.ctx}, again{ctx: p.ctx}
	p.asked.forget()
	p.changed(ctx)
}

func (p *Grant) changed(ctx app.Context) {
	if p.id == "" || !session.Need(ctx, p.m) {
		return
	}
	again := p.resets != p.m.Resets
	p.resets = p.m.Resets
	if again || !p.asked.Here && !p.asked.Busy && p.asked.Err == nil {
		p.load(ctx)
	}
}

func (p *Grant) load(app.Context) {
	path := wire.GrantPath(p.id)
	p.asked.ask(p.ctx, func() (wire.Grant, error) { return session.Load[wire.Grant](p.ctx, path) }, func(ctx app.Context) {
		g := p.asked.Value
		session.Dispatch(ctx, session.GrantShown{Grant: g})
		part.Ready(ctx)
	})
}

// Render shows the page.
func (p *Grant) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{
		Title: m.T("grant.page"), Active: wire.RouteAccess,
		Back: &part.Tab{Href: wire.RouteAccess, Label: m.T("access.current")},
	}, p.content(m)...)
}

func (p *Grant) content(m session.Model) []app.UI {
	g, ok := m.Grants.Row(p.id)
	lost, gone := m.RevokedGrant(p.id)
	if !gone && p.asked.Here && p.asked.Value.Revoked != nil {
		lost, gone = p.asked.Value, true
	}
	switch {
	case p.asked.Here && gone:
		return p.lost(m, lost)
	case p.asked.Here && ok:
		return p.grant(m, g)
	case p.asked.Here, isMissing(p.asked.Err):
		return []app.UI{part.Empty(m.T("grant.missing"), m.T("grant.missing.do"),
			part.LinkButton(wire.RouteAccess, m.T("access.current"), part.Secondary))}
	case p.asked.Err != nil:
		return []app.UI{part.NotLoaded(m, p.asked.Err, "grant", p.load)}
	}
	return []app.UI{part.Loading(m)}
}

func (p *Grant) grant(m session.Model, g wire.Grant) []app.UI {
	return []app.UI{
		part.Group(p.extend.told(m)),
		part.Card("", part.Summary(
			part.Fact{Label: m.T("grant.title"), Value: app.Text(m.Words().Access(g))},
			part.Fact{Label: m.T("grant.level"), Value: grantLevel(m, g)},
			part.Fact{Label: m.T("grant.force"), Value: grantForce(m, g)},
			part.Fact{Label: m.T("grant.since"), Value: sinceDay(m, g.StartsAt)},
			part.Fact{Label: m.T("grant.until"), Value: p.extend.cell(m, g)},
		), app.If(g.Extend != "" && p.extend.waits(m, g) == "", func() app.UI {
			return part.Muted(extensionText(m, g))
		})),
	}
}

// lost says what became of an access that was taken away, and what its former
// holder can do.
func (p *Grant) lost(m session.Model, g wire.Grant) []app.UI {
	facts := []part.Fact{
		{Label: m.T("grant.title"), Value: app.Text(m.Words().Access(g))},
		{Label: m.T("grant.level"), Value: app.Text(m.T("level." + string(g.Level)))},
	}
	if g.Purpose != "" {
		facts = append(facts, part.Fact{Label: m.T("third.purpose"), Value: part.Local(g.Purpose, langOf(g.Purpose))})
	}
	facts = append(facts, lostFacts(m, *g.Revoked, g.ThirdParty)...)
	return []app.UI{
		part.Notice(part.Warning, m.T("grant.revoked.page")),
		part.Card("", part.Summary(facts...), part.Row(p.again.button(m, g)), p.again.terms(m, g)),
	}
}

// grantForce says whether an access is in force.
func grantForce(m session.Model, g wire.Grant) app.UI {
	if g.Revoked != nil {
		return revokedTag(m)
	}
	if m.Why(g) == "" {
		return part.Tag(m.T("grant.in_force"), "good", "check")
	}
	return part.Tag(m.T("grant.resting"), "quiet", "dash")
}
