package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// goneDialogID is the ID of the dialog in which it is said why accesses are not
// needed any more.
const goneDialogID = "gone-dialog"

// namedGone is how many holders the dialog names.
const namedGone = 5

// gone is the dialog in which it is said why accesses are not needed any more:
// of one, which ends at once, or of all that are selected, which can be undone
// for a while.
type gone struct {
	form   form
	users  []wire.OfficeUser
	many   bool
	reason access.Reason
	note   string
	turn   int // counts the openings
}

func (p *OfficeConfirm) openGone(ctx app.Context, u wire.OfficeUser) {
	p.askGone(ctx, []wire.OfficeUser{u}, false)
}

func (p *OfficeConfirm) openAllGone(ctx app.Context) { p.askGone(ctx, p.chosen(), true) }

func (p *OfficeConfirm) askGone(ctx app.Context, users []wire.OfficeUser, many bool) {
	p.office.told = outcome{}
	name := "gone/several"
	if !many {
		name = "gone/" + users[0].Grant
	}
	p.gone = gone{turn: p.gone.turn + 1, form: form{prefix: "gone-", dialog: goneDialogID, draft: p.office.draft(name)}, users: users, many: many, reason: access.RevokedRoleEnded}
	part.OpenDialog(ctx, goneDialogID)
	part.Focus(ctx, "gone-do")
}

// reasons are those of a revocation that an answer can have: the access was
// rightly given.
func (g *gone) reasons() []access.Reason {
	return slices.DeleteFunc(access.RevokedReasons(), func(r access.Reason) bool {
		return r == access.RevokedWrongContract || r == access.RevokedByMistake
	})
}

// hidden are the numbers that one of the holders may not read.
func (p *OfficeConfirm) hidden() []string {
	return p.office.hidden(slices.ContainsFunc(p.gone.users, func(u wire.OfficeUser) bool { return u.How == wire.HowThirdParty }))
}

func (p *OfficeConfirm) goneDialog() app.UI {
	m, g := p.office.m, &p.gone
	title, what, do := "", m.T("recertify.end.text"), m.T("recertify.end.do")
	switch n := len(g.users); {
	case n == 1:
		title = m.T("recertify.end.title", userName(m, g.users[0]))
	case n > 1:
		title, what, do = m.T("recertify.end.several", m.T("recertify.count", strconv.Itoa(n))), m.T("recertify.end.text.many"), m.T("recertify.end.do.many")
	}
	return part.Dialog(part.DialogProps{ID: goneDialogID, Title: title, Close: m.T("app.close")},
		part.Keyed("gone-"+strconv.Itoa(g.turn), part.Form(part.FormProps{ID: "gone-form", Draft: g.form.kept(m), OnSubmit: p.sendGone},
			g.form.summary(m),
			part.Text(what),
			app.If(len(g.users) > 1, func() app.UI {
				return part.Summary(part.Fact{Label: m.T("recertify.end.who"), Value: app.Text(holdersText(m, g.users))})
			}),
			reasonRadios(m, &g.form, m.T("revoke.reason"), g.reason, g.reasons(), p.chooseGone),
			part.TextArea(p.goneNote(m)),
			app.If(g.many, func() app.UI { return part.Muted(m.T("recertify.end.window")) }),
			part.Row(
				part.Button(part.ButtonProps{ID: "gone-do", Label: do, Kind: part.Danger, Busy: g.form.busy}),
				part.Button(part.ButtonProps{ID: "gone-cancel", Label: m.T("app.cancel"), Kind: part.Plain,
					OnClick: func(app.Context) { part.CloseDialog(goneDialogID) }}),
			),
		)))
}

// holdersText names whose accesses end, the first of many.
func holdersText(m session.Model, users []wire.OfficeUser) string {
	names := make([]string, 0, namedGone)
	for _, u := range users[:min(len(users), namedGone)] {
		names = append(names, userName(m, u))
	}
	text := strings.Join(names, m.T("queue.comma"))
	if rest := len(users) - len(names); rest > 0 {
		return m.T("recertify.end.more", text, strconv.Itoa(rest))
	}
	return text
}

func (p *OfficeConfirm) goneNote(m session.Model) part.FieldProps {
	g := &p.gone
	field := part.FieldProps{ID: "gone-note", Name: "note", Label: m.T("revoke.note"), Hint: m.T("revoke.note.hint"),
		Value: g.note, Error: g.form.at(m, "note"), Rows: 3, OnLeave: p.leaveGone}
	if p.hidden() != nil {
		field.Hint = m.T("revoke.note.third")
	}
	if g.reason != access.RevokedOther {
		field.Optional = m.T("app.optional")
	}
	return field
}

func (p *OfficeConfirm) chooseGone(_ app.Context, reason string) {
	p.gone.reason = access.Reason(reason)
	p.gone.note = part.FormValues("gone-form")["note"]
	p.gone.form.leave("reason")
	p.gone.form.leave("note")
}

func (p *OfficeConfirm) leaveGone(_ app.Context, note string) {
	p.gone.note = note
	p.gone.form.leave("note")
}

func (p *OfficeConfirm) sendGone(ctx app.Context, v part.Values) {
	g := &p.gone
	g.reason, g.note = access.Reason(v["reason"]), v["note"]
	body, wrong := validation.Revoke(wire.Revoke{Reason: g.reason, Note: g.note}, p.hidden()...)
	if len(wrong) > 0 {
		g.form.refuse(ctx, wrong)
		return
	}
	if g.many {
		part.CloseDialog(goneDialogID)
		part.EndDraft(ctx, p.office.m, g.form.draft)
		p.hold(p.waiting(g.users), session.Review{Reason: body.Reason}, body.Note)
		return
	}
	u := g.users[0]
	g.form.key = "" // the same answer twice is one
	p.answer(&g.form, wire.Confirm{Grants: []string{u.Grant}, Reason: body.Reason, Note: body.Note}, func(ctx app.Context) {
		p.done(did("recertify.end.done", userName(p.office.m, u)))
		part.Focus(ctx, officeTold)
	})
}
