package page

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// revokeDialogID is the ID of the dialog in which an access is taken away.
const revokeDialogID = "revoke-dialog"

// revocable is an access that somebody may take away.
type revocable struct {
	grant string
	scope access.Identifier // what it is on
	name  string            // of its holder
	level access.Level
	own   bool // an administrator's own

	hidden []string // numbers that its holder, a user at another company, may not read
}

// revoking is the dialog in which an access is taken away with a reason. It
// belongs to the page, which sends it.
type revoking struct {
	m      session.Model
	form   form
	what   revocable
	reason access.Reason
	note   string
	turn   int // counts the openings
	send   func(f *form, path string, body wire.Revoke)
}

// open asks about one access.
func (r *revoking) open(ctx app.Context, what revocable) {
	*r = revoking{turn: r.turn + 1, form: form{prefix: "revoke-", dialog: revokeDialogID, draft: "revoke/" + what.grant}, what: what, send: r.send}
	part.OpenDialog(ctx, revokeDialogID)
	part.Focus(ctx, "revoke-reason-"+string(r.reasons()[0]))
}

func (r *revoking) cancel(app.Context) { part.CloseDialog(revokeDialogID) }

// reasons are those that suit what the access is on.
func (r *revoking) reasons() []access.Reason {
	return slices.DeleteFunc(access.RevokedReasons(), func(reason access.Reason) bool {
		return reason == access.RevokedWrongContract && r.what.scope.Kind == access.KindProgram
	})
}

// dialog is the dialog itself, to be rendered always.
func (r *revoking) dialog(m session.Model) app.UI {
	r.m = m
	f, what := &r.form, m.T("revoke.text", r.what.name, m.T("level."+string(r.what.level)))
	if r.what.own {
		what = m.T("revoke.own")
	}
	return part.Dialog(part.DialogProps{ID: revokeDialogID, Title: m.T("revoke.title", r.what.name), Close: m.T("app.close")},
		part.Keyed("revoke-"+strconv.Itoa(r.turn), part.Form(part.FormProps{ID: "revoke-form", Draft: f.kept(m), OnSubmit: r.submit},
			f.summary(m),
			part.Text(what),
			reasonRadios(m, f, m.T("revoke.reason"), r.reason, r.reasons(), r.choose),
			part.TextArea(r.noteField(m)),
			part.Row(
				part.Button(part.ButtonProps{ID: "revoke-do", Label: m.T("revoke.yes"), Kind: part.Danger, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "revoke-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: r.cancel}),
			),
		)))
}

// reasonRadios are the reasons to choose from, in the words of who chooses.
func reasonRadios(m session.Model, f *form, label string, chosen access.Reason, reasons []access.Reason, choose func(app.Context, string)) app.UI {
	choices := make([]part.Choice, 0, len(reasons))
	for _, reason := range reasons {
		choices = append(choices, part.Choice{Value: string(reason), Label: m.T("why." + string(reason))})
	}
	return part.Radios(part.ChoiceProps{ID: f.prefix + "reason", Name: "reason", Label: label,
		Error: f.at(m, "reason"), Value: string(chosen), Choices: choices, OnChoose: choose})
}

func (r *revoking) noteField(m session.Model) part.FieldProps {
	field := part.FieldProps{ID: "revoke-note", Name: "note", Label: m.T("revoke.note"), Hint: m.T("revoke.note.hint"),
		Value: r.note, Error: r.form.at(m, "note"), Rows: 3, OnLeave: r.leave}
	if len(r.what.hidden) > 0 {
		field.Hint = m.T("revoke.note.third")
	}
	if r.reason != access.RevokedOther {
		field.Optional = m.T("app.optional")
	}
	return field
}

func (r *revoking) choose(_ app.Context, reason string) {
	r.reason = access.Reason(reason)
	r.note = part.FormValues("revoke-form")["note"]
	r.form.leave("reason")
	r.form.leave("note")
}

func (r *revoking) leave(_ app.Context, note string) {
	r.note = note
	r.form.leave("note")
}

func (r *revoking) submit(ctx app.Context, v part.Values) {
	r.reason, r.note = access.Reason(v["reason"]), v["note"]
	body, wrong := validation.Revoke(wire.Revoke{Scope: r.what.scope, Reason: r.reason, Note: r.note}, r.what.hidden...)
	if len(wrong) > 0 {
		r.form.refuse(ctx, wrong)
		return
	}
	r.send(&r.form, wire.RevokePath(r.what.grant), body)
}
