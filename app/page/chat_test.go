package page

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func ids(messages []wire.Message) []string {
	list := []string{}
	for _, m := range messages {
		list = append(list, m.ID)
	}
	return list
}

func message(id string, seq uint64, from access.Party) wire.Message {
	return wire.Message{ID: id, Conversation: "c", Seq: seq, From: from, Text: "text of " + id, Name: "Rita Rey"}
}

func TestChat_MessagesStandOnceInTheirOrder(t *testing.T) {
	shown := []wire.Message{message("a", 5, access.ByRequester), message("d", 9, access.ByRequester)}
	heard := []wire.Message{message("d", 9, access.ByRequester), message("b", 6, access.ByReviewer), message("old", 3, access.ByReviewer), {ID: "x", Conversation: "other", Seq: 7}}
	all := addMessages(shown, ofConversation(heard, "c", 5)...)
	if diff := cmp.Diff([]string{"a", "b", "d"}, ids(all)); diff != "" {
		t.Error(diff)
	}
	if got := lastAnswer(all); got != 6 {
		t.Errorf("the last answer is %d", got)
	}
	if len(shown) != 2 {
		t.Error("what was shown has changed")
	}
}

func TestChats_ChangeInPlaceAndGrowAtTheirEnd(t *testing.T) {
	at := func(id string, seq uint64, waiting, minute int) wire.Conversation {
		return wire.Conversation{ID: id, Seq: seq, Waiting: waiting, Since: time.Date(2026, 12, 1, 9, minute, 0, 0, time.UTC)}
	}
	loaded := []wire.Conversation{at("a", 5, 1, 1), at("b", 6, 1, 2)}
	heard := map[string]wire.Conversation{
		"a": at("a", 9, 0, 0), "b": at("b", 3, 9, 0), // answered; old news
		"d": at("d", 8, 1, 8), "c": at("c", 7, 2, 7), "e": at("e", 10, 0, 0),
	}
	state := func(list []wire.Conversation) (s []string) {
		for _, c := range list {
			s = append(s, c.ID+strings.Repeat("!", c.Waiting))
		}
		return s
	}
	if diff := cmp.Diff([]string{"a", "b!", "c!!", "d!"}, state(talks(loaded, heard, true))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a", "b!"}, state(talks(loaded, heard, false))); diff != "" {
		t.Errorf("with more to come: %s", diff)
	}
}

// chatPage is a page of a conversation with two messages.
func chatPage(lang i18n.Lang, agent bool) *Chat {
	m := session.Model{Phase: session.SignedIn, Lang: lang, Settings: wire.Settings{Vendor: "Vendor"}, Me: &wire.Me{ID: "me"}}
	m.Line.State, m.Chat.Loaded = live.Live, true
	p := &Chat{m: m, id: "c"}
	p.page.Here, p.page.Value.Agent = true, agent
	p.page.Value.Conversation = wire.Conversation{ID: "c", Name: "Carl Cole", Company: "Alpha Works", Email: "carl@alpha.example", Waiting: 1}
	left := message("q", 1, access.ByRequester)
	left.Mailed = true
	p.said = []wire.Message{left, message("a", 2, access.ByReviewer), {ID: "e", Seq: 3, From: access.ByReviewer, Erased: true}}
	return p
}

func TestChat_Shows(t *testing.T) {
	for _, tt := range []struct {
		name    string
		lang    i18n.Lang
		agent   bool
		has     []string
		hasNone []string
	}{
		{"ACustomerTheVendorsName", i18n.English, false,
			[]string{"Vendor support", "You", "No one was available", "This message was erased", `role="log"`, "Chat Offline", "Leave a message: we keep it here"},
			[]string{"Rita", "carl@alpha.example", "Mark as settled"}},
		{"AnAgentWhoTheCustomerIs", i18n.English, true,
			[]string{"Rita Rey", "Carl Cole", "Alpha Works", "carl@alpha.example", "Mark as settled", "1 to answer"}, []string{"Leave a message"}},
		{"Japanese", i18n.Japanese, false,
			[]string{"Vendor サポート", "自分", "チャット オフライン (Chat Offline)", "送信"}, []string{"Rita"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := chatPage(tt.lang, tt.agent)
			html := app.HTMLString(app.Div().Body(p.content(p.m)...))
			for _, text := range tt.has {
				if !strings.Contains(html, text) {
					t.Errorf("the page lacks %q", text)
				}
			}
			for _, text := range tt.hasNone {
				if strings.Contains(html, text) {
					t.Errorf("the page shows %q", text)
				}
			}
		})
	}
}

