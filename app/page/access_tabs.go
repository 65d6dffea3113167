package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// managementShell is the frame of a page under Access Management. The tabs and
// their labels are settings (domain page, "Screens").
func managementShell(m session.Model, tab string, content ...app.UI) app.UI {
	return managementForm(m, tab, false, content...)
}

// managementForm is managementShell around a form that may have been refused.
func managementForm(m session.Model, tab string, refused bool, content ...app.UI) app.UI {
	tabs := make([]part.Tab, 0, len(m.Settings.Tabs))
	for _, t := range m.Settings.Tabs {
		tabs = append(tabs, part.Tab{Href: m.Settings.TabRoute(t.ID), Label: m.In(t.Label), Active: t.ID == tab})
	}
	return part.Shell(m, part.ShellProps{Title: m.T("access.title"), Active: wire.RouteAccess, Errors: refused},
		append([]app.UI{part.Tabs(m.T("tab.label"), tabs...)}, content...)...)
}

// tabLabel is what a tab is called, "" for one that the settings do not have.
func tabLabel(m session.Model, id string) string {
	for _, t := range m.Settings.Tabs {
		if t.ID == id {
			return m.In(t.Label)
		}
	}
	return ""
}

// Tab is a tab of Access Management with several access programmes: what each
// is for and the way to its form.
type Tab struct {
	app.Compo

	model session.Model
	tab   string
}

// OnMount begins to follow the session.
func (p *Tab) OnMount(ctx app.Context) { session.Observe(ctx, &p.model, p.changed) }

// OnNav takes the tab from the address.
func (p *Tab) OnNav(ctx app.Context) {
	p.tab = lastPart(ctx)
	p.changed(ctx)
}

func (p *Tab) changed(ctx app.Context) {
	if p.tab != "" && session.Need(ctx, p.model) {
		part.Ready(ctx)
	}
}

// Render shows the page.
func (p *Tab) Render() app.UI {
	m := p.model
	programs := m.Settings.ProgramsOf(p.tab)
	if len(programs) == 0 {
		return managementShell(m, p.tab, programGone(m))
	}
	cards := make([]app.UI, 0, len(programs))
	for _, program := range programs {
		cards = append(cards, part.Card(m.In(program.Label),
			part.Text(m.In(program.About)),
			programFacts(m, program),
			part.Row(programLink(m, program), app.A().ID("request-"+program.ID).Class("button").
				Href(wire.ProgramRoute(program.ID)).Aria("label", m.T("program.request.of", m.In(program.Label))).
				Text(m.T("program.request"))),
		))
	}
	return managementShell(m, p.tab, app.Section().Class("programs").Aria("labelledby", "tab-title").Body(
		append([]app.UI{app.H2().ID("tab-title").Text(tabLabel(m, p.tab))}, cards...)...),
		contactLine(m, wire.TopicProgram))
}
