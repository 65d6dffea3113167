package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Focus puts the keyboard focus on an element once the page is rendered. Use
// it only in answer to the person's own action: the focus never moves by
// itself.
func Focus(ctx app.Context, id string) {
	ctx.Defer(func(app.Context) {
		if e := app.Window().GetElementByID(id); e.Truthy() {
			e.Call("focus")
			e.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	})
}

// SetValue sets what an input holds. It is the only way to empty one: go-app
// leaves an empty value attribute out.
func SetValue(id, value string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Set("value", value)
	}
}

// Ready marks the page as usable once it is rendered: <html data-ready="path">.
// Call it when the page shows its data. Tests in a browser wait for it, because
// what the server sent looks the same before the program owns it.
func Ready(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		location := app.Window().Get("location")
		root := app.Window().Get("document").Get("documentElement")
		root.Call("setAttribute", "data-ready", location.Get("pathname").String())
		app.Window().Get("performance").Call("mark", "accord-ready") // benchmarks measure by it
	})
}
