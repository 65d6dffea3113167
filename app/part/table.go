package part

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// Column is one column of a table.
type Column struct {
	Label  string
	Filter app.UI // stands under the label, such as a find box
	Number bool   // figures, set to the end
}

// TableRow is one row. ID is the thing shown; cells are in the columns' order.
type TableRow struct {
	ID      string
	Changed bool // highlight it for a moment
	Gone    bool // struck through: it has left the list
	Chosen  bool // selected
	Cells   []app.UI
}

// Table is a table that becomes a stack of cards on a narrow screen, each cell
// with its column's label. caption says what the table holds, for screen
// readers; a row's element has the ID "row-<ID>".
func Table(caption string, columns []Column, rows []TableRow) app.UI {
	body := make([]app.UI, 0, len(rows))
	for _, r := range rows {
		body = append(body, Line(columns, r))
	}
	return TableOf(caption, columns, body)
}

// TableOf is a table of rows that are made by Line or GroupLine, in components
// of their own where a list is long and its rows change one by one.
func TableOf(caption string, columns []Column, rows []app.UI) app.UI {
	head := make([]app.UI, 0, len(columns))
	for _, c := range columns {
		head = append(head, app.Th().Scope("col").Class(when(c.Number, "number")).Body(
			app.Span().Text(c.Label), c.Filter))
	}
	return app.Div().Class("table-frame").Body(
		app.Table().Class("table").Body(
			app.Caption().Class("visually-hidden").Text(caption),
			app.THead().Body(app.Tr().Body(head...)),
			app.TBody().Body(rows...),
		),
	)
}

// GroupLine is a heading among the rows.
func GroupLine(columns []Column, content ...app.UI) app.UI {
	return app.Tr().Class("group-line").Body(app.Th().Scope("rowgroup").ColSpan(len(columns)).Body(
		app.Div().Class("row").Body(content...)))
}

// Line is one row of a table with these columns.
func Line(columns []Column, r TableRow) app.UI {
	cells := make([]app.UI, 0, len(r.Cells))
	for i, cell := range r.Cells {
		cells = append(cells, app.Td().DataSet("label", columns[i].Label).
			Class(when(columns[i].Number, "number")).Body(cell))
	}
	return app.Tr().ID("row-"+r.ID).Class(when(r.Changed, "changed"), when(r.Gone, "gone"), when(r.Chosen, "chosen")).Body(cells...)
}

// PagerProps describes where a numbered list is.
type PagerProps struct {
	ID     string
	From   int // 1-based number of the first row shown, 0 when the list is empty
	Shown  int // rows shown
	Total  int
	Page   int // 1-based
	Size   int // rows on a page
	OnPage func(ctx app.Context, page int)
}

// Pager says "Showing 1 to n of n entries" (both guides) and turns pages.
func Pager(m session.Model, p PagerProps) app.UI {
	last := max(1, (p.Total+p.Size-1)/max(1, p.Size))
	to := max(0, p.From+p.Shown-1)
	turn := func(id, label, icon string, page int, allowed bool) app.UI {
		if !allowed {
			return nil
		}
		return Button(ButtonProps{ID: p.ID + "-" + id, Label: label, Icon: icon,
			Scope:   p.ID + "-" + id + "-" + strconv.Itoa(page),
			OnClick: func(ctx app.Context) { p.OnPage(ctx, page) }})
	}
	return app.Nav().Class("pager").Aria("label", m.T("app.pages")).Body(
		app.P().Class("muted").Text(m.T("app.showing",
			strconv.Itoa(p.From), strconv.Itoa(to), strconv.Itoa(p.Total))),
		app.If(last > 1, func() app.UI {
			return app.Div().Class("row").Body(
				turn("previous", m.T("app.previous"), "back", p.Page-1, p.Page > 1),
				turn("next", m.T("app.next"), "forward", p.Page+1, p.Page < last),
			)
		}),
	)
}
