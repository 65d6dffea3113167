package desk_test

import (
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// TestGolden_LettersAboutRecertification: administrators are asked and reminded,
// and the holder reads why the access ends.
func TestGolden_LettersAboutRecertification(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			s := &story{lang: lang, told: map[string]bool{}}
			s.office = open(t, recertifying, func(c *desk.Config) { c.Settings = wordstest.Settings() })
			s.person("ann@alpha.example", "アン", "エイムズ")
			s.person("carl@alpha.example", "カール", "コール")
			s.granted("carl@alpha.example", "1001")
			s.granted("pat@mail.example", "1001")
			s.granted("carl@alpha.example", "1002")
			must(t, s.NameAdministrator(t.Context(), s.who("rita@vendor.example"), access.Contract("1002"), wire.NameAdministrator{Email: "ann@alpha.example"}))
			s.at = s.since()
			s.tick(half)
			s.compare()
			s.sum(ledger.Gather{Address: "ann@alpha.example", Entries: []ledger.GatherEntry{
				{Unconfirmed: "contract:1001"}, {Unconfirmed: "contract:1002", Days: 7}, {Unconfirmed: "contract:2001"},
			}})
			for _, wait := range []int{7, 10, 14} {
				s.tick(time.Duration(wait) * day)
				s.compare()
			}
			for _, what := range []string{"recertify", "recertify.summary", "recertify.reminder", "ending.unconfirmed", "ended.unconfirmed"} {
				if !s.told[what] {
					t.Errorf("no letter %q", what)
				}
			}
		})
	}
}

// sum compares the letter about what was gathered.
func (s *story) sum(of ledger.Gather) {
	s.t.Helper()
	l, any := s.summed(of)
	if !any {
		s.t.Fatal("nothing to sum up")
	}
	s.letter(l)
}

func (o *office) summed(of ledger.Gather) (l desk.Letter, any bool) {
	o.t.Helper()
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		return o.Registry.Use(func(g *registry.Generation) (err error) {
			l, any, err = o.Summary(r, g, of)
			return err
		})
	}))
	return l, any
}

// TestRecertifyLetters_SayWhatStillWaits in the summary, whatever else is in it.
func TestRecertifyLetters_SayWhatStillWaits(t *testing.T) {
	o := open(t, recertifying)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	g := o.granted("carl@alpha.example", "1001")
	o.tick(half)
	request := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
	wants := func(address, what, subject string, entries ...ledger.GatherEntry) {
		t.Helper()
		if l, _ := o.summed(ledger.Gather{Address: address, Entries: entries}); l.What != what || l.Subject != subject {
			t.Errorf("%s gets %q: %q", address, l.What, l.Subject)
		}
	}
	asked := ledger.GatherEntry{Unconfirmed: "contract:1001"}
	wants("ann@alpha.example", "recertify", "Confirm who still needs access: Contract 1001", asked)
	wants("ann@alpha.example", "summary.mixed", "Access requests to decide: 1, Contracts or bill-to IDs with access to confirm: 1",
		asked, ledger.GatherEntry{Request: request.ID})
	wants("carl@alpha.example", "", "", asked) // administers nothing
	o.answer(ann, c, true, "", g)
	wants("ann@alpha.example", "", "", asked)
}
