package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// decideRoutes are the pages of those who decide requests.
func decideRoutes() []Route {
	return []Route{
		{wire.RouteQueue, func() app.Composer { return &Queue{} }},
		{wire.RouteQueueItem, func() app.Composer { return &Decide{} }},
	}
}

// operatorRoutes are the pages of those who run the portal.
func operatorRoutes() []Route {
	return []Route{
		{wire.RouteRegistry, func() app.Composer { return &Registry{} }},
		{wire.RoutePeople, func() app.Composer { return &People{} }},
		{wire.RouteTokens, func() app.Composer { return &Tokens{} }},
		{wire.RouteMails, func() app.Composer { return &Mails{} }},
	}
}

// chatRoutes are the pages of conversations, of customers and of agents.
func chatRoutes() []Route {
	return []Route{
		{wire.RouteChat, func() app.Composer { return &Chat{} }},
		{wire.RouteChatOf, func() app.Composer { return &Chat{} }},
		{wire.RouteChats, func() app.Composer { return &Chats{} }},
	}
}
