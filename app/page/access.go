package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// accessRoutes are the customer's pages.
func accessRoutes() []Route {
	return []Route{
		{wire.RouteAccess, func() app.Composer { return &Access{} }},
		{wire.RouteAccessRequests, func() app.Composer { return &Requests{} }},
		{wire.RouteAdd, func() app.Composer { return &Add{} }},
		{wire.RouteAddDownloads, func() app.Composer { return &AddForm{Level: access.Downloads} }},
		{wire.RouteAddFull, func() app.Composer { return &AddForm{Level: access.Full} }},
		{wire.RouteOrdering, func() app.Composer { return &AddForm{Level: access.Ordering} }},
		{wire.RouteProgram, func() app.Composer { return &AddForm{Level: access.Programme} }},
		{wire.RouteTab, func() app.Composer { return &Tab{} }},
		{wire.RouteHelp, func() app.Composer { return &Help{} }},
		{wire.RouteOthers, func() app.Composer { return &Others{} }},
		{wire.RouteOthersOf, func() app.Composer { return &OthersAsk{} }},
		{wire.RouteGrant, func() app.Composer { return &Grant{} }},
		{wire.RouteSubmission, func() app.Composer { return &Submission{} }},
		{wire.RouteRequest, func() app.Composer { return &Request{} }},
	}
}

// Access is the tab Services & Support of Access Management, with Your Current
// Access.
type Access struct {
	app.Compo

	ctx    app.Context
	model  session.Model
	here   bool      // OnNav has run
	asked  grantFind // by the address the page was opened with
	find   grantFind
	wait   int // counts what was typed into the find boxes
	resets int
	grants answer[wire.GrantList]
	extend extensions
	again  again
}

// OnMount begins to follow the session.
func (p *Access) OnMount(ctx app.Context) {
	p.ctx, p.extend.ctx, p.again.ctx = ctx, ctx, ctx
	session.Observe(ctx, &p.model, p.changed)
}

// OnNav loads what the address asks for.
func (p *Access) OnNav(ctx app.Context) {
	p.here = true
	p.asked = grantFindOf(ctx.Page().URL().Query())
	p.find = p.asked
	part.SetValue("find-contract", p.find.Contract)
	part.SetValue("find-bill_to", p.find.BillTo)
	p.grants.forget()
	p.changed(ctx)
}

func (p *Access) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.model) {
		return
	}
	again := p.resets != p.model.Resets
	p.resets = p.model.Resets
	first := !p.grants.Here && !p.grants.Busy && p.grants.Err == nil
	arrived := p.grants.Here && p.grants.Value.Total == 0 && len(p.model.Grants.Fresh) > 0 && !p.grants.Busy
	if again || first || arrived {
		p.load(ctx)
	}
}

// show loads what the find boxes and the pager name now.
func (p *Access) show(ctx app.Context) {
	session.Address(p.find.route())
	p.load(ctx)
}

// load asks for the page of accesses that the find boxes and the pager name.
func (p *Access) load(app.Context) {
	path, found := p.find.path(), p.find.any()
	p.grants.ask(p.ctx, func() (wire.GrantList, error) {
		return session.Load[wire.GrantList](p.ctx, path)
	}, func(ctx app.Context) {
		session.Dispatch(ctx, session.GrantsLoaded{List: p.grants.Value, Found: found})
		part.Ready(ctx)
	})
}

// Render shows the page.
func (p *Access) Render() app.UI {
	m := p.model
	return managementShell(m, wire.TabServices, services(m, wire.RouteAccess, p.current(m)...))
}

// services is the Services & Support tab: what it is for, Add Access, the two
// sub-tabs and the boxes beside them.
func services(m session.Model, active string, content ...app.UI) app.UI {
	return app.Div().Class("with-aside").Body(
		app.Div().Class("stack").Body(
			app.Div().Class("intro").Body(
				app.P().Text(m.T("access.intro", m.Vendor())),
				part.LinkButton(wire.RouteAdd, m.T("access.add"), part.Primary),
			),
			part.Group(profileGap(m)),
			part.Tabs(m.T("access.sub"),
				part.Tab{Href: wire.RouteAccess, Label: m.T("access.current"), Active: active == wire.RouteAccess},
				part.Tab{Href: wire.RouteAccessRequests, Label: m.T("access.requests"), Active: active == wire.RouteAccessRequests},
			),
			app.Div().Class("stack").Body(content...),
		),
		app.Aside().Class("aside", "stack").Body(
			part.Card(m.T("access.others"),
				app.P().Text(m.T("access.others.administrators")),
				app.P().Text(m.T("access.others.support", m.Vendor())),
				contactWays(m, m.Settings.ContactFor(wire.TopicThirdParty)),
				part.Muted(m.T("access.others.hidden")),
				part.LinkButton(wire.RouteOthers, m.T("third.ask"), part.Secondary),
			),
			part.Card(m.T("access.issues"),
				app.P().Text(m.T("access.issues.text")),
				contactWays(m, m.Settings.ContactFor(wire.TopicRegistration)),
				chatLink(m, ""),
				helpLinks(m, wire.ShowAccess),
				part.Link(wire.RouteHelp, m.T("help.all")),
			),
		),
	)
}
