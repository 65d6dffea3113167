package page

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// cardProps say where a request's card stands.
type cardProps struct {
	Changed bool // highlight it for a moment
	Grouped bool // under its status' heading, which is not repeated
	Mended  bool // beside the account block, whose buttons are not repeated
	Alone   bool // on the request's own page: no link to itself
}

// requestCard is a card with an identity of its own: when the card before it
// moves to another group, its buttons are not taken over for another request
// under the person's finger.
type requestCard struct {
	app.Compo

	Model   session.Model
	Request wire.Request
	Props   cardProps
	Deeds   *deeds
}

// CompoID tells requests apart.
func (c *requestCard) CompoID() string { return c.Request.ID }

// Render shows the card.
func (c *requestCard) Render() app.UI { return c.Deeds.card(c.Model, c.Request, c.Props) }

// card is one request: what it is for, why it has its status, what comes next
// and what its requester can do about it, here.
func (h *deeds) card(m session.Model, r wire.Request, p cardProps) app.UI {
	class := "request"
	if p.Changed {
		class += " changed"
	}
	return app.Article().ID("request-"+r.ID).Class(class).TabIndex(-1).Aria("labelledby", "request-title-"+r.ID).Body(
		cardHead(m, r, p),
		reasonsOf(m, r),
		app.If(r.Held != "", func() app.UI {
			return part.Notice(part.Info, "", app.P().Text(m.T("request.needless", m.T("level."+string(r.Held)))))
		}),
		app.If(r.Note != "", func() app.UI {
			return app.Figure().Class("request-note").Body(
				app.FigCaption().Text(m.T("request.note")), app.Blockquote().Text(r.Note))
		}),
		h.replyForm(m, r, p),
		cardFacts(m, r),
		possible(m, r),
		h.failure(m, r),
		h.actions(m, r, p),
	)
}

// reasonsOf say why a request has its status, or that what it led to is gone.
func reasonsOf(m session.Model, r wire.Request) app.UI {
	switch {
	case r.Revoked == nil:
		return part.ReasonText(m, r, r.Reasons...)
	case r.For != "":
		return part.Text(m.T("grant.revoked.for", r.For))
	}
	return part.Text(m.T("grant.revoked.page"))
}

func cardHead(m session.Model, r wire.Request, p cardProps) app.UI {
	return app.Header().Class("request-head").Body(
		cardTitle(m, r, p),
		app.If(!p.Grouped, func() app.UI { return requestTag(m, r) }),
		app.P().Class("request-meta", "muted").Body(
			app.Span().Text(m.T("level."+string(r.Level))),
			reference(r, p),
			app.Span().Body(part.Time(m, r.ChangedAt)),
			app.If(!p.Alone, func() app.UI { return whyLink(m, r) }),
		),
	)
}

// cardTitle is a heading one level under the one that the card stands below.
func cardTitle(m session.Model, r wire.Request, p cardProps) app.UI {
	id, words := "request-title-"+r.ID, []app.UI{
		app.Span().Class("code").Text(identifierText(m, r.Identifier)),
		app.If(r.Contract != "" && r.Identifier.Kind == access.KindSerial, func() app.UI {
			return app.Span().Class("muted").Text(m.T("request.of", r.Contract))
		}),
		app.If(r.For != "", func() app.UI {
			return app.Span().Class("muted").Text(m.T("third.for", r.For))
		}),
		app.If(r.Extends != nil, func() app.UI {
			return app.Span().Class("muted").Text(m.T("request.extends", m.Words().Day(r.Extends.Until.UTC())))
		}),
		app.If(p.Grouped, func() app.UI {
			return app.Span().Class("visually-hidden").Text(m.T("status."+string(r.Status), m.Vendor()))
		}),
	}
	if p.Alone {
		return app.H2().ID(id).Class("request-title").Body(words...)
	}
	return app.H3().ID(id).Class("request-title").Body(words...)
}

func reference(r wire.Request, p cardProps) app.UI {
	if p.Alone {
		return app.Span().Class("code").Text(r.Reference)
	}
	return app.A().Class("link", "code").Href(wire.RequestRoute(r.ID)).Text(r.Reference)
}

