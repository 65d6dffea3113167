package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// addresses are whom mails go to, sorted.
func addresses(mails []desk.Mail) []string {
	list := []string{}
	for _, m := range mails {
		list = append(list, m.To)
	}
	slices.Sort(list)
	return list
}

func holds(t testing.TB, m desk.Mail, all ...string) {
	t.Helper()
	for _, text := range all {
		if !strings.Contains(m.Subject+"\n"+m.Text, text) {
			t.Errorf("the mail %q lacks %q:\n%s", m.Subject, text, m.Text)
		}
	}
}

func TestLetters_AMessageThatFindsNobody(t *testing.T) {
	t.Run("GoesToEveryReviewer", func(t *testing.T) {
		c := openCounter(t)
		r := c.one(c.pat, access.Downloads, "1001", access.PendingAdministrator)
		at := c.since()
		c.says(c.pat, r.ID, "My number is\nnot found.")
		mails := c.letters(at)
		same(t, "to", addresses(mails), []string{"rita@vendor.example", "ron@vendor.example"})
		holds(t, mails[0], "Message from Pat Poe", r.Reference, "Alpha Works", "pat@mail.example",
			"> My number is\n> not found.", c.Origin+wire.ChatRoute(r.ID), c.Origin+wire.RouteSettings)
		if len(mails[0].Requests) > 0 { // the contract's administrators see a request's mails
			t.Errorf("listed with the request: %v", mails[0].Requests)
		}
	})
	t.Run("GoesToTheAddressOfSupportWhereThereIsNoReviewer", func(t *testing.T) {
		c := openCounter(t)
		c.Settings.SupportEmail = "support@vendor.example"
		for _, who := range []desk.Who{c.rita, c.ron} {
			_, err := c.SetRole(t.Context(), c.olga, who.Account, wire.SetRole{Role: access.RoleOperator})
			must(t, err)
		}
		at := c.since()
		c.says(c.carl, c.carl.Account, "hello")
		same(t, "to", addresses(c.letters(at)), []string{"support@vendor.example"})
	})
	t.Run("IsNotMailedWhileAnAgentIsThere", func(t *testing.T) {
		c := openCounter(t)
		c.connect(c.rita, true)
		c.serve(c.rita, true)
		at := c.since()
		c.says(c.carl, c.carl.Account, "hello")
		c.connect(c.rita, false) // what was said stands, whenever the mail is written
		same(t, "to", addresses(c.letters(at)), []string{})
	})
	t.Run("OfAnAgentGoesToTheCustomerAndNamesNoAgent", func(t *testing.T) {
		c := openCounter(t)
		c.says(c.carl, c.carl.Account, "hello")
		at := c.since()
		c.says(c.rita, c.carl.Account, "Please try again.")
		mails := c.letters(at)
		same(t, "to", addresses(mails), []string{"carl@alpha.example"})
		holds(t, mails[0], "Vendor support has answered you", "Dear Carl Cole", "> Please try again.", c.Origin+wire.RouteChat)
		if strings.Contains(mails[0].Text, "Rita") || strings.Contains(mails[0].Text, wire.ChatRoute(c.carl.Account)) {
			t.Errorf("the mail names the agent or the account:\n%s", mails[0].Text)
		}
	})
	t.Run("IsNotMailedOnceItsTextIsErased", func(t *testing.T) {
		c := openCounter(t)
		at := c.since()
		c.says(c.carl, c.carl.Account, "hello")
		_, err := c.Do(t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
			_, _, err := tx.EraseMessages(c.carl.Account, ledger.TextPlace{})
			return nil, err
		}})
		must(t, err)
		same(t, "to", addresses(c.letters(at)), []string{})
		if m := c.page(c.rita, c.carl.Account).Messages[0]; !m.Erased || m.Text != "" {
			t.Errorf("shown as %+v", m)
		}
	})
	t.Run("TurnsNoTextAround", func(t *testing.T) {
		c := openCounter(t)
		at := c.since()
		c.says(c.carl, c.carl.Account, "evil\u202etxt <script>alert(1)</script>")
		m := c.letters(at)[0]
		if strings.ContainsRune(m.Text+m.HTML, '\u202e') || strings.Contains(m.HTML, "<script>") {
			t.Errorf("text %q html %q", m.Text, m.HTML)
		}
	})
}

func TestSummary_OfConversationsThatStillWait(t *testing.T) {
	c := openCounter(t)
	summary := func(of ...ledger.GatherEntry) (desk.Letter, bool) {
		return c.sumUp(ledger.Gather{Address: "rita@vendor.example", Account: c.rita.Account, Entries: of})
	}
	carl, pat := ledger.GatherEntry{Conversation: c.carl.Account}, ledger.GatherEntry{Conversation: c.pat.Account}
	c.says(c.carl, c.carl.Account, "first")
	c.pass(time.Minute)
	c.says(c.pat, c.pat.Account, "second")
	l, any := summary(carl, pat)
	if !any || l.Kind != desk.LetterSummary {
		t.Fatalf("of two: %+v", l)
	}
	holds(t, c.Rendered(l), "Conversations waiting for an answer: 2", "Carl Cole, Alpha Works", c.Origin+wire.ChatRoute(c.pat.Account), c.Origin+wire.RouteChats)
	c.says(c.ron, c.pat.Account, "answered")
	if l, any = summary(carl, pat); !any || l.Kind != desk.LetterChat {
		t.Fatalf("of one that is left: %+v", l)
	}
	holds(t, c.Rendered(l), "Message from Carl Cole", "> first")
	c.says(c.ron, c.carl.Account, "answered")
	if l, any = summary(carl, pat); any {
		t.Errorf("of none: %+v", l)
	}
}

func TestGolden_LettersAboutConversations(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			c := openCounter(t)
			c.Settings = wordstest.Settings()
			s := &story{office: c.office, lang: lang, told: map[string]bool{}}
			s.person("rita@vendor.example", "リタ", "レイ")
			s.others(c.ron)
			carl, pat := s.person("carl@alpha.example", "カール", "コール"), s.person("pat@mail.example", "パット", "ポー")
			r := s.one(pat, access.Downloads, "1001", access.PendingAdministrator)
			s.at = s.since()
			c.says(pat, r.ID, "How long does this take?\nI need it tomorrow.")
			c.pass(time.Minute)
			c.says(carl, carl.Account, "Hello")
			s.compare()
			l, _ := c.sumUp(ledger.Gather{Address: "rita@vendor.example", Account: c.rita.Account, More: 1,
				Entries: []ledger.GatherEntry{{Conversation: r.ID}, {Conversation: carl.Account}}})
			s.letter(l)
			c.says(c.rita, r.ID, "The administrators usually answer within a day.")
			s.compare()
			for _, what := range []string{"chat", "chat.summary", "answer"} {
				if !s.told[what] {
					t.Errorf("the story does not come to the letter %q", what)
				}
			}
		})
	}
}
