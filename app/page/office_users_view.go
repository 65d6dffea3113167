package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Render shows the tab.
func (p *OfficeUsers) Render() app.UI {
	refused := p.add.form.wrong() || p.end.form.wrong() || p.revoke.form.wrong()
	return p.office.shell(wire.RouteOffice, refused, p.load, func() []app.UI {
		return []app.UI{
			app.Div().Class("office-tools").Body(p.findForm(p.route("", 1), p.search), part.Row(p.addButton(),
				part.LinkButton(wire.OfficeRoute(wire.RouteOfficeBatch, p.office.scope), p.office.m.T("roster.open"), part.Secondary))),
			app.Div().ID("office-users").TabIndex(-1).Body(p.list()),
			p.addDialog(), p.endDialog(), p.revoke.dialog(p.office.m),
		}
	})
}

func (p *OfficeUsers) addButton() app.UI {
	return part.Button(part.ButtonProps{ID: "office-add", Label: p.office.m.T("office.add"), Kind: part.Primary, OnClick: p.openAdd})
}

// list is the page of users, or why there is none.
func (p *OfficeUsers) list() app.UI {
	m, users := p.office.m, p.users.Value
	switch {
	case p.users.Err != nil:
		return part.NotLoaded(m, p.users.Err, "users", p.load)
	case !p.users.Here:
		return part.Loading(m)
	case users.Total == 0 && p.find != "":
		return p.nobody(p.route("", 1))
	case users.Total == 0:
		return part.Empty(m.T("office.users.empty"), m.T("office.users.empty.do"), nil)
	}
	rows := make([]part.TableRow, 0, len(users.Users))
	for _, u := range users.Users {
		rows = append(rows, p.row(u))
	}
	return part.Card("",
		part.Table(m.T("office.users.caption"), []part.Column{
			{Label: m.T("office.user")}, {Label: m.T("office.level")}, {Label: m.T("office.how")},
			{Label: m.T("office.since")}, {Label: m.T("office.until")}, {Label: m.T("office.actions")},
		}, rows),
		part.Pager(m, part.PagerProps{ID: "users", From: users.From, Shown: len(users.Users), Total: users.Total,
			Page: p.page, Size: wire.UsersPage, OnPage: p.turn}))
}

func (p *OfficeUsers) row(u wire.OfficeUser) part.TableRow {
	m := p.office.m
	return part.TableRow{ID: u.Grant, Changed: p.marked[u.Grant], Cells: []app.UI{
		userCell(m, u),
		app.Text(m.T("level." + string(u.Level))),
		howCell(m, u),
		sinceDay(m, u.StartsAt),
		endCell(m, u),
		p.actions(u),
	}}
}

func userCell(m session.Model, u wire.OfficeUser) app.UI {
	_, second := scripts(m, u.Name, u.NameLocal)
	name := userName(m, u)
	return app.Div().Class("two-scripts").Body(
		app.Span().Body(
			app.Span().Class("name").Lang(langOf(name)).Text(name),
			app.If(u.Self, func() app.UI { return app.Span().Class("you").Text(m.T("office.you")) })),
		app.If(second != "", func() app.UI { return app.Span().Lang(langOf(second)).Text(second) }),
		app.If(name != u.Email, func() app.UI { return app.Span().Class("muted", "address").Text(u.Email) }),
		app.If(u.Company != "", func() app.UI { return app.Span().Class("muted").Lang(langOf(u.Company)).Text(u.Company) }),
	)
}

func userName(m session.Model, u wire.OfficeUser) string {
	return called(m, u.Name, u.NameLocal, u.Email)
}

// howCell says how the access came; a request's decision is one press away.
func howCell(m session.Model, u wire.OfficeUser) app.UI {
	return app.Div().Class("two-scripts").Body(
		app.Span().Text(m.T("office.how."+string(u.How))),
		app.If(u.Request != "", func() app.UI {
			return app.A().Class("link").Href(wire.QueueRoute(u.Request)).Text(nameOr(u.Reference, m.T("office.how.request")))
		}),
	)
}

func endCell(m session.Model, u wire.OfficeUser) app.UI {
	switch {
	case u.EndsAt.IsZero():
		return app.Span().Class("muted", "time").Text(m.T("office.no_end"))
	case u.Ended:
		return app.Span().Class("tags").Body(part.Day(m, u.EndsAt.UTC()), part.Tag(m.T("office.ended"), "quiet", "dash"))
	case !u.ConfirmBy.IsZero():
		return app.Span().Class("tags").Body(part.Day(m, u.EndsAt.UTC()), part.Tag(m.T("recertify.tag"), "act", "clock"))
	}
	return part.Day(m, u.EndsAt.UTC())
}

// actions are what can be done with an access. Nobody moves the end of their
// own.
func (p *OfficeUsers) actions(u wire.OfficeUser) app.UI {
	m := p.office.m
	label := "office.end.set"
	switch {
	case u.Ended:
		label = "office.end.again"
	case !u.EndsAt.IsZero():
		label = "office.end.change"
	}
	return app.Div().Class("row-actions").Body(
		app.If(!u.Self, func() app.UI {
			return part.Button(part.ButtonProps{ID: "end-" + u.Grant, Label: m.T(label), Hint: ": " + userName(m, u),
				OnClick: func(ctx app.Context) { p.openEnd(ctx, u.Grant) }})
		}),
		part.Button(part.ButtonProps{ID: "revoke-" + u.Grant, Label: m.T("revoke.row"), Kind: part.Danger,
			Hint: ": " + userName(m, u), OnClick: func(ctx app.Context) { p.openRevoke(ctx, u.Grant) }}),
	)
}
