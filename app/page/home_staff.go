package page

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// failedShown is how far back the home page counts mails that did not arrive.
const failedShown = 7 * 24 * time.Hour

// isStaff reports whether the signed-in person works for the vendor.
func isStaff(m session.Model) bool {
	return m.Me != nil && (m.Me.Role == access.RoleReviewer || m.Me.Role == access.RoleOperator)
}

// desktop is what the home page tells the vendor's staff: reviewers what waits
// for them, operators how the registry and the mail are.
type desktop struct {
	ctx     app.Context // the page's own
	imports answer[wire.ImportList]
	failed  answer[wire.MailList]
	resets  int
	changes int // of imports
}

// follow loads what is missing, as glance does.
func (d *desktop) follow(ctx app.Context, m session.Model) {
	d.ctx = ctx
	if !operates(m) {
		part.Ready(ctx) // a reviewer's counts are the session's
		return
	}
	again := d.resets != m.Resets || d.changes != m.Imports
	d.resets, d.changes = m.Resets, m.Imports
	if again || !d.imports.Here && !d.imports.Busy && d.imports.Err == nil {
		d.load(ctx)
	}
}

func (d *desktop) load(app.Context) {
	d.imports.ask(d.ctx, func() (wire.ImportList, error) {
		return session.Load[wire.ImportList](d.ctx, wire.PathImports)
	}, func(ctx app.Context) { part.Ready(ctx) })
	d.failed.ask(d.ctx, func() (wire.MailList, error) {
		return session.Load[wire.MailList](d.ctx, wire.PathMails+query("state", string(wire.MailFailed)))
	}, nil)
}

// view shows it. Staff can have accesses of their own.
func (d *desktop) view(m session.Model, queue app.UI) app.UI {
	return app.Div().Class("stack").Body(
		app.Div().Class("desktop").Body(
			part.Group(queue),
			app.If(m.IsAgent(), func() app.UI { return waitingTalks(m) }),
			app.If(operates(m), func() app.UI { return d.registry(m) }),
			app.If(operates(m), func() app.UI { return d.mail(m) }),
		),
		app.P().Class("muted").Body(app.Text(m.T("home.staff.own")+" "), part.Link(wire.RouteAccess, m.T("app.access"))),
	)
}

// waitingTalks says how many customers wait for an answer.
func waitingTalks(m session.Model) app.UI {
	text := countText(m, m.Chat.Waiting, "home.chats.one", "home.chats")
	switch {
	case !m.Chat.Loaded:
		text = m.T("home.chats.unknown")
	case m.Chat.Waiting == 0:
		text = m.T("home.chats.none")
	}
	return part.Card(m.T("chat.list"), waitText(text, m.Chat.Loaded && m.Chat.Waiting > 0),
		part.Row(part.LinkButton(wire.RouteChats, m.T("chat.list"), part.Secondary)))
}

// waitText is a line that stands out when it is somebody's turn.
func waitText(text string, turn bool) app.UI {
	if turn {
		return app.P().Body(app.Strong().Text(text))
	}
	return part.Muted(text)
}

// byLevel counts what waits in the queue, level by level, with the way to each.
func byLevel(m session.Model) app.UI {
	var lines []app.UI
	for _, level := range access.Levels() {
		if n := m.Counts.ByLevel[level]; n > 0 {
			lines = append(lines, app.Li().Body(
				app.A().Class("link").Href(wire.RouteQueue+query("level", string(level))).Text(m.T("level."+string(level))),
				app.Span().Class("count").Text(strconv.Itoa(n))))
		}
	}
	if len(lines) < 2 {
		return nil
	}
	return app.Ul().Class("by-level").Body(lines...)
}

func (d *desktop) registry(m session.Model) app.UI {
	return part.Card(m.T("home.registry"), part.Group(d.registryState(m)),
		part.Row(part.LinkButton(wire.RouteRegistry, m.T("home.registry.open"), part.Secondary)))
}

// registryState is which registry is in use, and how the last import went if it
// did not become that.
func (d *desktop) registryState(m session.Model) app.UI {
	switch {
	case d.imports.Err != nil:
		return part.NotLoaded(m, d.imports.Err, "registry", d.load)
	case !d.imports.Here:
		return part.Loading(m)
	}
	list := d.imports.Value.Imports
	used, ok := inUse(list)
	if !ok {
		return part.Notice(part.Warning, m.T("registry.current.none"))
	}
	last := list[0]
	return app.Div().Class("stack-tight").Body(
		app.P().Body(app.Strong().Text(m.T("registry.current.text", strconv.FormatUint(used.Generation, 10))), app.Text(" "),
			app.Span().Class("muted").Text(m.T("registry.rows.all", grouped(goodRows(used))))),
		app.If(!used.At.IsZero(), func() app.UI {
			return part.Muted(m.T("registry.current.by", part.Relative(m, used.At), importedBy(m, used)))
		}),
		app.If(last.ID != used.ID && last.State != wire.ImportDone, func() app.UI {
			return app.P().Body(app.Text(m.T("home.registry.last")+" "), stateTag(m, last.State))
		}),
	)
}

func (d *desktop) mail(m session.Model) app.UI {
	return part.Card(m.T("delivery.log.title"), part.Group(d.mailState(m)),
		part.Row(part.LinkButton(wire.RouteMails+query("state", when(d.failures(m) > 0, string(wire.MailFailed))),
			m.T("home.mail.open"), part.Secondary)))
}

// mailState says whether the mail server takes mail, and what did not arrive.
func (d *desktop) mailState(m session.Model) app.UI {
	switch n := d.failures(m); {
	case d.failed.Err != nil:
		return part.NotLoaded(m, d.failed.Err, "mail", d.load)
	case !d.failed.Here:
		return part.Loading(m)
	case d.failed.Value.Down != nil:
		return part.Notice(part.Trouble, m.T("delivery.log.down", part.Exact(m, d.failed.Value.Down.Since)))
	case n > 0:
		return waitText(countText(m, n, "home.mail.failed.one", "home.mail.failed"), true)
	}
	return part.Muted(m.T("home.mail.fine"))
}

// failures counts the mails of late that did not arrive, one window at most.
func (d *desktop) failures(m session.Model) (n int) {
	for _, mail := range d.failed.Value.Mails {
		if m.Now.Sub(mail.ChangedAt) < failedShown {
			n++
		}
	}
	return n
}
