package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Register is the page /register: a new account. The answer is the same for a
// known and an unknown address; the mail says the rest.
type Register struct {
	app.Compo

	ctx   app.Context
	m     session.Model
	form  form
	typed wire.Register // without the password, which only the field holds
	sent  *confirmation // once it went through
}

// OnMount starts listening.
func (p *Register) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "register-"
	session.Observe(ctx, &p.m, func(ctx app.Context) {
		if p.m.Phase == session.SignedOut {
			part.Ready(ctx)
		}
	})
}

// Render draws the page.
func (p *Register) Render() app.UI {
	m := p.m
	if p.sent != nil {
		return part.Shell(m, part.ShellProps{Title: m.T("account.register.done"), Public: true, Narrow: true},
			p.sent.view(m, part.Button(part.ButtonProps{
				ID: "register-wrong", Label: m.T("account.confirm.wrong"), Kind: part.Plain, OnClick: p.correct})),
			part.Row(part.Muted(m.T("account.confirm.done")), part.Link(wire.RouteSignIn, m.T("app.signin"))))
	}
	if m.Settings.ReachesNobody() {
		return part.Shell(m, part.ShellProps{Title: m.T("account.register"), Public: true, Narrow: true},
			nobodyMails(m, "account.register.nobody"),
			part.Row(part.Muted(m.T("account.register.known")), part.Link(wire.RouteSignIn, m.T("app.signin"))))
	}
	return part.Shell(m, part.ShellProps{
		Title: m.T("account.register"), Lead: m.T("account.register.lead"), Public: true, Narrow: true, Errors: p.form.wrong(),
	},
		part.LocalMail(m),
		p.form.summary(m),
		part.Card("", part.Form(part.FormProps{ID: "register", Draft: part.DraftOf(m, "register"), OnSubmit: p.submit},
			p.names(),
			p.field("email", part.FieldProps{
				Type: "email", Label: m.T("account.email"), Hint: m.T("account.email.hint"),
				AutoComplete: "username", InputMode: "email", Value: p.typed.Email,
			}),
			p.field("password", newPassword(m, "account.password")),
			part.Button(part.ButtonProps{
				ID: "register-send", Label: m.T("account.register.send"), Kind: part.Primary, Busy: p.form.busy}),
		)),
		part.Row(part.Muted(m.T("account.register.known")), part.Link(wire.RouteSignIn, m.T("app.signin"))),
	)
}

// names asks the name in the reader's order: family name first in Japanese.
// Either script will do: the desk puts each part where it belongs.
func (p *Register) names() app.UI {
	m := p.m
	given := p.field("given_name", part.FieldProps{
		Label: m.T("account.register.given_name"), Hint: m.T("account.register.script"), AutoComplete: "given-name", Value: p.typed.GivenName})
	family := p.field("family_name", part.FieldProps{
		Label: m.T("account.register.family_name"), Hint: m.T("account.register.script"), AutoComplete: "family-name", Value: p.typed.FamilyName})
	return app.Div().Class("pair").Body(inOrder(m, given, family)...)
}

func (p *Register) field(name string, f part.FieldProps) app.UI {
	f.ID, f.Name, f.Wide = "register-"+name, name, true
	f.Error = p.form.at(p.m, name)
	f.OnLeave = func(app.Context, string) { p.leave(name) }
	return part.Field(f)
}

// leave checks one field, with the others as they stand.
func (p *Register) leave(name string) {
	r := p.read(part.FormValues("register"))
	canonical, found := validation.Register(r)
	p.take(r, canonical)
	p.form.leave(name, found...)
	for _, other := range validation.NameFields(r.Language) {
		if p.form.at(p.m, other) != "" { // one of them is enough
			p.form.leave(other, found...)
		}
	}
}

// take keeps what was typed and shows it folded.
func (p *Register) take(typed, canonical wire.Register) {
	p.typed = canonical
	p.typed.Password = ""
	fold("register-email", typed.Email, canonical.Email)
	fold("register-given_name", typed.GivenName, canonical.GivenName)
	fold("register-family_name", typed.FamilyName, canonical.FamilyName)
}

func (p *Register) read(v part.Values) wire.Register {
	return wire.Register{
		Email: v["email"], Password: v["password"], Language: string(p.m.Lang),
		GivenName: v["given_name"], FamilyName: v["family_name"],
	}
}

func (p *Register) submit(ctx app.Context, v part.Values) {
	r := p.read(v)
	canonical, found := validation.Register(r)
	p.take(r, canonical)
	if len(found) > 0 {
		p.form.refuse(ctx, sorted(found, append(validation.NameFields(r.Language), "email", "password")...))
		return
	}
	if !p.form.begin(canonical) {
		return
	}
	send(p.ctx, "POST", wire.PathAccounts, canonical, p.form.key, func(ctx app.Context, mail wire.LinkMailed, err error) {
		if p.form.end(ctx, err) {
			c := mailed(p.ctx, canonical.Email, mail.Until)
			p.sent = &c
			part.EndDraft(ctx, p.m, "register")
			part.Focus(ctx, "title")
		}
	})
}

// correct shows the form once more, with what was typed but the password.
func (p *Register) correct(app.Context) {
	p.sent = nil
	part.Focus(p.ctx, "register-email")
}

// newPassword asks for a new password; key is its label's.
func newPassword(m session.Model, key string) part.FieldProps {
	return part.FieldProps{
		Type: "password", Label: m.T(key), AutoComplete: "new-password",
		Hint: m.T("account.password.hint", strconv.Itoa(validation.MinPassword)),
	}
}

// mailSent says that a mail is on its way and what to do when it is not.
func mailSent(m session.Model, text string) app.UI {
	return part.Notice(part.Success, "", part.Text(text), part.Muted(m.T("account.nomail", m.Settings.SupportEmail)), part.LocalMail(m))
}

// nobodyMails says what cannot be done without mail, and whom to write to.
func nobodyMails(m session.Model, key string) app.UI {
	return app.P().Body(app.Text(m.T(key)+" "), part.MailLink(m.Settings.SupportEmail))
}

// inOrder puts given and family name in the order of the page's language.
func inOrder(m session.Model, given, family app.UI) []app.UI {
	if m.Lang == "ja" {
		return []app.UI{family, given}
	}
	return []app.UI{given, family}
}
