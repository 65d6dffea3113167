package part

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/wire"
)

// badge counts what is new behind an entry of the navigation: unread answers of
// the chat, for agents the conversations that wait for one, for deciders the
// requests that wait for them.
func badge(m session.Model, route string) app.UI {
	count, what := 0, ""
	switch route {
	case wire.RouteChat:
		count, what = m.UnreadCount(), m.T("chat.badge.unread")
	case wire.RouteChats:
		count, what = m.Chat.Waiting, m.T("chat.badge.waiting")
	case wire.RouteQueue:
		count, what = m.Counts.Total, m.T("queue.badge")
	}
	return app.Span().Class("slot").Body(app.If(count > 0, func() app.UI {
		return app.Span().Class("badge").Body(
			app.Text(strconv.Itoa(count)), app.Span().Class("visually-hidden").Text(" "+what))
	}))
}