// cardFacts answer what to do next, who has it now, how long it may take.
func cardFacts(m session.Model, r wire.Request) app.UI {
	var facts []part.Fact
	if r.Revoked != nil {
		return part.Summary(requestLost(m, r)...)
	}
	if next := m.Words().Next(r); len(next) > 0 {
		lines := make([]app.UI, 0, len(next))
		for _, text := range next {
			lines = append(lines, app.P().Text(text))
		}
		facts = append(facts, part.Fact{Label: m.T("request.next"), Value: app.Div().Body(lines...)})
	}
	if who := m.Words().Holder(r); who != "" {
		facts = append(facts, part.Fact{Label: m.T("request.with"), Value: app.Text(who)})
	}
	facts = append(facts, timeFacts(m, r)...)
	if c, ok := m.Words().Contact(r); ok {
		facts = append(facts, part.Fact{Label: m.T("help.questions"), Value: contactWays(m, c)})
	}
	if r.Extends != nil && r.Status == access.Approved {
		facts = append(facts, part.Fact{Label: m.T("request.extends.new"), Value: untilDay(m, r.Extends.EndsAt)})
	}
	if len(facts) == 0 {
		return nil
	}
	return part.Summary(facts...)
}

// untilDay is the end of an access.
func untilDay(m session.Model, ends time.Time) app.UI {
	if ends.IsZero() {
		return app.Span().Class("time").Text(m.T("grant.no_end"))
	}
	return part.Day(m, ends.UTC())
}

// sinceDay is the day on which an access began: the reader's, where the hour is
// known. A registry knows only the day of some.
func sinceDay(m session.Model, began time.Time) app.UI {
	if began.Equal(access.Day(began)) {
		return part.Day(m, began.UTC())
	}
	return part.Day(m, m.Zone.In(began))
}

func timeFacts(m session.Model, r wire.Request) []part.Fact {
	var facts []part.Fact
	if r.Status.Pending() {
		facts = append(facts, part.Fact{Label: m.T("request.time"), Value: howLong(m, r)})
	}
	if r.Status == access.Denied && r.RetryAt.After(m.Now) {
		facts = append(facts, part.Fact{Label: m.T("request.time.retry"), Value: app.Text(part.Exact(m, r.RetryAt))})
	}
	return facts
}

// howLong says when somebody answers, and until when the request stays open.
func howLong(m session.Model, r wire.Request) app.UI {
	if r.ExpiresAt.IsZero() {
		return answerBy(m, r)
	}
	return app.Div().Body(answerBy(m, r), app.Text(" "), app.Span().Class("muted").Body(
		app.Text(m.T("request.time.expires")+": "), app.Text(part.Exact(m, r.ExpiresAt))))
}

func answerBy(m session.Model, r wire.Request) app.UI {
	switch {
	case late(m, r):
		return app.Span().Body(
			app.Text(m.T("request.time.late")), app.Text(" "), part.MailLink(m.Settings.SupportEmail))
	case r.Status == access.PendingVendor && !r.DueAt.IsZero():
		return app.Span().Body(
			app.Text(m.Words().HowLong(r.Status)), app.Text(" "),
			app.Span().Class("muted").Body(app.Text("("), app.Text(part.Exact(m, r.DueAt)), app.Text(")")))
	}
	return app.Span().Text(m.Words().HowLong(r.Status))
}

// possible lists what an approved request lets its holder do now (guide ja,
// "Approved").
func possible(m session.Model, r wire.Request) app.UI {
	if len(m.Words().UsesOf(r)) == 0 {
		return nil
	}
	return app.Div().Class("possible").Body(app.P().Text(m.T("level.can")), app.Ul().Body(uses(m, r.Level, r.Identifier)...))
}

// uses are the lines of what a level allows.
func uses(m session.Model, l access.Level, id access.Identifier) []app.UI {
	var lines []app.UI
	for _, use := range m.Words().Uses(l, id) {
		lines = append(lines, app.Li().Body(part.Icon("check"), app.Span().Text(use)))
	}
	return lines
}

func (h *deeds) failure(m session.Model, r wire.Request) app.UI {
	if err := h.of(r.ID).Err; err != nil {
		return part.Refused(m, err, r.ID)
	}
	return nil
}
