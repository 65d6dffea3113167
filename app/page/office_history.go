package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// OfficeHistory is the tab History of a contract or bill-to ID: who did what to
// it and when, newest first, live.
type OfficeHistory struct {
	app.Compo

	office office
	asked  bool
	list   answer[wire.OfficeHistory] // the window asked for last
	events []wire.OfficeEvent         // of all windows loaded
	next   string                     // cursor of what is older than all of them
	marked uint64                     // what is newer than this came a moment ago, 0 for nothing
	marks  int                        // counts the highlights, to end the last one
}

// OnMount begins to follow the session.
func (p *OfficeHistory) OnMount(ctx app.Context) {
	p.office.ctx = ctx
	session.Observe(ctx, &p.office.m, p.changed)
}

// OnNav turns to the contract of the address.
func (p *OfficeHistory) OnNav(ctx app.Context) {
	if p.office.turn(ctx) {
		p.list.forget()
		p.events, p.next, p.marked, p.asked = nil, "", 0, false
	}
	p.changed(ctx)
}

func (p *OfficeHistory) changed(ctx app.Context) {
	if p.list.Busy {
		return // looks again once it is here
	}
	if p.office.stale(ctx) {
		p.load(ctx)
		return
	}
	if !p.asked && p.office.view.Here && !p.office.view.Busy {
		p.loadNews()
	}
}

// load asks for the contract and for what is new of it.
func (p *OfficeHistory) load(app.Context) {
	p.office.load(func(app.Context, wire.Office, bool) { p.loadNews() })
}

func (p *OfficeHistory) ask(cursor string, then func(ctx app.Context)) {
	p.asked = true
	path := p.office.path(wire.PathOfficeHistory) + query("cursor", cursor)
	p.list.ask(p.office.ctx, func() (wire.OfficeHistory, error) { return live.Get[wire.OfficeHistory](path) }, func(ctx app.Context) {
		then(ctx)
		part.Ready(ctx)
		p.changed(ctx)
	})
}

// loadNews asks for the newest window and puts what is new above the rest.
func (p *OfficeHistory) loadNews() {
	p.ask("", func(app.Context) {
		first := len(p.events) == 0
		last := p.newest()
		var n int
		if p.events, n = joined(p.list.Value.Events, p.events); n < 0 || first {
			p.next = p.list.Value.Next
		}
		if !first && n != 0 {
			p.mark(last)
			p.office.hear("history.news", max(n, 1))
		}
	})
}

func (p *OfficeHistory) newest() uint64 {
	if len(p.events) == 0 {
		return 0
	}
	return p.events[0].Seq
}

// joined puts the newest window above older events and counts what is new. When
// more came than the window holds it takes the place of all, and n is -1.
func joined(window, older []wire.OfficeEvent) (all []wire.OfficeEvent, n int) {
	if len(older) == 0 {
		return window, len(window)
	}
	for n < len(window) && window[n].Seq > older[0].Seq {
		n++
	}
	if n == len(window) && n > 0 {
		return window, -1
	}
	return append(append([]wire.OfficeEvent{}, window[:n]...), older...), n
}

func (p *OfficeHistory) more(app.Context) {
	p.ask(p.next, func(app.Context) {
		p.events = append(p.events, p.list.Value.Events...)
		p.next = p.list.Value.Next
	})
}

// mark highlights what is newer than a position, for a moment.
func (p *OfficeHistory) mark(after uint64) {
	p.marked = after
	p.marks++
	turn := p.marks
	p.office.ctx.After(officeHighlight, func(app.Context) {
		if turn == p.marks {
			p.marked = 0
		}
	})
}
