package page

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// ownTalks are the person's other conversations, on the page of their general
// one: what each is about, its newest message and what is unread. They change in
// place; one that begins elsewhere is loaded.
type ownTalks struct {
	ctx    app.Context // the page's own
	list   answer[wire.ConversationList]
	rows   []wire.Conversation // of all windows loaded
	resets int
	opened int
}

// changed loads the list where it is missing, was cut off from what happened,
// or lacks a conversation that was heard of.
func (o *ownTalks) changed(m session.Model) {
	if o.list.Busy || m.Chat.Opened == 0 {
		return // the line opens first
	}
	again := o.resets != m.Resets || o.opened != m.Chat.Opened
	if again || !o.list.Here && o.list.Err == nil || o.list.Here && o.lacks(m) {
		o.resets, o.opened = m.Resets, m.Chat.Opened
		o.load("")
	}
}

func (o *ownTalks) load(cursor string) {
	path := wire.PathOwnTalks + query("cursor", cursor)
	o.list.ask(o.ctx, func() (wire.ConversationList, error) { return live.Get[wire.ConversationList](path) }, func(app.Context) {
		if cursor == "" {
			o.rows = nil
		}
		o.rows = append(o.rows, o.list.Value.Conversations...)
	})
}

func (o *ownTalks) reload(app.Context) { o.load("") }

func (o *ownTalks) more(app.Context) { o.load(o.list.Value.Next) }

// lacks reports whether a message was heard of a conversation that the list does
// not have. Agents hear those of all customers.
func (o *ownTalks) lacks(m session.Model) bool {
	return !m.IsAgent() && slices.ContainsFunc(m.Chat.Said, func(s wire.Message) bool {
		return s.Seq > o.list.Value.Position.Seq && !slices.ContainsFunc(o.rows, func(c wire.Conversation) bool { return c.ID == s.Conversation })
	})
}

// latest is a conversation with the newest message that was heard of it.
func latest(c wire.Conversation, heard []wire.Message) wire.Conversation {
	for _, s := range heard {
		if s.Conversation == c.ID && s.Seq > c.Seq {
			c.Last, c.Seq = &s, s.Seq
		}
	}
	return c
}

// view is the list, without the conversation that the page shows.
func (o *ownTalks) view(m session.Model, shown string) app.UI {
	rows := slices.DeleteFunc(slices.Clone(o.rows), func(c wire.Conversation) bool { return c.ID == shown })
	var content app.UI
	switch {
	case o.list.Err != nil && part.ProblemOf(o.list.Err).Code == wire.CodeOffline:
		return nil // the page says so
	case o.list.Err != nil:
		content = part.NotLoaded(m, o.list.Err, "own-talks", o.reload)
	case !o.list.Here:
		return nil
	case len(rows) == 0:
		content = part.Muted(m.T("chat.own.none"))
	default:
		content = ownTable(m, rows)
	}
	return app.Section().ID("own-talks").Body(part.Card(m.T("chat.own"), content,
		app.If(o.list.Value.Next != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "own-more", Label: m.T("app.more"), Busy: o.list.Busy, OnClick: o.more})
		})))
}

func ownTable(m session.Model, conversations []wire.Conversation) app.UI {
	rows := make([]part.TableRow, 0, len(conversations))
	for _, c := range conversations {
		c = latest(c, m.Chat.Said)
		rows = append(rows, part.TableRow{ID: "talk-" + c.ID, Cells: []app.UI{
			ownTopic(m, c), ownLast(m, c), unreadTag(m, c.ID),
		}})
	}
	return part.Table(m.T("chat.own"), []part.Column{
		{Label: m.T("chat.topic")}, {Label: m.T("chat.last")}, {Label: m.T("chat.own.unread")},
	}, rows)
}

// unreadTag says how many answers of a conversation are unread.
func unreadTag(m session.Model, id string) app.UI {
	if m.UnreadIn(id) == 0 {
		return app.Text("–")
	}
	return app.Span().Class("badge").Text(m.T("chat.unread", strconv.Itoa(m.UnreadIn(id))))
}

// ownTopic leads to the conversation by what it is about.
func ownTopic(m session.Model, c wire.Conversation) app.UI {
	if c.Request == "" {
		return part.Link(wire.RouteChat, m.T("chat.general"))
	}
	return app.Div().Class("two-scripts").Body(
		part.Link(wire.ChatRoute(c.ID), identifierText(m, c.Identifier)),
		app.Span().Class("muted").Text(c.Reference))
}

func ownLast(m session.Model, c wire.Conversation) app.UI {
	if c.Last == nil {
		return app.Text("–")
	}
	from := m.T("chat.vendor", m.Vendor())
	if c.Last.From == access.ByRequester {
		from = m.T("chat.you")
	}
	return lastLine(m, *c.Last, from)
}

// lastLine is the beginning of a message, who wrote it and when.
func lastLine(m session.Model, s wire.Message, from string) app.UI {
	text := s.Text
	if s.Erased {
		text = m.T("chat.erased")
	}
	return app.Div().Class("two-scripts", "chat-last").Body(
		app.Span().Attr("dir", "auto").Text(text),
		app.Span().Class("muted").Body(app.Text(from+" · "), part.Time(m, s.At)))
}
