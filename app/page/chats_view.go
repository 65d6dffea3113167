package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Render shows the list.
func (p *Chats) Render() app.UI {
	m := p.m
	shell := part.ShellProps{Title: m.T("chat.list"), Lead: m.T("chat.list.intro"), Active: wire.RouteChats, Wide: true}
	if m.Me != nil && !m.IsAgent() {
		return part.Shell(m, shell, part.Empty(m.T("chat.not_yours"), "", part.LinkButton(wire.RouteChat, m.T("chat.nav"), part.Secondary)))
	}
	return part.Shell(m, shell,
		p.available(m),
		part.Tabs(m.T("chat.list"),
			part.Tab{Href: wire.RouteChats, Label: m.T("chat.waiting"), Count: strconv.Itoa(m.Chat.Waiting), Active: !p.all},
			part.Tab{Href: wire.RouteChats + "?show=all", Label: m.T("chat.all"), Active: p.all}),
		part.Group(p.fresh(m)),
		app.Div().ID("chats").Body(p.found(m)),
	)
}

// available is the agent's switch, and what customers see.
func (p *Chats) available(m session.Model) app.UI {
	state, text, press := part.Tag(m.T("chat.resting"), "quiet", "dash"), m.T(m.Settings.Mailed("chat.serving.off")), m.T("chat.serve")
	kind := part.Primary
	if m.Chat.Serving {
		state, text, press, kind = part.Tag(m.T("chat.serving"), "good", "check"), m.T("chat.serving.on"), m.T("chat.rest"), part.Secondary
	}
	return part.Card("",
		app.Div().Class("chat-serving").Attr("role", "status").Body(state, part.Text(text)),
		app.Div().Class("row").Body(
			part.Button(part.ButtonProps{ID: "chat-serve", Label: press, Kind: kind, Busy: p.serve.busy, OnClick: p.toggle}),
			presence(m)),
		app.Div().Attr("role", "alert").Body(app.If(p.serve.err != nil, func() app.UI { return part.Failed(m, p.serve.err, "serve", p.toggle) })),
	)
}

// fresh offers what has come since, where it would move what is shown.
func (p *Chats) fresh(m session.Model) app.UI {
	if !p.list.Here || p.list.Busy || m.Chat.News == p.seen || !p.all && p.list.Value.Next == "" {
		return nil
	}
	return part.Button(part.ButtonProps{ID: "chats-fresh", Label: m.T("chat.fresh"), Icon: "new", OnClick: p.reload})
}

func (p *Chats) found(m session.Model) app.UI {
	rows := talks(p.rows, m.Chat.Talks, !p.all && p.list.Here && p.list.Value.Next == "")
	switch {
	case p.list.Err != nil:
		return part.NotLoaded(m, p.list.Err, "chats", p.reload)
	case !p.list.Here:
		return part.Loading(m)
	case len(rows) == 0 && p.all:
		return part.Empty(m.T("chat.none.all"), m.T("chat.none.do"), nil)
	case len(rows) == 0:
		return part.Empty(m.T("chat.none"), m.T("chat.none.do"), nil)
	}
	return part.Card("", conversationTable(m, rows),
		app.If(p.list.Value.Next != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "chats-more", Label: m.T("app.more"), Busy: p.list.Busy, OnClick: p.more})
		}),
	)
}

func conversationTable(m session.Model, conversations []wire.Conversation) app.UI {
	rows := make([]part.TableRow, 0, len(conversations))
	for _, c := range conversations {
		rows = append(rows, part.TableRow{ID: "talk-" + c.ID, Cells: []app.UI{
			app.Div().Class("two-scripts").Body(
				twoScripts(m, c.Name, c.NameLocal, firstOf(c.Company, c.CompanyLocal)), app.Div().Class("slot").Body(customerState(m, c))),
			topicCell(m, c),
			lastCell(m, c),
			conversationState(m, c),
			app.A().Class("link").Href(wire.ChatRoute(c.ID)).Body(
				app.Text(m.T("chat.open")), app.Span().Class("visually-hidden").Text(": "+customerName(m, c))),
		}})
	}
	return part.Table(m.T("chat.list"), []part.Column{
		{Label: m.T("chat.customer")}, {Label: m.T("chat.topic")}, {Label: m.T("chat.last")},
		{Label: m.T("chat.state")}, {Label: m.T("people.actions")},
	}, rows)
}

// customerState says to an agent whether the customer is connected now, and
// nothing while nobody can tell.
func customerState(m session.Model, c wire.Conversation) app.UI {
	switch online, known := m.Customer(c); {
	case !known:
		return nil
	case online:
		return part.Tag(m.T("chat.there"), "good", "check")
	}
	return part.Tag(m.T("chat.away"), "quiet", "dash")
}

func topicCell(m session.Model, c wire.Conversation) app.UI {
	if c.Request == "" {
		return app.Span().Class("muted").Text(m.T("chat.general"))
	}
	return twoScripts(m, identifierText(m, c.Identifier), "", c.Reference)
}

// lastCell is the beginning of the newest message and who wrote it.
func lastCell(m session.Model, c wire.Conversation) app.UI {
	if c.Last == nil {
		return app.Text("–")
	}
	from := c.Last.Name
	if c.Last.From == access.ByRequester {
		from = customerName(m, c)
	}
	return lastLine(m, *c.Last, from)
}

// conversationState says whether an answer is due, and since when.
func conversationState(m session.Model, c wire.Conversation) app.UI {
	switch {
	case c.Waiting > 0:
		return app.Div().Class("two-scripts").Body(
			part.Tag(m.T("chat.unanswered", strconv.Itoa(c.Waiting)), "act", "clock"), part.Time(m, c.Since))
	case c.Settled:
		return part.Tag(m.T("chat.settled"), "quiet", "check")
	case c.Last == nil:
		return app.Span()
	}
	return part.Tag(m.T("chat.answered"), "good", "check")
}
