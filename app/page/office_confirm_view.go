package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Render shows the tab.
func (p *OfficeConfirm) Render() app.UI {
	return p.office.shell(wire.RouteOfficeConfirm, p.gone.form.wrong(), p.load, func() []app.UI {
		return []app.UI{
			app.Div().Class("confirm-intro").Body(p.intro()),
			app.Div().Class("office-tools").Body(p.finder()),
			app.Div().Class("pick-tools").Body(p.pickTools()),
			app.Div().ID("office-users").TabIndex(-1).Class("queue", "stack").Body(p.list()...),
			app.Div().Class("pick-bar-place").Body(p.pickBar()),
			p.goneDialog(),
		}
	})
}

func (p *OfficeConfirm) intro() app.UI {
	m := p.office.m
	return app.Div().Class("stack").Body(
		app.If(p.users.Value.Total > 0, func() app.UI { return part.Text(m.T("recertify.intro")) }),
		app.If(m.Settings.RecertifyDays > 0, func() app.UI {
			return part.Muted(m.T("recertify.every", strconv.Itoa(m.Settings.RecertifyDays)))
		}),
	)
}

// finder looks for a user, where there is anybody to find.
func (p *OfficeConfirm) finder() app.UI {
	if p.users.Value.Total == 0 && p.find == "" {
		return nil
	}
	return p.findForm(p.route("", 1), p.search)
}

func (p *OfficeConfirm) pickTools() app.UI {
	n := len(p.pickable())
	if n < 2 {
		return nil
	}
	return part.Button(part.ButtonProps{ID: "pick-all", Label: p.office.m.T("batch.all", strconv.Itoa(n)), OnClick: p.pickAll})
}

// list is the page of accesses, or why there is none.
func (p *OfficeConfirm) list() []app.UI {
	m, users := p.office.m, p.users.Value
	switch {
	case p.users.Err != nil:
		return []app.UI{part.NotLoaded(m, p.users.Err, "users", p.load)}
	case !p.users.Here:
		return []app.UI{part.Loading(m)}
	case users.Total == 0 && p.find != "":
		return []app.UI{p.nobody(p.route("", 1))}
	case users.Total == 0:
		return []app.UI{part.Empty(m.T("recertify.none"), "", nil)}
	}
	rows := make([]part.TableRow, 0, len(users.Users))
	for _, u := range users.Users {
		rows = append(rows, p.row(u))
	}
	return []app.UI{
		part.Table(m.T("recertify.caption"), []part.Column{
			{Label: m.T("batch.pick")}, {Label: m.T("office.user")}, {Label: m.T("office.level")}, {Label: m.T("office.how")},
			{Label: m.T("office.since")}, {Label: m.T("recertify.by")}, {Label: m.T("recertify.answer")},
		}, rows),
		part.Pager(m, part.PagerProps{ID: "users", From: users.From, Shown: len(users.Users), Total: users.Total,
			Page: p.page, Size: wire.ConfirmPage, OnPage: p.turn}),
	}
}

func (p *OfficeConfirm) row(u wire.OfficeUser) part.TableRow {
	m := p.office.m
	return part.TableRow{ID: u.Grant, Changed: p.marked[u.Grant], Chosen: p.choice.IDs[u.Grant], Cells: []app.UI{
		p.pickCell(u),
		userCell(m, u),
		app.Text(m.T("level." + string(u.Level))),
		howCell(m, u),
		sinceDay(m, u.StartsAt),
		p.byCell(u),
		p.answers(u),
	}}
}

// byCell is the last day to answer, and how soon it is.
func (p *OfficeConfirm) byCell(u wire.OfficeUser) app.UI {
	m := p.office.m
	soon := session.EndsSoon(wire.Grant{EndsAt: u.ConfirmBy}, m.Now)
	return app.Div().Class("grant-end").Body(part.Day(m, u.ConfirmBy.UTC()), part.Group(
		app.If(soon, func() app.UI { return part.Tag(m.Words().EndingIn(u.ConfirmBy.Sub(m.Now)), "act", "clock") })))
}

// pickCell holds the row's box; one that cannot be picked has none.
func (p *OfficeConfirm) pickCell(u wire.OfficeUser) app.UI {
	if u.Self || p.office.m.Batch.Holds(u.Grant) {
		return app.Span()
	}
	return part.Pick(part.PickProps{
		ID: "pick-" + u.Grant, Label: p.office.m.T("recertify.pick", userName(p.office.m, u)), On: p.choice.IDs[u.Grant],
		OnPick: func(_ app.Context, shift bool) { p.pick(u.Grant, shift) },
	})
}

// answers are what can be said of an access: nothing of one's own, and nothing
// while an answer is on its way.
func (p *OfficeConfirm) answers(u wire.OfficeUser) app.UI {
	m := p.office.m
	switch {
	case m.Batch.Holds(u.Grant):
		return app.Span().Class("held").Body(part.Icon("clock"), app.Span().Text(m.T(whichever(m.Batch.Review.Needed, "recertify.held.needed", "recertify.held.gone"))))
	case u.Self:
		return app.Span().Class("muted").Text(m.T("recertify.yours"))
	}
	return app.Div().Class("stack").Body(
		app.Div().Class("row-actions").Body(
			part.Button(part.ButtonProps{ID: "needed-" + u.Grant, Label: m.T("recertify.needed"), Hint: ": " + userName(m, u),
				Busy: p.needs.busy && p.pressed == u.Grant, OnClick: func(app.Context) { p.confirm(u.Grant) }}),
			part.Button(part.ButtonProps{ID: "gone-" + u.Grant, Label: m.T("recertify.gone"), Kind: part.Danger, Hint: ": " + userName(m, u),
				OnClick: func(ctx app.Context) { p.openGone(ctx, u) }}),
		),
		part.Group(p.refused(m, u)),
	)
}

// refused says why the last press on a row did nothing.
func (p *OfficeConfirm) refused(m session.Model, u wire.OfficeUser) app.UI {
	if p.needs.err == nil || p.pressed != u.Grant {
		return nil
	}
	return part.Refused(m, p.needs.err, "needed")
}

// pickBar offers what can be said of what is selected.
func (p *OfficeConfirm) pickBar() app.UI {
	m, n := p.office.m, len(p.chosen())
	if n == 0 {
		return nil
	}
	count := m.T("batch.chosen", strconv.Itoa(n))
	content := []app.UI{app.Span().Class("pick-count").Text(count)}
	if m.Batch.Open() {
		content = append(content, part.Muted(m.T("batch.wait")))
	} else {
		content = append(content,
			part.Button(part.ButtonProps{ID: "all-needed", Label: m.T("recertify.needed"), Kind: part.Primary, OnClick: p.holdNeeded}),
			part.Button(part.ButtonProps{ID: "all-gone", Label: m.T("recertify.gone"), Kind: part.Danger, OnClick: p.openAllGone}))
	}
	content = append(content, part.Button(part.ButtonProps{ID: "pick-none", Label: m.T("batch.clear"), Kind: part.Plain, OnClick: p.pickNone}))
	return app.Div().Class("pick-bar").Role("group").Aria("label", count).Body(content...)
}
