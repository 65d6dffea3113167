package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// specific is the choice "Specific Contract(s)", which leads to the two ways of
// naming one.
const specific = "specific"

// fieldID is the input of a kind of identifier, and its name in faults.
func fieldID(kind access.Kind) string {
	switch kind {
	case access.KindBillTo:
		return "bill_tos"
	case access.KindSerial:
		return "serial"
	case access.KindContract:
		return "contracts"
	case access.KindProgram:
		return "identifiers"
	}
	return "kind"
}

// enter is the form of the level.
func (p *AddForm) enter(m session.Model) []app.UI {
	choice, intro := p.fullChoice, fullIntro
	switch p.Level {
	case access.Downloads:
		choice, intro = p.downloadsChoice, downloadsIntro
	case access.Ordering:
		choice, intro = p.orderingField, orderingIntro
	case access.Programme:
		choice, intro = p.programField, p.programIntro
	case access.Full:
	}
	return []app.UI{
		part.Group(part.ErrorSummary(m.T("app.errors"), p.summary(m))),
		part.Group(profileGap(m)),
		intro(m),
		part.Form(part.FormProps{ID: "add-form", OnSubmit: p.next},
			choice(m),
			p.agreement(m),
			app.If(p.Level == access.Full, func() app.UI { return part.Muted(m.T("add.full.reviewed")) }),
			part.Row(
				part.Button(part.ButtonProps{ID: "continue", Label: m.T("add.continue"), Kind: part.Primary}),
				p.withGood(m),
			),
		),
		p.after(m),
	}
}

// after is what stands under the form.
func (p *AddForm) after(m session.Model) app.UI {
	switch p.Level {
	case access.Ordering:
		return orderingMore(m)
	case access.Programme:
		return contactLine(m, wire.TopicProgram)
	case access.Downloads, access.Full:
	}
	return help(m)
}

func (p *AddForm) agreement(m session.Model) app.UI {
	return part.Checkbox(part.CheckboxProps{
		ID: "agreed", Label: m.T("add.agree"), Checked: p.draft.Agreed, OnChange: p.agree,
		Error: p.errorAt(m, "agreed"),
		Link:  serviceDescriptions(m),
	})
}

// serviceDescriptions leads to the terms that a requester agrees to.
func serviceDescriptions(m session.Model) app.UI {
	return app.A().Class("link").Href(m.Settings.ServiceDescriptions).Target("_blank").Rel("noopener").Text(m.T("add.agree.terms"))
}

// withGood offers to go on without the entries that cannot be sent.
func (p *AddForm) withGood(m session.Model) app.UI {
	e := p.draft.entry(p.draft.Kind)
	good := len(e.Items.Values())
	if e.bad() == 0 || good == 0 {
		return nil
	}
	return part.Button(part.ButtonProps{
		ID: "continue-good", Label: countText(m, good, "add.continue_one", "add.continue_good"), OnClick: p.nextWithGood,
	})
}

// input is the field of a kind, with the verdict on each number under it.
func (p *AddForm) input(m session.Model, kind access.Kind, label, hint string) app.UI {
	e := p.draft.entry(kind)
	props := part.FieldProps{
		ID: fieldID(kind), Label: label, Hint: hint, Value: e.Text, Wide: true, Rows: 4,
		Error:   p.fieldError(m, kind, e),
		OnLeave: func(_ app.Context, text string) { p.leave(kind, text) },
	}
	field := part.TextArea
	if kind == access.KindSerial || e.program != nil && e.program.Identifier.Max == 1 {
		field = part.Field
	}
	return app.Div().On("input", func(ctx app.Context, e app.Event) {
		p.typing(ctx, kind, e.Get("target").Get("value").String())
	}, app.EventScope("typing", kind)).Body(field(props), p.liveLine(kind), p.verdicts(m, kind, e))
}

// fieldError sums the bad entries up; a single field's fault is told in full.
func (p *AddForm) fieldError(m session.Model, kind access.Kind, e entry) string {
	switch bad := e.bad(); {
	case bad == 1 && len(e.Items) == 1:
		return part.InvalidText(m, *e.Items[0].Problem)
	case bad > 0:
		return m.T("add.some_bad", strconv.Itoa(bad), strconv.Itoa(len(e.Items)))
	}
	return p.errorAt(m, fieldID(kind))
}

