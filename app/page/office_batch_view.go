package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Render shows the page.
func (p *OfficeBatch) Render() app.UI {
	return p.office.shell(wire.RouteOffice, p.check.wrong() || p.send.wrong(), p.load, func() []app.UI {
		return []app.UI{p.export(), p.rows(), app.Div().ID("batch-result").TabIndex(-1).Attr("role", "status").Body(p.outcome())}
	})
}

// export offers the list as a file. It is the browser's own download: the
// session's cookie goes with it.
func (p *OfficeBatch) export() app.UI {
	m := p.office.m
	return part.Card(m.T("roster.export"),
		part.Text(m.T("roster.export.text")),
		part.Row(app.A().ID("batch-download").Class("button").Href(p.office.path(wire.PathOfficeCSV)).
			Download("users-%s-%s.csv", p.office.scope.Kind, p.office.scope.Value).Text(m.T("roster.export.do"))))
}

func (p *OfficeBatch) rows() app.UI {
	m := p.office.m
	return part.Card(m.T("roster.rows"),
		part.Form(part.FormProps{ID: "batch-form", Draft: part.DraftOf(m, p.office.draft("batch")), OnSubmit: p.sendCheck},
			p.check.summary(m),
			part.Text(m.T("roster.rows.text", strconv.Itoa(wire.MaxBatch))),
			app.Div().Class("samples").Body(p.samples()...),
			p.columns(),
			p.fileField(),
			part.TextArea(part.FieldProps{ID: "batch-text", Name: "text", Label: m.T("roster.text"), Hint: m.T("roster.text.hint"),
				Value: p.text, Error: p.check.at(m, "text"), Rows: 8, Wide: true, OnLeave: p.edit}),
			part.Row(part.Button(part.ButtonProps{ID: "batch-check", Label: m.T("roster.check"), Kind: part.Primary, Busy: p.check.busy})),
		))
}

// columns explains the columns of a row.
func (p *OfficeBatch) columns() app.UI {
	m := p.office.m
	names := []string{"email", "action", "level", "ends_at", "employer", "purpose"}
	rows := make([]part.TableRow, 0, len(names))
	for _, c := range names {
		var values []string
		if c == "level" {
			for _, l := range p.office.levels() {
				values = append(values, string(l))
			}
		}
		rows = append(rows, part.TableRow{ID: "column-" + c, Cells: []app.UI{
			part.Code(c), app.Text(m.T("roster.col."+c, values...)), app.Text(m.T("roster.none." + c))}})
	}
	title := m.T("roster.columns", strings.Join(names, ", "))
	return app.Details().Class("details").Body(app.Summary().Text(title), part.Table(title, []part.Column{
		{Label: m.T("roster.column")}, {Label: m.T("roster.values")}, {Label: m.T("roster.empty")}}, rows))
}

// samples are rows as they may be sent.
func (p *OfficeBatch) samples() []app.UI {
	level := access.Downloads
	if p.office.scope.Kind == access.KindBillTo {
		level = access.Full
	}
	return []app.UI{
		part.Code("hana@company.example,add," + string(level) + ",2027-12-31"),
		part.Code("sam@operator.example,add," + string(level) + ",2027-12-31,other," + p.office.m.T("roster.sample.purpose")),
	}
}

func (p *OfficeBatch) fileField() app.UI {
	m, wrong := p.office.m, p.check.at(p.office.m, "file")
	input := app.Input().ID(batchFile).Type("file").Class("input", "file").Accept(".csv,.txt,text/csv,text/plain").OnChange(p.pick)
	if wrong != "" {
		input = input.Aria("invalid", "true").Aria("describedby", batchFile+"-error")
	}
	return app.Div().Class("field", when(wrong != "", "has-error")).Body(
		app.Label().For(batchFile).Class("label").Text(m.T("roster.file")),
		app.Div().Body(app.If(wrong != "", func() app.UI {
			return app.P().ID(batchFile+"-error").Class("field-error").Body(part.Icon("error"), app.Span().Text(wrong))
		})),
		input,
	)
}

// outcome is what a check found or a batch did.
func (p *OfficeBatch) outcome() app.UI {
	m, r := p.office.m, p.result
	if r == nil {
		return nil
	}
	counts := m.T("roster.counts", strconv.Itoa(r.Add), strconv.Itoa(r.Remove), strconv.Itoa(r.Same))
	if r.Done {
		return part.Card("", part.Notice(part.Success, m.T("roster.done"), part.Text(counts),
			part.Row(part.LinkButton(wire.OfficeRoute(wire.RouteOffice, p.office.scope), m.T("roster.users"), part.Secondary),
				part.Button(part.ButtonProps{ID: "batch-again", Label: m.T("roster.again"), Kind: part.Plain, OnClick: p.again}))),
			app.Div().Body(p.errorTable()))
	}
	return part.Card(m.T("roster.result"),
		part.Text(counts),
		app.Div().Body(p.errorTable()),
		app.Div().Body(p.rowTable()),
		app.Div().Body(p.confirm()),
	)
}

