package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// FieldProps describes one input of a form.
type FieldProps struct {
	ID           string // of the input; "<ID>-hint" and "<ID>-error" belong to it
	Name         string // form field name, as the API calls it; ID when empty
	Label        string
	Optional     string // the word "optional", shown beside the label; "" for required ones
	Hint         string
	Error        string // the same words as in the summary
	Value        string // what it holds at first and after folding
	Type         string // "text" when empty
	AutoComplete string // WHATWG autofill field name: "email", "current-password", …
	InputMode    string // "numeric", "email", …
	Lang         string // of what is typed, when it is not the page's
	Rows         int    // text areas: lines shown
	Wide         bool   // as wide as its column, for long values
	ReadOnly     bool

	// OnLeave hears the value when the person leaves the field. It never runs
	// while an input method composes.
	OnLeave func(ctx app.Context, value string)
}

func (p FieldProps) name() string {
	if p.Name == "" {
		return p.ID
	}
	return p.Name
}

// describedBy lists the IDs of the texts that explain the field.
func (p FieldProps) describedBy() string {
	return classes(when(p.Hint != "", p.ID+"-hint"), when(p.Error != "", p.ID+"-error"))
}

// Field is a labelled input of one line.
func Field(p FieldProps) app.UI {
	kind := p.Type
	if kind == "" {
		kind = "text"
	}
	input := app.Input().ID(p.ID).Name(p.name()).Type(kind).Class("input").Value(p.Value).
		Attr("autocomplete", p.AutoComplete).Attr("inputmode", p.InputMode).Lang(p.Lang)
	if p.AutoComplete != "" || kind == "email" || kind == "password" {
		input = input.Attr("autocapitalize", "none").Attr("spellcheck", "false")
	}
	if p.Error != "" {
		input = input.Aria("invalid", "true")
	}
	if d := p.describedBy(); d != "" {
		input = input.Aria("describedby", d)
	}
	if p.ReadOnly {
		input = input.ReadOnly(true)
	}
	if p.OnLeave != nil && kind == "date" {
		input = input.OnChange(leavingDay(p), app.EventScope(p.ID)).OnBlur(leaving(p), app.EventScope(p.ID))
	} else if p.OnLeave != nil {
		input = input.OnChange(leaving(p), app.EventScope(p.ID))
	}
	return labelled(p, input)
}

// TextArea is a labelled input of several lines.
func TextArea(p FieldProps) app.UI {
	rows := p.Rows
	if rows == 0 {
		rows = 4
	}
	area := app.Textarea().ID(p.ID).Name(p.name()).Class("input").Rows(rows).Lang(p.Lang).
		Attr("inputmode", p.InputMode).Attr("autocomplete", "off").Attr("value", p.Value)
	if p.Error != "" {
		area = area.Aria("invalid", "true")
	}
	if d := p.describedBy(); d != "" {
		area = area.Aria("describedby", d)
	}
	if p.OnLeave != nil {
		area = area.OnChange(leaving(p), app.EventScope(p.ID))
	}
	return labelled(p, area)
}

func leaving(p FieldProps) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { p.OnLeave(ctx, ctx.JSSrc().Get("value").String()) }
}

// leavingDay hears a day that was set from outside, such as from a draft. While
// one is typed a browser tells of each figure, before the year is whole.
func leavingDay(p FieldProps) app.EventHandler {
	return func(ctx app.Context, _ app.Event) {
		if app.Window().Get("document").Get("activeElement").Equal(ctx.JSSrc()) {
			ctx.PreventUpdate()
			return
		}
		p.OnLeave(ctx, ctx.JSSrc().Get("value").String())
	}
}

// labelled puts label, hint and error around a control.
func labelled(p FieldProps, control app.UI) app.UI {
	return Keyed(p.ID, app.Div().Class("field", when(p.Error != "", "has-error"), when(p.Wide, "wide")).Body(
		app.Label().For(p.ID).Class("label").Body(
			app.Text(p.Label),
			app.If(p.Optional != "", func() app.UI { return app.Span().Class("optional").Text(p.Optional) }),
		),
		slot(hint(p.ID, p.Hint)),
		slot(fieldError(p.ID, p.Error)),
		control,
	))
}

func hint(id, text string) app.UI {
	if text == "" {
		return nil
	}
	return app.P().ID(id + "-hint").Class("hint").Text(text)
}

func fieldError(id, text string) app.UI {
	if text == "" {
		return nil
	}
	return app.P().ID(id+"-error").Class("field-error").Body(Icon("error"), app.Span().Text(text))
}
