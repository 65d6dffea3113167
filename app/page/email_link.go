package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// The mailed links about an account's address; texts are "email.<kind>".
const (
	emailConfirm = "confirm"
	emailUndo    = "undo"
)

// EmailLink is the pages /email/confirm?token= and /email/undo?token=: the end
// of a mailed link about an account's address. A press ends it, since programs
// that look at mail open links too.
type EmailLink struct {
	app.Compo

	Kind string

	ctx   app.Context
	m     session.Model
	form  form
	token string
	done  string // the account's address now
}

// OnMount starts listening.
func (p *EmailLink) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "email-"
	session.Observe(ctx, &p.m, readyWhenKnown(&p.m))
}

// OnNav reads the link. The same component serves both pages.
func (p *EmailLink) OnNav(ctx app.Context) {
	url := ctx.Page().URL()
	p.token, p.done, p.form = url.Query().Get("token"), "", form{prefix: "email-"}
	p.Kind = emailConfirm
	if url.Path == wire.RouteUndoEmail {
		p.Kind = emailUndo
	}
}

// Render draws the page.
func (p *EmailLink) Render() app.UI {
	m := p.m
	props := part.ShellProps{Title: m.T("email." + p.Kind), Public: true, Narrow: true, Errors: p.form.wrong()}
	switch {
	case p.done != "":
		return part.Shell(m, props,
			part.Notice(part.Success, "", part.Text(m.T("email."+p.Kind+".done", p.done))),
			app.If(p.Kind == emailUndo, func() app.UI {
				return app.P().Body(app.Text(m.T("email.undo.report")+" "), part.MailLink(m.Settings.SupportEmail))
			}),
			part.Row(p.further()))
	case p.token == "":
		return part.Shell(m, props, part.Notice(part.Warning, "", part.Text(m.T("email.link.bad"))))
	}
	props.Lead = m.T("email." + p.Kind + ".lead")
	return part.Shell(m, props,
		p.form.summary(m),
		part.Card("", part.Form(part.FormProps{ID: "email", OnSubmit: p.submit},
			part.Button(part.ButtonProps{
				ID: "email-send", Label: m.T("email." + p.Kind + ".do"), Kind: part.Primary, Busy: p.form.busy}),
		)),
	)
}

// further leads to where the account is used, signed in or not.
func (p *EmailLink) further() app.UI {
	if p.m.Phase == session.SignedIn {
		return part.LinkButton(wire.RouteSecurity, p.m.T("app.security"), part.Primary)
	}
	return part.LinkButton(wire.RouteSignIn, p.m.T("app.signin"), part.Primary)
}

func (p *EmailLink) submit(app.Context, part.Values) {
	if !p.form.begin(p.token) {
		return
	}
	path := wire.PathEmailConfirm
	if p.Kind == emailUndo {
		path = wire.PathEmailUndo
	}
	send(p.ctx, "POST", path, wire.EmailToken{Token: p.token}, p.form.key, func(ctx app.Context, now wire.EmailChanged, err error) {
		if p.form.end(ctx, err) {
			p.done = now.Email
			part.Focus(ctx, "title")
		}
	})
}
