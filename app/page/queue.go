package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Queue is the page /queue: what waits for a contract administrator or a
// reviewer, longest waiting first, live.
type Queue struct {
	app.Compo

	ctx    app.Context // the page's own: a button's ends with the button
	m      session.Model
	query  queueQuery
	keys   keyboard
	cursor string             // ID of the row that the keys stand on
	here   bool               // the address has been read
	asked  bool               // for the first window of this query
	later  bool               // a later window has taken the first one's place
	choice choice             // rows selected for one decision
	group  groupBy            // how the rows are grouped
	bulk   bulk               // the question before a bulk decision
	window answer[wire.Queue] // the last one asked for; what is shown is the model's
}

// OnMount starts listening and asks for the queue.
func (p *Queue) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.keys.listen(ctx, p.stroke)
	session.Observe(ctx, &p.m, p.changed)
}

// OnDismount stops listening.
func (p *Queue) OnDismount() { p.keys.close() }

// OnNav reads what to look for from the address, so that Back and a bookmark
// bring it again.
func (p *Queue) OnNav(ctx app.Context) {
	values := ctx.Page().URL().Query()
	p.query = queueQuery{Find: values.Get("find"), Level: access.Level(values.Get("level"))}
	if !p.query.Level.Known() {
		p.query.Level = ""
	}
	part.SetValue("queue-find", p.query.Find)
	p.here, p.asked = true, false
	p.changed(ctx)
}

// changed loads what is missing and shows what has arrived where nothing can
// move under the cursor.
func (p *Queue) changed(ctx app.Context) {
	p.bulk = p.bulk.after(p.m.Batch)
	if !p.here || !session.Need(ctx, p.m) || !p.m.Me.Decides() {
		return
	}
	switch {
	case !p.asked || (p.m.Queue.Stale && !p.window.Busy):
		p.asked = true
		p.load("", false)
	case !p.window.Busy && deserted(p.m) && p.query.arrived(p.m.Queue) > 0:
		ctx.Defer(p.showFresh)
	}
}

// load asks for a window. More: it follows what is shown; else it takes its
// place.
func (p *Queue) load(cursor string, more bool) {
	path := p.query.path(cursor)
	p.window.ask(p.ctx, func() (wire.Queue, error) { return session.Load[wire.Queue](p.ctx, path) }, func(ctx app.Context) {
		p.later = cursor != "" && !more
		session.Dispatch(ctx, session.QueueLoaded{Queue: p.window.Value, More: more})
		part.Ready(ctx)
	})
}

func (p *Queue) retry(app.Context) { p.load("", false) }

// showMore loads the next window after what is shown, or in its place when that
// would be too many rows.
func (p *Queue) showMore(ctx app.Context) {
	fits := len(p.m.Queue.Rows)+queueWindow <= queueMost
	p.load(p.m.Queue.Next, fits)
	if !fits {
		part.Focus(ctx, "queue-list")
	}
}

// showFresh shows what has arrived. With a filter the queue is asked again,
// because only the server knows what a search finds.
func (p *Queue) showFresh(ctx app.Context) {
	if p.query.narrows() || p.later {
		p.load("", false)
		return
	}
	session.Dispatch(ctx, session.FreshShown{})
}

func (p *Queue) find(ctx app.Context, v part.Values) {
	next := p.query
	next.Find = strings.TrimSpace(v["find"])
	ctx.Navigate(next.route())
}

// stroke does what a shortcut asks for.
func (p *Queue) stroke(ctx app.Context, s stroke) {
	switch s {
	case strokeNext, strokePrev:
		by := 1
		if s == strokePrev {
			by = -1
		}
		p.cursor = step(rowIDs(p.m, p.group, p.cursor), p.cursor, by)
		part.Focus(ctx, "open-"+p.cursor)
	case strokeOpen:
		p.open(ctx, "")
	case strokeApprove:
		p.open(ctx, access.MoveApprove)
	case strokeDeny:
		p.open(ctx, access.MoveDeny)
	case strokePick:
		p.pickAtCursor()
	case strokeFind:
		part.Focus(ctx, "queue-find")
	case strokeHelp:
		part.OpenDialog(ctx, helpDialog)
	}
}

// open goes to the request under the cursor, with the question of a move open.
// Nothing is sent from here: a key pressed by mistake decides nothing.
func (p *Queue) open(ctx app.Context, move access.Move) {
	if p.cursor != "" {
		ctx.Navigate(wire.QueueRoute(p.cursor) + query("do", string(move)))
	}
}
