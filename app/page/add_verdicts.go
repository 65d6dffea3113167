package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
)

// verdicts are a line for each number that was entered: good, doubled, or what
// is wrong with it. They stand under the field from the moment it is left.
func (p *AddForm) verdicts(m session.Model, kind access.Kind, e entry) app.UI {
	if len(e.Items) == 0 {
		return nil
	}
	lines := make([]app.UI, 0, len(e.Items))
	for _, item := range e.Items {
		lines = append(lines, p.verdict(m, item))
	}
	return app.Div().Class("verdicts").Body(
		app.P().ID("verdicts-"+string(kind)).Class("label").Text(m.T("add.verdicts")),
		app.Ul().Aria("labelledby", "verdicts-"+string(kind)).Body(lines...),
		app.If(e.Pasted != "", func() app.UI {
			return app.Div().Class("hint", "left-out").Body(append(p.leftOut(m, kind, e), part.Button(part.ButtonProps{
				ID: "unfold", Label: m.T("add.picked.undo"), Kind: part.Plain, OnClick: p.unfold,
			}))...)
		}),
	)
}

func (p *AddForm) verdict(m session.Model, item validation.Item) app.UI {
	fault := faultOf(item, p.draft.Problems)
	number, class, icon, text := item.Value, "verdict good", "check", m.T("add.verdict.good")
	switch {
	case fault != nil:
		number, class, icon, text = item.Raw, "verdict bad", "cross", part.InvalidText(m, *fault)
	case item.Double:
		class, icon, text = "verdict twice", "dash", m.T("add.verdict.twice")
	}
	return app.Li().Class(class).Body(
		part.Icon(icon), app.Span().Class("code").Text(number), app.Span().Class("verdict-text").Text(text))
}
