package part

import (
	"cmp"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// header is the frame's upper part: brand, line, language, person; below them
// the navigation of who is signed in.
func header(m session.Model, active string) app.UI {
	return app.Header().Class("header").Body(
		app.Div().Class("header-bar").Body(
			app.A().Class("brand").Href(wire.RouteHome).Body(
				app.Img().Class("brand-mark").Src("/web/icons/mark.svg").Attr("role", "presentation").Width(28).Height(28),
				app.Span().Class("brand-name").Text(m.Vendor()),
			),
			app.Div().Class("header-tools").Body(slot(line(m)), languages(m), slot(person(m))),
		),
		slot(navigation(m, active)),
	)
}

// line says how the connection is, in words and a shape.
func line(m session.Model) app.UI {
	var words string
	switch m.Line.State {
	case live.Live:
		words = m.T("connection.live")
	case live.Reconnecting:
		words = m.T("connection.reconnecting")
	case live.Offline:
		words = m.T("connection.offline", m.Zone.In(m.Line.Since).Format("15:04"))
	default:
		return nil
	}
	return app.Span().ID("line").Class("line", "line-"+string(m.Line.State)).Title(m.T("connection.about")).
		Body(Icon("line-"+string(m.Line.State)), app.Span().Text(words))
}

// languages offers the other languages, each in its own words.
func languages(m session.Model) app.UI {
	buttons := make([]app.UI, 0, len(i18n.Langs()))
	for _, lang := range i18n.Langs() {
		b := app.Button().ID("lang-"+string(lang)).Type("button").Class("lang").Lang(string(lang)).
			Text(langName(lang)).
			OnClick(func(ctx app.Context, _ app.Event) {
				session.Dispatch(ctx, session.LanguageChosen{Lang: lang})
			}, app.EventScope(string(lang)))
		if lang == m.Lang {
			b = b.Aria("pressed", "true")
		} else {
			b = b.Aria("pressed", "false")
		}
		buttons = append(buttons, b)
	}
	return app.Div().Class("langs").Attr("role", "group").Aria("label", m.T("app.language")).Body(buttons...)
}

// langName is a language in its own words, so it is in no catalogue.
func langName(lang i18n.Lang) string {
	if lang == i18n.Japanese {
		return "日本語"
	}
	return "English"
}

// person is the name at the top right and what is behind it (Japanese guide,
// "Account Profile"), or the ways in.
func person(m session.Model) app.UI {
	if m.Me == nil {
		if m.Phase != session.SignedOut {
			return nil
		}
		return app.Div().Class("row", "ways-in").Body(
			app.A().Class("link").Href(wire.RouteRegister).Text(m.T("app.register")),
			app.A().Class("button").Href(wire.RouteSignIn).Text(m.T("app.signin")),
		)
	}
	return app.Details().ID("person").Class("person").OnKeyDown(closeByKey).On("focusout", closeOnLeaving).Body(
		app.Summary().ID("person-name").Body(
			app.Span().Class("person-name").Text(Name(m.Me.Profile, m.Lang)), Icon("down")),
		app.Div().Class("menu").Body(
			app.P().Class("muted", "menu-mail").Text(m.Me.Profile.Email),
			app.A().Class("menu-item").Href(wire.RoutePersonal).Text(m.T("app.manage")).OnClick(closePerson),
			app.Button().ID("signout").Type("button").Class("menu-item").Text(m.T("app.signout")).
				OnClick(func(ctx app.Context, e app.Event) {
					closePerson(ctx, e)
					session.SignOut(ctx)
				}),
		),
	)
}

func closePerson(app.Context, app.Event) {
	app.Window().GetElementByID("person").Call("removeAttribute", "open")
}

func closeByKey(ctx app.Context, e app.Event) {
	if e.Get("key").String() == "Escape" {
		closePerson(ctx, e)
		Focus(ctx, "person-name")
	}
}

// closeOnLeaving closes the menu when the focus goes elsewhere; the page's main
// part can take it, so a click beside the menu counts.
func closeOnLeaving(ctx app.Context, e app.Event) {
	menu := app.Window().GetElementByID("person")
	if next := e.Get("relatedTarget"); next.Truthy() && !menu.Call("contains", next).Bool() {
		closePerson(ctx, e)
	}
}

// Name is a person's name in their reader's script, where it is known.
func Name(p wire.Profile, lang i18n.Lang) string {
	if lang == i18n.Japanese {
		return cmp.Or(p.LocalName(), p.Name())
	}
	return p.Name()
}

func navigation(m session.Model, active string) app.UI {
	if m.Me == nil {
		return nil
	}
	type entry struct{ route, key string }
	entries := []entry{
		{wire.RouteHome, "app.home"}, {wire.RoutePersonal, "app.personal"}, {wire.RouteSecurity, "app.security"},
		{wire.RouteSettings, "app.settings"}, {wire.RouteAccess, "app.access"},
	}
	if m.Me.Decides() {
		entries = append(entries, entry{wire.RouteQueue, "app.queue"}, entry{wire.RouteOffices, "app.office"})
	}
	if m.IsAgent() {
		entries = append(entries, entry{wire.RouteChats, "chat.list"})
	} else {
		entries = append(entries, entry{wire.RouteChat, "chat.nav"})
	}
	if m.Me.Role == access.RoleOperator {
		entries = append(entries, entry{wire.RouteRegistry, "app.registry"},
			entry{wire.RoutePeople, "app.people"}, entry{wire.RouteTokens, "app.tokens"},
			entry{wire.RouteMails, "app.mails"})
	}
	items := make([]app.UI, 0, len(entries))
	for _, e := range entries {
		link := app.A().Class("nav-link").Href(e.route).Body(app.Text(m.T(e.key)), badge(m, e.route))
		if e.route == active {
			link = link.Aria("current", "page")
		}
		items = append(items, app.Li().Body(link))
	}
	return app.Nav().Class("nav").Aria("label", m.T("app.navigation")).Body(app.Ul().Body(items...))
}
