package desk_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// counter is an office with a chat: who is connected is set by hand, and what is
// published beside the facts is kept.
type counter struct {
	*office
	*meanwhile
	rita, ron, olga, carl, pat desk.Who

	mu        sync.Mutex
	here      map[string]bool
	published []string
}

func openCounter(t *testing.T) *counter {
	t.Helper()
	c := &counter{here: map[string]bool{}, meanwhile: &meanwhile{}}
	c.office = open(t, c.between, func(config *desk.Config) {
		config.Online = func(account string) bool {
			c.mu.Lock()
			defer c.mu.Unlock()
			return c.here[account]
		}
		config.Publish = func(topic string, u wire.Update) {
			c.mu.Lock()
			defer c.mu.Unlock()
			line := topic + " " + string(u.Kind)
			if u.Presence != nil && u.Presence.Online || u.Connected != nil && u.Connected.Online {
				line += " online"
			}
			c.published = append(c.published, line)
		}
	})
	c.rita, c.ron, c.olga = c.who("rita@vendor.example"), c.who("ron@vendor.example"), c.who("olga@vendor.example")
	c.carl, c.pat = c.who("carl@alpha.example"), c.who("pat@mail.example")
	c.took()
	return c
}

// connect and leave are what the web tells of a connection.
func (c *counter) connect(who desk.Who, here bool) {
	c.t.Helper()
	c.mu.Lock()
	c.here[who.Account] = here
	c.mu.Unlock()
	_, err := c.Presence(c.t.Context())
	must(c.t, err)
	must(c.t, c.Connected(c.t.Context(), who.Account))
}

func (c *counter) serve(who desk.Who, serving bool) {
	c.t.Helper()
	_, err := c.Serve(c.t.Context(), who, wire.Serve{Serving: serving})
	must(c.t, err)
}

// A message that waited in a browser's outbox for as long as that keeps it, 30 days
// of a session and 60 after it ran out, counts once.
func TestChat_AMessageThatWaitedLongCountsOnce(t *testing.T) {
	c := openCounter(t)
	carl := c.carl
	carl.Key = "key-of-the-message"
	for range 2 {
		c.says(carl, carl.Account, "Hello")
		c.pass(90 * 24 * time.Hour)
	}
	if page := c.page(c.carl, carl.Account); len(page.Messages) != 1 {
		t.Errorf("it is there %d times", len(page.Messages))
	}
}

// took is what was published since it was last asked.
func (c *counter) took() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	took := c.published
	c.published = nil
	return took
}

func (c *counter) says(who desk.Who, conversation, text string) wire.Message {
	c.t.Helper()
	m, err := c.SendMessage(c.t.Context(), who, conversation, wire.SendMessage{Text: text})
	must(c.t, err)
	return m
}

func (c *counter) chat(who desk.Who) wire.Chat {
	c.t.Helper()
	chat, err := c.Chat(c.t.Context(), who)
	must(c.t, err)
	return chat
}

func (c *counter) page(who desk.Who, conversation string) wire.ConversationPage {
	c.t.Helper()
	page, err := c.Conversation(c.t.Context(), who, conversation, "")
	must(c.t, err)
	return page
}

func (c *counter) waits(who desk.Who) []string {
	c.t.Helper()
	list, err := c.Conversations(c.t.Context(), who, false, "")
	must(c.t, err)
	ids := []string{}
	for _, v := range list.Conversations {
		ids = append(ids, v.ID)
	}
	if list.Waiting != len(ids) {
		c.t.Errorf("%d are listed, %d counted", len(ids), list.Waiting)
	}
	return ids
}

