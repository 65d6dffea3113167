package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/wire"
)

// addDialogID is the ID of the dialog in which a user is added.
const addDialogID = "office-add-dialog"

// addUser is the form that adds a user. It is made anew each time it opens, so
// that nothing of the one before stands in it.
type addUser struct {
	form  form
	draft wire.AddUser
	turn  int // counts the openings
}

func (p *OfficeUsers) openAdd(ctx app.Context) {
	p.office.told = outcome{}
	p.add = addUser{turn: p.add.turn + 1, form: form{prefix: "add-"},
		draft: wire.AddUser{Level: p.levels()[0]}}
	part.OpenDialog(ctx, addDialogID)
	part.Focus(ctx, "add-email")
}

// levels are those that can be given here (guide en, 2.1 and 2.2).
func (p *OfficeUsers) levels() []access.Level {
	if p.office.scope.Kind == access.KindBillTo {
		return []access.Level{access.Full, access.Ordering}
	}
	return []access.Level{access.Full, access.Downloads}
}

func (p *OfficeUsers) addDialog() app.UI {
	m, f := p.office.m, &p.add.form
	choices := make([]part.Choice, 0, 2)
	for _, l := range p.levels() {
		choices = append(choices, part.Choice{Value: string(l), Label: m.T("level." + string(l)),
			Hint: m.T("level."+string(l)+".long", m.Vendor())})
	}
	return part.Dialog(part.DialogProps{ID: addDialogID, Title: m.T("office.add.title", identifierText(m, p.office.scope)), Close: m.T("app.close")},
		part.Keyed("add-"+strconv.Itoa(p.add.turn), part.Form(part.FormProps{ID: "add-form", OnSubmit: p.sendAdd},
			f.summary(m),
			part.Text(m.T("office.add.text")),
			part.Field(part.FieldProps{ID: "add-email", Name: "email", Type: "email", InputMode: "email", AutoComplete: "off",
				Label: m.T("office.add.email"), Value: p.add.draft.Email, Error: f.at(m, "email"), Wide: true, OnLeave: p.leaveAddEmail}),
			part.Radios(part.ChoiceProps{ID: "add-level", Name: "level", Label: m.T("office.add.level"), Error: f.at(m, "level"),
				Value: string(p.add.draft.Level), Choices: choices, OnChoose: p.chooseLevel}),
			part.Field(part.FieldProps{ID: "add-ends_on", Name: "ends_on", Type: "date", Label: m.T("office.end.day"),
				Optional: m.T("app.optional"), Hint: p.endHint(), Value: p.add.draft.EndsOn, Error: f.at(m, "ends_on"), OnLeave: p.leaveAddEnds}),
			part.Row(
				part.Button(part.ButtonProps{ID: "add-do", Label: m.T("office.add.do"), Kind: part.Primary, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "add-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelAdd}),
			),
		)))
}

func (p *OfficeUsers) cancelAdd(app.Context) { part.CloseDialog(addDialogID) }

func (p *OfficeUsers) chooseLevel(_ app.Context, level string) {
	p.add.draft.Level = access.Level(level)
}

func (p *OfficeUsers) leaveAddEnds(_ app.Context, day string) {
	p.add.draft.EndsOn = day
	p.add.form.leave("ends_on", present(p.office.wrongDay(day))...)
}

func (p *OfficeUsers) leaveAddEmail(_ app.Context, typed string) {
	email, wrong := emailOf(typed)
	p.add.draft.Email = fold("add-email", typed, email)
	p.add.form.err = nil
	if typed != "" {
		p.add.form.leave("email", present(wrong)...)
	}
}

func (p *OfficeUsers) sendAdd(ctx app.Context, v part.Values) {
	email, wrong := emailOf(v["email"])
	p.add.draft.Email, p.add.draft.EndsOn = email, v["ends_on"]
	found := append(present(wrong), present(p.office.wrongDay(v["ends_on"]))...)
	if len(found) > 0 {
		p.add.form.refuse(ctx, found)
		return
	}
	body := p.add.draft
	p.office.do(&p.add.form, "POST", p.office.path(wire.PathOfficeUsers), body, func(ctx app.Context) {
		p.done(ctx, addDialogID, did("office.added", body.Email))
	})
}
