package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// revokedFacts say when, by whom and why an access was taken away, as a decider
// reads it.
func revokedFacts(m session.Model, r wire.Revocation) []part.Fact {
	return whyRevoked(m, r, whyText(m, r.Reason))
}

// whyText is a reason in the words of who decides, "" for none.
func whyText(m session.Model, r access.Reason) string {
	if r == "" {
		return ""
	}
	return m.T("why." + string(r))
}

// revokerOf is who took an access away: the side and, for deciders, the person.
func revokerOf(m session.Model, r wire.Revocation) string {
	if r.Name == "" {
		return m.T("move.by."+string(r.By), m.Vendor())
	}
	return stepBy(m, wire.Step{By: r.By, Name: r.Name})
}

// revokedStep is a line of a request's history.
func revokedStep(m session.Model, r wire.Revocation, why string) part.Step {
	return part.Step{
		Title: revokedTag(m), When: part.Time(m, r.At), By: revokerOf(m, r),
		Body: part.Group(
			app.If(why != "", func() app.UI { return app.P().Text(why) }),
			app.If(r.Note != "", func() app.UI { return app.Blockquote().Class("note").Lang(langOf(r.Note)).Text(r.Note) }),
		),
	}
}

// revokedTag marks what was taken away.
func revokedTag(m session.Model) app.UI { return part.Tag(m.T("grant.revoked"), "bad", "cross") }

// requestTag is a request's status, or that the access it led to was taken away.
func requestTag(m session.Model, r wire.Request) app.UI {
	if r.Revoked != nil {
		return revokedTag(m)
	}
	return part.StatusTag(m, r.Status)
}

func whyRevoked(m session.Model, r wire.Revocation, why string) []part.Fact {
	facts := []part.Fact{
		{Label: m.T("grant.revoked.when"), Value: app.Text(part.Exact(m, r.At))},
		{Label: m.T("grant.revoked.by"), Value: app.Text(revokerOf(m, r))},
	}
	if why != "" {
		facts = append(facts, part.Fact{Label: m.T("grant.revoked.why"), Value: app.Text(why)})
	}
	if r.Note != "" {
		facts = append(facts, part.Fact{Label: m.T("grant.revoked.note"), Value: app.Blockquote().Class("note").Lang(langOf(r.Note)).Text(r.Note)})
	}
	return facts
}

// lostFacts say the same to who held it, and what they can do.
func lostFacts(m session.Model, r wire.Revocation, third bool) []part.Fact {
	w := m.Words()
	next := []app.UI{}
	for _, line := range w.RevokedNext(r, third) {
		next = append(next, app.P().Text(line))
	}
	return append(whyRevoked(m, r, w.RevokedWhy(r)), part.Fact{Label: m.T("request.next"), Value: app.Div().Body(next...)})
}

// lostSince reports whether the access that a request extended was taken away
// since the request was loaded.
func lostSince(m session.Model, r wire.Request) bool {
	if r.Extends == nil || r.Status != access.Approved || r.Revoked != nil {
		return false
	}
	_, gone := m.RevokedGrant(r.Extends.Grant)
	return gone
}

// requestLost says it on the card of the request that led to the access. Who
// asked for somebody else is not told what they can do.
func requestLost(m session.Model, r wire.Request) []part.Fact {
	if r.For != "" {
		return whyRevoked(m, *r.Revoked, m.Words().RevokedWhy(*r.Revoked))
	}
	return lostFacts(m, *r.Revoked, r.Identifier.Kind == access.KindWithheld)
}
