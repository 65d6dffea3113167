package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// ShellProps describes the page inside the shell.
type ShellProps struct {
	Title  string // h1 and, with the vendor's name, the window's title
	Lead   string // a line under the heading, may be ""
	Active string // path of the navigation entry the page belongs to, "/access"
	Narrow bool   // one column for a form
	Wide   bool   // the whole width, for work lists
	Errors bool   // a form was refused: the window's title begins with "Error:"
	Back   *Tab   // a link back above the heading
}

// Shell is the common frame of every page: skip link, header with navigation,
// the person's menu and the language switch, state of the line, the content
// and the footer.
func Shell(m session.Model, p ShellProps, content ...app.UI) app.UI {
	return app.Div().Class("shell").Body(
		app.Main().ID("main").Body(app.H1().Text(p.Title), Stack(content...)),
	)
}
