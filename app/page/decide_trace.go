package page

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// trace shows every rule that was looked at: its number and name, what it saw
// and what it said.
func (p *Decide) trace() []app.UI {
	m, item := p.m, p.item
	if len(item.Trace) == 0 {
		return []app.UI{part.Muted(m.T("decide.trace.none"))}
	}
	rows, skipped := traceRows(m, item.Trace, p.all)
	label := m.T("decide.trace.hide")
	if !p.all {
		label = m.T("decide.trace.show_all", strconv.Itoa(skipped))
	}
	return []app.UI{
		part.Muted(m.T("decide.trace.hint", item.Policy, strconv.FormatUint(item.Generation, 10), part.Exact(m, item.Evaluated))),
		part.Table(m.T("decide.trace"), []part.Column{
			{Label: m.T("decide.rule")}, {Label: m.T("decide.saw")}, {Label: m.T("decide.said")},
		}, rows),
		app.If(skipped > 0, func() app.UI {
			return part.Button(part.ButtonProps{ID: "trace-all", Label: label, Kind: part.Plain, OnClick: p.turnTrace})
		}),
	}
}

func (p *Decide) turnTrace(app.Context) { p.all = !p.all }

// traceRows are the rules to show, and how many were not for this request.
func traceRows(m session.Model, trace []wire.RuleResult, all bool) (rows []part.TableRow, skipped int) {
	for _, r := range trace {
		if r.Outcome == wire.OutcomeSkip {
			skipped++
			if !all {
				continue
			}
		}
		number := strconv.Itoa(r.Rule)
		rows = append(rows, part.TableRow{ID: "rule-" + number, Cells: []app.UI{
			app.Span().Class("rule").Body(app.Span().Class("rule-number").Text(number), app.Span().Text(m.T("rule."+number))),
			saw(m, r.Saw),
			said(m, r),
		}})
	}
	return rows, skipped
}

func saw(m session.Model, seen []wire.Seen) app.UI {
	if len(seen) == 0 {
		return app.Span().Class("muted").Text("–")
	}
	items := make([]app.UI, 0, len(seen))
	for _, s := range seen {
		items = append(items, app.Div().Class("saw").Body(
			app.Span().Class("muted").Text(m.T("saw."+s.Fact)),
			part.Local(sawValue(m, s), langOf(sawValue(m, s))),
		))
	}
	return app.Div().Body(items...)
}

// sawValue words a value of the fixed set; names, domains and numbers stand for
// themselves.
func sawValue(m session.Model, s wire.Seen) string {
	if key := "decide.value." + s.Value; i18n.Has(key) {
		return m.T(key)
	}
	prefix := map[string]string{"contract_status": "decide.state.", "branding": "decide.branding.",
		"support": "decide.support.", "held": "level.", "decides": "program.decides."}[s.Fact]
	if key := prefix + s.Value; prefix != "" && i18n.Has(key) {
		return m.T(key, m.Vendor())
	}
	if t, err := time.Parse(time.RFC3339, s.Value); err == nil && !isDay(s.Fact, t) {
		return part.Exact(m, t)
	} else if err == nil {
		return m.Words().Day(t.UTC())
	}
	if t, err := time.Parse(time.DateOnly, s.Value); err == nil {
		return m.Words().Day(t)
	}
	return s.Value
}

// isDay reports whether a moment is only a day of the registry, which knows the
// hour of some contracts' issue and not of others'.
func isDay(fact string, t time.Time) bool { return fact == "issued" && t.Equal(access.Day(t)) }

func said(m session.Model, r wire.RuleResult) app.UI {
	if r.Outcome != wire.OutcomeDecide {
		return app.Span().Class("muted").Text(m.T("decide.outcome." + string(r.Outcome)))
	}
	return app.Div().Class("said").Body(
		part.StatusTag(m, r.Status),
		app.Span().Text(reasonLine(m, r.Reasons)),
	)
}

// decideHistory lists the transitions, oldest first as their requester reads
// them, with who made them, and last that the access was taken away.
func decideHistory(m session.Model, item wire.QueueItem) app.UI {
	shown := make([]part.Step, 0, len(item.Steps)+1)
	for _, s := range item.Steps {
		shown = append(shown, part.Step{
			Title: part.StatusTag(m, s.To),
			When:  part.Time(m, s.At),
			By:    stepBy(m, s),
			Body:  stepBody(m, s),
		})
	}
	if g := item.Given; g != nil && g.Revoked != nil {
		shown = append(shown, revokedStep(m, *g.Revoked, whyText(m, g.Revoked.Reason)))
	}
	return part.Steps(shown...)
}

func stepBy(m session.Model, s wire.Step) string {
	by := m.T("decide.by."+string(s.By), m.Vendor())
	if s.Name == "" || s.By == access.BySystem {
		return by
	}
	return m.T("decide.by.name", s.Name, by)
}

func stepBody(m session.Model, s wire.Step) app.UI {
	line := reasonLine(m, s.Reasons)
	return part.Group(
		app.If(line != "", func() app.UI { return app.P().Text(line) }),
		app.If(s.Note != "", func() app.UI { return noteText(s.Note) }),
	)
}
