package session

import (
	"net/url"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Need reports whether somebody is signed in, for a page that needs it. When
// it is known that nobody is, it leads to the sign-in page, which comes back
// here. Call it first in the page's changed function and in OnNav; while the
// program is starting it only says false.
func Need(ctx app.Context, m Model) bool {
	switch m.Phase {
	case SignedIn:
		return true
	case SignedOut:
		ctx.Navigate(SignInPath(ctx.Page().URL()))
	}
	return false
}

// SignInPath is the sign-in page that leads back to a page.
func SignInPath(back *url.URL) string {
	next := back.EscapedPath()
	if back.RawQuery != "" {
		next += "?" + back.RawQuery
	}
	if next == "" || next == "/" {
		return "/signin"
	}
	return "/signin?next=" + url.QueryEscape(next)
}

// Next is where to go after signing in: the page that asked for it when it is
// one of this portal, else the home page.
func Next(signIn *url.URL) string {
	next := signIn.Query().Get("next")
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}
