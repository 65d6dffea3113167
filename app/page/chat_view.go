package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Render shows the conversation.
func (p *Chat) Render() app.UI {
	m := p.m
	shell := part.ShellProps{Title: m.T("chat.title", m.Vendor()), Active: wire.RouteChat,
		Back: &part.Tab{Href: wire.RouteAccess, Label: m.T("access.back")}}
	if p.page.Here {
		shell = p.named(m, shell)
	}
	return part.Shell(m, shell, p.content(m)...)
}

// named names the page after its conversation.
func (p *Chat) named(m session.Model, shell part.ShellProps) part.ShellProps {
	c := p.conversation()
	switch {
	case p.page.Value.Agent:
		shell.Title = m.T("chat.title.agent", customerName(m, c))
		shell.Active = wire.RouteChats
		shell.Back = &part.Tab{Href: wire.RouteChats, Label: m.T("chat.list")}
	case c.Request != "":
		shell.Title = m.T("chat.title.request", c.Reference)
		shell.Back = &part.Tab{Href: wire.RequestRoute(c.Request), Label: m.T("request.title", c.Reference)}
	}
	return shell
}

// customerName is who a conversation is with, in the reader's script.
func customerName(m session.Model, c wire.Conversation) string {
	return called(m, c.Name, c.NameLocal, c.Email)
}

func (p *Chat) content(m session.Model) []app.UI {
	switch {
	case p.page.Here:
		return []app.UI{
			p.about(m),
			part.Group(p.notice(m)),
			app.Section().Class("chat").Aria("label", m.T("chat.log")).Body(p.log(m), p.composer(m)),
			part.Group(p.elsewhere(m)),
		}
	case isMissing(p.page.Err):
		return []app.UI{part.Empty(m.T("chat.missing"), m.T("chat.missing.do"),
			part.LinkButton(wire.RouteChat, m.T("chat.title", m.Vendor()), part.Secondary))}
	case p.page.Err != nil:
		return []app.UI{part.NotLoaded(m, p.page.Err, "chat", p.load)}
	}
	return []app.UI{part.Loading(m)}
}

// about is whom an agent writes with and what can be done; to a customer it is
// who is there.
func (p *Chat) about(m session.Model) app.UI {
	c := p.conversation()
	if !p.page.Value.Agent {
		return app.Div().ID("chat-presence").Class("chat-presence").Attr("role", "status").Body(presence(m), presenceText(m))
	}
	facts := []part.Fact{
		{Label: m.T("chat.customer"), Value: twoScripts(m, c.Name, c.NameLocal, c.Email)},
		{Label: m.T("decide.company"), Value: twoScripts(m, c.Company, c.CompanyLocal, "")},
	}
	if c.Request != "" {
		facts = append(facts, part.Fact{Label: m.T("chat.topic"), Value: app.Div().Body(
			app.Span().Text(identifierText(m, c.Identifier)+" "), part.StatusTag(m, c.Status), app.Text(" "),
			part.Link(wire.QueueRoute(c.Request), m.T("chat.request")))})
	}
	return part.Card("", part.Summary(facts...), app.Div().ID("chat-customer").Class("chat-presence").Attr("role", "status").Body(
		part.Group(customerState(m, c)), part.Group(customerText(m, c)),
	), app.Div().Class("row").Body(
		conversationState(m, c),
		app.If(c.Waiting > 0, func() app.UI {
			return part.Button(part.ButtonProps{ID: "chat-settle", Label: m.T("chat.settle"), Busy: p.settle.busy, OnClick: p.pressSettle})
		}),
	))
}

// customerText says what it means for the answer whether the customer is there.
func customerText(m session.Model, c wire.Conversation) app.UI {
	switch online, known := m.Customer(c); {
	case !known:
		return nil
	case online:
		return part.Muted(m.T("chat.there.text"))
	}
	return part.Muted(m.T(m.Settings.Mailed("chat.away.text")))
}

