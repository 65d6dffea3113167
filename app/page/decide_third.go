package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// The IDs of the fields of an approval.
const (
	decidePurpose = "decide-purpose"
	decideEnd     = "decide-ends_on"
)

// thirdCard says for whom access is asked: a user at another company (guide ja,
// chapter 5, 必要情報). Nothing for other requests.
func thirdCard(m session.Model, item wire.QueueItem) app.UI {
	t := item.Third
	if t == nil {
		return nil
	}
	facts := []part.Fact{{Label: m.T("third.email"), Value: part.MailLink(t.Email)}}
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, part.Fact{Label: m.T(key), Value: part.Local(value, langOf(value))})
		}
	}
	add("third.company", t.Company)
	facts = append(facts, part.Fact{Label: m.T("third.reason"), Value: app.Blockquote().Text(t.Message)})
	if t.ApproverEmail != "" {
		facts = append(facts, part.Fact{Label: m.T("third.approver"), Value: app.Div().Class("two-scripts").Body(
			app.Span().Lang(langOf(t.ApproverName)).Text(t.ApproverName),
			app.Span().Lang(langOf(t.ApproverCompany)).Text(t.ApproverCompany),
			part.MailLink(t.ApproverEmail))})
	}
	if item.ThirdHeld != "" {
		add("third.held", m.T("level."+string(item.ThirdHeld)))
	}
	return part.Card(m.T("third.card"), part.Summary(facts...))
}

// grantFields are what an approval says of the access: what for, where a third
// party gets it, and until when, which is disclosed on demand.
func (p *Decide) grantFields() []app.UI {
	if p.v.Move != access.MoveApprove {
		return nil
	}
	if p.item.Extended != nil {
		return p.extensionFields()
	}
	m := p.m
	var purpose app.UI
	if p.item.Third != nil {
		purpose = part.Field(part.FieldProps{
			ID: decidePurpose, Name: "purpose", Label: m.T("third.purpose"), Hint: m.T("third.purpose.hint"),
			Value: p.v.Purpose, Error: p.wrongAt("purpose"), Wide: true, OnLeave: p.leavePurpose,
		})
	}
	end := part.Field(part.FieldProps{
		ID: decideEnd, Name: "ends_on", Type: "date", Label: m.T("third.end.day"),
		Hint:  m.T("third.end.hint", m.Words().Day(p.item.LatestEnd.UTC())),
		Value: p.v.EndsOn, Error: p.wrongAt("ends_on"), OnLeave: p.leaveEnd,
	})
	box := app.Details().ID("decide-end").Class("details").Open(p.v.EndsOn != "" || p.wrongAt("ends_on") != "")
	return []app.UI{part.Group(purpose), part.Group(p.rememberBox()), box.Body(app.Summary().Text(m.T("third.end.open")), end)}
}

func (p *Decide) leavePurpose(_ app.Context, typed string) {
	p.v = p.v.granted(p.v.EndsOn, typed).mended("purpose")
}

func (p *Decide) leaveEnd(_ app.Context, typed string) {
	p.v = p.v.granted(typed, p.v.Purpose).mended("ends_on")
}

// keepGrant takes what is being typed about the access.
func (p *Decide) keepGrant(v part.Values) {
	endsOn, purpose := p.v.EndsOn, p.v.Purpose
	if typed, open := v["ends_on"]; open {
		endsOn = typed
	}
	if typed, open := v["purpose"]; open {
		purpose = typed
	}
	if choice, open := v["no_end"]; open {
		p.v.NoEnd = choice == noEnd
	}
	p.v = p.v.granted(endsOn, purpose)
	if p.v.Move == access.MoveApprove && len(v) > 0 {
		p.v.Remember = v["remember"] != ""
	}
}

// wrongAt words what is wrong with a field.
func (p *Decide) wrongAt(field string) string {
	if p.v.Wrong == nil || p.v.Wrong.Field != field {
		return ""
	}
	return part.InvalidText(p.m, *p.v.Wrong)
}

// mendGrant leads to the field of the access that is wrong.
func (p *Decide) mendGrant(ctx app.Context) {
	if p.v.Wrong == nil {
		return
	}
	switch p.v.Wrong.Field {
	case "purpose":
		part.Focus(ctx, decidePurpose)
	case "ends_on":
		part.Focus(ctx, decideEnd)
	}
}