func texts(page wire.ConversationPage) []string {
	list := []string{}
	for _, m := range page.Messages {
		list = append(list, m.Text)
	}
	return list
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestDesk_Presence(t *testing.T) {
	everyone := "everyone presence"
	t.Run("NeedsAnAgentWhoIsConnectedAndSwitchedToAvailable", func(t *testing.T) {
		c := openCounter(t)
		same(t, "nobody", c.chat(c.carl).Presence.Online, false)
		c.connect(c.rita, true)
		same(t, "connected only", c.took(), []string(nil))
		c.serve(c.rita, true)
		mine := desk.AccountTopic(c.rita.Account) + " serving online"
		same(t, "switched on", c.took(), []string{mine, everyone + " online"})
		same(t, "seen by a customer", c.chat(c.carl).Presence.Online, true)
		same(t, "seen by herself", c.chat(c.rita).Serving, true)
	})
	t.Run("EndsWithTheLastAgentWhoLeavesTurnsAwayOrSignsOut", func(t *testing.T) {
		c := openCounter(t)
		for _, who := range []desk.Who{c.rita, c.ron} {
			c.connect(who, true)
			c.serve(who, true)
		}
		c.took()
		c.connect(c.ron, false)
		same(t, "one of two left", c.took(), []string(nil))
		c.connect(c.rita, false)
		same(t, "both left", c.took(), []string{everyone})
		c.connect(c.rita, true)
		same(t, "came back", c.took(), []string{everyone + " online"})
		c.serve(c.rita, false)
		same(t, "turned away", c.took(), []string{desk.AccountTopic(c.rita.Account) + " serving", everyone})
	})
	t.Run("IsOverOnceAnAgentHasSignedOutAndDoesNotComeBackUnasked", func(t *testing.T) {
		c := openCounter(t)
		must(t, c.putSession(c.rita))
		c.connect(c.rita, true)
		c.serve(c.rita, true)
		c.took()
		must(t, c.SignOut(t.Context(), c.rita))
		if told := c.took(); !slices.Contains(told, everyone) {
			t.Errorf("told %v", told)
		}
		c.connect(c.rita, false)
		c.connect(c.rita, true)
		same(t, "after signing in again", c.chat(c.carl).Presence.Online, false)
	})
	t.Run("IsOverOnceTheRoleIsTaken", func(t *testing.T) {
		c := openCounter(t)
		c.connect(c.rita, true)
		c.serve(c.rita, true)
		_, err := c.SetRole(t.Context(), c.olga, c.rita.Account, wire.SetRole{Role: access.RoleCustomer})
		must(t, err)
		same(t, "as a customer", c.chat(c.carl).Presence.Online, false)
		_, err = c.SetRole(t.Context(), c.olga, c.rita.Account, wire.SetRole{Role: access.RoleReviewer})
		must(t, err)
		same(t, "as a reviewer again", c.chat(c.carl).Presence.Online, false)
	})
	t.Run("GrowsItsVersionWithEveryChange", func(t *testing.T) {
		c := openCounter(t)
		c.connect(c.rita, true)
		before := c.chat(c.carl).Presence.Version
		c.serve(c.rita, true)
		c.serve(c.rita, true)
		same(t, "version", c.chat(c.carl).Presence.Version, before+1)
	})
	t.Run("IsNoBusinessOfCustomersAndOperators", func(t *testing.T) {
		c := openCounter(t)
		for _, who := range []desk.Who{c.carl, c.olga} {
			_, err := c.Serve(t.Context(), who, wire.Serve{Serving: true})
			refused(t, err, wire.CodeForbidden)
		}
	})
}

// putSession gives a person the session that their Who names.
func (c *counter) putSession(who desk.Who) error {
	now := c.clock()
	return c.Sessions.PutSession(c.t.Context(), ledger.Session{
		ID: who.Session, Hash: "h" + who.Session, Account: who.Account, CreatedAt: now, ExpiresAt: now.Add(time.Hour),
	})
}

func TestDesk_Conversation(t *testing.T) {
	t.Run("GoesBothWaysInGeneral", func(t *testing.T) {
		c := openCounter(t)
		general := c.carl.Account
		same(t, "before the first message", len(c.page(c.carl, general).Messages), 0)
		asked := c.says(c.carl, general, "My contract is not found.")
		same(t, "waits", c.waits(c.rita), []string{general})
		c.says(c.rita, general, "Which one is it?")
		same(t, "answered", c.waits(c.rita), []string{})
		own, agents := c.page(c.carl, general), c.page(c.ron, general)
		want := []string{"My contract is not found.", "Which one is it?"}
		same(t, "the customer reads", texts(own), want)
		same(t, "another agent reads", texts(agents), want)
		same(t, "sides", []bool{own.Agent, agents.Agent}, []bool{false, true})
		same(t, "the customer's own", own.Messages[0], asked)
		same(t, "who answered, to the customer", own.Messages[1].Name, "")
		same(t, "who answered, to agents", agents.Messages[1].Name, "Rita Rey")
		same(t, "who asked, to agents", agents.Conversation.Name+", "+agents.Conversation.Company, "Carl Cole, Alpha Works")
		same(t, "who asked, to the customer", own.Conversation.Name+own.Conversation.Company+own.Conversation.Email, "")
	})
	t.Run("IsAboutARequest", func(t *testing.T) {
		c := openCounter(t)
		r := c.one(c.pat, access.Downloads, "1001", access.PendingAdministrator)
		c.says(c.rita, r.ID, "May I help?") // an agent may begin one
		c.says(c.pat, r.ID, "Please do.")
		page := c.page(c.rita, r.ID)
		same(t, "about", page.Conversation.Reference+" "+page.Conversation.Identifier.Value, r.Reference+" 1001")
		same(t, "unread", c.chat(c.pat).Unread, []wire.Unread{{
			Conversation: r.ID, Request: r.ID, Reference: r.Reference, Count: 1, Seq: c.Position().Seq,
		}})
		same(t, "the general one stays empty", len(c.page(c.pat, c.pat.Account).Messages), 0)
	})
	t.Run("IsReadAndWrittenByItsCustomerAndAgentsOnly", func(t *testing.T) {
		c := openCounter(t)
		ann := c.who("ann@alpha.example") // administrator of the contract
		r := c.one(c.pat, access.Downloads, "1001", access.PendingAdministrator)
		c.says(c.pat, r.ID, "hello")
		c.says(c.pat, c.pat.Account, "hello")
		for _, who := range []desk.Who{c.carl, ann, c.olga} {
			for _, id := range []string{r.ID, c.pat.Account, "unknown"} {
				_, err := c.Conversation(t.Context(), who, id, "")
				refused(t, err, wire.CodeNotFound)
				_, err = c.SendMessage(t.Context(), who, id, wire.SendMessage{Text: "x"})
				refused(t, err, wire.CodeNotFound)
				_, err = c.MarkRead(t.Context(), who, id, wire.SeenUpTo{Seq: 1 << 60})
				refused(t, err, wire.CodeNotFound)
				_, err = c.Settle(t.Context(), who, id, wire.SeenUpTo{Seq: 1 << 60})
				refused(t, err, wire.CodeNotFound)
			}
			_, err := c.Conversations(t.Context(), who, true, "")
			refused(t, err, wire.CodeForbidden)
		}
		// Agents begin no conversation with an account of which they know no more.
		_, err := c.SendMessage(t.Context(), c.rita, c.carl.Account, wire.SendMessage{Text: "x"})
		refused(t, err, wire.CodeNotFound)
	})
	t.Run("IsACustomersOwnAlsoWhenTheyAreAReviewer", func(t *testing.T) {
		c := openCounter(t)
		c.says(c.rita, c.rita.Account, "I have a question of my own.")
		page := c.page(c.rita, c.rita.Account)
		same(t, "side", page.Agent, false)
		same(t, "waits", c.waits(c.ron), []string{c.rita.Account})
		_, err := c.Settle(t.Context(), c.rita, c.rita.Account, wire.SeenUpTo{Seq: 1 << 60})
		refused(t, err, wire.CodeForbidden)
	})
	t.Run("NeedsTheRoleAtTheMomentOfWriting", func(t *testing.T) {
		c := openCounter(t)
		c.says(c.carl, c.carl.Account, "hello")
		c.before = func() {
			c.before = nil
			_, err := c.SetRole(t.Context(), c.olga, c.rita.Account, wire.SetRole{Role: access.RoleCustomer})
			must(t, err)
		}
		_, err := c.SendMessage(t.Context(), c.rita, c.carl.Account, wire.SendMessage{Text: "x"})
		refused(t, err, wire.CodeNotFound)
		same(t, "written", len(c.page(c.carl, c.carl.Account).Messages), 1)
	})
}

func TestDesk_Connected(t *testing.T) {
	c := openCounter(t)
	c.connect(c.carl, true)
	same(t, "of who never wrote", c.took(), []string(nil))
	c.says(c.carl, c.carl.Account, "hello")
	there := c.page(c.rita, c.carl.Account).Conversation.Connected
	if !there.Online || there.Version == 0 || there.Account != c.carl.Account {
		t.Errorf("%+v", there)
	}
	c.connect(c.carl, false)
	c.connect(c.carl, true)
	same(t, "to the agents alone", c.took(), []string{"queue:chat connected", "queue:chat connected online"})
	list, err := c.Conversations(t.Context(), c.rita, false, "")
	must(t, err)
	if now := list.Conversations[0].Connected; !now.Online || now.Version <= there.Version {
		t.Errorf("%+v after %+v", now, there)
	}
	if own := c.page(c.carl, c.carl.Account).Conversation; own.Connected != (wire.Connected{}) {
		t.Errorf("the customer reads %+v", own.Connected)
	}
}

func TestDesk_OwnConversations(t *testing.T) {
	c := openCounter(t)
	r := c.one(c.pat, access.Downloads, "1001", access.PendingAdministrator)
	c.says(c.pat, c.pat.Account, "General")
	c.says(c.pat, r.ID, "About it")
	c.says(c.rita, c.pat.Account, "An answer")
	c.says(c.carl, c.carl.Account, "Not theirs")
	list, err := c.OwnConversations(t.Context(), c.pat, "")
	must(t, err)
	if len(list.Conversations) != 2 || list.Next != "" || list.Waiting != 0 {
		t.Fatalf("%+v", list)
	}
	general, about := list.Conversations[0], list.Conversations[1]
	if general.Request != "" || general.Unread != 1 || general.Last.Text != "An answer" || general.Last.Name != "" || general.Email != "" {
		t.Errorf("in general: %+v", general)
	}
	if about.Request != r.ID || about.Reference != r.Reference || about.Unread != 0 || about.Last.Text != "About it" {
		t.Errorf("about the request: %+v", about)
	}
	if own, err := c.OwnConversations(t.Context(), c.rita, ""); err != nil || len(own.Conversations) != 0 {
		t.Errorf("an agent's own: %+v, %v", own, err)
	}
}

func TestDesk_SendMessage(t *testing.T) {
	t.Run("SendsARepeatOnce", func(t *testing.T) {
		c := openCounter(t)
		who := c.carl
		who.Key = "the-same-key-twice"
		first := c.says(who, who.Account, "hello")
		same(t, "the repeat's answer", c.says(who, who.Account, "hello"), first)
		same(t, "messages", texts(c.page(who, who.Account)), []string{"hello"})
		_, err := c.SendMessage(t.Context(), who, who.Account, wire.SendMessage{Text: "other"})
		refused(t, err, wire.CodeKeyReused)
	})
	t.Run("TakesPlainTextOfBoundedLength", func(t *testing.T) {
		c := openCounter(t)
		same(t, "kept", c.says(c.carl, c.carl.Account, " a\u202eb\x00\r\nc ").Text, "ab\nc")
		for _, text := range []string{"", " \u200b\n", strings.Repeat("x", 2_001)} {
			_, err := c.SendMessage(t.Context(), c.carl, c.carl.Account, wire.SendMessage{Text: text})
			refused(t, err, wire.CodeValidation)
		}
	})
	t.Run("IsSlowedWhenThereAreTooMany", func(t *testing.T) {
		c := openCounter(t)
		for range 30 {
			c.says(c.carl, c.carl.Account, "again")
		}
		_, err := c.SendMessage(t.Context(), c.carl, c.carl.Account, wire.SendMessage{Text: "again"})
		if p := refused(t, err, wire.CodeTooMany); p.RetryAfter != 2 {
			t.Errorf("again after %d seconds", p.RetryAfter)
		}
		c.says(c.pat, c.pat.Account, "somebody else")
		c.pass(2 * time.Second)
		c.says(c.carl, c.carl.Account, "again")
	})
	t.Run("SaysTruthfullyWhetherTheOtherSideIsMailed", func(t *testing.T) {
		c := openCounter(t)
		general := c.carl.Account
		same(t, "nobody there", c.says(c.carl, general, "1").Mailed, true)
		c.connect(c.rita, true)
		c.serve(c.rita, true)
		same(t, "an agent there", c.says(c.carl, general, "2").Mailed, false)
		same(t, "the customer away", c.says(c.rita, general, "3").Mailed, true)
		same(t, "mailed a moment ago", c.says(c.rita, general, "4").Mailed, false)
		c.pass(15 * time.Minute)
		same(t, "mailed a while ago", c.says(c.rita, general, "5").Mailed, true)
		c.connect(c.carl, true)
		same(t, "the customer there", c.says(c.rita, general, "6").Mailed, false)
	})
}

func TestDesk_MarkRead(t *testing.T) {
	c := openCounter(t)
	general := c.carl.Account
	c.says(c.carl, general, "1")
	first := c.says(c.rita, general, "2")
	second := c.says(c.rita, general, "3")
	count := func() int { return c.page(c.carl, general).Conversation.Unread }
	same(t, "unread", count(), 2)
	read := func(who desk.Who, seq uint64) {
		t.Helper()
		_, err := c.MarkRead(t.Context(), who, general, wire.SeenUpTo{Seq: seq})
		must(t, err)
	}
	c.took()
	read(c.rita, second.Seq)
	same(t, "an agent has read it", count(), 2)
	read(c.carl, first.Seq)
	same(t, "one is left", count(), 1)
	same(t, "told", c.took(), []string{desk.AccountTopic(general) + " unread"})
	read(c.carl, first.Seq)
	same(t, "told of nothing new", c.took(), []string(nil))
	read(c.carl, second.Seq)
	same(t, "none is left", count(), 0)
	same(t, "nor of the account", c.chat(c.carl).Unread, []wire.Unread{})
}

func TestDesk_Settle(t *testing.T) {
	c := openCounter(t)
	general := c.carl.Account
	seen := c.says(c.carl, general, "Thank you!")
	newer := c.says(c.carl, general, "One more thing …")
	_, err := c.Settle(t.Context(), c.rita, general, wire.SeenUpTo{Seq: seen.Seq})
	refused(t, err, wire.CodeUnseen)
	same(t, "it waits", c.waits(c.rita), []string{general})
	settled, err := c.Settle(t.Context(), c.rita, general, wire.SeenUpTo{Seq: newer.Seq})
	must(t, err)
	same(t, "settled", settled.Settled, true)
	same(t, "it waits no more", c.waits(c.rita), []string{})
	before := c.Position()
	_, err = c.Settle(t.Context(), c.ron, general, wire.SeenUpTo{Seq: newer.Seq})
	must(t, err)
	same(t, "settled twice", c.Position(), before)
	c.says(c.carl, general, "Hello again")
	same(t, "it waits again", c.waits(c.rita), []string{general})
	all, err := c.Conversations(t.Context(), c.rita, true, "")
	must(t, err)
	same(t, "the newest message", all.Conversations[0].Last.Text, "Hello again")
}

func TestDesk_AnnounceMessage(t *testing.T) {
	c := openCounter(t)
	general := c.carl.Account
	start := c.Position().Seq
	c.says(c.carl, general, "hello")
	c.says(c.rita, general, "hello")
	_, err := c.Settle(t.Context(), c.rita, general, wire.SeenUpTo{Seq: c.Position().Seq})
	must(t, err)
	mine, chat := desk.AccountTopic(general), "queue:chat"
	same(t, "told", told(t, c.meanwhile, c.office, start), []string{
		mine + " message", chat + " message", chat + " conversation",
		mine + " message", chat + " message", mine + " unread", chat + " conversation",
	})
	topics, err := c.Follow(t.Context(), c.rita)
	must(t, err)
	if !slices.Contains(topics, chat) {
		t.Errorf("an agent follows %v", topics)
	}
	for _, who := range []desk.Who{c.carl, c.olga, c.who("ann@alpha.example")} {
		topics, err := c.Follow(t.Context(), who)
		must(t, err)
		if slices.Contains(topics, chat) {
			t.Errorf("%s follows %v", who.Role, topics)
		}
	}
}

// What is written stands in no fact: neither a text nor whose it is beyond the
// account's ID.
func TestDesk_FactsOfMessagesHoldNoPersonalData(t *testing.T) {
	c := openCounter(t)
	start := c.Position().Seq
	c.says(c.carl, c.carl.Account, "My name is Carl.")
	c.says(c.rita, c.carl.Account, "This is Rita.")
	must(t, c.View(t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(start, 0)
		for _, f := range facts {
			for _, secret := range []string{"Carl", "Rita", "alpha", "vendor.example"} {
				if strings.Contains(string(f.Data), secret) {
					t.Errorf("fact %d holds %q: %s", f.Seq, secret, f.Data)
				}
			}
		}
		return err
	}))
}
