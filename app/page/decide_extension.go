package page

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// The choices of the end of an access that is extended.
const (
	newEnd = "day"
	noEnd  = "none"
)

// extendedCard shows which access a request is to extend. Nothing for others.
func extendedCard(m session.Model, item wire.QueueItem) app.UI {
	e := item.Extended
	if e == nil {
		return nil
	}
	facts := []part.Fact{{Label: m.T("request.extends.label"), Value: untilDay(m, item.Row.Until)}}
	if !e.StartsAt.IsZero() {
		facts = append(facts, part.Fact{Label: m.T("grant.since"), Value: sinceDay(m, e.StartsAt)})
	}
	if !e.EndsAt.Equal(item.Row.Until) {
		facts = append(facts, part.Fact{Label: m.T("decide.extend.now"), Value: untilDay(m, e.EndsAt)})
	}
	if e.Purpose != "" {
		facts = append(facts, part.Fact{Label: m.T("third.purpose"), Value: part.Local(e.Purpose, langOf(e.Purpose))})
	}
	var note app.UI
	switch {
	case e.Revoked:
		note = part.Notice(part.Warning, m.T("decide.extend.gone"))
	case !e.ConfirmBy.IsZero():
		note = part.Muted(m.T("decide.extend.confirm"))
	case e.ThirdParty:
		note = part.Muted(m.T("decide.extend.third"))
	}
	return part.Card(m.T("decide.extend.card"), part.Summary(facts...), part.Group(note))
}

// extensionFields ask until when the access goes on: a day, or no end.
func (p *Decide) extensionFields() []app.UI {
	m, choice := p.m, newEnd
	if p.v.NoEnd {
		choice = noEnd
	}
	day := part.Field(part.FieldProps{
		ID: decideEnd, Name: "ends_on", Type: "date", Label: m.T("decide.extend.day"),
		Hint:  m.T("decide.extend.hint", m.Words().Day(p.item.LatestEnd.UTC())),
		Value: p.v.EndsOn, Error: p.wrongAt("ends_on"), OnLeave: p.leaveEnd,
	})
	return []app.UI{
		part.Radios(part.ChoiceProps{
			ID: "decide-no_end", Name: "no_end", Label: m.T("decide.extend.until"), Value: choice,
			Choices: []part.Choice{
				{Value: newEnd, Label: m.T("decide.extend.choose"), Body: day},
				{Value: noEnd, Label: m.T("decide.extend.none")},
			},
			OnChoose: p.chooseEnd,
		}),
	}
}

func (p *Decide) chooseEnd(_ app.Context, choice string) {
	p.keepNote()
	p.v.NoEnd = choice == noEnd
	p.v = p.v.mended("ends_on")
}

// suggestEnd fills in the day that the server suggests, unless one was typed.
func (p *Decide) suggestEnd() {
	e := p.item.Extended
	if p.v.EndsOn == "" && !e.Suggested.IsZero() {
		p.v.EndsOn = e.Suggested.UTC().Format(time.DateOnly)
	}
	if p.v.EndsOn == "" && !e.ConfirmBy.IsZero() {
		p.v.NoEnd = true // as it was before it was to be confirmed
	}
}

// wrongGrant checks what an approval says of the access.
func (p *Decide) wrongGrant() *wire.FieldError {
	if p.item.Extended != nil {
		return p.v.extends(p.m.Now, p.item.LatestEnd, p.item.Row.Until)
	}
	return p.v.grantable(p.m.Now, p.item.LatestEnd, p.item.Third != nil)
}
