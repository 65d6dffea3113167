package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// Settings is the page /settings: language, appearance, what is told how. A choice takes
// effect at once; there is nothing to save.
type Settings struct {
	app.Compo

	m    session.Model
	zone zoneChoice
	mail mailPreference
	push pushSwitch
}

// OnMount starts listening.
func (p *Settings) OnMount(ctx app.Context) {
	p.mail.ctx, p.push.ctx, p.zone.ctx = ctx, ctx, ctx
	p.zone.zones = live.Zones()
	session.LookAtPush(ctx)
	session.Observe(ctx, &p.m, func(ctx app.Context) {
		if session.Need(ctx, p.m) {
			part.Ready(ctx)
		}
	})
}

// Render draws the page.
func (p *Settings) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{
		Title: m.T("app.settings"), Lead: m.T("account.settings.lead"), Active: wire.RouteSettings, Narrow: true,
	},
		part.Card("", part.Radios(part.ChoiceProps{
			ID: "language", Label: m.T("account.language"), Hint: m.T("account.language.hint"), Value: string(m.Lang),
			Choices: []part.Choice{
				{Value: string(i18n.English), Label: "English"},
				{Value: string(i18n.Japanese), Label: "日本語"},
			},
			OnChoose: func(ctx app.Context, v string) {
				session.Dispatch(ctx, session.LanguageChosen{Lang: i18n.Parse(v)})
			},
		})),
		part.Card("", part.Radios(part.ChoiceProps{
			ID: "theme", Label: m.T("account.theme"), Hint: m.T("account.theme.hint"), Value: themeValue(m.Theme),
			Choices: []part.Choice{
				{Value: "system", Label: m.T("account.theme.system")},
				{Value: "light", Label: m.T("account.theme.light")},
				{Value: "dark", Label: m.T("account.theme.dark")},
			},
			OnChoose: func(ctx app.Context, v string) { session.Dispatch(ctx, session.ThemeChosen{Theme: themeOf(v)}) },
		})),
		p.push.settings(m),
		app.Div().Body(p.zone.view(m)),
		app.Div().Body(p.mail.view(m)),
		installSetting(m),
	)
}

func themeOf(value string) session.Theme {
	if value == "system" {
		return session.ThemeSystem
	}
	return session.Theme(value)
}

func themeValue(t session.Theme) string {
	if t == session.ThemeSystem {
		return "system"
	}
	return string(t)
}
