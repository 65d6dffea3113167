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

// latestShown is how many of the latest requests the home page shows.
const latestShown = 5

// glance is what the home page tells of a person's access: the latest requests
// as they stand, how many accesses there are, and the way to add one.
type glance struct {
	ctx      app.Context // the page's own
	requests answer[wire.RequestList]
	mine     answer[wire.RequestList] // those that wait for the person, however old
	grants   answer[wire.GrantList]
	resets   int
}

// follow loads what is missing. Call it with the page's own context whenever
// the session changed and somebody is signed in.
func (g *glance) follow(ctx app.Context, m session.Model) {
	g.ctx = ctx
	again := g.resets != m.Resets
	g.resets = m.Resets
	if again || !g.requests.Here && !g.requests.Busy && g.requests.Err == nil {
		g.load(ctx)
	}
}

func (g *glance) load(app.Context) {
	g.requests.ask(g.ctx, func() (wire.RequestList, error) {
		return session.Load[wire.RequestList](g.ctx, wire.PathRequests)
	}, func(ctx app.Context) {
		session.Dispatch(ctx, session.RequestsLoaded{List: g.requests.Value})
		part.Ready(ctx)
	})
	g.mine.ask(g.ctx, func() (wire.RequestList, error) {
		return session.Load[wire.RequestList](g.ctx, wire.PathRequests+query("status", string(access.PendingAction)))
	}, nil)
	g.grants.ask(g.ctx, func() (wire.GrantList, error) {
		return session.Load[wire.GrantList](g.ctx, grantFind{}.path())
	}, func(ctx app.Context) {
		session.Dispatch(ctx, session.GrantsLoaded{List: g.grants.Value})
	})
}

// view shows it.
func (g *glance) view(m session.Model) app.UI {
	return app.Div().Class("glance", "stack").Body(
		part.Group(profileGap(m)),
		app.Div().Class("intro").Body(
			app.P().Text(m.T("access.intro", m.Vendor())),
			part.LinkButton(wire.RouteAdd, m.T("access.add"), part.Primary),
		),
		app.Div().Class("glance-cards").Body(
			app.Section().Class("card", "holding").Aria("labelledby", "held-title").Body(
				app.H2().ID("held-title").Class("card-title").Text(m.T("access.home.held")),
				g.held(m),
				part.Link(wire.RouteAccess, m.T("access.home.manage")),
			),
			app.Section().Class("card", "latest").Aria("labelledby", "latest-title").Body(
				app.H2().ID("latest-title").Class("card-title").Text(m.T("access.home.latest")),
				g.latest(m),
				part.Link(wire.RouteAccessRequests, m.T("access.home.all")),
			),
		),
	)
}

func (g *glance) held(m session.Model) app.UI {
	switch {
	case g.grants.Err != nil:
		return part.Failed(m, g.grants.Err, "held", nil)
	case !g.grants.Here:
		return part.Loading(m)
	}
	return app.P().Class("figure").Text(countText(m, m.Grants.Total, "access.home.entry", "access.home.entries"))
}

func (g *glance) latest(m session.Model) app.UI {
	switch {
	case g.requests.Err != nil:
		return part.NotLoaded(m, g.requests.Err, "latest", g.load)
	case !g.requests.Here:
		return part.Loading(m)
	}
	requests := forMeFirst(m, slices.Concat(m.Requests.Fresh, m.Requests.Rows, g.mine.Value.Requests))
	if len(requests) == 0 {
		return part.Muted(m.T("access.home.none"))
	}
	items := make([]app.UI, 0, latestShown)
	for _, r := range requests[:min(len(requests), latestShown)] {
		items = append(items, latestLine(m, r))
	}
	return app.Ul().Class("latest-list").DataSet("total", strconv.Itoa(m.Requests.Total)).Body(items...)
}

// forMeFirst puts the requests that wait for the person before the others, each
// once and as it stands now.
func forMeFirst(m session.Model, requests []wire.Request) (sorted []wire.Request) {
	var others []wire.Request
	seen := map[string]bool{}
	for _, r := range requests {
		if seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		if r = m.Latest(r); r.Status == access.PendingAction {
			sorted = append(sorted, r)
		} else {
			others = append(others, r)
		}
	}
	return append(sorted, others...)
}

func latestLine(m session.Model, r wire.Request) app.UI {
	class := "latest-line"
	if m.Requests.IsChanged(r.ID) {
		class += " changed"
	}
	return app.Li().Class(class).Body(
		app.A().Class("link", "code").Href(wire.RequestRoute(r.ID)).Text(identifierText(m, r.Identifier)),
		requestTag(m, r),
		app.Span().Class("muted").Body(app.Text(m.T("level."+string(r.Level))+" · "), part.Time(m, r.ChangedAt)),
	)
}
