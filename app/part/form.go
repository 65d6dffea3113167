package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// Values are a form's fields at the moment it was sent, by name. A box that is
// not ticked is absent.
type Values map[string]string

// FormProps describes a form.
type FormProps struct {
	ID         string
	Class      string                  // beside "form"
	Hidden     []Hidden                // the same at every drawing; for a form that is sent without the program
	Draft      Draft                   // keeps what is typed until DropDraft
	OnRestored func(typed, was Values) // hears what of a draft is put back, and what it was changed from; may be nil
	OnRefused  func(why *wire.Problem) // hears why a draft that is put back was refused; may be nil
	OnSubmit   func(ctx app.Context, v Values)
}

// Hidden is a field that nobody sees.
type Hidden struct{ Name, Value string }

func hidden(fields []Hidden) []app.UI {
	inputs := make([]app.UI, 0, len(fields))
	for _, f := range fields {
		inputs = append(inputs, app.Input().Type("hidden").Name(f.Name).Value(f.Value))
	}
	return inputs
}

// Form is a real form element, so that Enter sends it and password managers
// know it. The values are read from the page itself when it is sent: nothing
// that was typed, pasted or filled in by the browser can be missed.
func Form(p FormProps, content ...app.UI) app.UI {
	form := app.Form().ID(p.ID).Class(classes("form", p.Class)).Attr("novalidate", "true").Attr("method", "post").
		OnSubmit(func(ctx app.Context, e app.Event) {
			e.PreventDefault()
			p.OnSubmit(ctx, valuesOf(ctx.JSSrc()))
		}, app.EventScope(p.ID))
	if p.Draft.Key != "" {
		form = form.OnInput(p.Draft.keep, app.EventScope(p.Draft.Key))
		content = append([]app.UI{Keyed(p.Draft.Key, &draftNote{Draft: p.Draft, Form: p.ID, OnRestored: p.OnRestored, OnRefused: p.OnRefused})}, content...)
	}
	return form.Body(append(hidden(p.Hidden), slots(content)...)...)
}

// FormValues reads a form's fields by the form's ID, for instance before a
// step is left without sending.
func FormValues(id string) Values { return valuesOf(app.Window().GetElementByID(id)) }

func valuesOf(form app.Value) Values {
	values := Values{}
	if !form.Truthy() {
		return values
	}
	entries := app.Window().Get("Array").Call("from", app.Window().Get("FormData").New(form))
	for i := range entries.Length() {
		entry := entries.Index(i)
		values[entry.Index(0).String()] = chosen(entry.Index(1).String())
	}
	return values
}

// FormError is one thing wrong in a form: the text and the ID of its field.
type FormError struct {
	Field string
	Text  string
}

// SummaryID is the ID of the error summary; Focus(ctx, SummaryID) after a
// refused submit.
const SummaryID = "error-summary"

// ErrorSummary lists what is wrong, each linked to its field. Nil errors show
// nothing.
func ErrorSummary(title string, errors []FormError) app.UI {
	if len(errors) == 0 {
		return nil
	}
	items := make([]app.UI, 0, len(errors))
	for _, e := range errors {
		items = append(items, app.Li().Body(summaryItem(e)))
	}
	return app.Div().ID(SummaryID).Class("error-summary").TabIndex(-1).Aria("labelledby", SummaryID+"-title").
		Attr("role", "alert").Body(
		app.H2().ID(SummaryID+"-title").Text(title),
		app.Ul().Body(items...),
	)
}

func summaryItem(e FormError) app.UI {
	if e.Field == "" {
		return app.Text(e.Text)
	}
	return app.A().Href("#"+e.Field).Text(e.Text).OnClick(func(ctx app.Context, ev app.Event) {
		ev.PreventDefault()
		ev.StopImmediatePropagation()
		Focus(ctx, e.Field)
	}, app.EventScope(e.Field, e.Text))
}

// ErrorAt returns the text of a field's error, "" when it has none.
func ErrorAt(errors []FormError, field string) string {
	for _, e := range errors {
		if e.Field == field {
			return e.Text
		}
	}
	return ""
}
