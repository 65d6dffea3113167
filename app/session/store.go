package session

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// state is the name of the shared state in go-app's store.
const state = "accord"

// Observe puts the model into recv now and at every change, and renders the
// page again. changed, when not nil, runs at once and after each change, on
// the UI goroutine: there a page looks whether what it shows must be loaded
// (signed in at last, Stale, Resets). Call it in OnMount; recv must be an
// unexported field, or go-app empties it when the same page is opened again.
func Observe(ctx app.Context, recv *Model, changed func(app.Context)) {
	o := ctx.ObserveState(state, recv)
	if changed == nil {
		return
	}
	o.OnChange(func() { changed(ctx) })
	changed(ctx)
}

// Get returns the model as it is now. UI goroutine only.
func Get(ctx app.Context) Model {
	var m Model
	ctx.GetState(state, &m)
	return m
}

// Dispatch applies an update and tells every observer. UI goroutine only: in
// an event handler, OnMount, OnNav or inside ctx.Dispatch.
func Dispatch(ctx app.Context, u Update) {
	next := Reduce(Get(ctx), u)
	ctx.SetState(state, next)
	effects(ctx, u, next)
}
