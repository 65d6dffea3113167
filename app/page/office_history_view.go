package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Render shows the tab.
func (p *OfficeHistory) Render() app.UI {
	return p.office.shell(wire.RouteOfficeHistory, false, p.load, func() []app.UI {
		return []app.UI{app.Div().Body(p.found())}
	})
}

func (p *OfficeHistory) found() app.UI {
	m := p.office.m
	switch {
	case p.list.Err != nil && len(p.events) == 0:
		return part.NotLoaded(m, p.list.Err, "history", p.load)
	case !p.list.Here && len(p.events) == 0:
		return part.Loading(m)
	case len(p.events) == 0:
		return part.Empty(m.T("history.empty"), m.T("history.empty.do"), nil)
	}
	rows := make([]part.TableRow, 0, len(p.events))
	for _, e := range p.events {
		rows = append(rows, part.TableRow{
			ID: strconv.FormatUint(e.Seq, 10), Changed: p.marked > 0 && e.Seq > p.marked,
			Cells: []app.UI{part.Time(m, e.At), whatCell(m, e), app.Span().Lang(langOf(e.ByName)).Text(byText(m, e))},
		})
	}
	return part.Card("",
		part.Table(m.T("history.caption"), []part.Column{
			{Label: m.T("history.when")}, {Label: m.T("history.what")}, {Label: m.T("history.by")},
		}, rows),
		app.Div().Body(app.If(p.list.Err != nil, func() app.UI { return part.NotLoaded(m, p.list.Err, "history-more", p.load) })),
		app.If(p.next != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "history-more", Label: m.T("app.more"), Busy: p.list.Busy, OnClick: p.more})
		}),
	)
}

// whatCell says what happened; of a request the decision is one press away, and
// whoever wrote a reason is quoted.
func whatCell(m session.Model, e wire.OfficeEvent) app.UI {
	return app.Div().Class("history-what").Body(
		app.Span().Text(eventText(m, e)),
		app.If(e.Request != "", func() app.UI {
			return app.Span().Class("tags").Body(part.StatusTag(m, e.Status),
				app.A().Class("link").Href(wire.QueueRoute(e.Request)).Text(e.Reference))
		}),
		app.If(e.Reason != "", func() app.UI { return app.Span().Class("muted").Text(whyText(m, e.Reason)) }),
		app.If(e.Note != "", func() app.UI { return app.Blockquote().Class("kept").Lang(langOf(e.Note)).Text(e.Note) }),
	)
}

// eventText words what happened in a sentence.
func eventText(m session.Model, e wire.OfficeEvent) string {
	who, level := nameOr(e.Who, m.T("history.erased")), ""
	if e.Level != "" {
		level = m.T("level." + string(e.Level))
	}
	switch e.What {
	case "grant", "end":
		if e.EndsAt.IsZero() {
			return m.T("history."+e.What+".open", who, level)
		}
		return m.T("history."+e.What, who, level, m.Words().Day(e.EndsAt.UTC()))
	case "asked", "dropped":
		who = m.T("recertify.one")
		if e.Count > 1 {
			who = m.T("recertify.count", strconv.Itoa(e.Count))
		}
		return m.T("history."+e.What, who, "", m.Words().Day(e.EndsAt.UTC()))
	case "rule":
		return ruleText(m, e)
	case "left":
		if e.Last {
			return m.T("history.left.last", who, m.Vendor())
		}
	}
	return m.T("history."+e.What, who, level)
}

func ruleText(m session.Model, e wire.OfficeEvent) string {
	key := "history.rule." + e.Rule
	if e.Removed {
		key += ".removed"
	}
	return m.T(key, nameOr(e.Value, m.T("history.erased")))
}

// byText is who did it: a person, or the portal by itself. Whoever asks only
// cancels: any other end of a request at their press is the evaluation's.
func byText(m session.Model, e wire.OfficeEvent) string {
	if e.By == access.BySystem || e.By == access.ByRequester && e.Status != access.Cancelled {
		return m.T("history.by.system")
	}
	return nameOr(e.ByName, m.T("history.erased"))
}
