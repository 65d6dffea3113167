package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/validation"
	"accord/shared/wire"
)

// removeDialogID is the ID of the dialog in which an access is removed.
const removeDialogID = "office-remove-dialog"

// removal is the form in which an access is taken away with a reason.
type removal struct {
	form form
	user wire.OfficeUser
	note string
	turn int // counts the openings
}

func (p *OfficeUsers) openRemove(ctx app.Context, grant string) {
	u, ok := p.user(grant)
	if !ok {
		return
	}
	p.office.told = outcome{}
	p.remove = removal{turn: p.remove.turn + 1, form: form{prefix: "remove-"}, user: u}
	part.OpenDialog(ctx, removeDialogID)
	part.Focus(ctx, "remove-note")
}

func (p *OfficeUsers) removeDialog() app.UI {
	m, f, u := p.office.m, &p.remove.form, p.remove.user
	what := m.T("office.remove.text", userName(u), m.T("level."+string(u.Level)))
	if u.Self {
		what = m.T("office.remove.own")
	}
	return part.Dialog(part.DialogProps{ID: removeDialogID, Title: m.T("office.remove.title", userName(u)), Close: m.T("app.close")},
		part.Keyed("remove-"+strconv.Itoa(p.remove.turn), part.Form(part.FormProps{ID: "remove-form", OnSubmit: p.sendRemove},
			f.summary(m),
			part.Text(what),
			app.Div().Attr("role", "group").Aria("label", m.T("office.remove.quick")).Body(
				app.P().Class("hint").Text(m.T("office.remove.quick")), part.Row(p.quickReasons()...)),
			part.TextArea(part.FieldProps{ID: "remove-note", Name: "note", Label: m.T("office.remove.reason"),
				Hint: m.T("office.remove.hint"), Value: p.remove.note, Error: f.at(m, "note"), Rows: 3, OnLeave: p.leaveRemove}),
			part.Row(
				part.Button(part.ButtonProps{ID: "remove-do", Label: m.T("office.remove.do"), Kind: part.Danger, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "remove-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelRemove}),
			),
		)))
}

func (p *OfficeUsers) quickReasons() []app.UI {
	m := p.office.m
	var buttons []app.UI
	for n := range 2 {
		key := "office.remove." + strconv.Itoa(n+1)
		buttons = append(buttons, part.Button(part.ButtonProps{ID: key, Label: m.T(key + ".name"),
			OnClick: func(ctx app.Context) { p.insertReason(ctx, key) }}))
	}
	return buttons
}

// insertReason puts a ready text into the reason, after what was typed.
func (p *OfficeUsers) insertReason(ctx app.Context, key string) {
	note := part.FormValues("remove-form")["note"]
	if note != "" {
		note += "\n"
	}
	p.remove.note = note + p.office.m.T(key)
	part.SetValue("remove-note", p.remove.note)
	p.remove.form.leave("note")
	part.Focus(ctx, "remove-note")
}

func (p *OfficeUsers) leaveRemove(_ app.Context, note string) {
	p.remove.note = note
	p.remove.form.leave("note")
}

func (p *OfficeUsers) cancelRemove(app.Context) { part.CloseDialog(removeDialogID) }

func (p *OfficeUsers) sendRemove(ctx app.Context, v part.Values) {
	note, wrong := validation.Note(v["note"], true)
	p.remove.note = v["note"]
	if wrong != nil {
		p.remove.form.refuse(ctx, present(wrong))
		return
	}
	u := p.remove.user
	p.office.do(&p.remove.form, "POST", grantPath(p.office.path(wire.PathOfficeRemove), u), wire.RemoveUser{Note: note}, func(ctx app.Context) {
		p.done(ctx, removeDialogID, did("office.removed", userName(u)))
		part.Focus(ctx, officeTold)
	})
}
