package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// reviews reports whether the person is a reviewer, who manages every contract.
func (o *office) reviews() bool { return o.m.Me != nil && o.m.Me.Role == access.RoleReviewer }

// Render shows the tab.
func (p *OfficeAdministrators) Render() app.UI {
	refused := p.naming.wrong() || p.hand.form.wrong() || p.leave.form.wrong()
	return p.office.shell(wire.RouteOfficeAdmins, refused, p.load, func() []app.UI {
		return []app.UI{p.list(), app.Div().Class("office-cards").Body(p.nameCard(), part.Group(p.leaveCard())),
			p.handDialog(), p.leaveDialog()}
	})
}

func (p *OfficeAdministrators) list() app.UI {
	m := p.office.m
	all, total := p.shown()
	switch {
	case p.find != "" && p.found.Err != nil:
		return part.Stack(p.findForm(), part.NotLoaded(m, p.found.Err, "admins", p.look))
	case p.find != "" && !p.found.Here:
		return part.Stack(p.findForm(), part.Loading(m))
	case p.find != "" && len(all) == 0:
		return part.Stack(p.findForm(), part.Empty(m.T("admins.find.none", p.find), m.T("admins.find.none.do"), nil))
	case len(all) == 0:
		return part.Empty(m.T("admins.none"), m.T("admins.none.do", m.Vendor()), nil)
	}
	columns := []part.Column{{Label: m.T("admins.person")}, {Label: m.T("admins.since")}, {Label: m.T("admins.account")}}
	if p.office.reviews() {
		columns = append(columns, part.Column{Label: m.T("office.actions")})
	}
	rows := make([]part.TableRow, 0, len(all))
	for _, a := range all {
		rows = append(rows, p.row(a))
	}
	return part.Card("", part.Muted(m.T("admins.text")), p.findForm(), part.Table(m.T("admins.caption"), columns, rows),
		app.If(total > len(all), func() app.UI { return part.Muted(m.T("admins.more", strconv.Itoa(total-len(all)))) }))
}

// findForm looks for an administrator where not all are shown.
func (p *OfficeAdministrators) findForm() app.UI {
	m, v := p.office.m, p.office.view.Value
	if p.find == "" && v.Scope.Administrators <= len(v.Administrators) {
		return nil
	}
	return app.Div().Attr("role", "search").Class("find-line").Body(
		part.Form(part.FormProps{ID: "admins-find-form", OnSubmit: p.search},
			part.Field(part.FieldProps{ID: "admins-find", Name: "find", Type: "search", Label: m.T("admins.find"), Value: p.find, InputMode: "email"}),
			part.Button(part.ButtonProps{ID: "admins-find-go", Label: m.T("app.find")}),
			app.If(p.find != "", func() app.UI {
				return part.Link(wire.OfficeRoute(wire.RouteOfficeAdmins, p.office.scope), m.T("office.clear"))
			}),
		))
}

func (p *OfficeAdministrators) row(a wire.OfficeAdministrator) part.TableRow {
	m := p.office.m
	since, account := app.UI(app.Span().Class("muted").Text(m.T("admins.registry"))), "admins.account.no"
	if !a.Since.IsZero() {
		since = part.Time(m, a.Since)
	}
	if a.Account {
		account = "admins.account.yes"
	}
	cells := []app.UI{
		userCell(m, wire.OfficeUser{Email: a.Email, Name: a.Name, NameLocal: a.NameLocal, Self: a.Self}),
		since, app.Text(m.T(account)),
	}
	if p.office.reviews() {
		email := a.Email
		cells = append(cells, part.Button(part.ButtonProps{ID: "release-" + email, Label: m.T("admins.release"), Kind: part.Danger,
			Hint: ": " + administratorName(m, a), OnClick: func(ctx app.Context) { p.openLeave(ctx, email) }}))
	}
	return part.TableRow{ID: a.Email, Cells: cells}
}

func administratorName(m session.Model, a wire.OfficeAdministrator) string {
	return called(m, a.Name, a.NameLocal, a.Email)
}

func (p *OfficeAdministrators) nameCard() app.UI {
	m, f := p.office.m, &p.naming
	title, text := "admins.name.reviewer", "admins.name.text.reviewer"
	if p.office.view.Value.Mine {
		title, text = "admins.name", "admins.name.text"
	}
	return part.Card(m.T(title),
		part.Form(part.FormProps{ID: "name-form", Draft: f.kept(m), OnSubmit: p.name},
			f.summary(m),
			part.Text(m.T(text)),
			part.Field(part.FieldProps{ID: "name-email", Name: "email", Type: "email", InputMode: "email", AutoComplete: "off",
				Label: m.T("admins.email"), Value: p.typed, Error: f.at(m, "email"), OnLeave: p.leaveName}),
			part.Row(part.Button(part.ButtonProps{ID: "name-do", Label: m.T("admins.name.do"), Kind: part.Primary, Busy: f.busy})),
		))
}

