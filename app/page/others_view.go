package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// vendor reports whether the vendor decides, and not the administrators.
func (p *OthersAsk) vendor() bool {
	share := p.grant.Value.Share
	return share != nil && share.By == access.ByReviewer
}

// Render shows the page.
func (p *OthersAsk) Render() app.UI {
	m := p.m
	title := m.T("third.title")
	switch {
	case p.grant.Value.Share == nil:
	case p.vendor():
		title = m.T("third.vendor", m.Vendor())
	default:
		title = m.T("third.contact")
	}
	return part.Shell(m, part.ShellProps{
		Title: title, Active: wire.RouteAccess, Errors: p.form.wrong(),
		Back: &part.Tab{Href: wire.RouteAccess, Label: m.T("access.back")},
	}, p.content(m))
}

func (p *OthersAsk) content(m session.Model) app.UI {
	switch {
	case isMissing(p.grant.Err), p.grant.Here && p.grant.Value.Share == nil:
		return part.Empty(m.T("third.not_here"), m.T("third.choose.none.do"),
			part.LinkButton(wire.RouteOthers, m.T("third.title"), part.Secondary))
	case p.grant.Err != nil:
		return part.NotLoaded(m, p.grant.Err, "others", p.load)
	case !p.grant.Here || m.Me == nil:
		return part.Loading(m)
	case p.sent != nil:
		return p.done(m)
	}
	return part.Stack(
		p.form.summary(m),
		part.Text(p.what(m, "third.admins.text", "third.vendor.text")),
		part.Muted(m.T("third.hidden")),
		p.ask(m),
	)
}

// what picks the text of who decides.
func (p *OthersAsk) what(m session.Model, administrators, vendor string) string {
	if p.vendor() {
		return m.T(vendor, m.Vendor())
	}
	return m.T(administrators, m.Vendor())
}

func (p *OthersAsk) ask(m session.Model) app.UI {
	user, approver := thirdFields()
	if !p.vendor() {
		approver = nil
	}
	return part.Form(part.FormProps{ID: "third", Draft: part.DraftOf(m, "third/"+p.id), OnRefused: p.refused, OnSubmit: p.submit},
		part.Summary(p.subject(m)),
		p.levels(m),
		part.Card(m.T("third.user"), app.Div().Class("pairs").Body(p.fields(m, user)...)),
		app.If(approver != nil, func() app.UI {
			return part.Card(m.T("third.approver"), part.Muted(m.T("third.approver.hint")),
				app.Div().Class("pairs").Body(p.fields(m, approver)...))
		}),
		part.TextArea(part.FieldProps{
			ID: "third-message", Name: "message", Rows: 5, Wide: true, Value: p.draft.Message,
			Label: p.what(m, "third.message", "third.reason"), Hint: p.what(m, "third.message.hint", "third.reason.hint"),
			Error: p.form.at(m, "message"), OnLeave: p.leaveMessage,
		}),
		app.Div().Class("form-end").Body(part.Button(part.ButtonProps{
			ID: "third-send", Label: m.T("third.send"), Kind: part.Primary, Busy: p.form.busy})),
	)
}

// subject is the contract or bill-to ID that is asked on.
func (p *OthersAsk) subject(m session.Model) part.Fact {
	if g := p.grant.Value; g.Contract == "" {
		return part.Fact{Label: m.T("third.billto"), Value: part.Code(g.BillTo)}
	}
	return part.Fact{Label: m.T("third.contract"), Value: part.Code(p.grant.Value.Contract)}
}

func (p *OthersAsk) levels(m session.Model) app.UI {
	var choices []part.Choice
	for _, l := range p.grant.Value.Share.Levels {
		choices = append(choices, part.Choice{Value: string(l), Label: m.T("level." + string(l))})
	}
	return part.Radios(part.ChoiceProps{
		ID: "third-level", Name: "level", Label: m.T("third.level"), Value: string(p.draft.Level),
		Choices: choices, OnChoose: p.chooseLevel, Error: p.form.at(m, "level"),
	})
}

func (p *OthersAsk) fields(m session.Model, list []thirdField) []app.UI {
	items := make([]app.UI, 0, len(list))
	for _, f := range list {
		props := part.FieldProps{
			ID: "third-" + f.name, Name: f.name, Label: m.T(f.label), Type: f.kind, InputMode: f.kind, AutoComplete: "off",
			Value: *f.of(&p.draft), Error: p.form.at(m, f.name), Wide: true,
			OnLeave: func(_ app.Context, typed string) { p.leave(f, typed) },
		}
		if f.hint != "" {
			props.Hint = m.T(f.hint)
		}
		if f.name == "company" && !p.vendor() {
			props.Optional = m.T("app.optional")
		}
		items = append(items, part.Field(props))
	}
	return items
}

// done says who has it now, and offers the next user.
func (p *OthersAsk) done(m session.Model) app.UI {
	return app.Div().ID("third-sent").TabIndex(-1).Body(
		part.Notice(part.Success, m.T("third.sent", p.sent.Reference),
			part.Text(p.what(m, "third.sent.admins", "third.sent.vendor")),
			part.Row(
				part.LinkButton(wire.RequestRoute(p.sent.ID), m.T("third.sent.see"), part.Primary),
				part.Button(part.ButtonProps{ID: "third-more", Label: m.T("third.sent.more"), OnClick: p.another}),
			)))
}
