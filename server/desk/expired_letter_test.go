package desk_test

import (
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

func TestExpiredLetters_GoToThoseInWhoseQueueItWas(t *testing.T) {
	expired := func(o *office, spend func(id string)) []string {
		o.t.Helper()
		o.who("rita@vendor.example")
		o.who("ann@alpha.example")
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		spend(r.ID)
		at := o.since()
		o.tick(30 * day)
		mails := o.letters(at)
		for _, m := range mails {
			if m.To != "pat@mail.example" {
				holds(o.t, m, "Expired without a decision: Pat Poe, Contract 1001 ["+r.Reference+"]", o.Origin+wire.QueueRoute(r.ID), "pat@mail.example")
			}
		}
		return addresses(mails)
	}
	t.Run("Administrators", func(t *testing.T) {
		same(t, "to", expired(open(t), func(string) {}), []string{"abe@alpha.example", "ann@alpha.example", "pat@mail.example"})
	})
	t.Run("Reviewers", func(t *testing.T) {
		o := open(t)
		same(t, "to", expired(o, func(string) { o.tick(14 * day) }), []string{"pat@mail.example", "rita@vendor.example"})
	})
	t.Run("NobodyWhileTheRequesterHadIt", func(t *testing.T) {
		o := open(t)
		same(t, "to", expired(o, func(id string) {
			o.tick(14 * day)
			_, err := o.move(o.who("rita@vendor.example"), id, access.MoveAsk, "Who are you?")
			must(t, err)
		}), []string{"pat@mail.example"})
	})
}

func TestSummary_OfWhatExpired(t *testing.T) {
	o := open(t)
	pat, carl := o.who("pat@mail.example"), o.who("carl@alpha.example")
	entries := []ledger.GatherEntry{
		{Request: o.one(pat, access.Downloads, "1001", access.PendingAdministrator).ID},
		{Request: o.one(carl, access.Downloads, "1001", access.PendingAdministrator).ID},
	}
	sum := func(address string) (desk.Letter, bool) {
		return o.sumUp(ledger.Gather{Address: address, Entries: entries})
	}
	o.tick(30 * day)
	fresh := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	entries = append(entries, ledger.GatherEntry{Request: fresh.ID})
	l, _ := sum("ann@alpha.example")
	holds(t, o.Rendered(l), "Access requests to decide: 1, Expired access requests: 2", fresh.Reference, "Carl Cole", o.Origin+wire.QueueRoute(entries[0].Request))
	if _, any := sum("rita@vendor.example"); any {
		t.Error("a reviewer is told of what an administrator had")
	}
	_, err := o.move(pat, fresh.ID, access.MoveCancel, "")
	must(t, err)
	entries = entries[1:2]
	if l, any := sum("ann@alpha.example"); !any || l.What != "expired" {
		t.Errorf("of one: %+v", l)
	}
}

func TestGolden_LettersAboutExpiry(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			s := &story{lang: lang, told: map[string]bool{"status.Expired": true}} // which another story tells
			s.office = open(t, func(c *desk.Config) { c.Settings = wordstest.Settings() })
			s.person("ann@alpha.example", "アン", "エイムズ")
			s.others(s.who("abe@alpha.example"))
			var entries []ledger.GatherEntry
			for _, who := range []desk.Who{s.person("pat@mail.example", "パット", "ポー"), s.person("olga@vendor.example", "オルガ", "オア")} {
				entries = append(entries, ledger.GatherEntry{Request: s.one(who, access.Downloads, "1001", access.PendingAdministrator).ID})
				s.pass(time.Minute) // so that they expire in this order
			}
			s.at = s.since()
			s.tick(30 * day)
			s.compare()
			l, _ := s.sumUp(ledger.Gather{Address: "ann@alpha.example", Entries: entries})
			s.letter(l)
			if !s.told["expired"] || !s.told["expired.summary"] {
				t.Errorf("told: %v", s.told)
			}
		})
	}
}
