package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// view shows the account as it is now, with "click here" when it is correct,
// and the form to correct it (guide ja, "Pending Further Action"). edit is the
// text of the button that opens the form.
func (f *mend) view(m session.Model, edit string) app.UI {
	if m.Me == nil {
		return nil
	}
	requests := f.find(m)
	waits, right := len(withMove(requests, access.MoveConfirm)) > 0, len(confirmable(requests)) > 0
	return app.Section().Class("account-block").Aria("labelledby", f.name+"-title").Body(
		app.H3().ID(f.name+"-title").Text(m.T("request.account", m.Vendor())),
		accountFacts(m, m.Me.Profile),
		app.If(f.tried, func() app.UI {
			return part.Notice(part.Info, "", app.P().Text(m.T("request.account.still")))
		}),
		app.If(f.err != nil && !f.open, func() app.UI { return part.Refused(m, f.err, f.name) }),
		app.If(right && !f.open, func() app.UI { return f.confirmLine(m) }),
		app.If(f.open, func() app.UI { return f.form(m) }).Else(func() app.UI {
			return app.Div().Class("account-choice").Body(
				app.P().Text(mendWhy(m, requests)),
				part.Button(part.ButtonProps{ID: f.name + "-edit", Label: edit, OnClick: f.edit}),
			)
		}),
		app.If(waits, func() app.UI {
			return app.P().Class("muted").Text(m.T("request.account.behalf"))
		}),
	)
}

// mendWhy says what a correction is good for: nothing is reprocessed before
// something was sent.
func mendWhy(m session.Model, requests []wire.Request) string {
	if len(requests) == 0 {
		return m.T("request.account.before")
	}
	return m.T("request.account.wrong", m.Vendor())
}

// accountFacts show the company, the address and the e-mail address that the
// evaluation saw.
func accountFacts(m session.Model, p wire.Profile) app.UI {
	lines := func(texts ...string) app.UI {
		var shown []app.UI
		for _, t := range texts {
			if strings.TrimSpace(t) != "" {
				shown = append(shown, app.Div().Text(t))
			}
		}
		if len(shown) == 0 {
			return app.Span().Class("muted").Text(m.T("request.account.none"))
		}
		return app.Div().Body(shown...)
	}
	return part.Summary(
		part.Fact{Label: m.T("request.account.company"), Value: lines(p.Company, p.CompanyLocal, p.Address, p.AddressLocal)},
		part.Fact{Label: m.T("request.account.email"), Value: lines(p.Email)},
	)
}

func (f *mend) confirmLine(m session.Model) app.UI {
	return app.Div().Class("account-choice").Body(
		app.P().Text(m.T("request.account.right", m.Vendor())),
		part.Button(part.ButtonProps{
			ID: f.name + "-confirm", Label: m.T("move.confirm"), Kind: part.Primary,
			Busy: f.busy == access.MoveConfirm, OnClick: f.confirm,
		}),
	)
}

func (f *mend) form(m session.Model) app.UI {
	field := func(name, label, value, autocomplete, lang string) app.UI {
		id := f.name + "-" + name
		return part.Field(part.FieldProps{
			ID: id, Name: name, Label: label, Value: value, Wide: true,
			AutoComplete: autocomplete, Lang: lang, Error: part.ErrorAt(f.errors, id),
		})
	}
	p := f.values
	save := m.T("request.account.save")
	if len(f.find(m)) == 0 {
		save = m.T("app.save") // nothing was sent yet that could be reprocessed
	}
	return part.Form(part.FormProps{ID: f.name + "-form", Draft: part.DraftOf(m, "mend"), OnSubmit: f.save},
		part.Group(part.ErrorSummary(m.T("app.errors"), f.errors)),
		app.P().Class("hint").Text(m.T("request.account.hint")+" "+m.T("request.account.private")),
		field("company", m.T("account.company_latin"), p.Company, "organization", "en"),
		field("company_local", m.T("account.company_local"), p.CompanyLocal, "off", "ja"),
		field("address", m.T("account.address"), p.Address, "street-address", "en"),
		field("address_local", m.T("account.address_local"), p.AddressLocal, "off", "ja"),
		app.P().Class("hint").Body(app.Text(m.T("request.account.mail")+" "), part.Link(wire.RouteSecurity, m.T("email.edit"))),
		part.Row(
			part.Button(part.ButtonProps{ID: f.name + "-save", Label: save,
				Kind: part.Primary, Busy: f.busy == access.MoveReprocess}),
			part.Button(part.ButtonProps{ID: f.name + "-close", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: f.close}),
		),
	)
}
