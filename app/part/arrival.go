package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// arrival is the shell's ear for coming to a page, which only a component has.
type arrival struct {
	app.Compo

	Window string // title of the window
	Path   string

	shown string // path at which the person has arrived
}

// OnMount runs when the page of another kind is opened.
func (a *arrival) OnMount(ctx app.Context) { a.OnUpdate(ctx) }

// OnUpdate runs when the title changes (another language, an error), or when
// the same kind of page is opened for another thing.
func (a *arrival) OnUpdate(ctx app.Context) {
	if a.Window != "" {
		app.Window().Get("document").Set("title", a.Window)
	}
	ctx.Defer(showHere)
	if a.Path != a.shown {
		a.shown = a.Path
		ctx.Defer(arrive)
	}
}

// Render draws nothing. The loader reads the title of a page that the server
// has drawn.
func (a *arrival) Render() app.UI { return app.Span().Hidden(true).DataSet("window", a.Window) }

// showHere brings the page's entry of a long navigation into sight.
func showHere(app.Context) {
	here := app.Window().Get("document").Call("querySelector", ".nav-link[aria-current]")
	if here.Truthy() {
		here.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "center"})
	}
}

// place is where a page begins: at its top, or where the person was on it before
// Back led to it again (web/boot.js).
func place(root app.Value) any {
	if back := root.Get("dataset").Get("back"); back.Truthy() {
		return back
	}
	return 0
}

// arrive starts a page at its place, and moves the focus to its heading so that
// it is read out. The first page is left alone: the browser has opened it.
func arrive(ctx app.Context) {
	root := app.Window().Get("document").Get("documentElement")
	first := !root.Call("hasAttribute", "data-arrived").Bool()
	root.Call("setAttribute", "data-arrived", "")
	if first {
		return
	}
	session.Dispatch(ctx, session.ToastSeen{})
	app.Window().Call("scrollTo", 0, place(root))
	if title := app.Window().GetElementByID("title"); title.Truthy() {
		title.Call("focus", map[string]any{"preventScroll": true})
	}
}