// errorAt words the fault of a field as the summary does.
func (p *AddForm) errorAt(m session.Model, field string) string {
	return part.ErrorAt(part.Invalid(m, "", p.draft.Problems...), field)
}

// summary lists what Continue found. A fault of the choice leads to the first
// of its radio buttons.
func (p *AddForm) summary(m session.Model) []part.FormError {
	faults := part.Invalid(m, "", p.faults...)
	for i := range faults {
		if faults[i].Field == "kind" {
			faults[i].Field = "kind-" + string(p.draft.kinds()[0])
		}
	}
	return faults
}

func help(m session.Model) app.UI {
	return app.Details().Class("details").Body(
		app.Summary().Text(m.T("add.help")),
		app.P().Text(m.T("add.help.buy", m.Vendor())),
		app.P().Body(part.MailLink(m.Settings.SupportEmail)),
	)
}

// numberHint says how many numbers a list takes and how they may come.
func numberHint(m session.Model) string {
	return m.T("add.list.hint", strconv.Itoa(m.Settings.MaxContracts))
}

// downloadsIntro and downloadsChoice are the form of guide en 2.1.
func downloadsIntro(m session.Model) app.UI {
	return app.Div().Class("intro").Body(
		app.P().Text(m.T("add.downloads.approval", m.Vendor())),
		app.P().Body(part.Link(wire.RouteAddFull, m.T("add.downloads.full"))),
		app.P().Text(m.T("add.downloads.enter", m.Vendor(), strconv.Itoa(m.Settings.MaxContracts))),
		app.P().Class("muted").Text(m.T("add.downloads.check")),
	)
}

func (p *AddForm) downloadsChoice(m session.Model) app.UI {
	return part.Radios(part.ChoiceProps{
		ID: "kind", Label: m.T("add.by"), Value: string(p.draft.Kind), OnChoose: p.choose,
		Choices: []part.Choice{
			{Value: string(access.KindContract), Label: m.T("add.by.contract"),
				Body: p.input(m, access.KindContract, m.T("add.by.contract"), numberHint(m))},
			{Value: string(access.KindSerial), Label: m.T("add.by.serial"),
				Body: p.input(m, access.KindSerial, m.T("add.by.serial"), m.T("add.serial.hint"))},
		},
	})
}

// fullIntro and fullChoice are the form of guide en 2.2 and guide ja 3.
func fullIntro(m session.Model) app.UI {
	return app.Div().Class("intro").Body(app.P().Text(m.T("add.full.intro", m.Vendor())))
}

func (p *AddForm) fullChoice(m session.Model) app.UI {
	chosen := string(p.draft.Kind)
	if p.draft.Kind == access.KindContract || p.draft.Kind == access.KindSerial {
		chosen = specific
	}
	return part.Radios(part.ChoiceProps{
		ID: "kind", Label: m.T("add.by"), Value: chosen, OnChoose: p.choose, Error: p.errorAt(m, "kind"),
		Choices: []part.Choice{
			{Value: string(access.KindBillTo), Label: m.T("add.full.bill_to"), Hint: m.T("add.full.bill_to.hint", m.Vendor()),
				Body: p.input(m, access.KindBillTo, m.T("add.full.bill_to"), numberHint(m))},
			{Value: specific, Label: m.T("add.full.specific"), Hint: m.T("add.full.specific.hint"),
				Body: p.specificChoice(m)},
		},
	})
}

func (p *AddForm) specificChoice(m session.Model) app.UI {
	return part.Radios(part.ChoiceProps{
		ID: "by", Label: m.T("add.full.specific"), Value: string(p.draft.Kind), OnChoose: p.choose,
		Choices: []part.Choice{
			{Value: string(access.KindContract), Label: m.T("add.full.contract"), Hint: m.T("add.full.contract.hint"),
				Body: p.input(m, access.KindContract, m.T("add.by.contract"), numberHint(m))},
			{Value: string(access.KindSerial), Label: m.T("add.full.serial"), Hint: m.T("add.full.serial.hint"),
				Body: p.input(m, access.KindSerial, m.T("add.by.serial"), m.T("add.serial.hint"))},
		},
	})
}
