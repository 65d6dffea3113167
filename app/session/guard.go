package session

import (
	"net/url"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// Need reports whether somebody is signed in, for a page that needs it. When
// it is known that nobody is, it leads to the sign-in page, which comes back
// here. Call it first in the page's changed function; while the program is
// starting it only says false.
func Need(ctx app.Context, m Model) bool {
	if m.Phase == SignedOut {
		Replace(SignInPath(ctx.Page().URL(), m.Left))
	}
	return m.Phase == SignedIn
}

// Replace opens another page in place of this one, so that Back does not lead
// to a page that only leads on.
func Replace(path string) {
	window := app.Window()
	window.Get("history").Call("replaceState", nil, "", path)
	window.Call("dispatchEvent", window.Get("PopStateEvent").New("popstate"))
}

// Address says in the address what a page shows, without opening another, so that
// Back, a reload and a bookmark bring the same again.
func Address(path string) {
	history := app.Window().Get("history")
	history.Call("replaceState", history.Get("state"), "", path)
}

// SignOut ends the session here and in every tab. The person is signed out on
// this page even when the server cannot be told. What waits to be sent would be
// lost: then the page that lists it asks first.
func SignOut(ctx app.Context) {
	if len(Get(ctx).Unsent()) > 0 {
		ctx.Navigate(wire.RouteUnsent + "?signout")
		return
	}
	SignOutAnyway(ctx)
}

// SignOutAnyway is SignOut, whatever is lost.
func SignOutAnyway(ctx app.Context) {
	m := Get(ctx)
	batch, held := m.Batch, m.Batch.State == BatchHeld
	if !held && m.Me != nil { // of another tab, or of a page that has ended
		var late bool
		batch, late, held = keptBatch(storedBatch(), m.Me.ID)
		held = held && !late
	}
	session := ""
	if m.Me != nil {
		session = m.Me.SessionID
		rememberEnd(session)
	}
	ctx.Async(func() {
		if held {
			Dispatch(ctx, BatchDue{Key: batch.Key})
			sendBatch(batch) // before the session ends; what is refused stays in the queue
		}
		if m.Line.State != live.Live { // the device forgets at once, the server when it can be told
			Dispatch(ctx, Ended{Why: signedOut})
		}
		// The cookie ends with the session on the server.
		if _, err := live.Send[live.None]("DELETE", wire.PathSession, nil, live.NewKey()); isOver(err) {
			forgetEnd(session)
		}
		Dispatch(ctx, Ended{Why: signedOut})
	})
}

// SignInPath is the sign-in page that leads back to a page; who signed out on
// purpose is led back to nothing.
func SignInPath(back *url.URL, left string) string {
	next := back.EscapedPath()
	if back.RawQuery != "" {
		next += "?" + back.RawQuery
	}
	if left == signedOut {
		return wire.RouteSignIn
	}
	return wire.SignInRoute(next)
}

// Next is where to go after signing in.
func Next(signIn *url.URL) string { return wire.NextRoute(signIn.Query().Get("next")) }
