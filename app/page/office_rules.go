package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// The rules, as wire.ChangeRule names them.
const (
	ruleLock     = "lock"
	ruleDeny     = "deny"
	ruleApprove  = "approve"
	ruleStanding = "standing"
	ruleName     = "name"
)

// OfficeRules is the tab Rules of a contract: what its administrators let the
// portal decide by itself.
type OfficeRules struct {
	app.Compo

	office office
	forms  map[string]*form // of each rule
	typed  map[string]string
	fault  error  // of what has no form: unlocking, taking away
	at     string // the rule that it is of
	press  form   // the same's command

	locking form
}

// OnMount begins to follow the session.
func (p *OfficeRules) OnMount(ctx app.Context) {
	p.office.ctx = ctx
	session.Observe(ctx, &p.office.m, p.changed)
}

// OnNav turns to the contract of the address.
func (p *OfficeRules) OnNav(ctx app.Context) {
	if p.office.turn(ctx) {
		p.forms, p.typed, p.fault, p.press, p.locking = nil, nil, nil, form{}, form{}
	}
	p.changed(ctx)
}

func (p *OfficeRules) changed(ctx app.Context) {
	if p.office.stale(ctx) {
		p.load(ctx)
	}
}

func (p *OfficeRules) load(app.Context) { p.reload(false) }

// reload loads again; own says that the person's own command changed it.
func (p *OfficeRules) reload(own bool) {
	p.office.load(func(ctx app.Context, before wire.Office, fresh bool) {
		if !own && !fresh && !sameRules(before.Rules, p.office.view.Value.Rules) {
			p.office.hear("rules.changed", 1)
		}
		part.Ready(ctx)
		p.changed(ctx)
	})
}

// formOf is the form of a rule.
func (p *OfficeRules) formOf(rule string) *form {
	if p.forms == nil {
		p.forms, p.typed = map[string]*form{}, map[string]string{}
	}
	if p.forms[rule] == nil {
		p.forms[rule] = &form{prefix: rule + "-", draft: p.office.draft("rule/" + rule)}
	}
	return p.forms[rule]
}

// refused reports whether one of the forms was.
func (p *OfficeRules) refused() bool {
	for _, f := range p.forms {
		if f.wrong() {
			return true
		}
	}
	return p.locking.wrong()
}

// add sends what was typed for a rule.
func (p *OfficeRules) add(ctx app.Context, rule string, v part.Values) {
	f, body := p.formOf(rule), wire.ChangeRule{Rule: rule, EndsOn: v["ends_on"]}
	p.office.told, p.fault = outcome{}, nil
	for _, other := range p.forms {
		other.refused = false // one summary at a time
	}
	var found []wire.FieldError
	var wrong *wire.FieldError
	if rule == ruleStanding {
		body.Value, _, wrong = validation.AddressOrDomain(v["value"])
		_, late := validation.LastDay(body.EndsOn, p.office.m.Now, validation.LatestDay(p.office.m.Now, nil))
		found = append(present(wrong), present(late)...)
	} else {
		body.Value, wrong = validation.Domain(v["value"])
		found = present(wrong)
	}
	p.typed[rule+"-value"] = fold(rule+"-value", v["value"], body.Value)
	p.typed[rule+"-ends_on"] = body.EndsOn
	if len(found) > 0 {
		f.refuse(ctx, found)
		return
	}
	p.office.do(f, "POST", p.office.path(wire.PathOfficeRules), body, func(ctx app.Context) {
		p.typed[rule+"-value"], p.typed[rule+"-ends_on"] = "", ""
		part.SetValue(rule+"-value", "")
		part.SetValue(rule+"-ends_on", "")
		part.Focus(ctx, rule+"-value")
		p.done("rules."+rule+".done", body.Value)
	})
}

// take takes one entry of a rule away.
func (p *OfficeRules) take(ctx app.Context, rule, value string) {
	part.Focus(ctx, "rule-"+rule)
	p.command(wire.ChangeRule{Rule: rule, Value: value, Remove: true}, "rules."+rule+".taken", value)
}

// command sends a change that has no form; told is what it then says.
func (p *OfficeRules) command(body wire.ChangeRule, told string, args ...string) {
	if p.press.busy {
		return
	}
	p.office.told, p.fault, p.at = outcome{}, nil, body.Rule
	p.press.begin(body)
	scope := p.office.scope
	p.office.sending++
	send(p.office.ctx, "POST", p.office.path(wire.PathOfficeRules), body, p.press.key, func(_ app.Context, _ struct{}, err error) {
		p.office.sending--
		p.press.settle(err)
		if scope != p.office.scope {
			return
		}
		if p.fault = err; err == nil {
			p.done(told, args...)
		}
	})
}

func (p *OfficeRules) done(key string, args ...string) {
	p.office.told = did(key, args...)
	p.reload(true)
}