func TestChat_WhatIsPressedIsNeverShownAsSent(t *testing.T) {
	p := chatPage(i18n.English, false)
	if p.write.press(" \n ") || len(p.write.found) != 1 {
		t.Error("an empty message was taken")
	}
	if !p.write.press(" hello ") || p.write.out[0].Text != "hello" || len(p.write.out[0].Key) < 16 {
		t.Fatalf("%+v", p.write)
	}
	p.write.err = &wire.Problem{Code: wire.CodeOffline}
	html := app.HTMLString(app.Div().Body(p.content(p.m)...))
	for _, text := range []string{"unsent", "Not sent yet", "Discard"} {
		if !strings.Contains(html, text) {
			t.Errorf("the page lacks %q", text)
		}
	}
	for len(p.write.out) < maxOutgoing {
		p.write.press("more")
	}
	if p.write.press("too many") {
		t.Error("more wait than the page keeps")
	}
	p.write.done(p.write.out[0].Key)
	if p.write.err != nil || len(p.write.out) != maxOutgoing-1 {
		t.Errorf("%+v", p.write)
	}
}

func TestChats_AskWhoIsThereMovesNothing(t *testing.T) {
	there := wire.Connected{Account: "u", Online: true, Version: 9}
	rows := connectedAs([]wire.Conversation{{ID: "b", Seq: 4, Connected: wire.Connected{Version: 5}}, {ID: "a", Seq: 3, Connected: wire.Connected{Version: 5}}},
		[]wire.Conversation{{ID: "new", Seq: 8}, {ID: "a", Seq: 7, Connected: there}})
	want := []wire.Conversation{{ID: "b", Seq: 4}, {ID: "a", Seq: 3, Connected: there}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	heard := map[string]wire.Conversation{"a": {ID: "a", Seq: 5, Connected: wire.Connected{Version: 6}}}
	if now := talks(rows, heard, true); now[1].Seq != 5 || now[1].Connected != there {
		t.Errorf("%+v", now)
	}
}

func TestOwnTalks_ShowEachOnceAsItStandsNow(t *testing.T) {
	m := chatPage(i18n.English, false).m
	said := wire.Message{ID: "new", Conversation: "r1", Seq: 9, From: access.ByReviewer, Text: "The newest"}
	m.Chat.Said = []wire.Message{said, {ID: "old", Conversation: "r2", Seq: 2, Text: "An old one"}}
	m.Chat.Counts = map[string]wire.Unread{"r1": {Conversation: "r1", Count: 3}}
	o := ownTalks{list: answer[wire.ConversationList]{Here: true}, rows: []wire.Conversation{
		{ID: "me", Seq: 8, Last: &wire.Message{Text: "The page shows this"}},
		{ID: "r1", Request: "r1", Reference: "A-1", Identifier: access.Contract("610001"), Seq: 5, Last: &wire.Message{Text: "Before"}},
		{ID: "r2", Request: "r2", Reference: "A-2", Identifier: access.Identifier{Kind: access.KindWithheld}, Seq: 4,
			Last: &wire.Message{From: access.ByRequester, Text: "Mine"}},
	}}
	html := expect(t, o.view(m, "me"), "Contract 610001", `href="/chat/r1"`, "The newest", "Vendor support", "3 new", "A-2", "Mine", "You")
	refuse(t, html, "The page shows this", "Before", "An old one")
	m.Lang = i18n.Japanese
	expect(t, o.view(m, "me"), "ほかの会話", "新着 3 件")
	expect(t, (&ownTalks{list: answer[wire.ConversationList]{Here: true}}).view(m, "me"), "その会話がここに表示されます")
	if o.lacks(m) {
		t.Error("it loads again for a conversation that it has")
	}
	m.Chat.Said = append(m.Chat.Said, wire.Message{ID: "x", Conversation: "r3", Seq: 10})
	if !o.lacks(m) {
		t.Error("it does not load a conversation that has begun")
	}
}
