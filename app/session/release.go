package session

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// What the loader (web/boot.js) and the program say to each other of releases:
// the loader knows the service worker, the program the person.
const (
	releaseReady = "accord-release" // another release than the page's waits; its version is in data-release
	releaseLook  = "accord-look"    // it is worth asking the server for one
	releaseLoad  = "accord-load"    // the person wants it; prevented by a loader that sees to it
)

// watchRelease hears of a newer release, also one that was found before the
// program ran.
func watchRelease(ctx app.Context) {
	ready := func() { Dispatch(ctx, ReleaseReady{}) }
	document().Call("addEventListener", releaseReady, app.FuncOf(func(app.Value, []app.Value) any {
		ready()
		return nil
	}))
	if root().Get("dataset").Get("release").Truthy() {
		ready()
	}
}

// lookForRelease asks the server whether there is a newer release.
func lookForRelease() {
	document().Call("dispatchEvent", app.Window().Get("Event").New(releaseLook))
}

// LoadRelease loads the page anew, with the newest release. What was typed is
// kept as drafts.
func LoadRelease(app.Context) {
	wish := app.Window().Get("Event").New(releaseLoad, map[string]any{"cancelable": true})
	if document().Call("dispatchEvent", wish).Bool() {
		app.Window().Get("location").Call("reload")
	}
}
