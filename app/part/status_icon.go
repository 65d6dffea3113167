package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/access"
)

// StatusMark is the shape and colour of a status without its word, for a
// heading that says the word itself.
func StatusMark(s access.Status) app.UI {
	return app.Span().Class("status-mark", "tag-"+toneOf(s)).Body(Icon(iconOf(s)))
}
