package page

import (
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/wire"
)

// sameRules reports whether nothing of the rules changed.
func sameRules(a, b wire.OfficeRules) bool {
	return a.Locked == b.Locked && slices.Equal(a.Deny, b.Deny) && slices.Equal(a.Approve, b.Approve) &&
		slices.Equal(a.Names, b.Names) && slices.EqualFunc(a.Standing, b.Standing, func(a, b wire.Standing) bool {
		return a.Value == b.Value && a.EndsAt.Equal(b.EndsAt)
	})
}

// Render shows the tab: the rules in the order in which they are looked at
// (domain page, rules 12 to 14 and 16).
func (p *OfficeRules) Render() app.UI {
	return p.office.shell(wire.RouteOfficeRules, p.refused(), p.load, p.content)
}

func (p *OfficeRules) content() []app.UI {
	m, rules := p.office.m, p.office.view.Value.Rules
	if p.office.scope.Kind != access.KindContract {
		return []app.UI{part.Empty(m.T("rules.billto"), m.T("rules.billto.text"), nil)}
	}
	return []app.UI{
		app.Div().Class("intro-text").Body(part.Text(m.T("rules.intro")), part.Muted(m.T("rules.since"))),
		app.Ol().Class("rules").Body(
			p.rule(ruleLock, p.lockNow(rules.Locked)),
			p.rule(ruleDeny, p.entries(ruleDeny, rules.Deny), p.domainForm(ruleDeny)),
			p.rule(ruleApprove, p.entries(ruleApprove, rules.Approve), p.domainForm(ruleApprove)),
			p.rule(ruleStanding, p.standing(rules.Standing), p.standingForm()),
			p.rule(ruleName, p.entries(ruleName, rules.Names)),
		),
		p.lockDialog(),
	}
}

// failure stands in the rule that was pressed.
func (p *OfficeRules) failure(rule string) app.UI {
	if p.fault == nil || p.at != rule {
		return nil
	}
	return part.Failed(p.office.m, p.fault, "rule", nil)
}

// rule is one of the rules: what it is and does, and what is set.
func (p *OfficeRules) rule(rule string, content ...app.UI) app.UI {
	m := p.office.m
	return app.Li().Body(app.Section().ID("rule-"+rule).Class("card").TabIndex(-1).Aria("labelledby", "rule-"+rule+"-title").Body(
		app.H2().ID("rule-"+rule+"-title").Class("card-title").Text(m.T("rules."+rule)),
		app.P().Class("rule-effect").Body(
			app.Span().Class("visually-hidden").Text(m.T("rules.effect")+": "), app.Text(m.T("rules."+rule+".text"))),
		app.Div().Attr("role", "status").Body(p.failure(rule)),
		part.Group(content...),
	))
}

// entries lists what a rule holds, each to be taken away.
func (p *OfficeRules) entries(rule string, values []string) app.UI {
	m := p.office.m
	if len(values) == 0 {
		return part.Muted(m.T("rules." + rule + ".none"))
	}
	items := make([]app.UI, 0, len(values))
	for _, value := range values {
		items = append(items, app.Li().Body(
			app.Span().Class("entry-value").Lang(langOf(value)).Text(value), p.takeButton(rule, value)))
	}
	return app.Ul().Class("entries").Body(items...)
}

func (p *OfficeRules) takeButton(rule, value string) app.UI {
	return part.Button(part.ButtonProps{ID: "take-" + rule + "-" + value, Label: p.office.m.T("rules.take"), Kind: part.Plain,
		Hint: ": " + value, OnClick: func(ctx app.Context) { p.take(ctx, rule, value) }})
}

// standing lists the standing approvals with their ends.
func (p *OfficeRules) standing(all []wire.Standing) app.UI {
	m := p.office.m
	if len(all) == 0 {
		return part.Muted(m.T("rules.standing.none"))
	}
	items := make([]app.UI, 0, len(all))
	for _, s := range all {
		items = append(items, app.Li().Body(
			app.Span().Class("entry-value").Body(
				app.Span().Text(s.Value),
				app.If(s.Name != "", func() app.UI { return app.Span().Class("muted").Lang(langOf(s.Name)).Text(" " + s.Name) })),
			p.until(s.EndsAt), p.takeButton(ruleStanding, s.Value)))
	}
	return app.Ul().Class("entries").Body(items...)
}

func (p *OfficeRules) until(end time.Time) app.UI {
	m := p.office.m
	switch {
	case end.IsZero():
		return app.Span().Class("muted").Text(m.T("office.no_end"))
	case !m.Now.Before(end):
		return app.Span().Class("tags").Body(part.Day(m, end.UTC()), part.Tag(m.T("rules.standing.over"), "quiet", "dash"))
	}
	return app.Span().Body(app.Span().Class("muted").Text(m.T("rules.standing.until")+" "), part.Day(m, end.UTC()))
}

func (p *OfficeRules) domainForm(rule string) app.UI {
	m, f := p.office.m, p.formOf(rule)
	return part.Form(part.FormProps{ID: "form-" + rule, Draft: f.kept(m), OnSubmit: func(ctx app.Context, v part.Values) { p.add(ctx, rule, v) }},
		f.summary(m),
		app.Div().Class("rule-line").Body(
			part.Field(part.FieldProps{ID: rule + "-value", Name: "value", Label: m.T("rules.domain"), Hint: m.T("rules.domain.hint"),
				Value: p.typed[rule+"-value"], Error: f.at(m, "value"), AutoComplete: "off"}),
			part.Button(part.ButtonProps{ID: rule + "-do", Label: m.T("rules." + rule + ".do"), Busy: f.busy})))
}

func (p *OfficeRules) standingForm() app.UI {
	m, f := p.office.m, p.formOf(ruleStanding)
	return part.Form(part.FormProps{ID: "form-standing", Draft: f.kept(m), OnSubmit: p.addStanding},
		f.summary(m),
		app.Div().Class("rule-line").Body(
			part.Field(part.FieldProps{ID: "standing-value", Name: "value", Label: m.T("rules.standing.who"),
				Hint: m.T("rules.standing.hint"), Value: p.typed["standing-value"], Error: f.at(m, "value"), AutoComplete: "off"}),
			part.Field(part.FieldProps{ID: "standing-ends_on", Name: "ends_on", Type: "date", Label: m.T("rules.standing.until"),
				Optional: m.T("app.optional"), Value: p.typed["standing-ends_on"], Error: f.at(m, "ends_on")}),
			part.Button(part.ButtonProps{ID: "standing-do", Label: m.T("rules.standing.do"), Busy: f.busy})))
}

func (p *OfficeRules) addStanding(ctx app.Context, v part.Values) { p.add(ctx, ruleStanding, v) }
