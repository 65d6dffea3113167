// Package part holds the pieces that pages are made of: stateless functions
// that return app.UI. They use classes only, because the content security
// policy forbids inline style.
//
// Two rules of go-app hold for every handler given to a part. Handlers are
// compared by their code, not by what they capture: one that is rendered again
// keeps the variables of its first rendering. So a handler may capture its
// page (a pointer) and what its Scope or ID names, and nothing else. And a
// list's rows are matched by their position: give each row's handlers the
// row's ID as Scope.
package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// classes joins class names, leaving empty ones out.
func classes(names ...string) string { return app.AppendClass("", names...) }

// when returns s if the condition holds, else "". It keeps attribute lists flat.
func when(condition bool, s string) string {
	if condition {
		return s
	}
	return ""
}

// slots gives each piece a place of its own, also one that shows nothing now.
// go-app matches by position: without it, a message that appears above a form
// would push the form to the next position, and it would be made anew, without
// what was typed.
func slots(content []app.UI) []app.UI {
	places := make([]app.UI, len(content))
	for i, c := range content {
		places[i] = slot(c)
	}
	return places
}

func slot(content app.UI) app.UI { return app.Div().Class("slot").Body(content) }

// Group joins several pieces that stand where one is wanted, without a box of
// their own on the page (display: contents).
func Group(content ...app.UI) app.UI { return app.Div().Class("slot").Body(slots(content)...) }

// Stack sets pieces one under another with even space.
func Stack(content ...app.UI) app.UI { return app.Div().Class("stack").Body(slots(content)...) }

// Row sets pieces beside each other; they wrap where the screen is narrow.
func Row(content ...app.UI) app.UI { return app.Div().Class("row").Body(slots(content)...) }

// Card is a bordered area with an optional heading (level 2).
func Card(title string, content ...app.UI) app.UI {
	if title == "" {
		return app.Section().Class("card").Body(slots(content)...)
	}
	heading := app.H2().Class("card-title").Text(title)
	return app.Section().Class("card").Body(append([]app.UI{heading}, slots(content)...)...)
}

// Text is a paragraph.
func Text(s string) app.UI { return app.P().Text(s) }

// Muted is a paragraph that matters less.
func Muted(s string) app.UI { return app.P().Class("muted").Text(s) }

// Local is text in a language that may differ from the page's, such as a
// company's Japanese name on an English page. lang is a BCP 47 tag.
func Local(s, lang string) app.UI { return app.Span().Lang(lang).Text(s) }

// Code is a number or an ID, in figures of one width.
func Code(s string) app.UI { return app.Span().Class("code").Text(s) }
