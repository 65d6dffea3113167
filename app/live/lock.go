package live

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// HasLocks reports whether this browser has locks.
func HasLocks() bool { return locks().Truthy() }

func locks() app.Value { return app.Window().Get("navigator").Get("locks") }

// Lock waits until this page alone of all tabs and the service worker has the
// lock of this name, until free is called; the browser frees it when the page
// ends, however it ends. ok is false in a browser without locks, or that refuses
// one: nothing is waited for there. It blocks: call it beside the page.
func Lock(name string) (free func(), ok bool) {
	if !HasLocks() {
		return func() {}, false
	}
	held := make(chan app.Value, 1)
	var granted, executor, refused app.Func
	executor = app.FuncOf(func(_ app.Value, args []app.Value) any {
		held <- args[0]
		return nil
	})
	granted = app.FuncOf(func(app.Value, []app.Value) any { return app.Window().Get("Promise").New(executor) })
	refused = app.FuncOf(func(app.Value, []app.Value) any {
		select {
		case held <- nil:
		default: // granted before
		}
		return nil
	})
	locks().Call("request", name, granted).Call("catch", refused)
	release := <-held
	if release == nil { // the document is going, or may have none
		return func() {}, false
	}
	return func() {
		release.Invoke()
		granted.Release()
		executor.Release()
		refused.Release()
	}, true
}
