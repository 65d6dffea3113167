package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Decide is the page /queue/{id}: all that a decider needs to know of one
// request, and what they may do with it.
type Decide struct {
	app.Compo

	ctx     app.Context // the page's own: a button's ends with the button
	m       session.Model
	id      string
	item    *wire.QueueItem        // as shown; nil until it is loaded
	fetched answer[wire.QueueItem] // the last one asked for
	rest    answer[wire.Queue]     // to know what comes next
	keys    keyboard
	v       verdict
	want    access.Move // a question asked for by the address, until the item is there
	news    decideNews
	all     bool   // the trace shows the rules that were not for this request, too
	heard   uint64 // the change for which the item was last asked
	resets  int    // of the model, when the item was last asked for
	opened  int    // of the line then: who else looks is asked again after a cut
	viewing viewing
	mails   delivery
	revoke  revoking // of the access that the request led to
	revoked string   // whose access this decider took away, "" before
}

// OnMount starts listening.
func (p *Decide) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.keys.listen(ctx, p.stroke)
	session.Observe(ctx, &p.m, p.changed)
}

// OnDismount stops listening and tells the others that this decider has left.
func (p *Decide) OnDismount() {
	p.keys.close()
	p.viewing.leave()
}

// OnNav turns to the request of the address. Nothing of the one before stays.
func (p *Decide) OnNav(ctx app.Context) {
	if id := lastPart(ctx); id != p.id {
		p.viewing.leave()
		p.fetched.forget()
		p.id, p.item, p.heard, p.all = id, nil, 0, false
		p.v, p.news = verdict{}, decideNews{}
		p.revoke, p.revoked = revoking{send: p.sendRevoke}, ""
	}
	p.want = access.Move(ctx.Page().URL().Query().Get("do"))
	p.changed(ctx)
}

// changed loads the request when it is not there or no longer true.
func (p *Decide) changed(ctx app.Context) {
	if p.id == "" || !session.Need(ctx, p.m) || !p.m.Me.Decides() {
		return
	}
	p.mails.follow(p.ctx, p.m, wire.RequestMailsPath(p.id), p.id)
	if p.fetched.Busy {
		return
	}
	switch {
	case p.item == nil:
		if p.fetched.Err == nil {
			p.load()
		}
	case p.resets != p.m.Resets, p.opened > 0 && p.opened != p.m.Chat.Opened, newer(p.m, p.id) > max(p.item.Row.Seq, p.heard), p.overtakenGiven():
		p.load()
	}
	p.opened = p.m.Chat.Opened
	if !p.m.Queue.Loaded && !p.rest.Busy && !p.rest.Here {
		p.loadQueue()
	}
}

// load asks for the request.
func (p *Decide) load() {
	path := wire.QueuePath(p.id)
	p.resets, p.heard = p.m.Resets, newer(p.m, p.id)
	p.fetched.ask(p.ctx, func() (wire.QueueItem, error) { return session.Load[wire.QueueItem](p.ctx, path) }, p.loaded)
}

func (p *Decide) retry(app.Context) { p.load() }

// loaded shows the request, and says what changed since it was last shown.
func (p *Decide) loaded(ctx app.Context) {
	item := p.fetched.Value
	if p.item != nil && p.v.Done == "" && !p.v.Sending {
		p.news = p.news.turned(*p.item, item)
	}
	p.hearRevoked(item)
	p.keepNote() // its field may go with the question
	p.item = &item
	p.v = p.v.allowed(item.Moves)
	if p.want != "" {
		p.ask(ctx, p.want)
		p.want = ""
	}
	p.viewing.enter(ctx, p.id)
	part.Ready(ctx)
}

// loadQueue asks for the queue's first window, to know what comes next when
// somebody came here by a link.
func (p *Decide) loadQueue() {
	path := queueQuery{}.path("")
	p.rest.ask(p.ctx, func() (wire.Queue, error) { return session.Load[wire.Queue](p.ctx, path) }, func(ctx app.Context) {
		if !p.m.Queue.Loaded {
			session.Dispatch(ctx, session.QueueLoaded{Queue: p.rest.Value})
		}
	})
}

// stroke does what a shortcut asks for.
func (p *Decide) stroke(ctx app.Context, s stroke) {
	switch s {
	case strokeApprove:
		p.ask(ctx, access.MoveApprove)
	case strokeDeny:
		p.ask(ctx, access.MoveDeny)
	case strokeNext, strokePrev:
		by := 1
		if s == strokePrev {
			by = -1
		}
		if id := step(rowIDs(p.m, groupNone, p.id), p.id, by); id != "" && id != p.id {
			ctx.Navigate(wire.QueueRoute(id))
		}
	case strokeFind:
		ctx.Navigate(wire.RouteQueue)
	case strokeHelp:
		part.OpenDialog(ctx, helpDialog)
	}
}
