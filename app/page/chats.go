package page

import (
	"maps"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Chats is the page /chats: the conversations of the vendor's agents. Those that
// wait change in place, and new ones come below, so that nothing moves under the
// cursor.
type Chats struct {
	app.Compo

	ctx    app.Context // the page's own
	m      session.Model
	here   bool // the address has been read
	asked  bool
	all    bool
	resets int
	opened int // of the line, when it was asked who is there
	seen   int // news of conversations that the list has
	list   answer[wire.ConversationList]
	rows   []wire.Conversation // of all windows loaded
	serve  serving
}

// serving is the press of the switch.
type serving struct {
	busy bool
	err  error
}

// OnMount starts listening.
func (p *Chats) OnMount(ctx app.Context) {
	p.ctx = ctx
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav reads from the address which conversations are wanted.
func (p *Chats) OnNav(ctx app.Context) {
	p.all = ctx.Page().URL().Query().Get("show") == "all"
	p.here, p.asked = true, false
	p.rows = nil
	p.list.forget()
	p.changed(ctx)
}

func (p *Chats) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.m) || !p.m.IsAgent() {
		return
	}
	if !p.asked || p.resets != p.m.Resets {
		p.asked, p.resets, p.opened = true, p.m.Resets, p.m.Chat.Opened
		p.load("")
		return
	}
	if p.list.Here && p.opened != p.m.Chat.Opened {
		p.opened = p.m.Chat.Opened
		p.askWhoIsThere()
	}
}

// path is where a window of the list is.
func (p *Chats) path(cursor string) string {
	show := ""
	if p.all {
		show = "true"
	}
	return wire.PathConversations + query("all", show, "cursor", cursor)
}

// askWhoIsThere asks which customers are connected, without moving a row. Of
// those beyond the first window it is not known any more.
func (p *Chats) askWhoIsThere() {
	path := p.path("")
	p.ctx.Async(func() {
		list, err := live.Get[wire.ConversationList](path)
		p.ctx.Dispatch(func(app.Context) {
			if err != nil || path != p.path("") {
				return // asked again when the line is opened
			}
			p.rows = connectedAs(p.rows, list.Conversations)
		})
	})
}

// connectedAs are the rows with what a later list says of who is connected.
func connectedAs(rows, later []wire.Conversation) []wire.Conversation {
	there := map[string]wire.Connected{}
	for _, c := range later {
		there[c.ID] = c.Connected
	}
	now := slices.Clone(rows)
	for i := range now {
		now[i].Connected = there[now[i].ID]
	}
	return now
}

// load asks for a window; the first one takes the place of what is shown.
func (p *Chats) load(cursor string) {
	path := p.path(cursor)
	if cursor == "" {
		p.seen = p.m.Chat.News
	}
	p.list.ask(p.ctx, func() (wire.ConversationList, error) { return live.Get[wire.ConversationList](path) }, func(ctx app.Context) {
		if cursor == "" {
			p.rows = nil
		}
		p.rows = append(p.rows, p.list.Value.Conversations...)
		part.Ready(ctx)
	})
}

func (p *Chats) reload(app.Context) { p.load("") }

func (p *Chats) more(app.Context) { p.load(p.list.Value.Next) }

// toggle turns the switch.
func (p *Chats) toggle(app.Context) {
	if p.serve.busy {
		return
	}
	p.serve = serving{busy: true}
	send(p.ctx, "PUT", wire.PathServing, wire.Serve{Serving: !p.m.Chat.Serving}, live.NewKey(), func(ctx app.Context, c wire.Chat, err error) {
		p.serve = serving{err: err}
		if err == nil {
			session.Dispatch(ctx, session.ChatLoaded{Chat: c})
		}
	})
}

// heardSince is a conversation as it was heard of after it was loaded. Whether
// its customer is connected may have been asked later.
func heardSince(loaded, heard wire.Conversation) wire.Conversation {
	if loaded.Connected.Version > heard.Connected.Version {
		heard.Connected = loaded.Connected
	}
	return heard
}

// talks are the loaded conversations as they are now, and, below a list that is
// complete, those that have begun to wait since.
func talks(loaded []wire.Conversation, heard map[string]wire.Conversation, append bool) []wire.Conversation {
	now := slices.Clone(loaded)
	known := map[string]bool{}
	for i, c := range now {
		known[c.ID] = true
		if h, ok := heard[c.ID]; ok && h.Seq > c.Seq {
			now[i] = heardSince(c, h)
		}
	}
	if !append {
		return now
	}
	fresh := slices.SortedFunc(maps.Values(heard), func(a, b wire.Conversation) int { return a.Since.Compare(b.Since) })
	for _, c := range fresh {
		if !known[c.ID] && c.Waiting > 0 {
			now = slices.Insert(now, len(now), c)
		}
	}
	return now
}
