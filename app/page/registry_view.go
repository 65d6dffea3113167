package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Render shows the registry in use, the upload, the result of the last check
// and the history.
func (p *Registry) Render() app.UI {
	m := p.m
	return operatorShell(m, part.ShellProps{
		Title: m.T("registry.title"), Lead: m.T("registry.intro"), Active: wire.RouteRegistry, Wide: true,
		Errors: p.upload.Missing},
		app.Div().Body(p.inUse()),
		app.Div().Class("registry").Body(
			part.Card(m.T("registry.choose"), p.form()),
			app.Div().ID("registry-result").TabIndex(-1).Body(p.result()),
		),
		part.Card(m.T("registry.history"), p.history()),
	)
}

func (p *Registry) inUse() app.UI {
	m := p.m
	if !p.list.Here {
		return nil
	}
	i, ok := inUse(p.list.Value.Imports)
	if !ok {
		return part.Notice(part.Info, m.T("registry.current.none"))
	}
	return app.P().Class("in-use").Body(
		app.Span().Class("label").Text(m.T("registry.current")),
		app.Span().Text(m.T("registry.current.text", strconv.FormatUint(i.Generation, 10))),
		app.If(!i.At.IsZero(), func() app.UI {
			return app.Span().Class("muted").Text(m.T("registry.current.by", part.Relative(m, i.At), importedBy(m, i)))
		}),
		app.Span().Class("muted").Text(m.T("registry.rows.all", grouped(goodRows(i)))),
	)
}

// form is where files are picked and uploaded.
func (p *Registry) form() app.UI {
	m := p.m
	return part.Form(part.FormProps{ID: "registry-form", OnSubmit: p.check},
		part.Muted(m.T("registry.choose.hint")),
		app.Div().Class("field", when(p.upload.Missing, "has-error")).Body(
			app.Label().For(registryPick).Class("label").Text(m.T("registry.choose.files")),
			app.Div().Body(app.If(p.upload.Missing, func() app.UI {
				return app.P().ID(registryPick+"-error").Class("field-error").Body(
					part.Icon("error"), app.Span().Text(m.T("registry.chosen.none")))
			})),
			p.fileInput(),
		),
		app.Div().Class("field").Body(
			app.Label().For(registryFolder).Class("label").Text(m.T("registry.choose.folder")),
			app.Input().ID(registryFolder).Name("folder").Type("file").Class("input", "file").
				Attr("webkitdirectory", "true").OnChange(p.pick),
		),
		app.Div().Body(p.pickedFiles()),
		app.Div().Class("told").Body(p.sending()),
		app.Div().Attr("role", "status").Body(p.sendingTold()),
		part.Row(
			part.Button(part.ButtonProps{ID: "registry-check", Label: m.T("registry.check"), Kind: part.Primary, Busy: p.upload.Busy}),
			app.Span().Class("muted").Text(m.T("registry.check.hint")),
		),
	)
}

func (p *Registry) fileInput() app.UI {
	input := app.Input().ID(registryPick).Name("files").Type("file").Class("input", "file").Multiple(true).
		Accept(".csv,text/csv").OnChange(p.pick)
	if p.upload.Missing {
		input = input.Aria("invalid", "true").Aria("describedby", registryPick+"-error")
	}
	return input
}

// pickedFiles says which of the chosen files are the registry's.
func (p *Registry) pickedFiles() app.UI {
	m, c := p.m, p.picked
	if len(c.Known)+len(c.Unknown) == 0 {
		return nil
	}
	items := make([]app.UI, 0, len(c.Known)+len(c.Unknown))
	for _, name := range c.Known {
		items = append(items, app.Li().Body(part.Icon("check"), part.Code(name)))
	}
	for _, name := range c.Unknown {
		items = append(items, app.Li().Class("muted").Body(part.Icon("dash"), part.Code(name),
			app.Span().Text(m.T("registry.chosen.unknown"))))
	}
	return app.Div().Class("picked").Body(
		app.P().Class("label").Text(m.T("registry.chosen")),
		app.Ul().Body(items...),
		app.If(len(c.Known) > 0 && len(c.Missing) > 0, func() app.UI {
			return part.Notice(part.Warning, "", part.Text(m.T("registry.chosen.missing", strings.Join(c.Missing, ", "))))
		}),
	)
}

