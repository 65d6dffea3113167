package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Add is the first step of Add Access: which of the two kinds (guide en, 2.1;
// guide ja, 3).
type Add struct {
	app.Compo

	model  session.Model
	level  access.Level
	errors []part.FormError
}

// OnMount begins to follow the session.
func (p *Add) OnMount(ctx app.Context) { session.Observe(ctx, &p.model, p.changed) }

// OnNav starts with nothing chosen.
func (p *Add) OnNav(ctx app.Context) {
	p.level, p.errors = "", nil
	p.changed(ctx)
}

func (p *Add) changed(ctx app.Context) {
	if session.Need(ctx, p.model) {
		part.Ready(ctx)
	}
}

func (p *Add) choose(_ app.Context, level string) { p.level, p.errors = access.Level(level), nil }

func (p *Add) submit(ctx app.Context, v part.Values) {
	switch access.Level(v["level"]) {
	case access.Downloads:
		ctx.Navigate(wire.RouteAddDownloads)
	case access.Full:
		ctx.Navigate(wire.RouteAddFull)
	default:
		p.errors = []part.FormError{{Field: "level-" + string(access.Downloads), Text: p.model.T("add.choose_one")}}
		part.Focus(ctx, part.SummaryID)
	}
}

// Render shows the page.
func (p *Add) Render() app.UI {
	m := p.model
	choice := func(l access.Level) part.Choice {
		return part.Choice{Value: string(l), Label: m.T("level."+string(l)+".long", m.Vendor()), Hint: m.T("level." + string(l))}
	}
	return part.Shell(m, part.ShellProps{
		Title: m.T("add.title"), Active: wire.RouteAccess, Narrow: true, Errors: len(p.errors) > 0,
		Back: &part.Tab{Href: wire.RouteAccess, Label: m.T("access.back")},
	},
		part.Group(part.ErrorSummary(m.T("app.errors"), p.errors)), // a slot of its own: what follows keeps its place
		part.Group(profileGap(m)),
		part.Form(part.FormProps{ID: "add", OnSubmit: p.submit},
			part.Radios(part.ChoiceProps{
				ID: "level", Label: m.T("add.question"), Value: string(p.level), OnChoose: p.choose,
				Error:   part.ErrorAt(p.errors, "level-"+string(access.Downloads)),
				Choices: []part.Choice{choice(access.Downloads), choice(access.Full)},
			}),
			app.Div().Class("terms").Body(
				app.P().Text(m.T("add.terms")),
				app.P().Text(m.T("add.partner", m.Vendor())),
				app.P().Text(m.T("add.direct", m.Vendor())),
			),
			part.Row(part.Button(part.ButtonProps{ID: "go", Label: m.T("add.go"), Kind: part.Primary})),
		),
	)
}

// profileGap tells a person whose request would be denied by rule 1, before
// anything is typed. Nil when company and address are there.
func profileGap(m session.Model) app.UI {
	if m.Me == nil || !validation.CompanyMissing(m.Me.Profile) {
		return nil
	}
	return part.Notice(part.Warning, m.T("access.gap.title"),
		app.P().Text(m.T("access.gap.text")),
		app.P().Text(m.T("access.gap.private")),
		part.LinkButton(wire.RoutePersonal, m.T("access.gap.link"), part.Secondary),
	)
}
