package page

import (
	"maps"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// result shows what a check found, and what can be done now.
func (p *Registry) result() app.UI {
	m := p.m
	i, ok := p.current()
	if !ok {
		return nil
	}
	return part.Card(m.T("registry.result"),
		part.Row(stateTag(m, i.State), part.Time(m, i.At), app.Span().Class("muted").Text(importedBy(m, i))),
		app.Div().Class("told").Body(p.verdictOf(i)),
		app.Div().Body(p.errorTable(i)),
		app.Div().Body(p.applyForm(i)),
		app.Div().Body(p.rowTable(i)),
	)
}

// verdictOf says in a sentence what the state means.
func (p *Registry) verdictOf(i wire.Import) app.UI {
	m := p.m
	switch i.State {
	case wire.ImportChecking:
		return progressBar(m.T("registry.checking"), i.Done, i.Total)
	case wire.ImportLoading:
		return progressBar(m.T("registry.loading", grouped(i.Done), grouped(i.Total)), i.Done, i.Total)
	case wire.ImportInvalid:
		key, args := "registry.invalid.text", []string{grouped(i.ErrorCount - i.Consequences), grouped(i.BadRows - i.Consequences)}
		if i.Consequences > 0 {
			key, args = "registry.invalid.more", append(args, grouped(i.Consequences))
		}
		return part.Text(m.T(key, args...))
	case wire.ImportFailed:
		return part.Notice(part.Trouble, m.T("registry.state.failed"), part.Text(failureText(m, i.Failure)))
	}
	return part.Text(m.T("registry." + string(i.State) + ".text"))
}

// failureText words why an import failed; the server sends a code.
func failureText(m session.Model, code string) string {
	if key := "registry.failure." + code; i18n.Has(key) {
		return m.T(key)
	}
	return m.T("registry.failure.internal")
}

// rowTable counts the good rows of each file and, where that is known, says how
// they differ from the registry that was in use.
func (p *Registry) rowTable(i wire.Import) app.UI {
	m := p.m
	if len(i.Rows) == 0 {
		return nil
	}
	rows := make([]part.TableRow, 0, len(i.Rows))
	for _, file := range slices.Sorted(maps.Keys(i.Rows)) {
		cells := []app.UI{part.Code(file), app.Span().Text(grouped(i.Rows[file]))}
		if c, ok := i.Changes[file]; ok {
			for _, n := range []int{c.New, c.Changed, c.Gone, c.Same} {
				cells = append(cells, app.Span().Class(when(n == 0, "muted")).Text(grouped(n)))
			}
		}
		rows = append(rows, part.TableRow{ID: "file-" + file, Cells: cells})
	}
	columns := []part.Column{{Label: m.T("registry.file")}, {Label: m.T("registry.rows"), Number: true}}
	if len(i.Changes) > 0 {
		for _, change := range []string{"new", "changed", "gone", "same"} {
			columns = append(columns, part.Column{Label: m.T("registry.change." + change), Number: true})
		}
	}
	return part.Table(m.T("registry.rows"), columns, rows)
}

// errorTable lists the errors, some at a time.
func (p *Registry) errorTable(i wire.Import) app.UI {
	m := p.m
	if i.ErrorCount == 0 {
		return nil
	}
	shown := i.Errors[:min(p.errors, len(i.Errors))]
	rows := make([]part.TableRow, 0, len(shown))
	for n, e := range shown {
		column := part.Code(e.Column)
		if e.Column == "" {
			column = app.Span().Class("muted").Text(m.T("registry.row"))
		}
		rows = append(rows, part.TableRow{ID: "bad-" + strconv.Itoa(n), Cells: []app.UI{
			part.Code(e.File), app.Span().Text(strconv.Itoa(e.Line)), column,
			app.Span().Text(m.T("row."+e.Code, e.Args...))}})
	}
	return part.Stack(
		part.Table(m.T("registry.errors"), []part.Column{
			{Label: m.T("registry.file")}, {Label: m.T("registry.line"), Number: true},
			{Label: m.T("registry.column")}, {Label: m.T("registry.reason")},
		}, rows),
		p.errorsLeft(i, len(shown)),
	)
}

// errorsLeft says how many errors are not shown.
func (p *Registry) errorsLeft(i wire.Import, shown int) app.UI {
	m := p.m
	if left := i.ErrorCount - shown; left > 0 {
		return part.Row(
			part.Muted(m.T("registry.errors.more", grouped(left))),
			app.If(shown < len(i.Errors), func() app.UI {
				return part.Button(part.ButtonProps{ID: "errors-more", Label: m.T("registry.errors.show"), OnClick: p.showErrors})
			}),
		)
	}
	return nil
}

// applyForm offers the import of what was checked.
func (p *Registry) applyForm(i wire.Import) app.UI {
	m := p.m
	failure := app.Div().Body(app.If(p.apply.err != nil, func() app.UI {
		return part.Refused(m, p.apply.err, "apply")
	}))
	switch i.State {
	case wire.ImportChecked:
		return part.Stack(failure, part.Row(part.Button(part.ButtonProps{ID: "registry-apply", Label: m.T("registry.apply"),
			Kind: part.Primary, Busy: p.apply.busy, OnClick: p.doImport})))
	case wire.ImportInvalid:
		return part.Stack(failure,
			part.Muted(m.T("registry.apply.first")),
			part.Checkbox(part.CheckboxProps{ID: "registry-skip", Label: m.T("registry.apply.skip"),
				Link: part.Muted(m.T("registry.apply.skip.hint")), Checked: p.skip, OnChange: p.chooseSkip}),
			app.Div().Body(app.If(p.skip, func() app.UI {
				return part.Button(part.ButtonProps{ID: "registry-apply", Label: m.T("registry.apply.skip.do"),
					Kind: part.Danger, Busy: p.apply.busy, OnClick: p.doImport})
			})),
		)
	}
	return failure
}