// errorTable lists the bad rows: where, and why.
func (p *OfficeBatch) errorTable() app.UI {
	m, bad := p.office.m, p.result.Errors
	if len(bad) == 0 {
		return nil
	}
	rows := make([]part.TableRow, 0, len(bad))
	for i, e := range bad {
		column := part.Code(e.Column)
		if e.Column == "" {
			column = app.Span().Class("muted").Text(m.T("registry.row"))
		}
		rows = append(rows, part.TableRow{ID: "bad-" + strconv.Itoa(i), Cells: []app.UI{
			app.Text(strconv.Itoa(e.Line)), column, app.Text(m.T("row."+e.Code, e.Args...))}})
	}
	title := m.T("roster.bad", strconv.Itoa(len(bad)))
	return part.Stack(part.Notice(part.Warning, title), part.Table(title, []part.Column{
		{Label: m.T("registry.line"), Number: true}, {Label: m.T("registry.column")}, {Label: m.T("registry.reason")},
	}, rows))
}

// rowTable lists what the good rows do.
func (p *OfficeBatch) rowTable() app.UI {
	m, good := p.office.m, p.result.Rows
	if len(good) == 0 {
		return nil
	}
	rows := make([]part.TableRow, 0, len(good))
	for _, r := range good {
		level := m.T("roster.any")
		if r.Level != "" {
			level = m.T("level." + string(r.Level))
		}
		ends := "–"
		if r.EndsOn != "" {
			ends = r.EndsOn
		}
		rows = append(rows, part.TableRow{ID: "line-" + strconv.Itoa(r.Line), Cells: []app.UI{
			app.Text(strconv.Itoa(r.Line)), app.Text(m.T("roster.action." + string(r.Action))), app.Text(r.Email), app.Text(level), app.Text(ends), app.Text(employerText(m, r))}})
	}
	return part.Table(m.T("roster.good"), []part.Column{
		{Label: m.T("registry.line"), Number: true}, {Label: m.T("roster.action")}, {Label: m.T("roster.email")},
		{Label: m.T("office.level")}, {Label: m.T("office.until")}, {Label: m.T("roster.employer")},
	}, rows)
}

// employerText says for whom somebody works who gets access that they had not,
// or who loses it as a third party.
func employerText(m session.Model, r wire.BatchRow) string {
	switch {
	case r.Purpose != "":
		return m.T("roster.other.for", r.Purpose)
	case r.Employer != "":
		return m.T("roster." + string(r.Employer))
	}
	return "–"
}

// removals ask why people are removed; both are nil where nobody is.
func (p *OfficeBatch) removals(any bool) (reasons, note app.UI) {
	if !any {
		return nil, nil
	}
	m := p.office.m
	field := part.FieldProps{ID: "batch-do-note", Name: "note", Label: m.T("revoke.note"),
		Hint: m.T("roster.note.hint"), Value: p.note, Error: p.send.at(m, "note"), Rows: 3, OnLeave: p.leaveNote}
	if p.hidden() != nil {
		field.Hint = m.T("revoke.note.third")
	}
	if p.reason != access.RevokedOther {
		field.Optional = m.T("app.optional")
	}
	title := m.T("roster.note", strconv.Itoa(p.result.Remove))
	return reasonRadios(m, &p.send, title, p.reason, access.RevokedReasons(), p.chooseReason), part.TextArea(field)
}

// confirm offers to do what was checked: with bad rows only once they are to be
// left out, and removals with a reason.
func (p *OfficeBatch) confirm() app.UI {
	m, r := p.office.m, p.result
	if r.Add+r.Remove == 0 {
		return part.Text(m.T("roster.nothing"))
	}
	ready := len(r.Errors) == 0 || p.skip
	reasons, note := p.removals(ready && r.Remove > 0)
	return part.Form(part.FormProps{ID: "batch-do-form", Draft: p.send.kept(m), OnSubmit: p.sendBatch},
		p.send.summary(m),
		app.Div().Body(app.If(len(r.Errors) > 0, func() app.UI {
			return part.Stack(part.Muted(m.T("roster.mend")),
				part.Checkbox(part.CheckboxProps{ID: "batch-skip", Label: m.T("roster.skip"), Checked: p.skip, OnChange: p.chooseSkip}))
		})),
		reasons, note,
		app.Div().Body(app.If(ready, func() app.UI {
			return part.Row(part.Button(part.ButtonProps{ID: "batch-do", Label: m.T("roster.do", strconv.Itoa(r.Add), strconv.Itoa(r.Remove)),
				Kind: part.Primary, Busy: p.send.busy}))
		})))
}
