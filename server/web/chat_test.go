package web_test

import (
	"net/http"
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

func (w world) chat(session *http.Cookie) wire.Chat {
	w.Helper()
	return read[wire.Chat](w, w.send("GET", wire.PathChat, nil, cookie(session)), http.StatusOK)
}

func (w world) says(session *http.Cookie, conversation, text, key string) wire.Message {
	w.Helper()
	a := w.send("POST", wire.MessagesPath(conversation), wire.SendMessage{Text: text}, cookie(session), header(wire.KeyHeader, key))
	return read[wire.Message](w, a, http.StatusCreated)
}

// presence reads frames up to one that says whether an agent is available.
func (s socket) presence(want bool) {
	s.Helper()
	if _, u := s.until(wire.UpdatePresence); u.Presence.Online != want {
		s.Fatalf("online %v, want %v", u.Presence.Online, want)
	}
}

func TestChat_BothWaysOverTheLiveConnection(t *testing.T) {
	w := newWorld(t)
	customer, agent := w.signIn("customer"), w.signIn("reviewer1")
	me := w.me(customer)
	first := w.connect(customer, me.Position)
	desk := w.connect(agent, w.me(agent).Position)
	if w.chat(customer).Presence.Online {
		t.Error("online before anybody is available")
	}
	read[wire.Chat](w, w.send("PUT", wire.PathServing, wire.Serve{Serving: true}, cookie(agent)), http.StatusOK)
	first.presence(true)

	asked := w.says(customer, me.ID, "Is somebody there?", "chat-test-message-1")
	f, u := desk.until(wire.UpdateMessage)
	if u.Message.Text != asked.Text || len(f.Updates) != 2 {
		t.Fatalf("the agent got %+v", f.Updates)
	}
	if news := f.Updates[1].Conversation; news == nil || news.Waiting != 1 || news.Conversation.Waiting != 1 {
		t.Fatalf("the list got %+v", news)
	}
	w.says(agent, me.ID, "Yes.", "chat-test-message-2")
	if _, u := first.until(wire.UpdateMessage); u.Message.ID != asked.ID {
		t.Fatalf("the customer's own message came as %+v", u.Message)
	}
	_, u = first.until(wire.UpdateMessage)
	if u.Message.Text != "Yes." || u.Message.From != access.ByReviewer || u.Message.Name != "" {
		t.Fatalf("the answer came as %+v", u.Message)
	}
	if chat := w.chat(customer); len(chat.Unread) != 1 || chat.Unread[0].Count != 1 {
		t.Errorf("unread %+v", chat.Unread)
	}
	read[wire.Chat](w, w.send("PUT", wire.ReadPath(me.ID), wire.SeenUpTo{Seq: u.Message.Seq}, cookie(customer)), http.StatusOK)
	if _, u := first.until(wire.UpdateUnread); u.Unread.Count != 0 {
		t.Errorf("unread %+v", u.Unread)
	}

	// The customer's last connection ends, and another begins.
	second := w.connect(customer, me.Position)
	connected := func(want bool) {
		t.Helper()
		for {
			if _, u := desk.until(wire.UpdateConnected); u.Connected.Account == me.ID && u.Connected.Online == want {
				return
			}
		}
	}
	connected(true)
	for _, s := range []socket{first, second} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	connected(false)
	first = w.connect(customer, me.Position)
	connected(true)

	// The last connection of the only agent ends: by closing, then by signing out.
	if err := desk.Close(); err != nil {
		t.Fatal(err)
	}
	first.presence(false)
	w.connect(agent, w.me(agent).Position)
	first.presence(true)
	if a := w.send("DELETE", wire.PathSession, nil, cookie(agent)); a.StatusCode != http.StatusNoContent {
		t.Fatalf("sign out: %d", a.StatusCode)
	}
	first.presence(false)
}

func TestChat_IsNobodyElsesBusiness(t *testing.T) {
	w := newWorld(t)
	customer, other := w.signIn("customer"), w.signIn("administrator")
	id := w.me(customer).ID
	w.says(customer, id, "Hello", "chat-test-message-1")
	for _, a := range []answer{
		w.send("GET", wire.ConversationPath(id), nil, cookie(other)),
		w.send("PUT", wire.ReadPath(id), wire.SeenUpTo{Seq: 1}, cookie(other)),
		w.send("POST", wire.SettlePath(id), wire.SeenUpTo{Seq: 1}, cookie(other)),
		w.send("POST", wire.MessagesPath(id), wire.SendMessage{Text: "x"}, cookie(other), header(wire.KeyHeader, "chat-test-message-2")),
	} {
		w.refused(a, wire.CodeNotFound)
	}
	w.refused(w.send("GET", wire.PathConversations, nil, cookie(other)), wire.CodeForbidden)
	w.refused(w.send("POST", wire.MessagesPath(id), wire.SendMessage{Text: "x"}, cookie(customer)), wire.CodeKeyMissing)
	w.refused(w.send("GET", wire.ConversationPath(id)+"?cursor=zzz", nil, cookie(customer)), wire.CodeBadRequest)
}
