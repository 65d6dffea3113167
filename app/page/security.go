package page

import (
	"net/url"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Security is the page /security: the last sign-in, change the address and the
// password, see and end the browsers that are signed in.
type Security struct {
	app.Compo

	ctx      app.Context
	m        session.Model
	form     form
	changedP bool // the password was changed
	asked    bool
	sessions []wire.Session
	loaded   bool
	err      error
	ending   string // browser that is being signed out, until the list is without it
	email    emailChange
}

// OnMount starts listening.
func (p *Security) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "password-"
	session.Observe(ctx, &p.m, p.changed)
}

func (p *Security) changed(ctx app.Context) {
	if !session.Need(ctx, p.m) {
		return
	}
	p.email.follow(p.ctx, p.m)
	if !p.asked {
		p.load(ctx)
	}
}

// load asks for the list of browsers.
func (p *Security) load(app.Context) { p.loadThen("") }

// loadThen asks for the list, and moves the focus to an element of it.
func (p *Security) loadThen(focus string) {
	p.asked = true
	p.ctx.Async(func() {
		sessions, err := live.Get[[]wire.Session](wire.PathSessions)
		p.ctx.Dispatch(func(ctx app.Context) {
			if p.err = err; err == nil {
				p.sessions, p.loaded = sessions, true
			}
			p.ending = ""
			if focus != "" {
				part.Focus(ctx, focus)
			}
			part.Ready(ctx)
		})
	})
}

// Render draws the page.
func (p *Security) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{
		Title: m.T("app.security"), Lead: m.T("account.security.lead"), Active: wire.RouteSecurity, Errors: p.form.wrong() || p.email.form.wrong(),
	},
		p.form.summary(m),
		app.If(p.changedP, func() app.UI {
			return part.Notice(part.Success, "", part.Text(m.T("account.change.done")))
		}),
		lastSignInCard(m),
		p.email.view(m),
		part.Card(m.T("account.change"), p.password()),
		part.Card(m.T("account.sessions"), p.list()),
	)
}

func (p *Security) password() app.UI {
	m := p.m
	email := ""
	if m.Me != nil {
		email = m.Me.Profile.Email
	}
	fresh := newPassword(m, "account.password.new")
	fresh.ID, fresh.Name, fresh.Wide, fresh.Error = "password-password", "password", true, p.form.at(m, "password")
	return part.Form(part.FormProps{ID: "password", OnSubmit: p.submit},
		// Password managers want to know whose password it is.
		app.Input().Type("email").Name("email").Class("visually-hidden").Attr("autocomplete", "username").
			Attr("aria-hidden", "true").TabIndex(-1).ReadOnly(true).Value(email),
		part.Field(part.FieldProps{
			ID: "password-current", Name: "current", Type: "password", Label: m.T("account.password.old"),
			AutoComplete: "current-password", Error: p.form.at(m, "current"), Wide: true,
		}),
		part.Field(fresh),
		part.Muted(m.T("account.change.hint")),
		part.Button(part.ButtonProps{ID: "password-send", Label: m.T("account.change.send"), Busy: p.form.busy}),
	)
}

func (p *Security) submit(ctx app.Context, v part.Values) {
	p.changedP = false
	var found []wire.FieldError
	if bad := validation.Password(v["current"], ""); v["current"] == "" && bad != nil {
		bad.Field = "current"
		found = append(found, *bad)
	}
	if bad := validation.Password(v["password"], p.m.Me.Profile.Email); bad != nil {
		found = append(found, *bad)
	}
	if len(found) > 0 {
		p.form.refuse(ctx, found)
		return
	}
	body := wire.ChangePassword{Current: v["current"], Password: v["password"]}
	if !p.form.begin(body) {
		return
	}
	send(p.ctx, "PUT", wire.PathPassword, body, p.form.key, func(ctx app.Context, _ live.None, err error) {
		if !p.form.end(ctx, err) {
			return
		}
		p.changedP = true
		part.SetValue("password-current", "")
		part.SetValue("password-password", "")
		session.Announce(p.m.T("account.change.done"))
		p.load(ctx)
	})
}

func (p *Security) list() app.UI {
	m := p.m
	switch {
	case p.err != nil:
		return part.Failed(m, p.err, "sessions", p.load)
	case !p.loaded:
		return part.Loading(m)
	}
	columns := []part.Column{
		{Label: m.T("account.session")}, {Label: m.T("account.session.from")},
		{Label: m.T("account.session.since")}, {Label: m.T("account.session.seen")}, {Label: m.T("account.session.actions")},
	}
	rows := make([]part.TableRow, 0, len(p.sessions))
	for _, s := range p.sessions {
		rows = append(rows, part.TableRow{ID: s.ID, Cells: []app.UI{
			app.Text(s.Browser), part.Code(s.Address), part.Time(m, s.CreatedAt), part.Time(m, s.LastSeenAt), p.action(s),
		}})
	}
	return part.Table(m.T("account.sessions"), columns, rows)
}

func (p *Security) action(s wire.Session) app.UI {
	if s.Current {
		return part.Tag(p.m.T("account.session.this"), "quiet", "")
	}
	id := s.ID
	return part.Button(part.ButtonProps{
		ID: "end-" + id, Label: p.m.T("account.session.end"), Hint: s.Browser, Scope: id, Busy: p.ending == id,
		OnClick: func(app.Context) { p.end(id) },
	})
}

// end signs another browser out, once.
func (p *Security) end(id string) {
	if p.ending != "" {
		return
	}
	p.ending = id
	path := strings.Replace(wire.PathSessionOf, "{id}", url.PathEscape(id), 1)
	send(p.ctx, "DELETE", path, nil, live.NewKey(), func(_ app.Context, _ live.None, err error) {
		if isMissing(err) {
			err = nil // it has ended by itself
		}
		if p.err = err; err != nil {
			p.ending = ""
			return
		}
		session.Announce(p.m.T("account.session.ended"))
		p.loadThen(p.beside(id))
	})
}

// beside is what the focus goes to when the row of a browser goes: the button of
// the next one or, at the end, of the one before.
func (p *Security) beside(id string) string {
	others := slices.DeleteFunc(slices.Clone(p.sessions), func(s wire.Session) bool { return s.Current })
	at := slices.IndexFunc(others, func(s wire.Session) bool { return s.ID == id })
	switch {
	case at+1 < len(others):
		return "end-" + others[at+1].ID
	case at > 0:
		return "end-" + others[at-1].ID
	}
	return "title"
}
