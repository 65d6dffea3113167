package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Personal is the page /personal: personal and company information in Latin
// and Japanese script (Japanese guide, "Account Profile").
type Personal struct {
	app.Compo

	ctx   app.Context
	m     session.Model
	form  form
	base  wire.Profile // as it was where the form differs from it, else as it is
	draft wire.Profile // as it stands in the form
	saved bool
}

// OnMount starts listening.
func (p *Personal) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "profile-"
	session.Observe(ctx, &p.m, p.changed)
}

// changed takes the account's profile into the fields that were not touched.
func (p *Personal) changed(ctx app.Context) {
	if !session.Need(ctx, p.m) {
		return
	}
	p.base, p.draft = follow(p.base, p.draft, pending(p.m))
	part.Ready(ctx)
}

// Render draws the page.
func (p *Personal) Render() app.UI {
	m := p.m
	return part.Shell(m, part.ShellProps{
		Title: m.T("account.profile"), Active: wire.RoutePersonal, Errors: p.form.wrong(),
	}, p.content()...)
}

func (p *Personal) content() []app.UI {
	m := p.m
	if m.Me == nil {
		return nil
	}
	return []app.UI{
		p.lastSignIn(),
		p.form.summary(m),
		p.notice(),
		part.Form(part.FormProps{ID: "profile", Draft: p.kept(), OnRestored: p.restored, OnRefused: p.refused, OnSubmit: p.submit},
			part.Card(m.T("account.personal"),
				app.Div().Class("pairs").Body(append(p.fields(personalFields(m.Lang)), p.country())...),
				part.Summary(
					part.Fact{Label: m.T("account.email"), Value: app.Div().Body(
						app.Span().Text(m.Me.Profile.Email+" "), part.Link(wire.RouteSecurity+"#email-edit", m.T("email.edit")))},
					part.Fact{Label: m.T("account.username"), Value: app.Div().Body(
						part.Code(m.Me.Profile.Username), part.Muted(m.T("account.username.hint")))},
				),
			),
			part.Card(m.T("account.company"),
				part.Muted(m.T("account.company.hint")),
				app.Div().Class("pairs").Body(p.fields(companyFields())...),
			),
			app.Div().Class("form-end").Body(
				part.Button(part.ButtonProps{
					ID: "profile-save", Label: m.T("app.save"), Kind: part.Primary, Busy: p.form.busy}),
				app.If(p.draft != p.base, func() app.UI { return part.Muted(m.T("account.unsaved")) }),
			),
		),
	}
}

func (p *Personal) kept() part.Draft {
	draft := part.DraftOf(p.m, "profile")
	draft.Was = p.was
	return draft
}

// lastSignIn tells of the sign-in before this one; at the first there is none.
func (p *Personal) lastSignIn() app.UI {
	m := p.m
	if m.Me.LastSignInAt.IsZero() {
		return nil
	}
	return part.Muted(m.T("account.profile.last", part.Exact(m, m.Me.LastSignInAt)))
}

func (p *Personal) notice() app.UI {
	m := p.m
	_, waits := m.UnsentTo(wire.PathProfile)
	switch {
	case waits:
		return part.Notice(part.Warning, "", part.Text(m.T("unsent.profile.saved")), part.Link(wire.RouteUnsent, m.T("unsent.show")))
	case p.saved:
		return part.Notice(part.Success, "", part.Text(m.T("account.saved")))
	case validation.CompanyMissing(pending(m)):
		return part.Notice(part.Warning, m.T("account.missing"), part.Text(m.T("account.company.hint")))
	}
	return nil
}

func (p *Personal) fields(list []profileField) []app.UI {
	items := make([]app.UI, 0, len(list))
	for _, f := range list {
		items = append(items, part.Field(part.FieldProps{
			ID: "profile-" + f.name, Name: f.name, Label: p.m.T(f.label), Value: *f.of(&p.draft),
			AutoComplete: f.autocomplete, Lang: f.lang, InputMode: f.inputMode, Wide: true,
			Error:   p.form.at(p.m, f.name),
			OnLeave: func(_ app.Context, typed string) { p.leave(f, typed) },
		}))
	}
	return items
}

// leave checks the field that was left, and shows what it became.
func (p *Personal) leave(f profileField, typed string) {
	p.saved = false
	*f.of(&p.draft) = typed
	canonical, found := p.check()
	*f.of(&p.draft) = fold("profile-"+f.name, typed, *f.of(&canonical))
	p.form.err = nil
	p.form.leave(f.name, found...)
}

// check is what the form would save, and what is wrong with it.
func (p *Personal) check() (wire.Profile, []wire.FieldError) {
	canonical, found := validation.Profile(p.draft)
	return canonical, append(found, validation.Latin(canonical, p.base)...)
}

func (p *Personal) submit(ctx app.Context, v part.Values) {
	p.saved = false
	for _, f := range profileFields() {
		if typed, ok := v[f.name]; ok {
			*f.of(&p.draft) = typed
		}
	}
	canonical, found := p.check()
	for _, f := range profileFields() {
		fold("profile-"+f.name, *f.of(&p.draft), *f.of(&canonical))
	}
	p.draft = canonical
	if len(found) > 0 {
		p.form.refuse(ctx, sorted(found, fieldNames(p.m.Lang)...))
		return
	}
	if !p.form.begin([2]wire.Profile{canonical, p.base}) {
		return
	}
	o, change := profileChange(), wire.ProfileChange{Profile: canonical, Base: new(p.base)}
	o.Key = p.form.key
	p.ctx.Async(func() {
		me, err := session.Deliver[wire.Me](p.ctx, o, change)
		p.ctx.Dispatch(func(ctx app.Context) { p.answered(ctx, me, err) })
	})
}

// refused shows why the change was refused while it waited.
func (p *Personal) refused(why *wire.Problem) {
	p.ctx.Dispatch(func(ctx app.Context) {
		p.form.end(ctx, why)
		p.base = changedTo(p.base, why)
	})
}

// answered takes the server's answer, or that there is none yet.
func (p *Personal) answered(ctx app.Context, me wire.Me, err error) {
	waits := session.IsUnsent(err)
	if waits {
		err = nil
	}
	if !p.form.end(ctx, err) {
		p.base = changedTo(p.base, err)
		return
	}
	part.EndDraft(ctx, p.m, "profile")
	if waits { // the notice tells of it for as long as it waits
		return
	}
	p.saved = true
	p.base, p.draft = me.Profile, me.Profile
	session.Dispatch(ctx, session.MeLoaded{Me: me})
	session.Announce(p.m.T("account.saved"))
}
