package desk_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// TestGolden_LettersAboutAccess: whoever is added, given an end or named is told
// by mail, in their language.
func TestGolden_LettersAboutAccess(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			s := &story{lang: lang, told: map[string]bool{}}
			s.office = open(t, func(c *desk.Config) { c.Settings = wordstest.Settings() })
			ann := s.person("ann@alpha.example", "アン", "エイムズ")
			s.person("pat@mail.example", "パット", "ポー")
			s.person("abe@alpha.example", "エイブ", "エイムズ")
			c := access.Contract("1001")
			s.at = s.since()
			must(t, s.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "pat@mail.example", Level: access.Full, Employer: wire.EmployerOwn}))
			must(t, s.SetOfficeEnd(t.Context(), ann, c, s.user(ann, c, "pat@mail.example").Grant, wire.SetEnd{EndsOn: "2027-06-30"}))
			must(t, s.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "pat@mail.example"}))
			must(t, s.LeaveOffice(t.Context(), s.who("rita@vendor.example"), c, wire.LeaveOffice{Email: "abe@alpha.example"}))
			must(t, s.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "new@alpha.example", Level: access.Full, Employer: wire.EmployerOwn}))
			must(t, s.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "new@alpha.example"}))
			s.give(event.GrantGiven{Grant: "g-new", Account: s.who("new@alpha.example").Account, Level: access.Full, Scope: c, ThirdParty: true, Purpose: "Operations"})
			s.compare()
			must(t, s.Revoke(t.Context(), ann, s.user(ann, c, "pat@mail.example").Grant, wire.Revoke{Reason: access.RevokedLeftCompany, Note: "Thank you for your work.\nYour laptop stays here."}))
			s.give(event.GrantGiven{Grant: "g-third", Account: s.person(opal, "オパル", "オーツ").Account, Level: access.Full, Scope: c, ThirdParty: true, Purpose: "Operations"})
			must(t, s.Revoke(t.Context(), s.who("rita@vendor.example"), "g-third", wire.Revoke{Reason: access.RevokedPurposeDone}))
			s.compare()
			for _, what := range []string{"added", "end_set", "named", "added.invited", "named.invited", "third.invited", "released", "revoked", "revoked.third"} {
				if !s.told[what] {
					t.Errorf("no letter %q", what)
				}
			}
		})
	}
}

func TestOfficeLetters_GoToWhomItConcernsAlone(t *testing.T) {
	o := open(t)
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	c, held := access.Contract("1001"), access.Contract("2001")
	mailed := func(do func()) (all []string) {
		at := o.since()
		do()
		for _, m := range o.letters(at) {
			all = append(all, m.To+": "+m.Subject)
		}
		return all
	}
	t.Run("ABatchTellsEach", func(t *testing.T) {
		got := mailed(func() {
			_, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: "x@alpha.example\ny@alpha.example\n", Confirm: true})
			must(t, err)
		})
		if diff := cmp.Diff([]string{"x@alpha.example: You have access: Contract 1001", "y@alpha.example: You have access: Contract 1001"}, got); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("NothingIsToldTwice", func(t *testing.T) {
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		for what, do := range map[string]func(){
			"an approval": func() {
				_, err := o.move(ann, r.ID, access.MoveApprove, "")
				must(t, err)
			},
			"the removal of what the registry gives": func() {
				must(t, o.Revoke(t.Context(), rita, o.user(rita, held, "pat@mail.example").Grant, wire.Revoke{Scope: held, Reason: access.RevokedByMistake}))
			},
			"one's own stepping down": func() { must(t, o.leave(o.who("abe@alpha.example"), c, wire.LeaveOffice{})) },
			"what the portal gave by itself": func() {
				o.give(event.GrantGiven{Grant: "g-x", Account: ann.Account, Level: access.Full, Scope: c})
			},
		} {
			for _, subject := range mailed(do) {
				if strings.Contains(subject, "You have access") || strings.Contains(subject, "end date") || strings.Contains(subject, "administrator:") {
					t.Errorf("%s: %s", what, subject)
				}
			}
		}
	})
	t.Run("AThirdPartyReadsNothingOfTheContract", func(t *testing.T) {
		o.give(event.GrantGiven{Grant: "g-third", Account: o.who(opal).Account, Level: access.Downloads, Scope: c, ThirdParty: true, Purpose: "runs the network"})
		at := o.since()
		must(t, o.SetOfficeEnd(t.Context(), ann, c, "g-third", wire.SetEnd{EndsOn: "2027-01-31"}))
		mails := o.letters(at)
		if len(mails) != 1 || mails[0].To != opal || strings.Contains(mails[0].Subject+mails[0].Text+mails[0].HTML, "1001") ||
			!strings.Contains(mails[0].Text, "runs the network") {
			t.Errorf("%+v", mails)
		}
	})
}
