package session

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Names of the shared state and of the actions in go-app's store.
const (
	state        = "accord"
	actionStart  = "accord/start"
	actionUpdate = "accord/update"
	actionRunner = "accord/runner" // its value is what to do, see onRunner
)

// Observe puts the model into recv now and at every change, and renders the
// page again. changed, when not nil, runs at once and after each change, on
// the UI goroutine: there a page looks whether what it shows must be loaded
// (signed in at last, Stale, Resets). Call it in OnMount; recv must be an
// unexported field, or go-app empties it when the same page is opened again.
func Observe(ctx app.Context, recv *Model, changed func(app.Context)) {
	o := ctx.ObserveState(state, recv)
	ctx.NewAction(actionStart)
	if changed == nil {
		return
	}
	o.OnChange(func() { changed(ctx) })
	changed(ctx)
}

// Get returns the model as it is now.
func Get(ctx app.Context) Model {
	var m Model
	ctx.GetState(state, &m)
	return m
}

// Dispatch applies an update and then tells every observer. Updates are taken
// in order, soon after, on the UI goroutine; any goroutine may send them.
func Dispatch(ctx app.Context, u Update) { ctx.NewActionWithValue(actionUpdate, u) }

// Restart asks for settings and session again, after Failed.
func Restart(ctx app.Context) { ctx.NewActionWithValue(actionStart, true) }
