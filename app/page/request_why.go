package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// The rules that speak for a request, by their numbers on the domain page: an
// approval in advance, and from the company match on.
const (
	ruleApproved = 14
	ruleMatch    = 16
)

// whyAnchor is the place of the explanation on the request's page.
const whyAnchor = "why"

// whyLink leads from a request's card to its explanation.
func whyLink(m session.Model, r wire.Request) app.UI {
	return app.A().Class("link").Href(wire.RequestRoute(r.ID)+"#"+whyAnchor).
		Aria("label", m.T("explain.title")+" "+identifierText(m, r.Identifier)).Text(m.T("explain.title"))
}

// openWhy opens the explanation for who has come by its link.
func openWhy(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		if app.Window().Get("location").Get("hash").String() != "#"+whyAnchor {
			return
		}
		if e := app.Window().GetElementByID(whyAnchor); e.Truthy() {
			e.Set("open", true)
			e.Call("scrollIntoView", map[string]any{"block": "start"})
		}
	})
}

// why tells a requester how their request was evaluated, rule by rule, one
// press away. The server leaves in it nothing about others.
func why(m session.Model, r wire.Request) app.UI {
	if r.Why == nil {
		return nil
	}
	lines := make([]app.UI, 0, len(r.Why.Rules))
	for _, rule := range r.Why.Rules {
		lines = append(lines, whyLine(m, r, rule))
	}
	return app.Details().ID(whyAnchor).Class("why").Body(
		app.Summary().Body(app.H2().Text(m.T("explain.title"))),
		app.Div().Class("stack").Body(
			part.Muted(m.T("explain.intro")),
			app.Ol().Class("why-rules").Body(lines...),
			app.If(personDecided(r), func() app.UI { return part.Text(m.T("explain.after")) }),
			part.Muted(m.T("explain.when", part.Exact(m, r.Why.At), r.Why.Policy)),
			part.Muted(m.T("explain.person")),
		),
	)
}

// whyLine is one rule: its sentence, or the reasons it settled the matter with,
// and what of the requester's own data it looked at.
func whyLine(m session.Model, r wire.Request, rule wire.RuleResult) app.UI {
	own := ""
	for _, s := range rule.Saw {
		if own != "" {
			own += m.T("queue.comma")
		}
		own += m.T("explain.fact", m.T("saw."+s.Fact), sawValue(m, s))
	}
	seen := app.If(own != "", func() app.UI { return app.P().Class("muted").Text(m.T("explain.own", own)) })
	if rule.Outcome != wire.OutcomeDecide {
		icon := "check"
		if rule.Rule == ruleApproved || rule.Rule >= ruleMatch {
			icon = "dash" // it would have approved, and did not
		}
		return app.Li().Class("why-rule").Body(part.Icon(icon), app.Div().Body(
			app.P().Text(m.T("explain."+strconv.Itoa(rule.Rule), m.Vendor())), seen))
	}
	return app.Li().Class("why-rule", "why-end").Body(part.Icon("forward"), app.Div().Body(
		app.P().Class("step-title").Body(app.Strong().Text(m.T("explain.ended")), app.Text(" "), part.StatusTag(m, rule.Status)),
		part.ReasonText(m, r, rule.Reasons...), seen))
}

// personDecided reports whether somebody decided after the last evaluation.
func personDecided(r wire.Request) bool {
	for _, s := range r.Steps {
		if s.At.After(r.Why.At) && (s.By == access.ByAdministrator || s.By == access.ByReviewer) {
			return true
		}
	}
	return false
}
