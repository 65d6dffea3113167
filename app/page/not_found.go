package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Missing is every path that is no page.
type Missing struct {
	app.Compo

	m session.Model
}

// NotFound makes the page for a path that is none.
func NotFound() app.Composer { return &Missing{} }

// OnMount starts listening.
func (p *Missing) OnMount(ctx app.Context) { session.Observe(ctx, &p.m, readyWhenKnown(&p.m)) }

// Render draws the page.
func (p *Missing) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{Title: m.T("app.notfound"), Public: true, Narrow: true, Own: true},
		part.Text(m.T("app.notfound.text")),
		part.Row(part.LinkButton(wire.RouteHome, m.T("app.notfound.home"), part.Primary)),
	)
}
