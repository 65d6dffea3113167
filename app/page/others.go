package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Others is "Grant access to users at other companies": the person chooses on
// which of their own accesses they ask.
type Others struct {
	app.Compo

	ctx    app.Context
	m      session.Model
	here   bool // OnNav has run
	page   int  // 1-based
	resets int
	grants answer[wire.GrantList]
}

// othersOnPage is how many accesses one page looks through.
const othersOnPage = 50

// OnMount begins to follow the session.
func (p *Others) OnMount(ctx app.Context) {
	p.ctx, p.page = ctx, 1
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav loads the list.
func (p *Others) OnNav(ctx app.Context) {
	p.here, p.page = true, 1
	p.grants.forget()
	p.changed(ctx)
}

func (p *Others) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.m) {
		return
	}
	again := p.resets != p.m.Resets
	p.resets = p.m.Resets
	if again || !p.grants.Here && !p.grants.Busy && p.grants.Err == nil {
		p.load(ctx)
	}
}

func (p *Others) load(app.Context) {
	path := grantFind{Page: p.page}.pathOf(othersOnPage)
	p.grants.ask(p.ctx, func() (wire.GrantList, error) { return session.Load[wire.GrantList](p.ctx, path) }, part.Ready)
}

func (p *Others) turn(ctx app.Context, page int) {
	p.page = page
	p.load(ctx)
}

// Render shows the page.
func (p *Others) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{
		Title: m.T("third.title"), Lead: m.T("third.intro"), Active: wire.RouteAccess,
		Back: &part.Tab{Href: wire.RouteAccess, Label: m.T("access.back")},
	}, part.Muted(m.T("third.hidden")), p.list(m))
}

func (p *Others) list(m session.Model) app.UI {
	switch {
	case p.grants.Err != nil:
		return part.NotLoaded(m, p.grants.Err, "others", p.load)
	case !p.grants.Here:
		return part.Loading(m)
	}
	var rows []part.TableRow
	for _, g := range p.grants.Value.Grants {
		if g.Share != nil {
			rows = append(rows, shareRow(m, g))
		}
	}
	total := p.grants.Value.Total
	pager := app.If(total > othersOnPage, func() app.UI {
		return part.Pager(m, part.PagerProps{ID: "others", From: p.grants.Value.From, Shown: len(p.grants.Value.Grants),
			Total: total, Page: p.page, Size: othersOnPage, OnPage: p.turn})
	})
	if len(rows) == 0 {
		return part.Stack(part.Empty(m.T("third.choose.none"), m.T("third.choose.none.do"),
			part.LinkButton(wire.RouteAccess, m.T("access.current"), part.Secondary)), pager)
	}
	return part.Stack(
		app.H2().Text(m.T("third.choose")),
		part.Table(m.T("third.choose"), []part.Column{
			{Label: m.T("grant.contract")}, {Label: m.T("grant.bill_to")}, {Label: m.T("grant.level")},
			{Label: m.T("grant.administrators")}, {Label: m.T("third.ask")},
		}, rows), pager)
}

func shareRow(m session.Model, g wire.Grant) part.TableRow {
	decides := "third.choose.vendor"
	if g.Share.By == access.ByAdministrator {
		decides = "third.choose.admins"
	}
	return part.TableRow{ID: g.ID, Cells: []app.UI{
		grantContract(m, g),
		app.Span().Class("code").Text(orDash(m, g.BillTo)),
		app.Text(m.T("level." + string(g.Level))),
		app.Text(m.T(decides, m.Vendor())),
		app.A().ID("ask-"+g.ID).Class("link").Href(wire.OthersRoute(g.ID)).Body(
			app.Text(m.T("third.ask")),
			app.Span().Class("visually-hidden").Text(" "+firstOf(g.Contract, g.BillTo))),
	}}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
