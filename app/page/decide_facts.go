package page

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// askedFacts says what is asked for, why it is here and how long it may take.
func askedFacts(m session.Model, item wire.QueueItem) app.UI {
	row, why := item.Row, "decide.reasons"
	if row.Status.Pending() {
		why = "decide.why"
	}
	facts := []part.Fact{
		{Label: m.T("decide.level"), Value: app.Text(m.T("level." + string(row.Level)))},
		{Label: m.T("decide.identifier"), Value: part.Code(identifierText(m, row.Identifier))},
		{Label: m.T(why), Value: app.Text(reasonLine(m, allReasons(item)))},
		{Label: m.T("decide.submitted"), Value: part.Time(m, row.SubmittedAt)},
	}
	facts = append(facts, exchanged(m, item.Steps)...)
	if row.Status.Pending() {
		facts = append(facts, part.Fact{Label: m.T("decide.since"), Value: part.Time(m, row.Since)})
	}
	if left := remains(m, row); left.Text != "" && row.Status.Pending() {
		facts = append(facts, part.Fact{Label: m.T("decide.due"), Value: app.Span().Class(when(left.Overdue, "overdue")).
			Title(part.Exact(m, row.DueAt)).Text(left.Text)})
	}
	return part.Summary(facts...)
}

// exchanged are the last question to the requester and what they answered.
func exchanged(m session.Model, steps []wire.Step) (facts []part.Fact) {
	for _, s := range slices.Backward(steps) {
		switch {
		case s.Note == "":
		case s.By == access.ByRequester && len(facts) == 0:
			facts = append(facts, part.Fact{Label: m.T("decide.answer"), Value: noteText(s.Note)})
		case s.Move == access.MoveAsk:
			return append([]part.Fact{{Label: m.T("decide.question"), Value: noteText(s.Note)}}, facts...)
		}
	}
	return facts
}

// noteText is what somebody wrote.
func noteText(note string) app.UI {
	return app.Blockquote().Class("note").Lang(langOf(note)).Text(note)
}

// allReasons are the reasons of the last step and, while the request waits,
// those of the evaluation after them: that the requester confirmed does not say
// what was in doubt. Once it is decided the decision's own are all.
func allReasons(item wire.QueueItem) []access.Reason {
	reasons := slices.Clone(item.Row.Reasons)
	if !item.Row.Status.Pending() {
		return reasons
	}
	for _, rule := range item.Trace {
		for _, r := range rule.Reasons {
			if rule.Outcome == wire.OutcomeDecide && !slices.Contains(reasons, r) {
				reasons = append(reasons, r)
			}
		}
	}
	return reasons
}

// profileFacts says who asks, in both scripts.
func profileFacts(m session.Model, row wire.QueueRow, profile wire.Profile) app.UI {
	country := m.T("country." + profile.Country)
	if profile.Country == "" {
		country = ""
	}
	return part.Summary(
		part.Fact{Label: m.T("decide.name"), Value: twoScripts(m, row.Name, row.NameLocal, "")},
		part.Fact{Label: m.T("decide.company"), Value: given(m, profile.Company)},
		part.Fact{Label: m.T("decide.company_local"), Value: given(m, profile.CompanyLocal)},
		part.Fact{Label: m.T("decide.email"), Value: part.MailLink(profile.Email)},
		part.Fact{Label: m.T("decide.address"), Value: given(m, profile.Address)},
		part.Fact{Label: m.T("decide.address_local"), Value: given(m, profile.AddressLocal)},
		part.Fact{Label: m.T("decide.country"), Value: given(m, country)},
		part.Fact{Label: m.T("decide.phone"), Value: given(m, profile.Phone)},
		part.Fact{Label: m.T("decide.job"), Value: given(m, profile.JobTitle)},
	)
}

// given shows what a person told, marked with its language, or that they did
// not.
func given(m session.Model, value string) app.UI {
	if value == "" {
		return app.Span().Class("muted").Text(m.T("decide.none"))
	}
	return part.Local(value, langOf(value))
}

