package page

import (
	"net/url"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// SignIn is the page /signin: e-mail and password, the ready people of an
// example, and the way back to the page that asked (?next=). A mailed link
// that confirms an address leads here as well (?confirm=).
type SignIn struct {
	app.Compo

	ctx     app.Context
	m       session.Model
	form    form
	waits   *confirmation // of the address, before it may sign in
	email   string
	confirm string // token of the mailed link, "" for none
	next    string // page that asked to sign in, "" for none
	shared  bool   // the computer is
}

const signInPrefix = "signin-"

// OnMount starts listening.
func (p *SignIn) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, signInPrefix
	p.led(ctx.Page().URL().Query()) // which a refusal's words depend on
	if refused, _, ok := live.Given[wire.Refused](wire.RouteSignIn); ok {
		p.refuse(refused)
	}
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav reads what led here.
func (p *SignIn) OnNav(ctx app.Context) { p.led(ctx.Page().URL().Query()) }

func (p *SignIn) led(query url.Values) {
	p.confirm, p.next = query.Get("confirm"), query.Get("next")
}

// refuse shows why the form was refused that was sent without the program.
func (p *SignIn) refuse(r wire.Refused) {
	p.email, p.shared = r.Email, r.Shared
	p.form.refused = true
	p.form.settle(&r.Problem)
	if p.form.found = r.Problem.Fields; len(p.form.found) == 0 {
		p.form.err = &r.Problem
	}
	p.await(&r.Problem)
}

// await shows that the mailed link comes first, in place of an error.
func (p *SignIn) await(err error) bool {
	problem := part.ProblemOf(err)
	if problem.Code != wire.CodeEmailUnconfirmed {
		return false
	}
	c := unconfirmed(p.ctx, p.email, problem, p.confirm != "")
	p.waits, p.form.err, p.form.refused = &c, nil, false
	return true
}

// changed leads on as soon as somebody is signed in, here or in another tab. A
// link that confirms an address still wants a sign-in.
func (p *SignIn) changed(ctx app.Context) {
	switch {
	case p.m.Phase == session.SignedIn && p.confirm == "":
		session.Replace(session.Next(ctx.Page().URL()))
	case p.m.Phase == session.SignedOut:
		part.Ready(ctx)
	}
}

// Render draws the page.
func (p *SignIn) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{
		Title: m.T("account.signin"), Lead: m.T("account.signin.lead"), Public: true, Narrow: true, Errors: p.form.wrong(),
	},
		p.why(),
		p.form.summary(m),
		p.awaited(),
		part.Card("", part.Form(part.FormProps{ID: "signin", OnSubmit: p.submit},
			part.Field(part.FieldProps{
				ID: "signin-email", Name: "email", Type: "email", Label: m.T("account.email"),
				AutoComplete: "username", InputMode: "email", Value: p.email, Error: p.form.at(m, "email"),
				OnLeave: p.leaveEmail, Wide: true,
			}),
			part.Field(part.FieldProps{
				ID: "signin-password", Name: "password", Type: "password", Label: m.T("account.password"),
				AutoComplete: "current-password", Error: p.form.at(m, "password"), Wide: true,
			}),
			part.Checkbox(part.CheckboxProps{
				ID: "signin-shared", Name: "shared", Label: m.T("account.shared"), Checked: p.shared, OnChange: p.share,
				Link: app.P().Class("hint").Text(m.T("account.shared.hint")),
			}),
			part.Row(
				part.Button(part.ButtonProps{ID: "signin-send", Label: m.T("account.signin"), Kind: part.Primary, Busy: p.form.busy}),
				part.Link(wire.RouteForgotPassword, m.T("account.signin.forgot")),
			),
		)),
		part.Row(part.Muted(m.T("account.signin.noaccount")), part.Link(wire.RouteRegister, m.T("app.register"))),
		signInHelp(m),
		p.demo(),
	)
}

func (p *SignIn) awaited() app.UI {
	if p.waits == nil {
		return nil
	}
	return p.waits.view(p.m, part.Link(wire.RouteRegister, p.m.T("account.confirm.wrong.register")))
}

// why says what led here, when something did.
func (p *SignIn) why() app.UI {
	m := p.m
	switch {
	case p.waits != nil:
		return nil
	case p.confirm != "":
		return part.Notice(part.Info, "", part.Text(m.T("account.signin.confirm")))
	case m.Left == "signed_out":
		return part.Notice(part.Success, "", part.Text(m.T("account.signin.ended")))
	case i18n.Has("account.signin." + m.Left):
		return part.Notice(part.Warning, "", part.Text(m.T("account.signin."+m.Left)))
	case p.next != "":
		return part.Notice(part.Info, "", part.Text(m.T("account.signin.first")))
	}
	return nil
}

// demo offers the ready people of an example.
func (p *SignIn) demo() app.UI {
	m := p.m
	if len(m.Settings.Demo) == 0 {
		return nil
	}
	people := make([]app.UI, 0, len(m.Settings.Demo))
	for i, d := range m.Settings.Demo {
		who := m.T("demo."+d.Who, m.Vendor())
		person := app.Button().ID("demo-"+d.Who).Class("demo-person").Body(
			app.Span().Class("demo-who").Text(who), app.Span().Class("muted").Text(d.Email),
		)
		people = append(people, app.Li().Body(part.Form(part.FormProps{
			ID: "demo-form-" + d.Who, Class: "demo-form",
			Hidden:   []part.Hidden{{Name: "email", Value: d.Email}, {Name: "password", Value: d.Password}},
			OnSubmit: func(app.Context, part.Values) { p.enter(i) },
		}, person)))
	}
	return part.Card(m.T("demo.title"), part.Muted(m.T("demo.about")), app.Ul().Class("demo").Body(people...))
}

// enter fills in a ready person and signs in.
func (p *SignIn) enter(i int) {
	d := p.m.Settings.Demo[i]
	p.email = d.Email
	part.SetValue("signin-email", d.Email)
	part.SetValue("signin-password", d.Password)
	p.send(d.Email, d.Password)
}

func (p *SignIn) leaveEmail(_ app.Context, typed string) {
	email, bad := validation.Email(typed)
	p.email = fold("signin-email", typed, email)
	p.form.err = nil
	p.form.leave("email", present(bad)...)
}

func (p *SignIn) submit(ctx app.Context, v part.Values) {
	email, bad := validation.Email(v["email"])
	p.email = fold("signin-email", v["email"], email)
	found := present(bad)
	if v["password"] == "" {
		found = append(found, present(validation.Password("", ""))...)
	}
	if len(found) > 0 {
		p.form.refuse(ctx, found)
		return
	}
	p.shared = v["shared"] != ""
	p.send(email, v["password"])
}

func (p *SignIn) send(email, password string) {
	body := wire.SignIn{Email: email, Password: password, Confirm: p.confirm, Shared: p.shared}
	if !p.form.begin(nil) { // a sign-in has a key of its own
		return
	}
	p.waits = nil
	p.ctx.Async(func() {
		me, err := session.SignIn(body)
		p.ctx.Dispatch(func(ctx app.Context) {
			if p.form.end(ctx, err) {
				p.confirm = ""
				session.Dispatch(ctx, session.MeLoaded{Me: me})
				return
			}
			part.SetValue("signin-password", "")
			if p.await(err) {
				part.Focus(ctx, confirmationID)
			}
		})
	})
}

func (p *SignIn) share(_ app.Context, yes bool) { p.shared = yes }
