package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// check is "Check your answers": everything that will be sent, who it is for,
// and Submit.
func (p *AddForm) check(m session.Model) []app.UI {
	d := p.draft
	change := func(id string) app.UI {
		return part.Button(part.ButtonProps{ID: id, Label: m.T("add.check.change"), Kind: part.Plain, OnClick: p.back})
	}
	return []app.UI{
		app.If(d.Failure != nil, func() app.UI {
			return app.Div().Class("stack").Attr("role", "alert").Body(
				part.Failed(m, d.Failure, "send", nil), part.Text(m.T("add.failed")))
		}),
		p.gap(m),
		part.Summary(
			part.Fact{Label: m.T("add.check.level"), Value: app.Text(m.Words().Asked(d.Level, d.asked())),
				Action: p.otherLevel(m)},
			part.Fact{Label: d.label(m), Value: p.previewed(m), Action: change("change-numbers")},
			part.Fact{Label: m.T("add.check.as"), Value: requester(m), Action: part.Link(wire.RoutePersonal, m.T("add.check.change"))},
			part.Fact{Label: m.T("add.check.agreed"), Value: app.Text(m.T("add.check.agreed_1")), Action: change("change-agreed")},
		),
		part.Muted(m.T("add.acknowledge", m.Vendor())),
		app.If(d.Level == access.Full, func() app.UI { return part.Muted(m.T("add.full.reviewed")) }),
		part.Row(p.sendButton(m), part.Button(part.ButtonProps{
			ID: "back", Label: m.T("add.check.back"), OnClick: p.back,
		})),
	}
}

// otherLevel leads to the choice of the level, where the form was one's choice.
func (p *AddForm) otherLevel(m session.Model) app.UI {
	if p.Level == access.Ordering || p.Level == access.Programme {
		return nil
	}
	return part.Link(wire.RouteAdd, m.T("add.check.change"))
}

func (p *AddForm) sendButton(m session.Model) app.UI {
	label := m.T("add.submit")
	switch {
	case p.draft.Step == stepSend:
		label = m.T("add.sending")
	case p.draft.Failure != nil:
		label = m.T("add.retry")
	}
	return part.Button(part.ButtonProps{
		ID: "send", Label: label, Kind: part.Primary, Busy: p.draft.Step == stepSend, OnClick: p.send,
	})
}

// kindLabel is the catalogue key of a kind's label.
func kindLabel(k access.Kind) string {
	if k == access.KindBillTo {
		return "add.full.bill_to"
	}
	return "add.by." + string(k)
}

// requester is who the evaluation will see: name, company, address, e-mail.
func requester(m session.Model) app.UI {
	var lines []app.UI
	if m.Me == nil {
		return nil
	}
	p := m.Me.Profile
	for _, text := range []string{p.Company, p.CompanyLocal, p.Address, p.AddressLocal, p.Email} {
		if text != "" {
			lines = append(lines, app.Div().Text(text))
		}
	}
	return app.Div().Body(lines...)
}
