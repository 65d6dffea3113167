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

// onTab shows the form of ordering or of an access programme on its tab, nil
// once the answers are being checked.
func (p *AddForm) onTab(m session.Model) app.UI {
	tab := wire.TabOrdering
	if program := m.Settings.Program(p.program); program != nil {
		tab = program.Tab
	}
	switch {
	case m.Phase == session.SignedIn && p.gone():
		return managementShell(m, "", programGone(m))
	case p.draft.Owner == "":
		return managementShell(m, tab, part.Loading(m))
	case p.draft.Step != stepEnter:
		return nil
	}
	return managementForm(m, tab, len(p.faults) > 0,
		part.Keyed("form-"+p.program, app.Div().Class("program-form").Body(part.Group(p.enter(m)...))))
}

// programGone says that the settings have no such programme.
func programGone(m session.Model) app.UI {
	return part.Empty(m.T("program.gone"), m.T("program.gone.text"),
		part.LinkButton(wire.RouteAccessRequests, m.T("access.requests"), part.Secondary))
}

// programIntro says what the programme is for.
func (p *AddForm) programIntro(m session.Model) app.UI {
	program := p.draft.Program.program
	return app.Div().Class("intro-text").Body(
		app.H2().Text(m.In(program.Label)),
		app.P().Text(m.In(program.About)),
		programFacts(m, *program),
		part.Group(programLink(m, *program)),
	)
}

// programFacts say what the holder gets and who decides on it.
func programFacts(m session.Model, p wire.Program) app.UI {
	return part.Summary(
		part.Fact{Label: m.T("program.grants"), Value: app.Text(m.In(p.Grants))},
		part.Fact{Label: m.T("program.decides"), Value: app.Text(m.T("program.decides."+string(p.Decides), m.Vendor()))},
	)
}

func programLink(m session.Model, p wire.Program) app.UI {
	if p.Link == nil {
		return nil
	}
	return part.Outside(p.Link.URL, m.In(p.Link.Label))
}

// programField takes what the programme asks for.
func (p *AddForm) programField(m session.Model) app.UI {
	asks := p.draft.Program.program.Identifier
	hint := []string{m.In(asks.Hint), m.T("program.example", asks.Example)}
	if asks.Max > 1 {
		hint = append(hint, m.T("program.many", strconv.Itoa(asks.Max)))
	}
	return p.input(m, access.KindProgram, m.In(asks.Label), strings.Join(hint, " "))
}

// asked is the first of what is asked for, for its name.
func (d draft) asked() access.Identifier {
	if p := d.Program.program; p != nil {
		return access.Program(p.ID, "")
	}
	return access.Identifier{Kind: d.Kind}
}

// label is what the chosen kind is called.
func (d draft) label(m session.Model) string {
	if p := d.Program.program; p != nil {
		return m.In(p.Identifier.Label)
	}
	return m.T(kindLabel(d.Kind))
}

// subjectTitle and subjectFacts tell a decider of what is asked for: what the
// registry holds of it, or what the settings say of an access programme.
func subjectTitle(m session.Model, row wire.QueueRow) string {
	if row.Identifier.Kind == access.KindProgram {
		return m.T("program.which")
	}
	return m.T("decide.registry")
}

func subjectFacts(m session.Model, item *wire.QueueItem) app.UI {
	id := item.Row.Identifier
	if id.Kind != access.KindProgram {
		return registryFacts(m, item.Facts)
	}
	name, _ := id.Program()
	program := m.Settings.Program(name)
	if program == nil {
		return part.Muted(m.T("program.gone"))
	}
	return app.Div().Body(part.Text(m.In(program.About)), programFacts(m, *program))
}

// orderingIntro, orderingField and orderingMore are the tab Ordering Tools
// (guide ja, 7).
func orderingIntro(m session.Model) app.UI {
	return app.Div().Class("intro-text").Body(
		app.H2().Text(m.T("program.order.title")),
		app.P().Text(m.T("program.order.about", m.Vendor())),
		app.P().Text(m.T("program.order.review", m.Vendor())),
	)
}

func (p *AddForm) orderingField(m session.Model) app.UI {
	return p.input(m, access.KindBillTo, m.T("add.full.bill_to"), numberHint(m))
}

func orderingMore(m session.Model) app.UI {
	return app.Div().Class("stack").Body(
		app.Section().Class("stack").Aria("labelledby", "view-title").Body(
			app.H2().ID("view-title").Text(m.T("program.order.view")),
			app.P().Text(m.T("program.order.view.text", m.Vendor())),
			part.Link(wire.RouteAccess, m.T("program.order.view.link")),
		),
		app.P().Text(m.T("program.order.partner")),
		contactWays(m, m.Settings.ContactFor(wire.TopicOrdering)),
	)
}
