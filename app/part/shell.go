package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/wire"
)

// ShellProps describes the page inside the shell.
type ShellProps struct {
	Title  string // h1 and, with the portal's name, the window's title
	Lead   string // a line under the heading, may be ""
	Active string // wire.Route… of the navigation entry the page belongs to
	Public bool   // the page is for signed-out people as well
	Narrow bool   // one column for a form
	Wide   bool   // the whole width, for work lists
	Errors bool   // a form was refused: the window's title begins with "Error:"
	Own    bool   // it shows nothing of the portal's that could be old by now
	Back   *Tab   // a link back above the heading, may be nil
	Aside  app.UI // stands beside the heading, such as the page's main button
}

// Shell is the common frame of every page: skip link, header with navigation,
// the person's menu and the language switch, the state of the line, the
// content and the footer. It also says so when the program is still starting
// or cannot reach the portal; a page that is not Public shows its content only
// to who is signed in. It sets the window's title, and on arriving at another
// page it scrolls to the top and tells screen readers where they are.
func Shell(m session.Model, p ShellProps, content ...app.UI) app.UI {
	path := app.Window().Get("location").Get("pathname").String()
	return app.Div().Class("shell").Body(
		app.A().Class("skip-link").Href("#main").Text(m.T("app.skip")).OnClick(skip),
		header(m, p.Active),
		app.Main().ID("main").Class("main", when(p.Narrow, "narrow"), when(p.Wide, "wide")).TabIndex(-1).
			Body(body(m, p, content)),
		footer(m),
		slot(releaseBar(m)),
		slot(unsentBar(m, p.Active)),
		&batchBar{Batch: m.Batch, Lang: m.Lang, Vendor: m.Vendor()},
		slot(toast(m, path)),
		&arrival{Window: windowTitle(m, p), Path: path},
	)
}

// skip moves the focus itself: following the link would count as opening a page.
func skip(ctx app.Context, e app.Event) {
	e.PreventDefault()
	e.StopImmediatePropagation()
	Focus(ctx, "main")
}

func body(m session.Model, p ShellProps, content []app.UI) app.UI {
	switch {
	case m.Phase == session.Failed:
		return Failed(m, m.Problem, "start", session.Restart)
	case m.Phase == session.Starting, m.Phase == session.SignedOut && !p.Public:
		return Loading(m)
	}
	return app.Div().Class("page").Body(append([]app.UI{slot(kept(m, p)), slot(unmailed(m)), pageHead(p)}, slots(content)...)...)
}

// kept says that the page shows the offline copy, and how old it is.
func kept(m session.Model, p ShellProps) app.UI {
	if m.KeptAt.IsZero() || p.Own {
		return nil
	}
	return app.Div().ID("kept").Body(Notice(Warning, "", app.P().Text(m.T("connection.kept", Exact(m, m.KeptAt)))))
}

// unmailed says that this portal's mail reaches nobody.
func unmailed(m session.Model) app.UI {
	if !m.Settings.ReachesNobody() {
		return nil
	}
	return app.Div().ID("unmailed").Body(Notice(Warning, "", app.P().Text(m.T("delivery.nobody", m.Settings.SupportEmail))))
}

// LocalMail says where the mail of a portal goes that is tried out; nil of any
// other.
func LocalMail(m session.Model) app.UI {
	if !m.Settings.DevMail {
		return nil
	}
	return app.P().Class("muted").Body(app.Text(m.T("delivery.local")+" "),
		app.A().Class("link").Href(wire.PathDevMail).Target("_blank").Text(m.T("app.devmail")))
}

func pageHead(p ShellProps) app.UI {
	return app.Div().Class("page-head").Body(
		slot(backLink(p.Back)),
		app.Div().Class("page-title").Body(
			app.H1().ID("title").TabIndex(-1).Text(p.Title),
			slot(p.Aside),
		),
		app.If(p.Lead != "", func() app.UI { return app.P().Class("lead").Text(p.Lead) }),
	)
}

func backLink(back *Tab) app.UI {
	if back == nil {
		return nil
	}
	return app.A().Class("back-link").Href(back.Href).Body(Icon("back"), app.Span().Text(back.Label))
}

// windowTitle is the title of the window: errors first, then the page, then
// the portal (GOV.UK Design System, "Page title").
func windowTitle(m session.Model, p ShellProps) string {
	if m.Phase == session.Starting {
		return ""
	}
	title := p.Title
	if portal := m.T("app.portal", m.Vendor()); m.Vendor() != "" && title != portal {
		title = m.T("app.window", title, portal)
	}
	if p.Errors {
		title = m.T("app.error_mark", title)
	}
	return title
}

func footer(m session.Model) app.UI {
	s := m.Settings
	return app.Footer().Class("footer").Body(
		app.Span().Text(m.T("app.portal", s.Vendor)),
		app.If(s.SupportEmail != "", func() app.UI {
			return app.A().Class("link").Href("mailto:" + s.SupportEmail).Text(m.T("app.support", s.SupportEmail))
		}),
		app.A().Class("link").Href(wire.RouteHelp).Text(m.T("help.title")),
		app.If(s.DevMail, func() app.UI {
			return app.A().Class("link").Href(wire.PathDevMail).Target("_blank").Text(m.T("app.devmail"))
		}),
		app.If(s.Version != "", func() app.UI { return app.Span().Text(m.T("app.version", s.Version)) }),
	)
}