// registryFacts says what the registry holds of what is asked for.
func registryFacts(m session.Model, f wire.ContractFacts) app.UI {
	if f.Contract == nil && f.BillTo == "" {
		return part.Muted(m.T("decide.facts.none"))
	}
	var facts []part.Fact
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, part.Fact{Label: m.T(key), Value: part.Local(value, langOf(value))})
		}
	}
	if f.Contract != nil {
		add("decide.contract", f.Contract.Number)
	}
	add("decide.billto", f.BillTo)
	company := func(key string, c wire.CompanyName) {
		first, second := scripts(m, c.Name, c.NameLocal)
		if first == "" {
			return
		}
		facts = append(facts, part.Fact{Label: m.T(key), Value: app.Div().Class("two-scripts").Body(
			part.Local(first, langOf(first)),
			app.If(second != "", func() app.UI { return part.Local(second, langOf(second)) }))})
	}
	company("decide.holder", f.Holder)
	company("decide.parent", f.Parent)
	company("decide.seller", f.Seller)
	company("decide.billto_of", f.BillToOf)
	if f.Contracts != nil {
		add("decide.contracts", contractCount(m, *f.Contracts))
	}
	if f.Contract != nil {
		facts = append(facts, contractFacts(m, *f.Contract)...)
	}
	admins := m.T("decide.admins.none")
	if f.Admins > 0 {
		admins = m.T("decide.admins.count", strconv.Itoa(f.Admins))
	}
	add("decide.admins", admins)
	add("decide.held", accessHeld(m, f))
	return part.Summary(facts...)
}

// accessHeld says what the requester has already.
func accessHeld(m session.Model, f wire.ContractFacts) string {
	switch {
	case f.HeldLevel != "":
		return m.T("level." + string(f.HeldLevel))
	case f.Contract == nil:
		return m.T("decide.held.none.bill_to")
	}
	return m.T("decide.held.none")
}

// contractCount says how many contracts are under a bill-to ID.
func contractCount(m session.Model, n int) string {
	if n >= wire.MostContracts {
		return m.T("decide.contracts.most", strconv.Itoa(n))
	}
	return m.T("decide.contracts.count", strconv.Itoa(n))
}

func contractFacts(m session.Model, c access.ServiceContract) []part.Fact {
	text := func(key, prefix, value string) part.Fact {
		return part.Fact{Label: m.T(key), Value: app.Text(m.T(prefix + value))}
	}
	facts := []part.Fact{
		text("decide.state", "decide.state.", string(c.Status)),
		{Label: m.T("decide.term"), Value: app.Span().Body(
			part.Day(m, c.Starts.UTC()), app.Text(m.T("decide.to")), part.Day(m, c.Ends.UTC()))},
		text("decide.branding", "decide.branding.", string(c.Branding)),
		text("decide.support", "decide.support.", string(c.Support)),
	}
	if c.ServiceLevel != "" {
		facts = append(facts, part.Fact{Label: m.T("decide.service"), Value: part.Code(c.ServiceLevel)})
	}
	return facts
}

// adviceList shows how close the company's name is to the entitled ones.
func adviceList(m session.Model, advice []wire.Similarity) app.UI {
	if len(advice) == 0 {
		return nil
	}
	items := make([]app.UI, 0, len(advice))
	for _, a := range advice {
		items = append(items, app.Li().Body(
			part.Local(a.Company, langOf(a.Company)),
			app.Meter().Class("likeness").Min(0).Max(100).Value(a.Percent).Aria("hidden", "true"),
			app.Span().Class("number").Text(m.T("decide.advice.percent", strconv.Itoa(a.Percent))),
		))
	}
	return app.Div().Class("advice").Body(
		app.H3().Text(m.T("decide.advice")),
		app.Ul().Body(items...),
		part.Muted(m.T("decide.advice.hint")),
	)
}
