package session

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/app/live"
	"accord/shared/access"
	"accord/shared/wire"
)

func chatting(role access.Role) Model {
	m := Reduce(Model{}, Booted{Me: &wire.Me{ID: "me", Role: role, Position: at(10)}})
	m = Reduce(m, Lined{State: live.Live})
	return Reduce(m, ChatLoaded{Chat: wire.Chat{Presence: wire.Presence{Version: 5}, Position: at(10)}})
}

func said(id, conversation string, from access.Party) wire.Update {
	return wire.Update{Kind: wire.UpdateMessage, Message: &wire.Message{ID: id, Conversation: conversation, From: from}}
}

func there(online bool, version uint64) wire.Update {
	return wire.Update{Kind: wire.UpdatePresence, Presence: &wire.Presence{Online: online, Version: version}}
}

func unread(conversation string, count int, seq uint64) wire.Update {
	return wire.Update{Kind: wire.UpdateUnread, Unread: &wire.Unread{Conversation: conversation, Count: count, Seq: seq}}
}

func talk(id string, seq uint64, waiting int) wire.Update {
	return wire.Update{Kind: wire.UpdateConversation, Conversation: &wire.ConversationNews{
		Conversation: wire.Conversation{ID: id, Seq: seq}, Waiting: waiting}}
}

func TestReduce_Presence(t *testing.T) {
	online := func(m Model) [2]bool {
		is, known := m.Online()
		return [2]bool{is, known}
	}
	start := chatting(access.RoleCustomer)
	t.Run("FollowsWhatIsHeard", func(t *testing.T) {
		m := Reduce(start, frame(10, there(true, 6)))
		if got := online(m); got != [2]bool{true, true} {
			t.Error(got)
		}
	})
	t.Run("IsNotTakenBackByAnAnswerThatWasOvertaken", func(t *testing.T) {
		m := Reduce(start, frame(10, there(true, 6)))
		m = Reduce(m, ChatLoaded{Chat: wire.Chat{Presence: wire.Presence{Version: 5}}})
		m = Reduce(m, frame(10, there(false, 5)))
		if got := online(m); got != [2]bool{true, true} {
			t.Error(got)
		}
	})
	t.Run("IsNotKnownWhileTheLineIsDown", func(t *testing.T) {
		m := Reduce(start, Lined{State: live.Offline})
		if _, known := m.Online(); known {
			t.Error("known")
		}
		m = Reduce(m, Lined{State: live.Live}) // until it was asked for again
		if _, known := m.Online(); known {
			t.Error("known from before")
		}
	})
	t.Run("OfOneselfFollowsOnesOtherTabs", func(t *testing.T) {
		m := Reduce(chatting(access.RoleReviewer), frame(10, wire.Update{Kind: wire.UpdateServing, Presence: &wire.Presence{Online: true}}))
		if is, _ := m.Online(); is || !m.Chat.Serving {
			t.Errorf("%+v", m.Chat)
		}
	})
}

func TestReduce_Messages(t *testing.T) {
	t.Run("AreKeptOnceInTheirOrder", func(t *testing.T) {
		m := Reduce(chatting(access.RoleCustomer), frame(11, said("m1", "me", access.ByRequester), said("m2", "me", access.ByReviewer)))
		m = Reduce(m, frame(11, said("m2", "me", access.ByReviewer)))
		ids := []string{}
		for _, s := range m.Chat.Said {
			ids = append(ids, s.ID)
		}
		if diff := cmp.Diff([]string{"m1", "m2"}, ids); diff != "" {
			t.Error(diff)
		}
		if m.News.Messages != 1 {
			t.Errorf("%d are announced", m.News.Messages)
		}
	})
	t.Run("OfTheConversationOnThePageAreNotAnnounced", func(t *testing.T) {
		m := Reduce(chatting(access.RoleCustomer), ConversationOpened{ID: "me"})
		m = Reduce(m, frame(11, said("m1", "me", access.ByReviewer), said("m2", "r", access.ByReviewer)))
		if m.News.Messages != 1 {
			t.Errorf("%d are announced", m.News.Messages)
		}
	})
	t.Run("OfCustomersAreNewsToAgents", func(t *testing.T) {
		m := Reduce(chatting(access.RoleReviewer), frame(11, said("m1", "u", access.ByRequester), said("m2", "u", access.ByReviewer)))
		if m.News.Messages != 1 {
			t.Errorf("%d are announced", m.News.Messages)
		}
	})
	t.Run("AreKeptInBounds", func(t *testing.T) {
		m := chatting(access.RoleCustomer)
		for i := range 2 * maxSaid {
			m = m.hearMessage(wire.Message{ID: string(rune(1000 + i))})
		}
		if len(m.Chat.Said) != maxSaid {
			t.Errorf("%d are kept", len(m.Chat.Said))
		}
	})
	t.Run("AreForgottenWithTheSession", func(t *testing.T) {
		m := Reduce(chatting(access.RoleCustomer), frame(11, said("m1", "me", access.ByReviewer), unread("me", 1, 11)))
		m = Reduce(m, Ended{Why: "revoked"})
		if len(m.Chat.Said)+m.UnreadCount() > 0 || m.Chat.Loaded {
			t.Errorf("%+v", m.Chat)
		}
	})
}

