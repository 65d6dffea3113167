package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// presence says in the guides' words whether an agent is available (guide ja, 3:
// "Chat Online", "Chat Offline"), and nothing while nobody can tell.
func presence(m session.Model) app.UI {
	switch online, known := m.Online(); {
	case m.Line.State == live.Offline, m.Line.State == live.Reconnecting:
		return part.Tag(m.T("chat.cut"), "quiet", "dash")
	case !known:
		return part.Tag(m.T("chat.unknown"), "quiet", "clock")
	case online:
		return part.Tag(m.T("chat.online"), "good", "check")
	}
	return part.Tag(m.T("chat.offline"), "quiet", "dash")
}

// presenceText says what that means for who writes now.
func presenceText(m session.Model) app.UI {
	switch online, known := m.Online(); {
	case !known:
		return app.Span()
	case online:
		return part.Text(m.T("chat.online.text", m.Vendor()))
	}
	text := "chat.offline.text"
	if m.Settings.ReachesNobody() {
		text = "chat.offline.text.kept"
	}
	return app.Div().Body(part.Text(m.T(text, m.Vendor(), m.Settings.SupportEmail)), part.LocalMail(m))
}

// chatLink leads to the chat: about a request, or ("") in general. Who asks is
// told before whether somebody is there, and of unread answers.
func chatLink(m session.Model, request string) app.UI {
	if m.Me == nil {
		return nil
	}
	route, id, label := wire.RouteChat, m.Me.ID, m.T("chat.now")
	if online, known := m.Online(); known && !online {
		label = m.T("chat.leave")
	}
	if request != "" {
		route, id = wire.ChatRoute(request), request
	}
	if m.UnreadIn(id) > 0 {
		label = m.T("chat.read")
	}
	return app.P().Class("chat-link").Body(
		app.A().Class("link").Href(route).Text(label), app.Text(" "), presence(m),
		app.If(m.UnreadIn(id) > 0, func() app.UI {
			return app.Span().Class("badge").Text(m.T("chat.unread", strconv.Itoa(m.UnreadIn(id))))
		}),
	)
}

// chatAbout leads from a request's page to the chat about it.
func chatAbout(m session.Model, request string) app.UI {
	return app.Section().Class("chat-about").Body(
		app.H2().Class("card-title").Text(m.T("chat.about")), app.P().Class("muted").Text(m.T("chat.urgent")), chatLink(m, request))
}

// askCustomer leads an agent from a request to the conversation with who made it.
func askCustomer(m session.Model, row wire.QueueRow) app.UI {
	if !m.IsAgent() || row.Email == m.Me.Profile.Email {
		return nil
	}
	return part.Link(wire.ChatRoute(row.ID), m.T("chat.ask"))
}

// onlyRequest is the request that a chat is about where one stands alone, "" for
// several.
func onlyRequest(requests []wire.Request) string {
	if len(requests) == 1 {
		return requests[0].ID
	}
	return ""
}
