package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Chat is the page of one conversation: /chat is the person's own in general,
// /chat/{id} one about a request or, for the vendor's agents, any.
type Chat struct {
	app.Compo

	ctx    app.Context // the page's own
	m      session.Model
	route  string // the ID in the address, "" for one's own in general
	here   bool   // the address has been read
	id     string // of the conversation
	resets int
	opened int                           // of the line, when it was asked who is there
	page   answer[wire.ConversationPage] // the newest messages
	older  answer[wire.ConversationPage]
	said   []wire.Message // shown, oldest first
	next   string         // cursor of the messages before them
	read   uint64         // up to here the server was told that they were read
	write  writing
	settle settling
	own    ownTalks
	stop   func() // of listening for the tab to come to the front
}

// OnMount starts listening.
func (p *Chat) OnMount(ctx app.Context) {
	p.ctx, p.own.ctx = ctx, ctx
	p.stop = onShown(func() { ctx.Dispatch(p.changed) })
	session.Observe(ctx, &p.m, p.changed)
}

// OnDismount stops listening.
func (p *Chat) OnDismount() {
	p.stop()
	session.Dispatch(p.ctx, session.ConversationOpened{})
}

// OnNav turns to the conversation of the address.
func (p *Chat) OnNav(ctx app.Context) {
	p.route, p.here = "", true
	if ctx.Page().URL().Path != wire.RouteChat {
		p.route = lastPart(ctx)
	}
	p.changed(ctx)
}

// changed loads the conversation, and shows what was heard of it since.
func (p *Chat) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.m) {
		return
	}
	id := p.route
	if id == "" {
		id = p.m.Me.ID
	}
	if id != p.id {
		p.turn(id)
	}
	if p.resets != p.m.Resets || !p.page.Here && !p.page.Busy && p.page.Err == nil {
		p.load(ctx)
	}
	if p.page.Here {
		p.show(p.m.Chat.Said...)
		p.markRead()
		p.resend()
		p.askWhoIsThere()
	}
	if p.route == "" {
		p.own.changed(p.m)
	}
}

// turn begins with another conversation. Nothing of the one before stays.
func (p *Chat) turn(id string) {
	p.id, p.said, p.next, p.read = id, nil, "", 0
	p.page.forget()
	p.older.forget()
	p.settle = settling{}
	p.write = takeUp(p.m.Me, id)
	session.Dispatch(p.ctx, session.ConversationOpened{ID: id})
}

// load asks for the newest messages.
func (p *Chat) load(app.Context) {
	p.resets, p.opened = p.m.Resets, p.m.Chat.Opened
	path := wire.ConversationPath(p.id)
	p.page.ask(p.ctx, func() (wire.ConversationPage, error) { return session.Load[wire.ConversationPage](p.ctx, path) }, func(ctx app.Context) {
		p.said, p.next = p.page.Value.Messages, p.page.Value.Next
		p.show(p.m.Chat.Said...)
		p.write.fill(ctx)
		p.markRead()
		p.resend()
		toEnd(ctx)
		part.Ready(ctx)
	})
}

// askWhoIsThere asks, once the line is open again, whether the customer is
// connected; what is shown else stays.
func (p *Chat) askWhoIsThere() {
	if !p.page.Value.Agent || p.opened == p.m.Chat.Opened {
		return
	}
	p.opened = p.m.Chat.Opened
	id := p.id
	p.ctx.Async(func() {
		page, err := live.Get[wire.ConversationPage](wire.ConversationPath(id))
		p.ctx.Dispatch(func(app.Context) {
			if err == nil && id == p.id {
				p.page.Value.Conversation.Connected = page.Conversation.Connected
			}
		})
	})
}

// loadOlder asks for the messages before those that are shown. What is being
// read stays in its place.
func (p *Chat) loadOlder(app.Context) {
	path := wire.ConversationPath(p.id) + query("cursor", p.next)
	p.older.ask(p.ctx, func() (wire.ConversationPage, error) { return live.Get[wire.ConversationPage](path) }, func(ctx app.Context) {
		p.said = addMessages(p.older.Value.Messages, p.said...)
		p.next = p.older.Value.Next
		keepPlace(ctx)
	})
}

// show takes messages of the conversation in; who reads its end stays there.
func (p *Chat) show(heard ...wire.Message) {
	before := len(p.said)
	p.said = addMessages(p.said, ofConversation(heard, p.id, p.from())...)
	if len(p.said) > before && atEnd() {
		p.ctx.Defer(toEnd)
	}
}

// from is the change after which a message belongs below those that are shown
// first: what came before them is on a page that was not asked for yet.
func (p *Chat) from() uint64 {
	if p.next == "" || len(p.said) == 0 {
		return 0
	}
	return p.said[0].Seq
}

// markRead tells the server what its customer has read, while the page is in
// front of them.
func (p *Chat) markRead() {
	last := lastAnswer(p.said)
	if p.page.Value.Agent || p.m.UnreadIn(p.id) == 0 || last <= p.read || !inFront() {
		return
	}
	p.read = last
	send(p.ctx, "PUT", wire.ReadPath(p.id), wire.SeenUpTo{Seq: last}, "", func(ctx app.Context, c wire.Chat, err error) {
		if err != nil {
			p.read = 0 // said again with the next change
			return
		}
		session.Dispatch(ctx, session.ChatLoaded{Chat: c})
	})
}

// conversation is how it stands now.
func (p *Chat) conversation() wire.Conversation {
	c := p.page.Value.Conversation
	if heard, ok := p.m.Chat.Talks[p.id]; ok && p.page.Value.Agent && heard.Seq > c.Seq {
		return heardSince(c, heard)
	}
	return c
}
