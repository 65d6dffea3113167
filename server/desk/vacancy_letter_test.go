package desk_test

import (
	"testing"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// sumUp writes what was gathered for an address.
func (o *office) sumUp(of ledger.Gather) (l desk.Letter, any bool) {
	o.t.Helper()
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		return o.Registry.Use(func(g *registry.Generation) (err error) {
			l, any, err = o.Summary(r, g, of)
			return err
		})
	}))
	return l, any
}

func TestVacancyLetters_GoToTheReviewers(t *testing.T) {
	o := open(t)
	ann, abe, rita := o.who("ann@alpha.example"), o.who("abe@alpha.example"), o.who("rita@vendor.example")
	o.who("ron@vendor.example")
	c := access.Contract("1001")
	at := o.since()
	must(t, o.leave(abe, c, wire.LeaveOffice{Note: "Ann stays."}))
	same(t, "while another stays", addresses(o.letters(at)), []string{})

	at = o.since()
	must(t, o.leave(ann, c, wire.LeaveOffice{Note: "We move\nto another vendor."}))
	mails := o.letters(at)
	same(t, "when the last one steps down", addresses(mails), []string{"rita@vendor.example", "ron@vendor.example"})
	holds(t, mails[0], "No administrator: Contract 1001", "Alpha Works Inc.", "Ann Ames", "> We move\n> to another vendor.",
		o.Origin+"/office/contract/1001/administrators", o.Origin+wire.RouteSettings)

	must(t, o.NameAdministrator(t.Context(), rita, c, wire.NameAdministrator{Email: "ann@alpha.example"}))
	same(t, "when somebody was named meanwhile", addresses(to(o.letters(at), "ron@vendor.example")), []string{})

	at = o.since()
	must(t, o.leave(rita, c, wire.LeaveOffice{Email: "ann@alpha.example", Note: "She left the company."}))
	same(t, "when a reviewer says so", addresses(o.letters(at)), []string{"ann@alpha.example", "ron@vendor.example"})
}

func TestSummary_OfVacanciesThatStillStand(t *testing.T) {
	c := openCounter(t)
	one, two := access.Contract("1001"), access.BillTo("9001")
	for email, scope := range map[string]access.Identifier{"abe@alpha.example": one, "ann@alpha.example": one, "gil@gamma.example": two} {
		must(t, c.leave(c.who(email), scope, wire.LeaveOffice{Note: "bye"}))
	}
	c.says(c.carl, c.carl.Account, "hello")
	gathered := ledger.Gather{Address: "rita@vendor.example", Account: c.rita.Account, Entries: []ledger.GatherEntry{
		{Vacancy: one.String()}, {Conversation: c.carl.Account}, {Vacancy: two.String()},
	}}
	l, any := c.sumUp(gathered)
	if !any || l.Kind != desk.LetterSummary {
		t.Fatalf("of three: %+v", l)
	}
	holds(t, c.Rendered(l), "Conversations waiting for an answer: 1, Contracts without an administrator: 2",
		"Contract 1001, Alpha Works Inc.: since", "Bill-to ID 9001, Gamma Partners Ltd: since", c.Origin+wire.RouteOffices, c.Origin+wire.RouteChats)
	c.says(c.rita, c.carl.Account, "hello")
	must(t, c.NameAdministrator(t.Context(), c.rita, one, wire.NameAdministrator{Email: "abe@alpha.example"}))
	if l, any = c.sumUp(gathered); !any || l.What != "vacancy" {
		t.Errorf("of one that is left: %+v", l)
	}
	must(t, c.NameAdministrator(t.Context(), c.rita, two, wire.NameAdministrator{Email: "gil@gamma.example"}))
	if l, any = c.sumUp(gathered); any {
		t.Errorf("of none: %+v", l)
	}
}

func TestGolden_LettersAboutVacancies(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			c := openCounter(t)
			c.Settings = wordstest.Settings()
			s := &story{office: c.office, lang: lang, told: map[string]bool{}}
			s.person("rita@vendor.example", "リタ", "レイ")
			s.others(c.ron)
			ann, abe, gil := s.person("ann@alpha.example", "アン", "エイムズ"), c.who("abe@alpha.example"), c.who("gil@gamma.example")
			carl := s.person("carl@alpha.example", "カール", "コール")
			one, two := access.Contract("1001"), access.BillTo("9001")
			must(t, c.leave(abe, one, wire.LeaveOffice{}))
			s.at = s.since()
			must(t, c.leave(ann, one, wire.LeaveOffice{Note: "Our company was bought.\nAsk Kenji from now on."}))
			must(t, c.leave(gil, two, wire.LeaveOffice{Note: "bye"}))
			s.compare()
			gathered := ledger.Gather{Address: "rita@vendor.example", Account: c.rita.Account, More: 1,
				Entries: []ledger.GatherEntry{{Vacancy: one.String()}, {Vacancy: two.String()}}}
			l, _ := c.sumUp(gathered)
			s.letter(l)
			c.says(carl, carl.Account, "Hello")
			l, _ = c.sumUp(ledger.Gather{Address: gathered.Address, Account: gathered.Account, Entries: append(gathered.Entries, ledger.GatherEntry{Conversation: carl.Account})})
			s.letter(l)
			for _, what := range []string{"vacancy", "vacancy.summary", "summary.mixed"} {
				if !s.told[what] {
					t.Errorf("the story does not come to the letter %q", what)
				}
			}
		})
	}
}
