package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// addDialogID is the ID of the dialog in which a user is added.
const addDialogID = "office-add-dialog"

// addUser is the form that adds a user. It is made anew each time it opens, so
// that nothing of the one before stands in it.
type addUser struct {
	form  form
	draft wire.AddUser
	said  bool // the person chose for whom the user works; else the address tells
	turn  int  // counts the openings
}

func (p *OfficeUsers) openAdd(ctx app.Context) {
	p.office.told = outcome{}
	p.add = addUser{turn: p.add.turn + 1, form: form{prefix: "add-", dialog: addDialogID, draft: p.office.draft("add")},
		draft: wire.AddUser{Level: p.office.levels()[0]}}
	part.OpenDialog(ctx, addDialogID)
	part.Focus(ctx, "add-email")
}

func (p *OfficeUsers) addDialog() app.UI {
	m, f := p.office.m, &p.add.form
	choices := make([]part.Choice, 0, 2)
	for _, l := range p.office.levels() {
		choices = append(choices, part.Choice{Value: string(l), Label: m.T("level." + string(l)),
			Hint: m.T("level."+string(l)+".long", m.Vendor())})
	}
	return part.Dialog(part.DialogProps{ID: addDialogID, Title: m.T("office.add.title", identifierText(m, p.office.scope)), Close: m.T("app.close")},
		part.Keyed("add-"+strconv.Itoa(p.add.turn), part.Form(part.FormProps{ID: "add-form", Draft: f.kept(m), OnSubmit: p.sendAdd},
			f.summary(m),
			part.Text(m.T("office.add.text")),
			part.Field(part.FieldProps{ID: "add-email", Name: "email", Type: "email", InputMode: "email", AutoComplete: "off",
				Label: m.T("office.add.email"), Value: p.add.draft.Email, Error: f.at(m, "email"), Wide: true, OnLeave: p.leaveAddEmail}),
			part.Radios(part.ChoiceProps{ID: "add-level", Name: "level", Label: m.T("office.add.level"), Error: f.at(m, "level"),
				Value: string(p.add.draft.Level), Choices: choices, OnChoose: p.chooseLevel}),
			p.employerRadios(),
			part.Field(part.FieldProps{ID: "add-ends_on", Name: "ends_on", Type: "date", Label: m.T("office.end.day"),
				Optional: m.T("app.optional"), Hint: p.endHint(), Value: p.add.draft.EndsOn, Error: f.at(m, "ends_on"), OnLeave: p.leaveAddEnds}),
			part.Row(
				part.Button(part.ButtonProps{ID: "add-do", Label: m.T("office.add.do"), Kind: part.Primary, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "add-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelAdd}),
			),
		)))
}

// employerRadios ask for whom the user works. Of a third party they ask what for,
// which the third party reads (guide ja, chapter 5).
func (p *OfficeUsers) employerRadios() app.UI {
	m, f := p.office.m, &p.add.form
	scope := p.office.view.Value.Scope
	holder := firstOf(scope.Holder, scope.HolderLocal)
	if m.Lang == i18n.Japanese {
		holder = firstOf(scope.HolderLocal, scope.Holder)
	}
	purpose := part.Field(part.FieldProps{ID: "add-purpose", Name: "purpose", Label: m.T("third.purpose"), Hint: m.T("third.purpose.hint"),
		Value: p.add.draft.Purpose, Error: f.at(m, "purpose"), Wide: true, OnLeave: p.leavePurpose})
	return part.Radios(part.ChoiceProps{ID: "add-employer", Name: "employer", Label: m.T("office.add.employer"), Error: f.at(m, "employer"),
		Value: string(p.add.draft.Employer), OnChoose: p.chooseEmployer, Choices: []part.Choice{
			{Value: string(wire.EmployerOwn), Label: m.T("office.add.own"), Hint: holder},
			{Value: string(wire.EmployerOther), Label: m.T("office.add.other"), Hint: m.T("office.add.other.hint"), Body: purpose},
		}})
}

func (p *OfficeUsers) chooseEmployer(_ app.Context, employer string) {
	p.add.draft.Employer, p.add.said = wire.Employer(employer), true
	p.add.form.leave("employer")
	p.add.form.leave("purpose")
}

func (p *OfficeUsers) leavePurpose(_ app.Context, typed string) {
	p.add.draft.Purpose = typed
	_, wrong := p.employed()
	p.add.form.leave("purpose", wrong...)
}

// employed checks what is said of the user's employer. What is not said follows
// the address.
func (p *OfficeUsers) employed() (wire.AddUser, []wire.FieldError) {
	return validation.Employed(p.add.draft, p.office.view.Value.Domains, p.office.hidden(true)...)
}

// guess sets the choice that the person has not made by the address.
func (p *OfficeUsers) guess() {
	if !p.add.said && p.add.draft.Email != "" {
		p.add.draft.Employer = validation.EmployerOf(p.add.draft.Email, p.office.view.Value.Domains)
	}
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
	if wrong == nil {
		p.guess()
	}
}

func (p *OfficeUsers) sendAdd(ctx app.Context, v part.Values) {
	email, wrong := emailOf(v["email"])
	p.add.draft.Email, p.add.draft.EndsOn = email, v["ends_on"]
	if typed, open := v["purpose"]; open {
		p.add.draft.Purpose = typed
	}
	found := present(wrong)
	if wrong == nil {
		p.guess()
		_, bad := p.employed()
		found = append(found, bad...)
	}
	found = append(found, present(p.office.wrongDay(v["ends_on"]))...)
	if len(found) > 0 {
		p.add.form.refuse(ctx, found)
		return
	}
	body, _ := p.employed()
	p.office.do(&p.add.form, "POST", p.office.path(wire.PathOfficeUsers), body, func(app.Context) {
		p.done(did("office.added", body.Email))
	})
}
