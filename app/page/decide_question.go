package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/i18n"
)

// question is the form in which a move is confirmed: what will happen, the
// note, and ready reasons to begin from.
func (p *Decide) question() app.UI {
	m, v := p.m, p.v
	if v.Move == "" {
		return nil
	}
	move := string(v.Move)
	return part.Form(part.FormProps{ID: decideForm, Draft: part.DraftOf(m, p.draftName()), OnSubmit: p.send},
		app.P().Class("decide-what").Text(p.consequence(move)),
		app.Div().Class("decide-quick").Body(p.quick()),
		app.Div().Class("decide-grant").Body(p.grantFields()...),
		part.TextArea(p.note()),
		app.Div().Class("decide-failure").Body(p.refusal()),
		part.Row(
			part.Button(part.ButtonProps{ID: decideSend, Label: m.T("decide."+move+".do", m.Vendor()),
				Kind: kindOf(v.Move), Busy: v.Sending}),
			part.Button(part.ButtonProps{ID: "decide-close", Label: m.T("decide.not_yet"), Kind: part.Plain, OnClick: p.close}),
		),
	)
}

// consequence says what the move will do.
func (p *Decide) consequence(move string) string {
	m, row := p.m, p.item.Row
	level := m.T("level." + string(row.Level))
	if p.v.Move == access.MoveApprove && p.item.Extended != nil {
		return m.T("decide.extend.what"+when(p.v.NoEnd, ".none"), row.Name, level)
	}
	if p.v.Move == access.MoveApprove && row.For != "" {
		return m.T("third.what", row.For, level)
	}
	return m.T("decide."+move+".what", row.Name, level, m.Vendor())
}

// note is the field for the reason or the question.
func (p *Decide) note() part.FieldProps {
	m, kind := p.m, "other"
	if p.v.Move.NeedsNote() {
		kind = string(p.v.Move)
	}
	f := part.FieldProps{ID: decideNote, Name: "note", Label: m.T("decide.note." + kind),
		Hint: m.T("decide.note." + kind + ".hint"), Value: p.v.Note, Rows: 4, Wide: true, OnLeave: p.leaveNote}
	if p.v.Wrong != nil && p.v.Wrong.Field == "note" {
		f.Error = part.InvalidText(m, *p.v.Wrong)
	}
	return f
}

// refusal says why sending failed, when sending again can help.
func (p *Decide) refusal() app.UI {
	if p.v.Refused == nil || p.v.Wrong != nil {
		return nil
	}
	return part.Refused(p.m, p.v.Refused, "decide-send")
}

// quick offers the ready texts of a move that needs a note.
func (p *Decide) quick() app.UI {
	m := p.m
	keys := i18n.QuickKeys(string(p.v.Move))
	if len(keys) == 0 {
		return nil
	}
	buttons := make([]app.UI, 0, len(keys))
	for _, key := range keys {
		buttons = append(buttons, part.Button(part.ButtonProps{ID: key, Label: m.T(key + ".name"),
			OnClick: func(ctx app.Context) { p.insert(ctx, p.requesterText(key)) }}))
	}
	return app.Div().Attr("role", "group").Aria("label", m.T("decide.quick")).Body(
		app.P().Class("hint").Text(m.T("decide.quick")),
		part.Row(buttons...),
	)
}

// requesterText is a text in the language of the person who will read it.
func (p *Decide) requesterText(key string) string {
	lang := p.m.Lang
	if chosen := p.item.Profile.Language; chosen != "" {
		lang = i18n.Parse(chosen)
	}
	return i18n.T(lang, key)
}
