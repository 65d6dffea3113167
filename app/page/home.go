package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Home is the page "/": what the portal is for, to who is signed out; where
// they stand, to who is signed in; what there is to do, to the vendor's staff.
type Home struct {
	app.Compo

	ctx    app.Context
	m      session.Model
	access glance
	staff  desktop
}

// OnMount starts listening.
func (p *Home) OnMount(ctx app.Context) {
	p.ctx = ctx
	session.Observe(ctx, &p.m, p.changed)
}

func (p *Home) changed(ctx app.Context) {
	switch p.m.Phase {
	case session.SignedIn:
		if isStaff(p.m) {
			p.staff.follow(p.ctx, p.m)
			return
		}
		p.access.follow(p.ctx, p.m)
	case session.SignedOut:
		part.Ready(ctx)
	}
}

// Render draws the page.
func (p *Home) Render() app.UI {
	m := p.m
	if m.Me == nil {
		return part.Shell(m, part.ShellProps{Title: m.T("app.portal", m.Vendor()), Lead: m.T("account.home.lead"), Public: true},
			app.Div().Class("hero").Body(
				part.Text(m.T("account.home.about")),
				part.Row(
					part.LinkButton(wire.RouteSignIn, m.T("app.signin"), part.Primary),
					part.LinkButton(wire.RouteRegister, m.T("app.register"), part.Secondary),
				),
			),
		)
	}
	if isStaff(m) {
		return part.Shell(m, part.ShellProps{
			Title: m.T("account.home.hello", part.Name(m.Me.Profile, m.Lang)), Lead: m.T("home.staff.lead", m.Vendor()),
			Active: wire.RouteHome, Public: true,
		}, p.staff.view(m, p.work()), helpCard(m, wire.ShowHome))
	}
	return part.Shell(m, part.ShellProps{
		Title: m.T("account.home.hello", part.Name(m.Me.Profile, m.Lang)), Lead: m.T("account.home.lead"),
		Active: wire.RouteHome, Public: true,
	},
		p.work(),
		p.access.view(m),
		helpCard(m, wire.ShowHome),
	)
}

// work points deciders at what waits for them.
func (p *Home) work() app.UI {
	m := p.m
	if !m.Me.Decides() {
		return nil
	}
	return part.Card(m.T("app.queue"), app.Div().Body(p.waits()), part.Group(byLevel(m)),
		part.Row(part.LinkButton(wire.RouteQueue, m.T("app.queue"), part.Secondary)))
}

// waits says how many requests wait as soon as it is known.
func (p *Home) waits() app.UI {
	m := p.m
	switch n := m.Counts.Total; {
	case m.Counted.Epoch == "":
		return part.Text(m.T("account.home.decide"))
	case n == 0:
		return part.Muted(m.T("queue.waits.none"))
	case n == 1:
		return app.P().Body(app.Strong().Text(m.T("queue.waits.one")))
	default:
		return app.P().Body(app.Strong().Text(m.T("queue.waits", strconv.Itoa(n))))
	}
}
