package session

import (
	"maps"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/access"
	"accord/shared/wire"
)

// How much of what was heard of conversations is kept for the pages, which take
// what concerns them as it comes.
const (
	maxSaid  = 500
	maxTalks = 500
	maxThere = 500
)

// Chat is what is known of the chat: who is there and what waits.
type Chat struct {
	Presence wire.Presence
	Serving  bool // an agent: the person is switched to available
	Waiting  int  // an agent: conversations that wait for an answer
	Loaded   bool // since the line was last opened
	Opened   int  // goes up whenever what is no fact must be asked for again: the line was opened

	Said  []wire.Message               // heard, oldest first
	Talks map[string]wire.Conversation // an agent: conversations as last heard
	News  int                          // goes up with every conversation that changed

	There   map[string]wire.Connected // an agent: customers by account, as last heard
	Counts  map[string]wire.Unread    // by conversation, those without any too
	Waited  uint64                    // the change that Waiting counts
	Reading string                    // conversation on the page, whose messages need no announcement
}

// ChatLoaded brings who is there and what waits.
type ChatLoaded struct{ Chat wire.Chat }

// ConversationOpened tells which conversation the page shows, "" for none.
type ConversationOpened struct{ ID string }

func (ChatLoaded) update()         {}
func (ConversationOpened) update() {}

// Online says whether an agent is available; known is false while nobody can
// tell, because the line is down.
func (m Model) Online() (online, known bool) {
	return m.Chat.Presence.Online, m.Chat.Loaded && m.Line.State == live.Live
}

// Customer says whether the customer of an agent's conversation is connected
// now; known is false while nobody can tell: no newer word than the loaded one
// can come while the line is down.
func (m Model) Customer(c wire.Conversation) (online, known bool) {
	now := c.Connected
	if heard := m.Chat.There[c.Account]; heard.Version > now.Version {
		now = heard
	}
	return now.Online, now.Version > 0 && m.Line.State == live.Live
}

// IsAgent reports whether the person answers customers.
func (m Model) IsAgent() bool { return m.Me != nil && m.Me.Role == access.RoleReviewer }

// Unread lists the person's conversations with unread answers, by ID.
func (m Model) Unread() []wire.Unread {
	var all []wire.Unread
	for _, id := range slices.Sorted(maps.Keys(m.Chat.Counts)) {
		if u := m.Chat.Counts[id]; u.Count > 0 {
			all = append(all, u)
		}
	}
	return all
}

// UnreadIn is how many answers of a conversation are unread.
func (m Model) UnreadIn(id string) int { return m.Chat.Counts[id].Count }

// UnreadCount is how many answers are unread in all.
func (m Model) UnreadCount() (n int) {
	for _, u := range m.Chat.Counts {
		n += u.Count
	}
	return n
}

func (m Model) reduceChat(u Update) Model {
	switch u := u.(type) {
	case ChatLoaded:
		c := u.Chat
		m.Chat.Loaded, m.Chat.Serving = true, c.Serving
		if c.Presence.Version >= m.Chat.Presence.Version {
			m.Chat.Presence = c.Presence
		}
		if c.Position.Seq >= m.Chat.Waited {
			m.Chat.Waiting = c.Waiting
		}
		m.Chat.Counts = unreadSince(c.Unread, m.Chat.Counts, c.Position.Seq)
	case ConversationOpened:
		m.Chat.Reading = u.ID
	}
	return m
}

// unreadSince is the loaded counts, and what has been heard after them.
func unreadSince(loaded []wire.Unread, heard map[string]wire.Unread, read uint64) map[string]wire.Unread {
	now := map[string]wire.Unread{}
	for id, u := range heard {
		if u.Seq > read {
			now[id] = u
		}
	}
	for _, u := range loaded {
		if known, ok := now[u.Conversation]; !ok || newerCount(u, known) {
			now[u.Conversation] = u
		}
	}
	return now
}

// newerCount says which of two counts is the later one: within one position of
// the ledger messages are only read.
func newerCount(u, than wire.Unread) bool {
	return u.Seq > than.Seq || u.Seq == than.Seq && u.Count < than.Count
}

// hearChat takes what the socket brings of conversations.
func (m Model) hearChat(u wire.Update) Model {
	switch {
	case u.Kind == wire.UpdatePresence && u.Presence != nil:
		if u.Presence.Version > m.Chat.Presence.Version {
			m.Chat.Presence = *u.Presence
		}
	case u.Kind == wire.UpdateServing && u.Presence != nil:
		m.Chat.Serving = u.Presence.Online
	case u.Connected != nil:
		return m.hearConnected(*u.Connected)
	case u.Message != nil:
		return m.hearMessage(*u.Message)
	case u.Unread != nil:
		known, ok := m.Chat.Counts[u.Unread.Conversation]
		if ok && !newerCount(*u.Unread, known) {
			return m
		}
		m.Chat.Counts = maps.Clone(m.Chat.Counts)
		if m.Chat.Counts == nil {
			m.Chat.Counts = map[string]wire.Unread{}
		}
		m.Chat.Counts[u.Unread.Conversation] = *u.Unread
	case u.Conversation != nil:
		return m.hearTalk(*u.Conversation)
	}
	return m
}

// hearMessage keeps a message for the page that shows its conversation, and
// announces one of the other side that no page shows.
func (m Model) hearMessage(said wire.Message) Model {
	if slices.ContainsFunc(m.Chat.Said, func(old wire.Message) bool { return old.ID == said.ID }) {
		return m
	}
	m.Chat.Said = append(slices.Clone(m.Chat.Said), said)
	if over := len(m.Chat.Said) - maxSaid; over > 0 {
		m.Chat.Said = m.Chat.Said[over:]
	}
	other := access.ByReviewer
	if m.IsAgent() {
		other = access.ByRequester
	}
	if said.From == other && said.Conversation != m.Chat.Reading {
		m.News.Messages++
	}
	return m
}

// hearConnected keeps that a customer came or went.
func (m Model) hearConnected(now wire.Connected) Model {
	if known, ok := m.Chat.There[now.Account]; ok && known.Version >= now.Version {
		return m
	}
	there := maps.Clone(m.Chat.There)
	if there == nil {
		there = map[string]wire.Connected{}
	}
	if there[now.Account] = now; len(there) > maxThere {
		there = map[string]wire.Connected{now.Account: now}
		m.Chat.Opened++ // the pages ask anew
	}
	m.Chat.There = there
	return m
}

// hearTalk keeps a conversation as it is now, for the agents' list.
func (m Model) hearTalk(news wire.ConversationNews) Model {
	c := news.Conversation
	if c.Seq >= m.Chat.Waited {
		m.Chat.Waiting, m.Chat.Waited = news.Waiting, c.Seq
	}
	if known, ok := m.Chat.Talks[c.ID]; ok && known.Seq >= c.Seq {
		return m
	}
	talks := maps.Clone(m.Chat.Talks)
	if talks == nil || len(talks) >= maxTalks {
		talks = map[string]wire.Conversation{} // the list loads them again
	}
	talks[c.ID] = c
	m.Chat.Talks = talks
	m.Chat.News++
	return m
}

// loadChat asks who is there and what waits: what is no fact is not told again
// to who comes back.
func (r *runner) loadChat(ctx app.Context) {
	ctx.Async(func() {
		// A failure leaves it unknown until the line is opened anew.
		if chat, err := live.Get[wire.Chat](wire.PathChat); err == nil {
			Dispatch(ctx, ChatLoaded{Chat: chat})
		}
	})
}