func (p *Registry) sending() app.UI {
	m := p.m
	switch {
	case p.upload.Busy && p.upload.Percent >= 100:
		return progressBar(m.T("registry.sent"), 0, 0)
	case p.upload.Busy:
		return progressBar(m.T("registry.uploading", strconv.Itoa(p.upload.Percent)), p.upload.Percent, 100)
	}
	return nil
}

// sendingTold says the same to a screen reader, each quarter of the way, and why it
// failed.
func (p *Registry) sendingTold() app.UI {
	m, percent := p.m, p.upload.Percent/25*25
	switch {
	case p.upload.Err != nil:
		return part.Failed(m, p.upload.Err, "upload", nil)
	case p.upload.Busy && percent >= 100:
		return app.Span().Class("visually-hidden").Text(m.T("registry.sent"))
	case p.upload.Busy:
		return app.Span().Class("visually-hidden").Text(m.T("registry.uploading", strconv.Itoa(percent)))
	}
	return nil
}

// progressBar shows how much is done; of 0 when nobody knows.
func progressBar(label string, done, of int) app.UI {
	bar := app.Progress().Class("progress").Aria("label", label)
	if of > 0 {
		bar = bar.Max(of).Value(done)
	}
	return app.Div().Class("progress-line").Body(app.Span().Text(label), bar)
}

// history lists the imports, newest first.
func (p *Registry) history() app.UI {
	m := p.m
	switch {
	case p.list.Err != nil:
		return part.NotLoaded(m, p.list.Err, "imports", p.load)
	case !p.list.Here:
		return part.Loading(m)
	case len(p.list.Value.Imports) == 0:
		return part.Muted(m.T("registry.history.none"))
	}
	rows := make([]part.TableRow, 0, len(p.list.Value.Imports))
	for _, i := range p.list.Value.Imports {
		rows = append(rows, p.importRow(i))
	}
	return part.Table(m.T("registry.history"), []part.Column{
		{Label: m.T("registry.when")}, {Label: m.T("registry.by")}, {Label: m.T("registry.state")},
		{Label: m.T("registry.count"), Number: true}, {Label: m.T("registry.bad"), Number: true}, {Label: m.T("queue.actions")},
	}, rows)
}

func (p *Registry) importRow(i wire.Import) part.TableRow {
	m := p.m
	return part.TableRow{ID: i.ID, Cells: []app.UI{
		part.Time(m, i.At), app.Span().Text(importedBy(m, i)), stateTag(m, i.State),
		app.Span().Text(grouped(goodRows(i))), app.Span().Text(grouped(i.BadRows)),
		app.Button().Type("button").Class("button", string(part.Plain)).
			Aria("label", m.T("registry.show.of", part.Exact(m, i.At))).
			OnClick(func(ctx app.Context, _ app.Event) { p.show(ctx, i.ID) }, app.EventScope(i.ID)).
			Body(app.Span().Text(m.T("registry.show"))),
	}}
}

// importedBy is who imported: nobody is named for the command line.
func importedBy(m session.Model, i wire.Import) string {
	if i.By == "" {
		return m.T("registry.by.command")
	}
	return i.By
}

func stateTag(m session.Model, s wire.ImportState) app.UI {
	tone, icon := "wait", "clock"
	switch s {
	case wire.ImportDone:
		tone, icon = "good", "check"
	case wire.ImportInvalid, wire.ImportFailed:
		tone, icon = "bad", "cross"
	case wire.ImportSame:
		tone, icon = "quiet", "dash"
	case wire.ImportChecked:
		tone, icon = "act", "act"
	}
	return part.Tag(m.T("registry.state."+string(s)), tone, icon)
}
