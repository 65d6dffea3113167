package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// twoScripts shows a name in Latin and in local script, the reader's first, one
// under the other, and a line of detail.
func twoScripts(m session.Model, latin, local, detail string) app.UI {
	first, second := scripts(m, latin, local)
	return app.Div().Class("two-scripts").Body(
		app.Span().Class("name").Lang(langOf(first)).Text(first),
		app.If(second != "", func() app.UI { return app.Span().Lang(langOf(second)).Text(second) }),
		app.If(detail != "", func() app.UI { return app.Span().Class("muted").Text(detail) }),
	)
}

// subject shows what a request is for: the level and the number.
func subject(m session.Model, row wire.QueueRow) app.UI {
	return app.Div().Class("subject").Body(
		app.Span().Class("name").Text(m.T("level."+string(row.Level))),
		app.Span().Text(identifierText(m, row.Identifier)),
		app.If(row.For != "", func() app.UI {
			return app.Span().Class("for-third").Text(m.T("third.for", row.For))
		}),
		app.If(!row.Until.IsZero(), func() app.UI {
			return app.Span().Class("for-third").Text(m.T("request.extends", m.Words().Day(row.Until.UTC())))
		}),
		app.If(row.Contract != "" && row.Contract != row.Identifier.Value, func() app.UI {
			return app.Span().Class("muted").Text(identifierText(m, access.Contract(row.Contract)))
		}),
	)
}

// waitingCell shows how long a request has waited and how long it still may.
func waitingCell(m session.Model, row wire.QueueRow) app.UI {
	left := remains(m, row)
	tone := when(left.Overdue, "overdue")
	if left.Soon {
		tone = "soon"
	}
	return app.Div().Class("waiting").Body(
		part.Time(m, row.Since),
		app.If(left.Text != "", func() app.UI {
			return app.Span().Class("left", tone).Title(part.Exact(m, row.DueAt)).Body(
				app.If(left.Overdue || left.Soon, func() app.UI { return part.Icon("clock") }),
				app.Span().Text(left.Text))
		}),
	)
}

// when returns s if the condition holds, else "".
func when(condition bool, s string) string {
	if condition {
		return s
	}
	return ""
}
