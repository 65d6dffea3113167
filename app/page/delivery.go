package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// delivery is the mails about a request or a submission and how far they have
// come, on the pages of its requester and on that of its deciders.
type delivery struct {
	ctx    app.Context // the page's own
	path   string      // of the list
	about  []string    // IDs of the requests
	heard  int
	resets int
	list   answer[wire.MailList]
	again  resending
}

// resending is a mail that is being sent again.
type resending struct {
	ctx  app.Context
	id   string // of the mail
	key  string // of the press, kept for its retries
	busy bool
	done bool
	err  error
}

// follow shows the mails of requests, and loads them again when news of them
// were heard.
func (d *delivery) follow(ctx app.Context, m session.Model, path string, about ...string) {
	if d.path != path {
		*d = delivery{path: path, list: answer[wire.MailList]{turn: d.list.turn + 1}}
	}
	d.ctx, d.again.ctx, d.about = ctx, ctx, about
	news := d.news(m)
	if d.list.Busy || d.list.Here && d.heard == news && d.resets == m.Resets || d.list.Err != nil && d.heard == news {
		return
	}
	d.heard, d.resets = news, m.Resets
	d.load(ctx)
}

// news counts what was heard of the mails.
func (d *delivery) news(m session.Model) int {
	n := 0
	for _, id := range d.about {
		n += m.MailNews[id]
	}
	return n
}

func (d *delivery) load(app.Context) {
	path := d.path
	d.list.ask(d.ctx, func() (wire.MailList, error) { return live.Get[wire.MailList](path) }, func(ctx app.Context) {
		if m := session.Get(ctx); d.news(m) != d.heard { // more was heard on the way
			d.follow(ctx, m, d.path, d.about...)
		}
	})
}

// view is the list, newest first.
func (d *delivery) view(m session.Model) app.UI {
	return app.Section().Class("stack", "delivery").Aria("labelledby", "delivery-title").Body(
		app.H2().ID("delivery-title").Text(m.T("delivery.title")),
		app.Div().Attr("role", "status").Body(d.again.told(m)),
		app.Div().Body(d.mails(m)),
	)
}

func (d *delivery) mails(m session.Model) app.UI {
	switch {
	case d.list.Here && len(d.list.Value.Mails) == 0:
		return part.Muted(m.T("delivery.empty"))
	case d.list.Here:
		return mailTable(m, m.T("delivery.title"), d.list.Value.Mails, &d.again)
	case d.list.Err != nil:
		return part.NotLoaded(m, d.list.Err, "delivery", d.load)
	}
	return part.Loading(m)
}

// told says what came of sending a mail again.
func (s *resending) told(m session.Model) app.UI {
	switch {
	case s.err != nil:
		return part.Failed(m, s.err, "again", nil)
	case s.done:
		return part.Notice(part.Success, m.T("delivery.again"))
	}
	return nil
}

// send sends a mail again, once a press.
func (s *resending) send(id string) {
	if s.busy {
		return
	}
	if s.id != id || s.done {
		s.id, s.key = id, live.NewKey()
	}
	s.busy, s.done, s.err = true, false, nil
	key := s.key
	s.ctx.Async(func() {
		_, err := live.Send[wire.Mail]("POST", wire.MailAgainPath(id), nil, key)
		s.ctx.Dispatch(func(app.Context) { s.busy, s.err, s.done = false, err, err == nil })
	})
}

// mailTable lists mails with how far each has come.
func mailTable(m session.Model, caption string, mails []wire.Mail, again *resending) app.UI {
	rows := make([]part.TableRow, 0, len(mails))
	for _, mail := range mails {
		rows = append(rows, part.TableRow{ID: "mail-" + mail.ID, Cells: []app.UI{
			twoScripts(m, mail.Subject, "", m.T("mail.kind."+mail.Kind)),
			app.Span().Class("code").Text(mail.To),
			part.Time(m, mail.CreatedAt),
			deliveryState(m, mail),
			again.button(m, mail),
		}})
	}
	return part.Table(caption, []part.Column{
		{Label: m.T("delivery.kind")}, {Label: m.T("delivery.to")}, {Label: m.T("delivery.made")},
		{Label: m.T("delivery.state")}, {Label: m.T("people.actions")},
	}, rows)
}

// deliveryState is the state, its moment and, of a failure, why.
func deliveryState(m session.Model, mail wire.Mail) app.UI {
	tone, icon := "wait", "clock"
	switch mail.State {
	case wire.MailSent:
		tone, icon = "good", "check"
	case wire.MailKept:
		tone, icon = "quiet", ""
	case wire.MailFailed:
		tone, icon = "bad", "cross"
	}
	return app.Div().Class("delivery-state").Body(
		part.Tag(m.T("delivery.state."+string(mail.State)), tone, icon),
		app.Text(" "), part.Time(m, mail.ChangedAt),
		app.If(mail.Error != "", func() app.UI { return app.P().Text(m.T("delivery.error." + mail.Error)) }),
		app.If(mail.Tries > 1, func() app.UI {
			return app.P().Class("muted").Text(m.T("delivery.tries", strconv.Itoa(mail.Tries)))
		}),
		app.If(mail.State == wire.MailRetrying, func() app.UI {
			return app.P().Class("muted").Text(m.T("delivery.next", part.Exact(m, mail.NextTry)))
		}),
	)
}

func (s *resending) button(m session.Model, mail wire.Mail) app.UI {
	if !mail.Again || m.Settings.NoMail { // it would stay where it is
		return app.Text("")
	}
	id := mail.ID
	return part.Button(part.ButtonProps{ID: "again-" + id, Label: m.T("delivery.do"), Hint: ": " + mail.Subject,
		Kind: part.Plain, Busy: s.busy && s.id == id, OnClick: func(app.Context) { s.send(id) }})
}