func TestReduce_Unread(t *testing.T) {
	start := Reduce(chatting(access.RoleCustomer), frame(12, unread("r", 2, 12), unread("me", 1, 11)))
	for _, tt := range []struct {
		name string
		then Update
		want int
	}{
		{"AddsUp", Heard{}, 3},
		{"IsReadWithinAPosition", frame(12, unread("r", 0, 12)), 1},
		{"IsNotUnreadByALateCount", frame(12, unread("me", 5, 10)), 3},
		{"CountsWhatComesLater", frame(13, unread("me", 2, 13)), 4},
		{"KeepsWhatWasHeardAfterTheLoadedCounts", ChatLoaded{Chat: wire.Chat{Position: at(11)}}, 2},
		{"FollowsTheLoadedCounts", ChatLoaded{Chat: wire.Chat{Position: at(13), Unread: []wire.Unread{{Conversation: "me", Count: 7, Seq: 13}}}}, 7},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Reduce(start, tt.then).UnreadCount(); got != tt.want {
				t.Errorf("%d are unread, want %d", got, tt.want)
			}
		})
	}
}

func TestReduce_Conversations(t *testing.T) {
	m := Reduce(chatting(access.RoleReviewer), frame(12, talk("a", 11, 1), talk("b", 12, 2)))
	if m.Chat.Waiting != 2 || len(m.Chat.Talks) != 2 || m.Chat.News != 2 {
		t.Fatalf("%+v", m.Chat)
	}
	m = Reduce(m, ChatLoaded{Chat: wire.Chat{Waiting: 9, Position: at(11)}}) // overtaken
	m = Reduce(m, frame(12, talk("a", 10, 5)))                               // old
	if m.Chat.Waiting != 2 || m.Chat.Talks["a"].Seq != 11 || m.Chat.News != 2 {
		t.Errorf("%+v", m.Chat)
	}
}

func TestReduce_WhetherACustomerIsConnected(t *testing.T) {
	connected := func(online bool, version uint64) wire.Update {
		return wire.Update{Kind: wire.UpdateConnected, Connected: &wire.Connected{Account: "u", Online: online, Version: version}}
	}
	c := wire.Conversation{ID: "c", Account: "u", Connected: wire.Connected{Account: "u", Version: 5}}
	want := func(m Model, online, known bool) {
		t.Helper()
		if is, can := m.Customer(c); is != online || can != known {
			t.Errorf("online %t, known %t; want %t, %t", is, can, online, known)
		}
	}
	m := chatting(access.RoleReviewer)
	want(m, false, true)
	m = Reduce(m, frame(10, connected(true, 6)))
	want(m, true, true)
	m = Reduce(m, frame(10, connected(false, 4))) // late
	want(m, true, true)
	c.Connected.Version = 7 // loaded since
	want(m, false, true)
	opened := m.Chat.Opened
	m = Reduce(m, Lined{State: live.Reconnecting})
	want(m, false, false)
	if m = Reduce(m, Lined{State: live.Live}); m.Chat.Opened != opened+1 {
		t.Error("the pages do not ask again")
	}
	c.Connected = wire.Connected{}
	c.Account = "somebody else"
	want(m, false, false)
	for i := range uint64(3 * maxThere) {
		m = m.hearConnected(wire.Connected{Account: string(rune(1000 + i)), Version: i})
	}
	if len(m.Chat.There) > maxThere {
		t.Errorf("%d are kept", len(m.Chat.There))
	}
}
