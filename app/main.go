// Command app is the browser program of Accord, built to WebAssembly: it maps
// paths to pages and runs.
package main

import (
	"regexp"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/page"
	"accord/app/session"
)

func main() {
	for _, route := range page.Routes() {
		if strings.Contains(route.Path, "{") {
			app.RouteWithRegexp(pattern(route.Path), route.New)
			continue
		}
		app.Route(route.Path, route.New)
	}
	app.RouteWithRegexp(".*", page.NotFound)
	session.Install()
	app.RunWhenOnBrowser()
}

// pattern is the regular expression of a path with a {…} part, which stands
// for anything but a slash.
func pattern(path string) string {
	braces := regexp.MustCompile(`\\\{[a-z]+\\\}`)
	return "^" + braces.ReplaceAllString(regexp.QuoteMeta(path), `[^/]+`) + "$"
}
