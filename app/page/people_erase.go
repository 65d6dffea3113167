package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/shared/wire"
)

// eraseDialog is the ID of the dialog in which an account is erased.
const eraseDialog = "erase-dialog"

// erasure is the question before an account is erased: its address is typed, so
// that no slip of the hand erases anybody.
type erasure struct {
	form   form
	person wire.Person
	turn   int    // counts the openings
	done   string // address of who was erased last
}

func (p *People) openErase(ctx app.Context, id string) {
	for _, person := range p.people {
		if person.ID == id {
			p.erase = erasure{form: form{prefix: "erase-", dialog: eraseDialog}, person: person, turn: p.erase.turn + 1}
		}
	}
	p.change.Done = nil
	part.OpenDialog(ctx, eraseDialog)
	part.Focus(ctx, "erase-email")
}

// sendErase erases once the address is right.
func (p *People) sendErase(ctx app.Context, v part.Values) {
	person := p.erase.person
	if !strings.EqualFold(strings.TrimSpace(v["email"]), person.Email) {
		p.erase.form.refuse(ctx, []wire.FieldError{{Field: "email", Code: "erase.address"}})
		return
	}
	if !p.erase.form.begin(person.Email) {
		return
	}
	press := p.erase.form.pressed()
	path := strings.Replace(wire.PathErasePerson, "{id}", person.ID, 1)
	send(p.ctx, "POST", path, wire.EraseAccount{Email: person.Email}, p.erase.form.key, func(ctx app.Context, _ live.None, err error) {
		if isMissing(err) {
			err = nil // the answer before was lost
		}
		if !press.end(ctx, err) {
			return
		}
		p.erase.done = person.Email
		p.load("")
	})
}

func (p *People) eraseDialog() app.UI {
	m, e := p.m, &p.erase
	name := nameOr(e.person.Name, e.person.Email)
	return part.Dialog(part.DialogProps{ID: eraseDialog, Title: m.T("people.erase.title", name), Close: m.T("app.close")},
		part.Keyed("erase-"+strconv.Itoa(e.turn), part.Form(part.FormProps{ID: "erase-form", OnSubmit: p.sendErase},
			e.form.summary(m),
			part.Text(m.T("people.erase.what", name)),
			part.Text(m.T("people.erase.rest", m.Vendor())),
			part.Muted(m.T("people.erase.registry")),
			part.Field(part.FieldProps{ID: "erase-email", Name: "email", Type: "email", InputMode: "email", AutoComplete: "off",
				Label: m.T("people.erase.email", e.person.Email), Error: e.form.at(m, "email"), Wide: true}),
			part.Row(
				part.Button(part.ButtonProps{ID: "erase-do", Label: m.T("people.erase.do"), Kind: part.Danger, Busy: e.form.busy}),
				part.Button(part.ButtonProps{ID: "erase-cancel", Label: m.T("app.cancel"), Kind: part.Plain,
					OnClick: func(app.Context) { part.CloseDialog(eraseDialog) }}),
			),
		)))
}