// leaveCard is the way out for one who administers.
func (p *OfficeAdministrators) leaveCard() app.UI {
	m := p.office.m
	if _, ok := p.self(); !ok {
		return nil
	}
	return part.Card(m.T("admins.leave"),
		part.Text(m.T("admins.leave.text")),
		part.Row(
			part.Button(part.ButtonProps{ID: "office-hand", Label: m.T("admins.hand"), OnClick: p.openHand}),
			part.Button(part.ButtonProps{ID: "office-leave", Label: m.T("admins.down"), Kind: part.Danger, OnClick: p.stepDown}),
		))
}

func (p *OfficeAdministrators) handDialog() app.UI {
	m, f := p.office.m, &p.hand.form
	return part.Dialog(part.DialogProps{ID: handDialogID, Title: m.T("admins.hand.title", identifierText(m, p.office.scope)), Close: m.T("app.close")},
		part.Keyed("hand-"+strconv.Itoa(p.hand.turn), part.Form(part.FormProps{ID: "hand-form", Draft: f.kept(m), OnSubmit: p.sendHand},
			f.summary(m),
			part.Text(m.T("admins.hand.text")+" "+m.T("admins.leave.text")),
			part.Field(part.FieldProps{ID: "hand-successor", Name: "successor", Type: "email", InputMode: "email", AutoComplete: "off",
				Label: m.T("admins.hand.who"), Value: p.hand.to, Error: f.at(m, "successor"), Wide: true}),
			part.Row(
				part.Button(part.ButtonProps{ID: "hand-do", Label: m.T("admins.hand.do"), Kind: part.Primary, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "hand-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelHand}),
			),
		)))
}

func (p *OfficeAdministrators) leaveDialog() app.UI {
	m, f, who := p.office.m, &p.leave.form, p.leave.who
	title, do := m.T("admins.release.title", administratorName(m, who)), "admins.release.do"
	if who.Self {
		title, do = m.T("admins.down.title", identifierText(m, p.office.scope)), "admins.down.do"
	}
	return part.Dialog(part.DialogProps{ID: leaveDialogID, Title: title, Close: m.T("app.close")},
		part.Keyed("leave-"+strconv.Itoa(p.leave.turn), part.Form(part.FormProps{ID: "leave-form", Draft: f.kept(m), OnSubmit: p.sendLeave},
			f.summary(m),
			p.leaveWords(),
			part.Group(p.leaveNote()),
			part.Row(
				part.Button(part.ButtonProps{ID: "leave-do", Label: m.T(do), Kind: part.Danger, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "leave-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelLeave}),
			),
		)))
}

// leaveWords says what becomes of the contract.
func (p *OfficeAdministrators) leaveWords() app.UI {
	m, who, rest := p.office.m, p.leave.who, p.others()
	switch {
	case !who.Self && p.last():
		return part.Stack(part.Text(m.T("admins.release.text", administratorName(m, who))),
			part.Notice(part.Warning, m.T("admins.release.last", m.Vendor())))
	case !who.Self:
		return part.Text(m.T("admins.release.text", administratorName(m, who)))
	case p.last():
		return part.Notice(part.Warning, m.T("admins.down.last"), part.Text(m.T("admins.down.last.text", m.Vendor())))
	case len(rest) == 1 && p.office.view.Value.Scope.Administrators == 2:
		return part.Text(m.T("admins.down.other", administratorName(m, rest[0])) + " " + m.T("admins.leave.text"))
	}
	return part.Text(m.T("admins.down.others", strconv.Itoa(p.office.view.Value.Scope.Administrators-1)) + " " + m.T("admins.leave.text"))
}

// others are those who stay.
func (p *OfficeAdministrators) others() []wire.OfficeAdministrator {
	var rest []wire.OfficeAdministrator
	for _, a := range p.office.view.Value.Administrators {
		if a.Email != p.leave.who.Email {
			rest = append(rest, a)
		}
	}
	return rest
}

// leaveNote is the last one's word to the vendor.
func (p *OfficeAdministrators) leaveNote() app.UI {
	m := p.office.m
	if !p.last() {
		return nil
	}
	return part.TextArea(part.FieldProps{ID: "leave-note", Name: "note", Label: m.T("admins.down.note", m.Vendor()),
		Hint: m.T("admins.down.note.hint"), Value: p.leave.note, Error: p.leave.form.at(m, "note"), Rows: 3})
}