// notice says what came of settling, and when nothing can be sent.
func (p *Chat) notice(m session.Model) app.UI {
	switch {
	case p.settle.err != nil:
		return part.Refused(m, p.settle.err, "settle")
	case m.Line.State == live.Offline || m.Line.State == live.Reconnecting:
		return part.Notice(part.Warning, "", part.Text(m.T("chat.not_connected")))
	case p.settle.done && p.conversation().Settled:
		return part.Notice(part.Success, "", part.Text(m.T("chat.settled.text")))
	}
	return nil
}

// log is the messages: what comes is read out politely.
func (p *Chat) log(m session.Model) app.UI {
	waiting := p.waiting(m)
	if len(p.said)+len(p.write.out)+len(waiting) == 0 {
		text := m.T("chat.empty.do", m.Vendor())
		if p.page.Value.Agent {
			text = m.T(m.Settings.Mailed("chat.empty.agent"))
		}
		return app.Div().ID(chatLog).Class("chat-log").Attr("role", "log").Aria("label", m.T("chat.log")).TabIndex(0).
			Body(app.Div().Class("chat-empty").Body(app.P().Class("empty-title").Text(m.T("chat.empty")), part.Muted(text)))
	}
	lines := []app.UI{app.Div().Class("chat-older").Body(p.olderButton(m))}
	for _, s := range p.said {
		lines = append(lines, part.Keyed(s.ID, p.message(m, s)))
	}
	lines = append(lines, waiting...)
	for i, o := range p.write.out {
		lines = append(lines, part.Keyed(o.Key, p.unsent(m, i, o)))
	}
	return app.Div().ID(chatLog).Class("chat-log").Attr("role", "log").Aria("label", m.T("chat.log")).TabIndex(0).Body(lines...)
}

func (p *Chat) olderButton(m session.Model) app.UI {
	switch {
	case p.older.Err != nil:
		return part.NotLoaded(m, p.older.Err, "older", p.loadOlder)
	case p.next == "":
		return nil
	}
	return part.Button(part.ButtonProps{ID: "chat-older", Label: m.T("chat.older"), Kind: part.Plain, Busy: p.older.Busy, OnClick: p.loadOlder})
}

// message is one message. What somebody else wrote is set as they wrote it, in
// its own direction.
func (p *Chat) message(m session.Model, s wire.Message) app.UI {
	agent := p.page.Value.Agent
	own := agent == (s.From == access.ByReviewer)
	class := "theirs"
	if own {
		class = "own"
	}
	text := app.P().Class("message-text").Attr("dir", "auto").Text(s.Text)
	if s.Erased {
		text = app.P().Class("message-text", "muted").Text(m.T("chat.erased"))
	}
	return app.Article().Class("message", class).Body(
		app.P().Class("message-head", "muted").Body(
			app.Span().Class("message-from").Text(p.sender(m, s)), app.Text(" "), part.Time(m, s.At)),
		text,
		app.If(s.Mailed, func() app.UI { return app.P().Class("message-note", "muted").Text(mailedText(m, agent, s)) }),
	)
}

// sender is who wrote a message. Customers read the vendor's name, not the
// agent's.
func (p *Chat) sender(m session.Model, s wire.Message) string {
	agent := p.page.Value.Agent
	switch {
	case s.From == access.ByRequester && agent:
		return customerName(m, p.conversation())
	case s.From == access.ByRequester:
		return m.T("chat.you")
	case agent && s.Name != "":
		return s.Name
	}
	return m.T("chat.vendor", m.Vendor())
}

func mailedText(m session.Model, agent bool, s wire.Message) string {
	switch {
	case s.From == access.ByReviewer && agent:
		return m.T(m.Settings.Mailed("chat.mailed.agent"))
	case s.From == access.ByRequester && agent:
		return m.T(m.Settings.Mailed("chat.missed.agent"))
	case s.From == access.ByRequester:
		return m.T(m.Settings.Mailed("chat.mailed"), m.Vendor())
	}
	return ""
}

