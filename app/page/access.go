package page

import (
	"net/url"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
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
		{wire.RouteSubmission, func() app.Composer { return &Submission{} }},
		{wire.RouteRequest, func() app.Composer { return &Request{} }},
	}
}

// Access is Access Management: its tabs, and under Services & Support Your
// Current Access.
type Access struct {
	app.Compo

	ctx    app.Context
	model  session.Model
	here   bool // OnNav has run
	tab    string
	find   grantFind
	wait   int // counts what was typed into the find boxes
	resets int
	grants answer[wire.GrantList]
}

// OnMount begins to follow the session.
func (p *Access) OnMount(ctx app.Context) {
	p.ctx = ctx
	session.Observe(ctx, &p.model, p.changed)
}

// OnNav takes the tab from the address.
func (p *Access) OnNav(ctx app.Context) {
	p.here, p.tab = true, knownTab(ctx.Page().URL())
	p.grants.forget()
	p.changed(ctx)
}

func (p *Access) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.model) {
		return
	}
	if p.tab != tabServices {
		part.Ready(ctx)
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

// load asks for the page of accesses that the find boxes and the pager name.
func (p *Access) load(app.Context) {
	path := p.find.path()
	p.grants.ask(p.ctx, func() (wire.GrantList, error) {
		return live.Get[wire.GrantList](path)
	}, func(ctx app.Context) {
		session.Dispatch(ctx, session.GrantsLoaded{List: p.grants.Value})
		part.Ready(ctx)
	})
}

// Render shows the page.
func (p *Access) Render() app.UI {
	m := p.model
	content := closedTab(m, p.tab)
	if p.tab == tabServices {
		content = services(m, wire.RouteAccess, p.current(m)...)
	}
	return managementShell(m, p.tab, content)
}

// The tabs of Access Management (domain page, "Screens"). Their labels are
// "tab.<name>".
const tabServices = "services"

func tabNames() []string {
	return []string{tabServices, "smart_accounts", "ordering", "smart_services", "ccie", "partner", "pica"}
}

// knownTab is the tab that an address names, Services & Support by default.
func knownTab(u *url.URL) string {
	for _, t := range tabNames() {
		if u.Query().Get("tab") == t {
			return t
		}
	}
	return tabServices
}

// managementShell is the frame of the pages under Access Management.
func managementShell(m session.Model, tab string, content app.UI) app.UI {
	tabs := make([]part.Tab, 0, len(tabNames()))
	for _, t := range tabNames() {
		href := wire.RouteAccess
		if t != tabServices {
			href += "?tab=" + t
		}
		tabs = append(tabs, part.Tab{Href: href, Label: m.T("tab." + t), Active: t == tab})
	}
	return part.Shell(m, part.ShellProps{Title: m.T("access.title"), Active: wire.RouteAccess},
		part.Tabs(m.T("tab.label"), tabs...), content)
}

// closedTab says what a programme is for that this portal has not opened.
func closedTab(m session.Model, tab string) app.UI {
	if tab == tabServices || tab == "" {
		return nil
	}
	return app.Section().Class("closed-tab").Aria("labelledby", "tab-title").Body(
		app.H2().ID("tab-title").Text(m.T("tab."+tab)),
		app.P().Text(m.T("tab."+tab+".about", m.Vendor())),
		part.Notice(part.Info, m.T("tab.closed"),
			app.P().Body(app.Text(m.T("tab.closed.text")+" "), part.MailLink(m.Settings.SupportEmail))),
	)
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
				part.Muted(m.T("access.others.hidden")),
			),
			part.Card(m.T("access.issues"),
				app.P().Text(m.T("access.issues.text")),
				app.P().Body(app.Span().Text(m.T("access.issues.mail")+": "), part.MailLink(m.Settings.SupportEmail)),
			),
		),
	)
}
