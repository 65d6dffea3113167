package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Icon is a small drawing that repeats what the words beside it say; screen
// readers pass over it. Its shape is a mask in parts.css (".icon-<name>"), so
// that it takes the colour of the text and works in forced colours.
func Icon(name string) app.UI {
	return app.Span().Class("icon", "icon-"+name).Aria("hidden", "true")
}