// waiting are the messages that wait in the outbox.
func (p *Chat) waiting(m session.Model) []app.UI {
	var lines []app.UI
	for _, o := range m.Unsent() {
		if o.What == session.WhatMessage && o.Path == wire.MessagesPath(p.id) {
			lines = append(lines, part.Keyed(o.Key, app.Article().Class("message", "own", "unsent").Body(
				app.P().Class("message-text").Attr("dir", "auto").Text(o.About),
				part.UnsentTag(m, o.State), part.Link(wire.RouteUnsent, m.T("unsent.show")))))
		}
	}
	return lines
}

// unsent is a message that was pressed and is not written yet; it never looks
// like one that is.
func (p *Chat) unsent(m session.Model, at int, o outgoing) app.UI {
	state := app.UI(app.P().Class("message-note", "muted").Text(m.T("chat.sending")))
	if p.write.err != nil {
		state = app.P().Class("message-note", "unsent-note").Text(m.T("chat.unsent"))
	}
	return app.Article().Class("message", "own", "unsent").Body(
		app.P().Class("message-text").Attr("dir", "auto").Text(o.Text), state,
		app.If(at == 0 && p.write.err != nil, func() app.UI {
			return app.Div().Class("stack").Body(
				part.Failed(m, p.write.err, "send", p.again),
				part.Button(part.ButtonProps{ID: "chat-discard", Label: m.T("chat.discard"), Kind: part.Plain, OnClick: p.discard}))
		}),
	)
}

// composer is the field and its button. The field's value is never set from
// here: nothing that arrives disturbs who types.
func (p *Chat) composer(m session.Model) app.UI {
	wrong := ""
	if len(p.write.found) > 0 {
		wrong = part.InvalidText(m, p.write.found[0])
	}
	box := app.Textarea().ID(messageBox).Name("text").Class("input", "chat-box").Rows(2).
		Attr("autocomplete", "off").Attr("enterkeyhint", "send").Attr("dir", "auto").
		OnInput(p.typed, app.EventScope(p.id)).OnKeyDown(p.typedKey, app.EventScope(p.id))
	described := "chat-text-hint"
	if wrong != "" {
		box, described = box.Aria("invalid", "true"), "chat-text-error "+described
	}
	return part.Keyed("composer-"+p.id, app.Div().Class("chat-composer", "field").Body(
		app.Label().For(messageBox).Class("label").Text(m.T("chat.text")),
		app.Div().Class("slot").Body(app.If(wrong != "", func() app.UI {
			return app.P().ID("chat-text-error").Class("field-error").Body(part.Icon("error"), app.Span().Text(wrong))
		})),
		app.Div().Class("chat-line").Body(
			box.Aria("describedby", described),
			part.Button(part.ButtonProps{ID: "chat-send", Label: m.T("chat.send"), Kind: part.Primary, OnClick: p.pressed}),
		),
		app.P().ID("chat-text-hint").Class("hint").Text(m.T("chat.text.hint", strconv.Itoa(validation.MaxMessage))),
		app.If(!p.page.Value.Agent, func() app.UI { return app.P().Class("hint").Text(m.T("chat.secret", m.Vendor())) }),
	))
}

// elsewhere is the way to the customer's other conversations: the list of them
// below the general one, else what is unread and where the list is.
func (p *Chat) elsewhere(m session.Model) app.UI {
	switch {
	case p.page.Value.Agent:
		return nil
	case p.route == "":
		return p.own.view(m, p.id)
	}
	return app.Div().Class("stack").Body(part.Group(p.others(m)), app.P().Body(part.Link(wire.RouteChat, m.T("chat.own.all"))))
}

// others lead a customer to their other conversations with unread answers.
func (p *Chat) others(m session.Model) app.UI {
	var links []app.UI
	for _, u := range m.Unread() {
		if u.Conversation == p.id {
			continue
		}
		route, name := wire.ChatRoute(u.Conversation), u.Reference
		if u.Request == "" {
			route, name = wire.RouteChat, m.T("chat.general")
		}
		links = append(links, app.Li().Body(part.Link(route, m.T("chat.other", name, strconv.Itoa(u.Count)))))
	}
	if len(links) == 0 {
		return nil
	}
	return part.Card(m.T("chat.others"), app.Ul().Class("help-links").Body(links...))
}
