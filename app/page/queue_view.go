package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Render shows the queue.
func (p *Queue) Render() app.UI {
	m := p.m
	if m.Me != nil && !m.Me.Decides() {
		return notYours(m, part.ShellProps{Title: m.T("queue.title"), Active: wire.RouteQueue}, forDeciders)
	}
	return part.Shell(m, part.ShellProps{
		Title: m.T("queue.title"), Lead: m.T("queue.intro"), Active: wire.RouteQueue, Wide: true},
		app.Div().Class("queue-tools").Body(
			part.Tabs(m.T("queue.filter"), levelTabs(m, p.query)...),
			p.findForm(),
			p.pickTools(m),
		),
		app.Div().Class("queue-news").Body(p.news()),
		app.Div().ID("queue-list").TabIndex(-1).Aria("busy", strconv.FormatBool(p.window.Busy)).Body(p.list()),
		app.Div().Class("queue-foot").Body(p.foot()),
		app.Div().Class("pick-bar-place").Body(p.pickBar(m)),
		p.checkDialog(m),
		p.keys.help(m),
	)
}

// levelTabs are the filters by level, each with its count.
func levelTabs(m session.Model, q queueQuery) []part.Tab {
	tab := func(level access.Level, label string, count int) part.Tab {
		to := queueQuery{Find: q.Find, Level: level}
		return part.Tab{Href: to.route(), Label: label, Count: strconv.Itoa(count), Active: level == q.Level}
	}
	tabs := []part.Tab{tab("", m.T("queue.filter.all"), m.Counts.Total)}
	for _, level := range access.Levels() {
		if level == access.Programme && len(m.Settings.Programs) == 0 && m.Counts.ByLevel[level] == 0 {
			continue
		}
		tabs = append(tabs, tab(level, m.T("level."+string(level)), m.Counts.ByLevel[level]))
	}
	return tabs
}

func (p *Queue) findForm() app.UI {
	m := p.m
	return app.Div().Class("queue-find").Attr("role", "search").Body(
		part.Form(part.FormProps{ID: "queue-find-form", OnSubmit: p.find},
			part.Field(part.FieldProps{ID: "queue-find", Name: "find", Type: "search",
				Label: m.T("queue.find"), Hint: m.T("queue.find.hint"), Value: p.query.Find}),
			part.Button(part.ButtonProps{ID: "queue-find-go", Label: m.T("app.find")}),
			app.If(p.query.Find != "", func() app.UI {
				return part.Link(queueQuery{Level: p.query.Level}.route(), m.T("queue.find.clear"))
			}),
		),
	)
}

// news says how many requests have arrived and not been shown.
func (p *Queue) news() app.UI {
	n := p.query.arrived(p.m.Queue)
	count := strconv.Itoa(n)
	switch {
	case n == 0:
		return nil
	case p.m.Queue.Next != "" && !p.query.narrows():
		return part.Muted(p.m.T("queue.fresh.later", count))
	case n == 1:
		return p.newsButton(p.m.T("queue.fresh.one"))
	}
	return p.newsButton(p.m.T("queue.fresh", count))
}

func (p *Queue) newsButton(label string) app.UI {
	return part.Button(part.ButtonProps{ID: "queue-fresh", Label: label, Icon: "new", OnClick: p.showFresh})
}

func (p *Queue) list() app.UI {
	m := p.m
	switch {
	case p.window.Err != nil:
		return part.NotLoaded(m, p.window.Err, "queue", p.retry)
	case !m.Queue.Loaded:
		return part.Loading(m)
	case len(m.Queue.Rows) == 0 && p.query.narrows():
		return part.Empty(m.T("queue.none"), m.T("queue.none.text"),
			part.LinkButton(wire.RouteQueue, m.T("queue.filter.all"), part.Secondary))
	case len(m.Queue.Rows) == 0:
		return part.Empty(m.T("queue.empty"), m.T("queue.empty.text"), nil)
	}
	return app.Div().Class("queue").Body(part.TableOf(m.T("queue.title"), queueColumns(m), p.lines(m)))
}

// lines are the rows, under their groups' headings if the person wants them.
func (p *Queue) lines(m session.Model) []app.UI {
	lines := make([]app.UI, 0, len(m.Queue.Rows))
	for _, g := range p.group.groups(m.Queue.Rows) {
		if p.group != groupNone {
			lines = append(lines, part.Keyed("group-"+g.Name, p.groupLine(m, g)))
		}
		for _, row := range g.Rows {
			lines = append(lines, p.line(m, row))
		}
	}
	return lines
}

func (p *Queue) foot() app.UI {
	m := p.m
	if len(m.Queue.Rows) == 0 {
		return nil
	}
	return part.Row(
		part.Muted(shownText(m, p.query)),
		app.If(m.Queue.Next != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "queue-more", Label: m.T("app.more"), Busy: p.window.Busy, OnClick: p.showMore})
		}),
		app.If(p.later, func() app.UI {
			return part.Button(part.ButtonProps{ID: "queue-first", Label: m.T("queue.earlier"), Kind: part.Plain, OnClick: p.retry})
		}),
		helpButton(m),
	)
}

// shownText counts the rows on the page: of the whole queue, or those found.
func shownText(m session.Model, q queueQuery) string {
	shown := strconv.Itoa(len(m.Queue.Rows))
	switch {
	case !q.narrows():
		return m.T("queue.shown", shown, strconv.Itoa(max(m.Counts.Total, len(m.Queue.Rows))))
	case m.Queue.Next != "":
		return m.T("queue.shown.found_more", shown)
	}
	return m.T("queue.shown.found", shown)
}
