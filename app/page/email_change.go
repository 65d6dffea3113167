package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// emailChange is the card of /security that changes the account's address.
type emailChange struct {
	ctx  app.Context // the page's own
	now  answer[wire.EmailChange]
	of   string // the address that it was asked for
	form form
	open bool
	kept bool // a change was given up here

	typed string // address, with open
}

// follow asks anew when the account has another address, also when that was
// confirmed in another browser.
func (e *emailChange) follow(ctx app.Context, m session.Model) {
	e.ctx, e.form.prefix, e.form.draft = ctx, "email-", "email"
	if m.Me == nil || e.of == m.Me.Profile.Email {
		return
	}
	e.of, e.open, e.kept = m.Me.Profile.Email, false, false
	e.load(ctx)
}

func (e *emailChange) load(app.Context) {
	e.now.ask(e.ctx, func() (wire.EmailChange, error) { return live.Get[wire.EmailChange](wire.PathEmail) }, nil)
}

func (e *emailChange) view(m session.Model) app.UI {
	if m.Me == nil {
		return nil
	}
	return part.Card(m.T("email.title"),
		part.Summary(part.Fact{Label: m.T("email.now"), Value: app.Span().Text(m.Me.Profile.Email)}),
		app.Div().Class("stack").Attr("role", "status").Body(e.state(m)),
		app.Div().Class("stack").Body(e.body(m)),
	)
}

// state is a change that waits, or what came of giving it up.
func (e *emailChange) state(m session.Model) app.UI {
	switch now := e.now.Value; {
	case now.New != "":
		return part.Notice(part.Info, "", part.Text(m.T("email.waits", now.New, part.Exact(m, now.Until))), part.Muted(m.T("email.waits.none")))
	case e.kept:
		return part.Notice(part.Success, "", part.Text(m.T("email.kept")))
	}
	return nil
}

func (e *emailChange) body(m session.Model) app.UI {
	edit := part.Button(part.ButtonProps{ID: "email-edit", Label: m.T("email.edit"), OnClick: e.edit})
	switch {
	case e.now.Err != nil && !e.open:
		return part.NotLoaded(m, e.now.Err, "email", e.load)
	case !e.now.Here:
		return part.Loading(m)
	case m.Settings.ReachesNobody():
		return nobodyMails(m, "email.nobody")
	case e.open:
		return e.fields(m)
	case e.now.Value.New != "":
		return part.Row(edit, part.Button(part.ButtonProps{ID: "email-keep", Label: m.T("email.keep"), Kind: part.Plain, OnClick: e.keep}))
	}
	return edit
}

func (e *emailChange) fields(m session.Model) app.UI {
	return app.Div().Class("stack").Body(
		part.Group(e.form.summary(m)), // a slot: what is typed below keeps its place
		part.Text(m.T("email.what")),
		part.Text(m.T("email.keeps")),
		app.If(e.now.Value.Administers+e.now.Value.Grants > 0, func() app.UI {
			return part.Notice(part.Warning, "", part.Text(m.T("email.registry", m.Vendor(),
				strconv.Itoa(e.now.Value.Administers), strconv.Itoa(e.now.Value.Grants), m.Settings.SupportEmail)))
		}),
		part.Form(part.FormProps{ID: "email", Draft: e.form.kept(m), OnSubmit: e.submit},
			part.Field(part.FieldProps{ID: "email-email", Name: "email", Type: "email", Label: m.T("email.new"), Value: e.typed, Wide: true,
				AutoComplete: "email", InputMode: "email", Error: e.form.at(m, "email")}),
			part.Field(part.FieldProps{ID: "email-password", Name: "password", Type: "password", Label: m.T("email.password"), Wide: true,
				AutoComplete: "current-password", Error: e.form.at(m, "password")}),
			part.Row(
				part.Button(part.ButtonProps{ID: "email-send", Label: m.T("email.send"), Kind: part.Primary, Busy: e.form.busy}),
				part.Button(part.ButtonProps{ID: "email-close", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: e.close}),
			),
		),
	)
}

func (e *emailChange) edit(app.Context) {
	e.open, e.kept, e.typed = true, false, ""
	part.Focus(e.ctx, "email-email")
}

func (e *emailChange) close(app.Context) {
	e.open, e.form = false, form{prefix: "email-", draft: "email"}
	part.Focus(e.ctx, "email-edit")
}

func (e *emailChange) submit(ctx app.Context, v part.Values) {
	email, bad := validation.Email(v["email"])
	e.typed = fold("email-email", v["email"], email)
	found := present(bad)
	if v["password"] == "" {
		found = append(found, *validation.Password("", ""))
	}
	if len(found) > 0 {
		e.form.refuse(ctx, found)
		return
	}
	body := wire.ChangeEmail{Email: email, Password: v["password"]}
	if !e.form.begin(body) {
		return
	}
	send(e.ctx, "PUT", wire.PathEmail, body, e.form.key, func(ctx app.Context, now wire.EmailChange, err error) {
		if e.form.end(ctx, err) {
			e.now.Value, e.open = now, false
			part.Focus(ctx, "email-edit")
		}
	})
}

// keep gives a change up that waits.
func (e *emailChange) keep(app.Context) {
	send(e.ctx, "DELETE", wire.PathEmail, nil, live.NewKey(), func(ctx app.Context, now wire.EmailChange, err error) {
		if e.now.Err = err; err == nil {
			e.now.Value, e.kept = now, true
			part.Focus(ctx, "email-edit")
		}
	})
}

// lastSignInCard tells of the sign-in before this one and where from, as far as
// it is known (guide ja,「最終ログイン」).
func lastSignInCard(m session.Model) app.UI {
	if m.Me == nil {
		return nil
	}
	if m.Me.LastSignInAt.IsZero() {
		return part.Card(m.T("email.last"), part.Text(m.T("email.last.none")))
	}
	from := m.Me.LastSignInBrowser
	if m.Me.LastSignInAddress != "" {
		from = m.T("email.last.from", from, m.Me.LastSignInAddress)
	}
	return part.Card(m.T("email.last"),
		app.P().ID("last-sign-in").Body(app.Text(part.Exact(m, m.Me.LastSignInAt)), app.If(from != "", func() app.UI {
			return app.Span().Class("muted").Text(" " + from)
		})),
		part.Muted(m.T("email.last.unknown")))
}
