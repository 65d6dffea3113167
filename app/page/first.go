package page

import (
	"net/url"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// First draws a page as it is before the browser program runs: the server sends
// it, from the very parts that the program will draw it with. Of a page that
// needs more than wire.First has, it draws the frame. Safe for concurrent use.
func First(at *url.URL, lang i18n.Lang, zone session.Zone, first wire.First) (html string) {
	return part.HTML(firstPage(at, firstModel(lang, zone, first), first))
}

func firstModel(lang i18n.Lang, zone session.Zone, first wire.First) session.Model {
	m := session.Reduce(session.Model{}, session.Booted{
		Settings: first.Settings, Me: first.Me, Lang: lang, Zone: zone, Now: first.Settings.Now,
	})
	if first.Requests != nil {
		m = session.Reduce(m, session.RequestsLoaded{List: *first.Requests})
	}
	if first.Grants != nil {
		m = session.Reduce(m, session.GrantsLoaded{List: *first.Grants})
	}
	return m
}

func firstPage(at *url.URL, m session.Model, first wire.First) app.UI {
	switch at.Path {
	case wire.RouteSignIn:
		p := &SignIn{m: m, form: form{prefix: signInPrefix}}
		p.led(at.Query())
		if first.Refused != nil {
			p.refuse(*first.Refused)
		}
		return p.Render()
	case wire.RouteHome:
		p := &Home{m: m}
		p.access.requests, p.access.grants = here(first.Requests), here(first.Grants)
		return p.Render()
	case wire.RouteAccess:
		return (&Access{model: m, grants: here(first.Grants)}).Render()
	case wire.RouteAccessRequests:
		return (&Requests{model: m, list: here(first.Requests)}).Render()
	case wire.RouteHelp:
		return (&Help{model: m}).Render()
	}
	return part.Shell(m, part.ShellProps{Public: true}, part.Loading(m))
}

// here is an answer that came with the page, or none.
func here[T any](value *T) answer[T] {
	if value == nil {
		return answer[T]{}
	}
	return answer[T]{Value: *value, Here: true}
}
