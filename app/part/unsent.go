package part

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/wire"
)

// unsentBar says that something waits on this device, at the foot of every page
// but the one that lists it.
func unsentBar(m session.Model, active string) app.UI {
	if len(m.Unsent()) == 0 || active == wire.RouteUnsent {
		return nil
	}
	var texts []app.UI
	for _, s := range []session.OutState{session.OutWaiting, session.OutRefused, session.OutDraft} {
		if n := m.CountUnsent(s); n > 0 {
			texts = append(texts, app.P().Class("unsent-"+string(s)).Text(m.T("unsent.bar."+string(s), strconv.Itoa(n))))
		}
	}
	return app.Div().Class("unsent-bar").Role("region").Aria("label", m.T("unsent.region")).Body(
		Icon("line-offline"), app.Div().Class("unsent-texts").Body(texts...),
		app.A().Class("button").Href(wire.RouteUnsent).Text(m.T("unsent.show")),
	)
}

// UnsentTag is the mark of what waits on this device. It never looks like a
// status, which only the server gives.
func UnsentTag(m session.Model, s session.OutState) app.UI {
	return app.P().Class("unsent-tag", "unsent-"+string(s)).Body(Icon("line-offline"), app.Span().Text(m.T("unsent."+string(s))))
}

// UnsentTo says that the command to a path waits on this device, with the way
// to it; nil when none does.
func UnsentTo(m session.Model, path string) app.UI {
	o, ok := m.UnsentTo(path)
	if !ok {
		return nil
	}
	return app.Div().Class("actions").Body(
		app.Span().Text(UnsentName(m, o)), UnsentTag(m, o.State), Link(wire.RouteUnsent, m.T("unsent.show")))
}

// UnsentName says what an outgoing command does, without what it is about.
func UnsentName(m session.Model, o session.Outgoing) string {
	switch o.What {
	case session.WhatMove:
		if o.Words() != "" {
			return m.T("unsent.answer")
		}
		return m.T("move." + string(o.Move))
	case session.WhatDecision:
		return m.T("decide."+string(o.Move), m.Vendor())
	case session.WhatSubmit, session.WhatProfile, session.WhatMessage, session.WhatOthers, session.WhatExtend:
	}
	return m.T("unsent." + string(o.What))
}
