package page

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Requests is Your Access Requests: newest first, each with its status, the
// reasons, what to do next, and the buttons to do it.
type Requests struct {
	app.Compo

	ctx    app.Context
	model  session.Model
	here   bool // OnNav has run
	status string
	find   string
	asked  string // the find of the address the page was opened with
	wait   int    // counts what was typed into the find box
	resets int
	more   bool // the next window is on its way
	list   answer[wire.RequestList]
	deeds  deeds
}

// OnMount begins to follow the session.
func (p *Requests) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.deeds = deeds{ctx: ctx, find: func(id string) (wire.Request, bool) { return session.Get(ctx).Requests.Row(id) }}
	session.Observe(ctx, &p.model, p.changed)
}

// OnNav loads what the address asks for.
func (p *Requests) OnNav(ctx app.Context) {
	p.here = true
	q := ctx.Page().URL().Query()
	p.status, p.find = q.Get("status"), validation.FindQuery(q.Get("find"))
	if !slices.Contains(access.Statuses(), access.Status(p.status)) {
		p.status = ""
	}
	p.asked = p.find
	part.SetValue("find", p.find)
	p.list.forget()
	p.changed(ctx)
}

func (p *Requests) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.model) {
		return
	}
	again := p.resets != p.model.Resets
	p.resets = p.model.Resets
	if again || !p.list.Here && !p.list.Busy && p.list.Err == nil {
		p.load(ctx)
	}
	if p.list.Here && len(p.model.Requests.Rows) == 0 && len(p.freshRows()) > 0 {
		session.Dispatch(ctx, session.FreshShown{})
	}
}

func (p *Requests) load(app.Context) { p.window("") }

func (p *Requests) loadMore(app.Context) {
	if !p.list.Busy {
		p.window(p.model.Requests.Next)
	}
}

// window asks for the window at a cursor, "" for the first.
func (p *Requests) window(cursor string) {
	path := wire.PathRequests + query("status", p.status, "find", p.find, "cursor", cursor)
	p.more = cursor != ""
	found := p.narrows()
	p.list.ask(p.ctx, func() (wire.RequestList, error) {
		return session.Load[wire.RequestList](p.ctx, path)
	}, func(ctx app.Context) {
		session.Dispatch(ctx, session.RequestsLoaded{List: p.list.Value, More: cursor != "", Found: found})
		part.Ready(ctx)
	})
}

func (p *Requests) filter(ctx app.Context, status string) {
	p.status = status
	p.showFound(ctx)
}

// showFound loads what the filters say now.
func (p *Requests) showFound(ctx app.Context) {
	session.Address(wire.RouteAccessRequests + query("status", p.status, "find", p.find))
	p.load(ctx)
}

// look takes what is typed into the find box, and asks once the person pauses.
func (p *Requests) look(text string) {
	p.wait++
	turn := p.wait
	p.ctx.After(findAfter, func(ctx app.Context) {
		if text = validation.FindQuery(text); turn == p.wait && text != p.find {
			p.find = text
			p.showFound(ctx)
		}
	})
}

// narrows reports whether only some of the requests are asked for.
func (p *Requests) narrows() bool { return p.status != "" || p.find != "" }

func (p *Requests) show(ctx app.Context) { session.Dispatch(ctx, session.FreshShown{}) }

// freshRows are the new requests that the filter lets through. What is looked
// for by words only the server can tell.
func (p *Requests) freshRows() []wire.Request {
	if p.find != "" {
		return nil
	}
	if p.status == "" {
		return p.model.Requests.Fresh
	}
	return withStatus(p.model.Requests.Fresh, access.Status(p.status))
}

// Render shows the page.
func (p *Requests) Render() app.UI {
	m := p.model
	return managementShell(m, wire.TabServices, services(m, wire.RouteAccessRequests, p.content(m)...))
}

func (p *Requests) content(m session.Model) []app.UI {
	content := []app.UI{app.H2().Class("visually-hidden").Text(m.T("access.requests")), p.filters(m)}
	list := m.Requests
	switch {
	case p.list.Err != nil && !p.more:
		return append(content, part.NotLoaded(m, p.list.Err, "requests", p.load))
	case !list.Loaded:
		return append(content, part.Loading(m))
	case len(list.Rows) == 0 && !p.narrows() && !list.Found:
		return append(content, part.Empty(m.T("request.empty"), m.T("request.empty.do"),
			part.LinkButton(wire.RouteAdd, m.T("access.add"), part.Secondary)))
	case len(list.Rows) == 0:
		return append(content, part.Empty(m.T("request.not_found"), m.T("request.not_found.do"), nil))
	}
	cards := make([]app.UI, 0, len(list.Rows))
	for _, r := range list.Rows {
		cards = append(cards, &requestCard{Model: m, Request: r, Deeds: &p.deeds, Props: cardProps{Changed: list.IsChanged(r.ID)}})
	}
	return append(content,
		part.Group(p.fresh(m)),
		part.Muted(countText(m, list.Total, "request.count.one", "request.count")),
		app.Div().Class("cards").Body(cards...),
		part.Group(p.moreButton(m)),
	)
}

func (p *Requests) fresh(m session.Model) app.UI {
	n := len(p.freshRows())
	if n == 0 {
		return nil
	}
	return part.Button(part.ButtonProps{ID: "fresh", Label: m.T("app.fresh", strconv.Itoa(n)), OnClick: p.show})
}

func (p *Requests) moreButton(m session.Model) app.UI {
	if p.more && p.list.Err != nil {
		return part.NotLoaded(m, p.list.Err, "more", p.loadMore)
	}
	if m.Requests.Next == "" {
		return nil
	}
	return part.Button(part.ButtonProps{ID: "more", Label: m.T("app.more"), Busy: p.more && p.list.Busy, OnClick: p.loadMore})
}

func (p *Requests) filters(m session.Model) app.UI {
	choices := []part.Choice{{Value: "", Label: m.T("request.filter.all")}}
	for _, s := range access.Statuses() {
		choices = append(choices, part.Choice{Value: string(s), Label: m.T("status."+string(s), m.Vendor())})
	}
	return app.Div().Class("filters").Body(
		part.Select(part.ChoiceProps{
			ID: "status", Label: m.T("request.filter"), Value: p.status, Choices: choices, OnChoose: p.filter,
		}),
		app.Div().Class("field").Body(
			app.Label().For("find").Class("label").Text(m.T("request.find")),
			app.Input().ID("find").Type("search").Class("input").Attr("autocomplete", "off").Value(p.asked).
				OnInput(p.typed, app.EventScope("find")).
				On("compositionend", p.typed, app.EventScope("find")),
		),
	)
}

func (p *Requests) typed(ctx app.Context, e app.Event) {
	if composing := e.Get("isComposing"); !composing.Truthy() {
		p.look(ctx.JSSrc().Get("value").String())
	}
}
