package web

import (
	"context"
	"errors"

	"accord/shared/wire"
)

func (s *Server) chatRoutes() []route {
	return []route{
		on("GET", wire.PathChat, "chat", "Whether an agent is available, and what is unread or waits", s.chat),
		on("PUT", wire.PathServing, "serve", "Switch yourself to available for chat, or not", s.serveChat).repeatable(),
		on("GET", wire.PathConversations, "listConversations", "The conversations that wait for an answer, or all", s.conversations).with(
			param{"all", "all conversations, the latest first", false},
			text("cursor", "of the next page"),
		),
		on("GET", wire.PathOwnTalks, "listOwnConversations", "One’s own conversations, the latest first", s.ownConversations).with(
			text("cursor", "of the next page"),
		),
		on("GET", wire.PathConversation, "conversation", "A conversation’s messages, the newest page first", s.conversation).with(
			text("cursor", "of the messages before"),
		),
		on("POST", wire.PathMessages, "sendMessage", "Send a message", s.sendMessage).keyed().status201(),
		on("PUT", wire.PathRead, "markRead", "Say up to where you have read", s.markRead).repeatable(),
		on("POST", wire.PathSettle, "settle", "Say that nothing waits for an answer", s.settle).repeatable(),
	}
}

func (s *Server) chat(c *call, _ none) (wire.Chat, error) { return s.Desk.Chat(c.Context(), c.who) }

func (s *Server) serveChat(c *call, b wire.Serve) (wire.Chat, error) {
	return s.Desk.Serve(c.Context(), c.who, b)
}

func (s *Server) conversations(c *call, _ none) (wire.ConversationList, error) {
	return s.Desk.Conversations(c.Context(), c.who, c.FormValue("all") == "true", c.FormValue("cursor"))
}

func (s *Server) ownConversations(c *call, _ none) (wire.ConversationList, error) {
	return s.Desk.OwnConversations(c.Context(), c.who, c.FormValue("cursor"))
}

func (s *Server) conversation(c *call, _ none) (wire.ConversationPage, error) {
	return s.Desk.Conversation(c.Context(), c.who, c.PathValue("id"), c.FormValue("cursor"))
}

func (s *Server) sendMessage(c *call, b wire.SendMessage) (wire.Message, error) {
	return s.Desk.SendMessage(c.Context(), c.who, c.PathValue("id"), b)
}

func (s *Server) markRead(c *call, b wire.SeenUpTo) (wire.Chat, error) {
	return s.Desk.MarkRead(c.Context(), c.who, c.PathValue("id"), b)
}

func (s *Server) settle(c *call, b wire.SeenUpTo) (wire.Conversation, error) {
	return s.Desk.Settle(c.Context(), c.who, c.PathValue("id"), b)
}

// Online reports whether the account has a live connection.
func (s *Server) Online(account string) bool { return s.live.has(account) }

// moved tells the desk that a connection came or went.
func (s *Server) moved(f follower) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := s.Desk.Connected(ctx, f.account)
	if f.agent {
		_, there := s.Desk.Presence(ctx)
		err = errors.Join(err, there)
	}
	if err != nil {
		s.Log.Warn("who is there cannot be announced", "error", err)
	}
}
