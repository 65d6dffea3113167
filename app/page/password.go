package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// ForgotPassword is the page /password/forgot: ask for a mailed link.
type ForgotPassword struct {
	app.Compo

	ctx   app.Context
	m     session.Model
	form  form
	email string
	sent  bool
}

// OnMount starts listening.
func (p *ForgotPassword) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "forgot-"
	session.Observe(ctx, &p.m, readyWhenKnown(&p.m))
}

// Render draws the page.
func (p *ForgotPassword) Render() app.UI {
	m := p.m
	props := part.ShellProps{Title: m.T("account.forgot"), Public: true, Narrow: true, Errors: p.form.wrong(),
		Back: &part.Tab{Href: wire.RouteSignIn, Label: m.T("app.signin")}}
	if p.sent {
		return part.Shell(m, props, mailSent(m, m.T("account.forgot.done", p.email)))
	}
	if m.Settings.ReachesNobody() {
		return part.Shell(m, props, nobodyMails(m, "account.forgot.nobody"))
	}
	props.Lead = m.T("account.forgot.lead")
	return part.Shell(m, props,
		part.LocalMail(m),
		p.form.summary(m),
		part.Card("", part.Form(part.FormProps{ID: "forgot", OnSubmit: p.submit},
			part.Field(part.FieldProps{
				ID: "forgot-email", Name: "email", Type: "email", Label: m.T("account.email"), Wide: true,
				AutoComplete: "username", InputMode: "email", Value: p.email, Error: p.form.at(m, "email"),
			}),
			part.Button(part.ButtonProps{
				ID: "forgot-send", Label: m.T("account.forgot.send"), Kind: part.Primary, Busy: p.form.busy}),
		)),
	)
}

func (p *ForgotPassword) submit(ctx app.Context, v part.Values) {
	email, bad := validation.Email(v["email"])
	p.email = fold("forgot-email", v["email"], email)
	if bad != nil {
		p.form.refuse(ctx, present(bad))
		return
	}
	body := wire.ForgotPassword{Email: email, Language: string(p.m.Lang)}
	if !p.form.begin(body) {
		return
	}
	send(p.ctx, "POST", wire.PathPasswordReset, body, p.form.key, func(ctx app.Context, _ live.None, err error) {
		if p.sent = p.form.end(ctx, err); p.sent {
			part.Focus(ctx, "title")
		}
	})
}

// SetPassword is the page /password/set?token=: the end of a mailed link.
type SetPassword struct {
	app.Compo

	ctx   app.Context
	m     session.Model
	form  form
	token string
	done  bool
}

// OnMount starts listening.
func (p *SetPassword) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "set-"
	session.Observe(ctx, &p.m, readyWhenKnown(&p.m))
}

// OnNav reads the link's token.
func (p *SetPassword) OnNav(ctx app.Context) { p.token = ctx.Page().URL().Query().Get("token") }

// Render draws the page.
func (p *SetPassword) Render() app.UI {
	m := p.m
	props := part.ShellProps{Title: m.T("account.set"), Public: true, Narrow: true, Errors: p.form.wrong()}
	switch {
	case p.done:
		return part.Shell(m, props,
			part.Notice(part.Success, "", part.Text(m.T("account.set.done"))),
			part.Row(part.LinkButton(wire.RouteSignIn, m.T("app.signin"), part.Primary)))
	case p.token == "":
		return part.Shell(m, props,
			part.Notice(part.Warning, "", part.Text(m.T("account.set.notoken"))),
			part.Row(part.LinkButton(wire.RouteForgotPassword, m.T("account.set.again"), part.Secondary)))
	}
	field := newPassword(m, "account.password.new")
	field.ID, field.Name, field.Wide, field.Error = "set-password", "password", true, p.form.at(m, "password")
	return part.Shell(m, props,
		p.form.summary(m),
		part.Card("", part.Form(part.FormProps{ID: "set", OnSubmit: p.submit},
			part.Field(field),
			part.Row(
				part.Button(part.ButtonProps{
					ID: "set-send", Label: m.T("account.set.send"), Kind: part.Primary, Busy: p.form.busy}),
				part.Link(wire.RouteForgotPassword, m.T("account.set.again")),
			),
		)),
	)
}

func (p *SetPassword) submit(ctx app.Context, v part.Values) {
	if bad := validation.Password(v["password"], ""); bad != nil {
		p.form.refuse(ctx, present(bad))
		return
	}
	body := wire.SetPassword{Token: p.token, Password: v["password"]}
	if !p.form.begin(body) {
		return
	}
	send(p.ctx, "POST", wire.PathPasswordSet, body, p.form.key, func(ctx app.Context, _ live.None, err error) {
		if p.done = p.form.end(ctx, err); p.done {
			part.Focus(ctx, "title")
		}
	})
}

// readyWhenKnown marks a page ready that needs nothing but the start.
func readyWhenKnown(m *session.Model) func(app.Context) {
	return func(ctx app.Context) {
		if m.Phase == session.SignedIn || m.Phase == session.SignedOut {
			part.Ready(ctx)
		}
	}
}
