package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/session"
	"accord/shared/wire"
)

// NotLoaded stands in place of what a page could not load, as Failed does. Without
// a network it says so, and loads it as soon as there is one.
func NotLoaded(m session.Model, err error, scope string, load func(ctx app.Context)) app.UI {
	if ProblemOf(err).Code != wire.CodeOffline {
		return Failed(m, err, scope, load)
	}
	return app.Div().Body(Keyed(scope, &notLoaded{Scope: scope, Model: m, Err: err, Load: load}))
}

// notLoaded waits for the line.
type notLoaded struct {
	app.Compo

	Scope string
	Model session.Model
	Err   error
	Load  func(ctx app.Context)

	cut bool // the line has been down since the load failed
}

// OnMount says that there is nothing more to wait for.
func (n *notLoaded) OnMount(ctx app.Context) {
	n.follow(ctx)
	Ready(ctx)
}

// OnUpdate loads when the line is back.
func (n *notLoaded) OnUpdate(ctx app.Context) { n.follow(ctx) }

func (n *notLoaded) follow(ctx app.Context) {
	switch back := n.Model.Line.State == live.Live; {
	case !back:
		n.cut = true
	case n.cut:
		n.cut = false
		ctx.Dispatch(n.Load)
	}
}

// Render says what is missing.
func (n *notLoaded) Render() app.UI {
	m := n.Model
	if m.Line.State == live.Live {
		return Failed(m, n.Err, n.Scope, n.Load)
	}
	return Notice(Warning, m.T("connection.needed"), Text(m.T("connection.needed.text")),
		Button(ButtonProps{ID: "retry-" + n.Scope, Label: m.T("app.retry"), OnClick: n.Load}))
}
