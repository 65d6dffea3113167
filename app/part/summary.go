package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Fact is one line of a summary: a label and what it is. Action, such as a
// link to change it, may be nil.
type Fact struct {
	Label  string
	Value  app.UI
	Action app.UI
}

// Summary is a list of facts, as on "Check your answers".
func Summary(facts ...Fact) app.UI {
	rows := make([]app.UI, 0, len(facts))
	for _, f := range facts {
		value := f.Value
		if value == nil {
			value = app.Text("–")
		}
		rows = append(rows, app.Div().Class("summary-row").Body(
			app.Dt().Text(f.Label),
			app.Dd().Body(value),
			app.If(f.Action != nil, func() app.UI { return app.Dd().Class("summary-action").Body(f.Action) }),
		))
	}
	return app.Dl().Class("summary").Body(rows...)
}

// Step is one entry of a history.
type Step struct {
	Title app.UI // what happened, such as a StatusTag
	When  app.UI
	By    string
	Body  app.UI // reasons, a note; may be nil
}

// Steps is a history, in the order given.
func Steps(steps ...Step) app.UI {
	items := make([]app.UI, 0, len(steps))
	for _, s := range steps {
		items = append(items, app.Li().Class("step").Body(
			app.Div().Class("step-head").Body(s.Title,
				app.Span().Class("muted").Body(app.Text(s.By)), app.Span().Class("muted").Body(s.When)),
			s.Body,
		))
	}
	return app.Ol().Class("steps").Body(items...)
}
