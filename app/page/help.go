package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Help is the page of the guides' links and contacts (guide ja, 8 and 9), open
// to anyone: who cannot sign in needs it most.
type Help struct {
	app.Compo

	model session.Model
}

// OnMount begins to follow the session.
func (p *Help) OnMount(ctx app.Context) { session.Observe(ctx, &p.model, p.changed) }

func (p *Help) changed(ctx app.Context) {
	if p.model.Phase == session.SignedIn || p.model.Phase == session.SignedOut {
		part.Ready(ctx)
	}
}

// Render shows the page.
func (p *Help) Render() app.UI {
	m := p.model
	return part.Shell(m, part.ShellProps{Title: m.T("help.title"), Lead: m.T("help.lead"), Active: wire.RouteHelp, Public: true, Own: true},
		app.Section().Class("stack").Aria("labelledby", "contacts-title").Body(
			app.H2().ID("contacts-title").Text(m.T("help.contacts")), contactTable(m)),
		app.Section().Class("stack").Aria("labelledby", "links-title").Body(
			app.H2().ID("links-title").Text(m.T("help.links")), linkTable(m)),
	)
}

func contactTable(m session.Model) app.UI {
	contacts := m.Settings.Contacts
	if len(contacts) == 0 {
		return contactWays(m, m.Settings.ContactFor(wire.TopicAccount))
	}
	rows := make([]part.TableRow, 0, len(contacts))
	for _, c := range contacts {
		rows = append(rows, part.TableRow{ID: "contact-" + c.About.EN, Cells: []app.UI{
			app.Text(m.In(c.About)), contactWays(m, c)}})
	}
	return part.Table(m.T("help.contacts"), []part.Column{{Label: m.T("help.about")}, {Label: m.T("help.whom")}}, rows)
}

func linkTable(m session.Model) app.UI {
	if len(m.Settings.Links) == 0 {
		return part.Muted(m.T("help.links.none"))
	}
	rows := make([]part.TableRow, 0, len(m.Settings.Links))
	for _, l := range m.Settings.Links {
		rows = append(rows, part.TableRow{ID: "link-" + l.URL, Cells: []app.UI{
			app.Text(m.In(l.Label)), app.Div().Class("address").Body(helpLink(l, shownAddress(l.URL)))}})
	}
	return part.Table(m.T("help.links"), []part.Column{{Label: m.T("help.content")}, {Label: m.T("help.address")}}, rows)
}

// shownAddress is an address as it is read; the portal's own pages have none.
func shownAddress(url string) string { return strings.TrimPrefix(url, "https://") }

// helpLinks are the links that the settings show at a place, nothing when they
// have none.
func helpLinks(m session.Model, place string) app.UI {
	links := m.Settings.LinksAt(place)
	if len(links) == 0 {
		return nil
	}
	items := make([]app.UI, 0, len(links))
	for _, l := range links {
		items = append(items, app.Li().Body(helpLink(l, m.In(l.Label))))
	}
	return app.Ul().Class("help-links").Body(items...)
}

// helpLink opens another site in another tab, and the portal's page in place.
func helpLink(l wire.HelpLink, words string) app.UI {
	if strings.HasPrefix(l.URL, "/") {
		return part.Link(l.URL, words)
	}
	return part.Outside(l.URL, words)
}

// helpCard is the card of a page's help: the links of a place and the way to
// all of them.
func helpCard(m session.Model, place string) app.UI {
	return part.Card(m.T("help.card"), part.Group(helpLinks(m, place)), part.Link(wire.RouteHelp, m.T("help.all")))
}

// contactLine names whom to ask about a topic.
func contactLine(m session.Model, topic string) app.UI {
	return app.Div().Class("contact-line").Body(
		app.P().Text(m.T("help.ask")), contactWays(m, m.Settings.ContactFor(topic)))
}

// contactWays are the ways to reach a contact, or its note on whom to ask.
func contactWays(m session.Model, c wire.Contact) app.UI {
	var items []app.UI
	if c.Note != nil {
		items = append(items, app.Li().Text(m.In(*c.Note)))
	}
	for _, w := range c.Ways {
		kind, name := m.Words().Way(w)
		link := app.UI(app.A().Class("link").Href(w.To).Text(name))
		if strings.HasPrefix(w.To, "https:") {
			link = part.Outside(w.To, name)
		}
		items = append(items, app.Li().Body(app.Span().Class("muted").Text(kind+" "), link))
	}
	return app.Ul().Class("ways").Body(items...)
}

// signInHelp is for who cannot sign in: the links of the place, and whom to ask
// about an account.
func signInHelp(m session.Model) app.UI {
	return part.Card(m.T("help.card"), part.Group(helpLinks(m, wire.ShowSignIn)),
		contactWays(m, m.Settings.ContactFor(wire.TopicAccount)), part.Link(wire.RouteHelp, m.T("help.all")))
}
