package page

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// queueLine is one row of the queue as a component of its own: of two hundred
// rows only those are drawn again whose fields have changed. So every field is
// plain data, and what the row shows depends on nothing else (the model's zone
// does not change while the page lives).
type queueLine struct {
	app.Compo

	Page    *Queue
	Row     wire.QueueRow
	Left    wire.Left
	Gone    bool
	Changed bool
	Chosen  bool
	Held    string // what will be done to it, once its decision is sent
	Own     bool
	Viewers string
	Lang    i18n.Lang
	Now     time.Time
}

// CompoID tells requests apart.
func (l *queueLine) CompoID() string { return l.Row.ID }

// line is the row of a request.
func (p *Queue) line(m session.Model, row wire.QueueRow) app.UI {
	left, gone := m.Gone[row.ID]
	l := &queueLine{
		Page: p, Row: row, Left: left, Gone: gone, Changed: m.Queue.IsChanged(row.ID),
		Chosen: p.choice.IDs[row.ID], Own: ownRow(m, row),
		Viewers: viewersText(m, viewersOf(m, row)), Lang: m.Lang, Now: m.Now,
	}
	if m.Batch.Holds(row.ID) {
		l.Held = heldText(m, m.Batch.Move)
	}
	return l
}

// queueColumns are the columns of the queue.
func queueColumns(m session.Model) []part.Column {
	return []part.Column{
		{Label: m.T("batch.pick")},
		{Label: m.T("queue.who")}, {Label: m.T("queue.company")}, {Label: m.T("queue.for")},
		{Label: m.T("queue.why")}, {Label: m.T("queue.waiting")}, {Label: m.T("queue.actions")},
	}
}

// Render shows the row.
func (l *queueLine) Render() app.UI {
	m, row := l.Page.m, l.Row
	return part.Line(queueColumns(m), part.TableRow{
		ID: row.ID, Changed: l.Changed, Gone: l.Gone, Chosen: l.Chosen && l.pickable(),
		Cells: []app.UI{
			l.pickCell(m),
			twoScripts(m, row.Name, row.NameLocal, row.Email),
			twoScripts(m, row.Company, row.CompanyLocal, ""),
			subject(m, row),
			app.Span().Text(leadingReason(m, row.Reasons)),
			waitingCell(m, row),
			l.openCell(m),
		},
	})
}

func (l *queueLine) pickable() bool { return !l.Gone && l.Held == "" && !l.Own }

// pickCell holds the row's box; one that cannot be picked has none.
func (l *queueLine) pickCell(m session.Model) app.UI {
	if !l.pickable() {
		return app.Span()
	}
	p, id := l.Page, l.Row.ID
	return part.Pick(part.PickProps{
		ID: "pick-" + id, Label: m.T("batch.pick.of", l.Row.Name, l.Row.Reference), On: l.Chosen,
		OnPick: func(_ app.Context, shift bool) { p.pick(id, shift) },
	})
}

// openCell leads to the request, or says why it has left, and who else has it
// open.
func (l *queueLine) openCell(m session.Model) app.UI {
	p, id := l.Page, l.Row.ID
	label := m.T("queue.open")
	if l.Gone {
		label = leftText(m, l.Left)
	}
	return app.Div().Class("queue-open").Body(
		app.A().ID("open-"+id).Class("link").Href(wire.QueueRoute(id)).
			Aria("label", m.T("queue.open.of", l.Row.Name, l.Row.Reference)+when(l.Gone, " "+label)).
			OnFocus(func(app.Context, app.Event) { p.cursor = id }, app.EventScope(id)).Text(label),
		app.If(l.Viewers != "" && !l.Gone, func() app.UI {
			return app.Span().Class("viewers").Body(part.Icon("eye"), app.Span().Text(l.Viewers))
		}),
		app.If(l.Held != "" && !l.Gone, func() app.UI { return app.Span().Class("held").Body(part.Icon("clock"), app.Span().Text(l.Held)) }),
		app.If(l.Own && !l.Gone, func() app.UI { return app.Span().Class("muted").Text(m.T("batch.own")) }),
	)
}
