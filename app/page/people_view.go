package page

import (
	"cmp"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/wire"
)

// Render shows the people found.
func (p *People) Render() app.UI {
	m := p.m
	return operatorShell(m, part.ShellProps{
		Title: m.T("people.title"), Lead: m.T("people.intro"), Active: wire.RoutePeople, Wide: true},
		app.Div().Attr("role", "search").Class("find-line").Body(
			part.Form(part.FormProps{ID: "people-find-form", OnSubmit: p.search},
				part.Field(part.FieldProps{ID: "people-find", Name: "find", Type: "search",
					Label: m.T("people.find"), Value: p.find, InputMode: "email"}),
				part.Button(part.ButtonProps{ID: "people-find-go", Label: m.T("app.find")}),
			),
		),
		app.Div().Class("told").Attr("role", "status").Body(p.told()),
		app.Div().Body(p.found()),
		p.dialog(),
		p.eraseDialog(),
	)
}

func (p *People) told() app.UI {
	m, done := p.m, p.change.Done
	switch {
	case p.erase.done != "":
		return part.Notice(part.Success, m.T("people.erased", p.erase.done))
	case done == nil:
		return nil
	}
	return part.Notice(part.Success, m.T("people.changed", nameOr(done.Name, done.Email), roleText(m.T, done.Role)))
}

func (p *People) found() app.UI {
	m := p.m
	switch {
	case p.list.Err != nil:
		return part.NotLoaded(m, p.list.Err, "people", p.retry)
	case !p.list.Here:
		return part.Loading(m)
	case len(p.people) == 0 && p.find != "":
		return part.Empty(m.T("people.none", p.find), m.T("people.none.text"), nil)
	case len(p.people) == 0:
		return part.Empty(m.T("people.empty"), "", nil)
	}
	rows := make([]part.TableRow, 0, len(p.people))
	for _, person := range p.people {
		rows = append(rows, p.row(person))
	}
	return part.Card("",
		part.Table(m.T("people.title"), []part.Column{
			{Label: m.T("people.name")}, {Label: m.T("people.company")},
			{Label: m.T("people.role")}, {Label: m.T("people.since")}, {Label: m.T("people.actions")},
		}, rows),
		app.If(p.list.Value.Next != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "people-more", Label: m.T("app.more"), Busy: p.list.Busy, OnClick: p.more})
		}),
	)
}

func (p *People) row(person wire.Person) part.TableRow {
	m := p.m
	tone := "wait"
	if person.Role == access.RoleCustomer {
		tone = "quiet"
	}
	since := part.Muted(m.T("people.registry"))
	switch {
	case person.NoPassword:
		since = part.Muted(m.T("people.no_password"))
	case person.ID != "":
		since = part.Day(m, m.Zone.In(person.CreatedAt))
	}
	return part.TableRow{ID: person.Email, Cells: []app.UI{
		twoScripts(m, nameOr(person.Name, person.Email), "", when(person.Name != "", person.Email)),
		part.Local(person.Company, langOf(person.Company)),
		part.Tag(roleText(m.T, person.Role), tone, ""),
		since,
		p.rowAction(person),
	}}
}

func (p *People) rowAction(person wire.Person) app.UI {
	m := p.m
	if m.Me != nil && person.ID == m.Me.ID {
		return app.Span().Class("muted").Text(m.T("people.own"))
	}
	hint := ": " + nameOr(person.Name, person.Email)
	return app.Div().Class("row-actions").Body(
		part.Button(part.ButtonProps{ID: "role-" + cmp.Or(person.ID, person.Email), Label: m.T("people.change"), Hint: hint,
			OnClick: func(ctx app.Context) { p.open(ctx, person.Email) }}),
		app.If(person.ID != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "erase-" + person.ID, Label: m.T("people.erase"), Hint: hint, Kind: part.Danger,
				OnClick: func(ctx app.Context) { p.openErase(ctx, person.ID) }})
		}),
	)
}

// dialog asks for the new role and says what changing it does.
func (p *People) dialog() app.UI {
	m, c := p.m, p.change
	name := nameOr(c.Person.Name, c.Person.Email)
	wrong, warning := "", "people.change.warning"
	if c.Person.ID == "" {
		warning = "people.change.registry"
	}
	if c.Unchosen {
		wrong = m.T("people.change.pick")
	}
	return part.Dialog(part.DialogProps{ID: roleDialog, Title: m.T("people.change.title", name), Close: m.T("app.close")},
		part.Form(part.FormProps{ID: "role-form", OnSubmit: p.confirm},
			part.Radios(part.ChoiceProps{ID: "role", Label: m.T("people.role"), Error: wrong,
				Value: string(c.Role), OnChoose: p.choose, Choices: []part.Choice{
					roleChoice(m.T, access.RoleCustomer), roleChoice(m.T, access.RoleReviewer), roleChoice(m.T, access.RoleOperator)}}),
			part.Muted(m.T(warning, name)),
			app.Div().Body(app.If(c.Failure != nil, func() app.UI { return part.Refused(m, c.Failure, "role") })),
			part.Row(
				part.Button(part.ButtonProps{ID: "role-do", Label: m.T("people.change.do", roleText(m.T, c.Role)),
					Kind: part.Primary, Busy: c.Busy}),
				part.Button(part.ButtonProps{ID: "role-cancel", Label: m.T("people.change.cancel"), Kind: part.Plain, OnClick: p.cancel}),
			),
		),
	)
}

// words is session.Model's T.
type words func(key string, args ...string) string

func roleText(t words, role access.Role) string {
	if role == "" {
		return ""
	}
	return t("people.role." + string(role))
}

func roleChoice(t words, role access.Role) part.Choice {
	return part.Choice{Value: string(role), Label: roleText(t, role), Hint: t("people.role." + string(role) + ".what")}
}

// nameOr is what a person is called: their name, or their address while they
// have told none.
func nameOr(name, email string) string {
	if name == "" {
		return email
	}
	return name
}
