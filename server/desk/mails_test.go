package desk_test

import (
	"context"
	"testing"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// mailed stores the mails of the facts after a position as delivered.
func (o *office) mailed(after uint64) {
	o.t.Helper()
	for i, m := range o.letters(after) {
		_, err := o.Ledger.Do(context.Background(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return nil, tx.PutMail(ledger.Mail{
				ID: string(rune('a'+i)) + "-mail", To: m.To, Account: m.Account, Kind: string(m.Kind), Requests: m.Requests, About: m.About,
				Subject: m.Subject, Text: m.Text, State: wire.MailSent, CreatedAt: tx.Now(), ChangedAt: tx.Now(),
			})
		}})
		must(o.t, err)
	}
}

func TestRequestMails_ARequesterSeesTheirOwnAndADeciderAll(t *testing.T) {
	o := open(t)
	carl, ann, rita, pat := o.who("carl@alpha.example"), o.who("ann@alpha.example"), o.who("rita@vendor.example"), o.who("pat@mail.example")
	at := o.since()
	r := o.one(carl, access.Downloads, "1001", access.PendingAdministrator)
	o.mailed(at)
	for who, want := range map[desk.Who]int{carl: 1, ann: 3, rita: 3} {
		list, err := o.RequestMails(t.Context(), who, r.ID)
		must(t, err)
		if len(list.Mails) != want {
			t.Errorf("%s sees %d mails, want %d", who.Session, len(list.Mails), want)
		}
	}
	_, err := o.RequestMails(t.Context(), pat, r.ID)
	refused(t, err, wire.CodeNotFound)
}

func TestMailAgain_OnlyForThoseWhoSeeItAndNotTooOften(t *testing.T) {
	o := open(t)
	carl, pat := o.who("carl@alpha.example"), o.who("pat@mail.example")
	at := o.since()
	r := o.one(carl, access.Downloads, "1001", access.PendingAdministrator)
	o.mailed(at)
	list, err := o.RequestMails(t.Context(), carl, r.ID)
	must(t, err)
	id := list.Mails[0].ID
	_, err = o.MailAgain(t.Context(), pat, id)
	refused(t, err, wire.CodeNotFound)
	first, err := o.MailAgain(t.Context(), carl, id)
	must(t, err)
	if first.ID == id || first.State != wire.MailQueued {
		t.Errorf("sent again as %+v", first)
	}
	_, err = o.MailAgain(t.Context(), carl, first.ID) // it waits: it will be sent anyway
	refused(t, err, wire.CodeNotFound)
	for range 10 {
		if _, err = o.MailAgain(t.Context(), carl, id); err != nil {
			break
		}
	}
	if p := refused(t, err, wire.CodeTooManyMails); p.RetryAfter < 1 {
		t.Errorf("retry after %d s", p.RetryAfter)
	}
}

func TestMailLog_IsTheOperators(t *testing.T) {
	o := open(t)
	carl, olga := o.who("carl@alpha.example"), o.who("olga@vendor.example")
	at := o.since()
	o.one(carl, access.Downloads, "1001", access.PendingAdministrator)
	o.mailed(at)
	_, err := o.MailLog(t.Context(), carl, "", "", "")
	refused(t, err, wire.CodeForbidden)
	for find, want := range map[string]int{"": 3, "carl": 1, "nobody": 0} {
		list, err := o.MailLog(t.Context(), olga, find, "", "")
		must(t, err)
		if len(list.Mails) != want {
			t.Errorf("find %q: %d mails, want %d", find, len(list.Mails), want)
		}
	}
	for state, want := range map[wire.MailState]int{wire.MailSent: 3, wire.MailFailed: 0} {
		list, err := o.MailLog(t.Context(), olga, "", state, "")
		must(t, err)
		if len(list.Mails) != want {
			t.Errorf("state %q: %d mails, want %d", state, len(list.Mails), want)
		}
	}
}

func TestSummary_OfWhatStillWaits(t *testing.T) {
	o := open(t)
	carl, pat := o.who("carl@alpha.example"), o.who("pat@mail.example")
	var entries []ledger.GatherEntry
	for _, r := range []wire.Request{
		o.one(carl, access.Downloads, "1001", access.PendingAdministrator),
		o.one(pat, access.Downloads, "1001", access.PendingAdministrator),
	} {
		entries = append(entries, ledger.GatherEntry{Request: r.ID})
	}
	summary := func() (desk.Letter, bool) {
		return o.sumUp(ledger.Gather{Address: "ann@alpha.example", Entries: entries})
	}
	if l, any := summary(); !any || l.Kind != desk.LetterSummary || len(l.Requests) != 2 {
		t.Errorf("of two: %+v", l)
	}
	_, err := o.move(carl, entries[0].Request, access.MoveCancel, "")
	must(t, err)
	if l, any := summary(); !any || l.Kind != desk.LetterQueue || l.Requests[0] != entries[1].Request {
		t.Errorf("of one that is left: %+v", l)
	}
	_, err = o.move(pat, entries[1].Request, access.MoveCancel, "")
	must(t, err)
	if l, any := summary(); any {
		t.Errorf("of none: %+v", l)
	}
}

func TestSetMailPreference_IsAFact(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	at := o.since()
	me, err := o.SetMailPreference(t.Context(), ann, wire.SetMailPreference{AdministratorMail: wire.MailDaily})
	must(t, err)
	if me.AdministratorMail != wire.MailDaily || o.since() != at+1 {
		t.Errorf("%+v after %d facts", me, o.since()-at)
	}
	_, err = o.SetMailPreference(t.Context(), ann, wire.SetMailPreference{AdministratorMail: "hourly"})
	refused(t, err, wire.CodeValidation)
}

func TestSubmissionMails_SayHowFarTheNewsHasCome(t *testing.T) {
	o := open(t)
	carl, pat := o.who("carl@alpha.example"), o.who("pat@mail.example")
	s, err := o.Submit(t.Context(), carl, wire.Submit{Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"1001"}, Agreed: true})
	must(t, err)
	put := func(id, account string, state wire.MailState) {
		t.Helper()
		_, err := o.Ledger.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return nil, tx.PutMail(ledger.Mail{ID: id, Account: account, To: id + "@a.example", Kind: "queue", State: state,
				Requests: []string{s.Requests[0].ID}, CreatedAt: tx.Now(), DueAt: tx.Now()})
		}})
		must(t, err)
	}
	want := func(mails int, told wire.MailState) {
		t.Helper()
		list, err := o.SubmissionMails(t.Context(), carl, s.ID)
		must(t, err)
		if len(list.Mails) != mails || list.Administrators != told {
			t.Errorf("%d mails, administrators %q; want %d and %q", len(list.Mails), list.Administrators, mails, told)
		}
	}
	want(0, "")
	put("ann", "ann", wire.MailFailed)
	want(0, wire.MailFailed)
	put("abe", "abe", wire.MailRetrying)
	want(0, wire.MailQueued)
	put("carl", carl.Account, wire.MailSent) // to the requester: says nothing of the others
	want(1, wire.MailQueued)
	put("abe", "abe", wire.MailKept) // nobody was told of it
	want(1, wire.MailKept)
	put("abe", "abe", wire.MailSent)
	want(1, wire.MailSent)

	_, err = o.SubmissionMails(t.Context(), pat, s.ID)
	refused(t, err, wire.CodeNotFound)
}
