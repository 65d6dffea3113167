package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Choice is one of several things to choose from.
type Choice struct {
	Value string
	Label string
	Hint  string
	Body  app.UI // shown under the choice while it is chosen
}

// ChoiceProps describes a select or a group of radio buttons.
type ChoiceProps struct {
	ID       string // of the group; a radio's is "<ID>-<value>"
	Name     string // form field name; ID when empty
	Label    string
	Hint     string
	Error    string
	Value    string // chosen
	Choices  []Choice
	OnChoose func(ctx app.Context, value string)
}

func (p ChoiceProps) field() FieldProps {
	return FieldProps{ID: p.ID, Name: p.Name, Label: p.Label, Hint: p.Hint, Error: p.Error}
}

// Select is a labelled drop-down list.
func Select(p ChoiceProps) app.UI {
	f := p.field()
	options := make([]app.UI, 0, len(p.Choices))
	for _, c := range p.Choices {
		option := app.Option().Value(optionValue(c.Value)).Text(c.Label)
		if c.Value == p.Value {
			option = option.Selected(true)
		}
		options = append(options, option)
	}
	list := app.Select().ID(p.ID).Name(f.name()).Class("input", "select").Body(options...)
	if p.Error != "" {
		list = list.Aria("invalid", "true")
	}
	if d := f.describedBy(); d != "" {
		list = list.Aria("describedby", d)
	}
	if p.OnChoose != nil {
		list = list.OnChange(choosing(p), app.EventScope(p.ID))
	}
	return labelled(f, list)
}

// Radios is a group of radio buttons with a legend.
func Radios(p ChoiceProps) app.UI {
	f := p.field()
	items := make([]app.UI, 0, len(p.Choices))
	for _, c := range p.Choices {
		items = append(items, radio(p, c))
	}
	set := app.FieldSet().ID(p.ID).Class("field", "choices", when(p.Error != "", "has-error"))
	if d := f.describedBy(); d != "" {
		set = set.Aria("describedby", d)
	}
	return set.Body(
		app.Legend().Class("label").Text(p.Label),
		slot(hint(p.ID, p.Hint)),
		slot(fieldError(p.ID, p.Error)),
		app.Div().Class("choice-list").Body(items...),
	)
}

func radio(p ChoiceProps, c Choice) app.UI {
	id := p.ID + "-" + c.Value
	input := app.Input().Type("radio").ID(id).Name(p.field().name()).Value(c.Value).Class("choice-mark")
	if c.Value == p.Value {
		input = input.Checked(true)
	}
	if c.Hint != "" {
		input = input.Aria("describedby", id+"-hint")
	}
	if p.OnChoose != nil {
		input = input.OnChange(choosing(p), app.EventScope(id))
	}
	return app.Div().Class("choice").Body(
		input,
		app.Div().Class("choice-text").Body(
			app.Label().For(id).Class("choice-label").Text(c.Label),
			slot(hint(id, c.Hint)),
			slot(choiceBody(p, c)),
		),
	)
}

func choiceBody(p ChoiceProps, c Choice) app.UI {
	if c.Body == nil || c.Value != p.Value {
		return nil
	}
	return app.Div().Class("choice-body").Body(c.Body)
}

func choosing(p ChoiceProps) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { p.OnChoose(ctx, chosen(ctx.JSSrc().Get("value").String())) }
}

// noValue stands on the page for the empty value of an option: go-app leaves an
// empty attribute out, and an option without one has its label as its value.
const noValue = " "

func optionValue(value string) string {
	if value == "" {
		return noValue
	}
	return value
}

func chosen(value string) string {
	if value == noValue {
		return ""
	}
	return value
}

// CheckboxProps describes one box to tick.
type CheckboxProps struct {
	ID       string
	Name     string // form field name; ID when empty. A ticked box has the value "on"
	Label    string
	Link     app.UI // follows the label, such as a link to the terms agreed to
	Error    string
	Checked  bool
	OnChange func(ctx app.Context, checked bool)
}

// Checkbox is one box to tick.
func Checkbox(p CheckboxProps) app.UI {
	f := FieldProps{ID: p.ID, Name: p.Name, Error: p.Error}
	input := app.Input().Type("checkbox").ID(p.ID).Name(f.name()).Class("choice-mark")
	if p.Checked {
		input = input.Checked(true)
	}
	if d := f.describedBy(); d != "" {
		input = input.Aria("invalid", "true").Aria("describedby", d)
	}
	if p.OnChange != nil {
		input = input.OnChange(func(ctx app.Context, _ app.Event) {
			p.OnChange(ctx, ctx.JSSrc().Get("checked").Bool())
		}, app.EventScope(p.ID))
	}
	return app.Div().Class("field", when(p.Error != "", "has-error")).Body(
		slot(fieldError(p.ID, p.Error)),
		app.Div().Class("choice").Body(
			input,
			app.Div().Class("choice-text").Body(
				app.Label().For(p.ID).Class("choice-label").Text(p.Label),
				p.Link,
			),
		),
	)
}
