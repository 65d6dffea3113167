package desk_test

import (
	"testing"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

func TestReviewLetters_GoToTheReviewersOfWhatEntersTheirQueue(t *testing.T) {
	o := open(t)
	pat, ann, rita := o.who("pat@mail.example"), o.who("ann@alpha.example"), o.who("rita@vendor.example")
	told := func(step string, want ...string) []desk.Mail {
		t.Helper()
		mails := o.letters(0)
		for i := len(mails) - 1; i >= 0; i-- {
			if mails[i].Kind != desk.LetterQueue {
				mails = append(mails[:i], mails[i+1:]...)
			}
		}
		same(t, step, addresses(mails), append([]string{}, want...))
		return mails
	}
	r := o.one(pat, access.Full, "1002", access.PendingAction)
	told("while the requester has it")
	_, err := o.move(pat, r.ID, access.MoveConfirm, "")
	must(t, err)
	m := told("submitted", "rita@vendor.example")[0]
	holds(t, m, "Access request to review: Pat Poe, Contract 1002 ["+r.Reference+"]", "Answer promised by", o.Origin+wire.QueueRoute(r.ID))
	_, err = o.move(rita, r.ID, access.MoveDeny, "because")
	must(t, err)
	told("decided")

	passed := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	_, err = o.move(ann, passed.ID, access.MovePass, "")
	must(t, err)
	told("passed on", "rita@vendor.example")
	_, err = o.move(pat, passed.ID, access.MoveCancel, "")
	must(t, err)

	own := o.one(rita, access.Full, "1002", access.PendingAction)
	_, err = o.move(rita, own.ID, access.MoveConfirm, "")
	must(t, err)
	told("one's own")
	o.Settings.SupportEmail = "help@vendor.example"
	told("one's own, where nobody else reviews", "help@vendor.example")
}

func TestReviewLetters_AreSummedUpWhileTheyWait(t *testing.T) {
	o := open(t)
	pat, carl, ann := o.who("pat@mail.example"), o.who("carl@alpha.example"), o.who("ann@alpha.example")
	o.who("rita@vendor.example")
	var entries []ledger.GatherEntry
	for _, who := range []desk.Who{pat, carl} {
		r := o.one(who, access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(ann, r.ID, access.MovePass, "")
		must(t, err)
		entries = append(entries, ledger.GatherEntry{Request: r.ID})
	}
	sum := func(address string) (desk.Letter, bool) {
		return o.sumUp(ledger.Gather{Address: address, Entries: entries})
	}
	if l, any := sum("rita@vendor.example"); !any || l.What != "review.summary" || len(l.Requests) != 2 {
		t.Errorf("of two: %+v", l)
	}
	for _, other := range []string{"ann@alpha.example", "help@vendor.example"} {
		if l, any := sum(other); any {
			t.Errorf("%s, who reviews nothing, is told %+v", other, l)
		}
	}
	_, err := o.move(pat, entries[0].Request, access.MoveCancel, "")
	must(t, err)
	if l, any := sum("rita@vendor.example"); !any || l.What != "review" || l.Requests[0] != entries[1].Request {
		t.Errorf("of one that is left: %+v", l)
	}
}

// Customers learn no reviewer's address (chat: an answer names no agent).
func TestReviewLetters_AreNotShownToAdministrators(t *testing.T) {
	m := openMarked(t)
	sent, err := m.Submit(t.Context(), m.other, wire.Submit{Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"1001"}, Agreed: true})
	must(t, err)
	r := sent.Requests[0]
	_, err = m.move(m.ann, r.ID, access.MovePass, "")
	must(t, err)
	var live []string
	m.Publish = func(topic string, u wire.Update) {
		if u.Mail != nil && u.Mail.To == "rita@vendor.example" {
			live = append(live, topic)
		}
	}
	m.mailing()
	for _, topic := range live {
		if topic == desk.QueueTopic(access.Contract("1001").String()) {
			t.Error("administrators hear of the reviewer's mail")
		}
	}
	if len(live) == 0 {
		t.Error("nobody hears of the reviewer's mail")
	}
	_, err = m.move(m.rita, r.ID, access.MoveSendAdmin, "")
	must(t, err)
	m.mailing()
	shown := func(who desk.Who) (to []string) {
		list, err := m.RequestMails(t.Context(), who, r.ID)
		must(t, err)
		for _, mail := range list.Mails {
			to = append(to, mail.To)
			if mail.To == "rita@vendor.example" && who.Account == m.ann.Account {
				t.Errorf("an administrator reads of %s", mail.To)
			}
		}
		return to
	}
	if len(shown(m.ann)) == 0 {
		t.Error("an administrator reads of no mail")
	}
	list, err := m.SubmissionMails(t.Context(), m.other, sent.ID)
	must(t, err)
	if list.Administrators != wire.MailKept {
		t.Errorf("the requester reads that administrators are told: %q", list.Administrators)
	}
}

func TestGolden_LettersToReviewers(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			s := &story{lang: lang, told: map[string]bool{"status.PendingAdministrator": true, "status.PendingVendor": true, "queue": true}}
			s.office = open(t, func(c *desk.Config) { c.Settings = wordstest.Settings() })
			ann := s.who("ann@alpha.example")
			s.person("rita@vendor.example", "リタ", "レイ")
			var entries []ledger.GatherEntry
			s.at = s.since()
			for _, who := range []desk.Who{s.person("pat@mail.example", "パット", "ポー"), s.person("carl@alpha.example", "カール", "コール")} {
				r := s.one(who, access.Downloads, "1001", access.PendingAdministrator)
				entries = append(entries, ledger.GatherEntry{Request: r.ID})
				s.do(ann, r.ID, access.MovePass, "")
			}
			l, _ := s.sumUp(ledger.Gather{Address: "rita@vendor.example", Entries: entries})
			s.letter(l)
			if !s.told["review"] || !s.told["review.summary"] {
				t.Errorf("told: %v", s.told)
			}
		})
	}
}
