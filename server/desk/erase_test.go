package desk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

func (o *office) erase(who desk.Who, id, email string) error {
	return o.EraseAccount(o.t.Context(), who, id, wire.EraseAccount{Email: email})
}

// everything is what the ledger can tell of facts, requests and records, as one
// text.
func (o *office) everything(account string) string {
	o.t.Helper()
	var all strings.Builder
	write := func(v any, err error) {
		must(o.t, err)
		text, err := json.Marshal(v)
		must(o.t, err)
		all.Write(text)
	}
	must(o.t, o.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		for after := uint64(0); ; {
			facts, err := r.Facts(after, 0)
			if err != nil || len(facts) == 0 {
				return err
			}
			for _, f := range facts {
				after = f.Seq
				write(f, nil)
			}
		}
	}))
	must(o.t, o.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		requests, _, err := r.Requests(account, "", "", "", 0)
		write(requests, err)
		for _, q := range requests {
			trace, err := r.Trace(q.ID)
			write(trace, err)
			mails, err := r.RequestMails(q.ID)
			write(mails, err)
		}
		mails, _, err := r.MailLog("", "", "", 0)
		write(mails, err)
		accounts, _, err := r.Accounts("", "", 0)
		write(accounts, err)
		messages, _, err := r.Messages(account, "", 0)
		write(messages, err)
		for _, m := range messages {
			if text, err := r.MessageText(m.ID); err == nil {
				write(text, nil)
			}
		}
		return nil
	}))
	return all.String()
}

func TestEraseAccount_LeavesNothingOfThePerson(t *testing.T) {
	c := openCounter(t)
	o := c.office
	pat, ann, rita := c.pat, o.who("ann@alpha.example"), c.rita
	must(t, o.NameAdministrator(t.Context(), rita, access.Contract("1002"), wire.NameAdministrator{Email: "pat@mail.example"}))
	waits := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	action := o.one(pat, access.Full, "1001", access.PendingAction)
	watched := o.submit(pat, access.Full, access.KindContract, "777")[0]
	must(t, o.AddOfficeUser(t.Context(), ann, access.Contract("1001"), wire.AddUser{Email: "pat@mail.example", Level: access.Downloads, Employer: wire.EmployerOwn}))
	decided := o.one(o.who("carl@alpha.example"), access.Downloads, "1002", access.PendingAdministrator)
	_, err := o.move(pat, decided.ID, access.MoveApprove, "")
	must(t, err)
	c.says(pat, pat.Account, "A secret of Pat Poe")
	c.says(pat, waits.ID, "About my request")
	c.says(rita, pat.Account, "An answer")
	o.mailed(0)
	must(t, c.putSession(pat))
	c.took()

	at := o.since()
	must(t, o.erase(c.olga, pat.Account, " PAT@mail.example "))
	left := o.everything(pat.Account)
	for _, secret := range []string{"pat@mail.example", "Pat Poe", "A secret of", "About my request", "An answer"} {
		if i := strings.Index(left, secret); i >= 0 {
			t.Errorf("%q is still there: …%s", secret, left[max(0, i-200):min(len(left), i+100)])
		}
	}
	if !slices.Contains(c.took(), "session:"+pat.Session+" signed_out") {
		t.Error("the session goes on")
	}
	_, err = o.Me(t.Context(), pat)
	refused(t, err, wire.CodeSignInRequired)

	// What waited is over, what was held is gone, and what they decided stands.
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		for id, want := range map[string]access.Status{waits.ID: access.Cancelled, action.ID: access.Cancelled, watched.ID: access.Denied, decided.ID: access.Approved} {
			q, err := r.Request(id)
			must(t, err)
			if q.Status != want || !q.RetryAt.IsZero() {
				t.Errorf("%s is %s, looked at again until %s", id, q.Status, q.RetryAt)
			}
		}
		return nil
	}))
	if n := c.chat(rita).Waiting; n != 0 {
		t.Errorf("%d conversations wait for an answer", n)
	}
	last := o.lastFact()
	if o.checks("pat@mail.example", "1001") {
		t.Error("there is access still")
	}
	if last.Type != event.TypeAccountErased || last.By.Account != c.olga.Account {
		t.Errorf("the last fact is %s by %+v", last.Type, last.By)
	}

	// Nobody is mailed but the reviewers, of the contract without an administrator.
	for _, m := range o.letters(at) {
		if m.Kind != desk.LetterNotice || !strings.Contains(m.Subject, "No administrator: Contract 1002") {
			t.Errorf("%s is mailed %q", m.To, m.Subject)
		}
	}

	// Deciders still see the request, without a name.
	item, err := o.QueueItem(t.Context(), rita, waits.ID)
	must(t, err)
	if item.Row.Email != "" || item.Row.Status != access.Cancelled || item.Row.Reasons[0] != access.AccountErased {
		t.Errorf("%+v", item.Row)
	}
	_, err = o.OfficeHistory(t.Context(), ann, access.Contract("1001"), "")
	must(t, err)
	_, err = o.Conversations(t.Context(), rita, true, "")
	must(t, err)

	// The address can register anew and knows nothing of before.
	again := o.who("pat@mail.example")
	if again.Account == pat.Account {
		t.Fatal("it has the old account")
	}
	list, err := o.Requests(t.Context(), again, "", "", "")
	must(t, err)
	own, err := o.OwnConversations(t.Context(), again, "")
	must(t, err)
	if list.Total != 0 || len(own.Conversations) != 0 {
		t.Errorf("it knows %d requests and %d conversations", list.Total, len(own.Conversations))
	}
}

// lastFact is the newest one.
func (o *office) lastFact() (f event.Fact) {
	o.t.Helper()
	must(o.t, o.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		facts, err := r.Facts(o.since()-1, 1)
		f = facts[0]
		return err
	}))
	return f
}

func TestEraseAccount_IsTheOperatorsAlone(t *testing.T) {
	o := open(t)
	pat, rita, olga := o.who("pat@mail.example"), o.who("rita@vendor.example"), o.who("olga@vendor.example")
	at := o.since()
	refused(t, o.erase(rita, pat.Account, "pat@mail.example"), wire.CodeForbidden)
	refused(t, o.erase(pat, pat.Account, "pat@mail.example"), wire.CodeForbidden)
	refused(t, o.erase(olga, "nobody", "pat@mail.example"), wire.CodeNotFound)
	for email, code := range map[string]string{"": "erase.address", "ann@alpha.example": "erase.address"} {
		p := refused(t, o.erase(olga, pat.Account, email), wire.CodeValidation)
		if p.Fields[0].Field != "email" || p.Fields[0].Code != code {
			t.Errorf("%q: %+v", email, p.Fields)
		}
	}
	if p := refused(t, o.erase(olga, olga.Account, "olga@vendor.example"), wire.CodeValidation); p.Fields[0].Code != "erase.own" {
		t.Errorf("oneself: %+v", p.Fields)
	}
	if o.since() != at {
		t.Error("something was written")
	}
	must(t, o.erase(olga, rita.Account, "rita@vendor.example"))
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		reviewers, err := r.Reviewers()
		if slices.Contains(reviewers, rita.Account) {
			t.Error("she is a reviewer still")
		}
		return err
	}))
	refused(t, o.erase(olga, rita.Account, "rita@vendor.example"), wire.CodeNotFound)
}

// TestEraseAccount_OfManyThings goes through more than one command takes.
func TestEraseAccount_OfManyThings(t *testing.T) {
	o := open(t)
	pat, olga := o.who("pat@mail.example"), o.who("olga@vendor.example")
	for i := range 120 {
		o.give(event.GrantGiven{Grant: "g" + string(rune('a'+i%26)) + time.Duration(i).String(), Account: pat.Account, Level: access.Full, Scope: access.Contract("2001")})
		r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		if i < 119 {
			_, err := o.move(pat, r.ID, access.MoveCancel, "")
			must(t, err)
		}
	}
	must(t, o.erase(olga, pat.Account, "pat@mail.example"))
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		for g, err := range r.Grants(pat.Account) {
			if must(t, err); !g.Revoked {
				t.Errorf("%s is held still", g.ID)
			}
		}
		var err error
		for cursor, more := "", true; err == nil && more; more = cursor != "" {
			var page []ledger.Request
			page, cursor, err = r.Requests(pat.Account, "", "", cursor, 50)
			for _, q := range page {
				if q.Status.Pending() {
					t.Errorf("%s waits", q.ID)
				}
			}
		}
		return err
	}))
}

// TestEraseAccount_OfSomebodyBusy: of who has given thousands of commands, and
// about one of whose requests hundreds of mails went to others.
func TestEraseAccount_OfSomebodyBusy(t *testing.T) {
	o := open(t)
	pat, olga := o.who("pat@mail.example"), o.who("olga@vendor.example")
	r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	for from := 0; from < 18_000; from += 6_000 {
		_, err := o.Ledger.Do(t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
			for i := from; i < from+6_000; i++ {
				tx.PutPurpose(pat.Account, fmt.Sprint(i), "for something")
			}
			for i := range 100 {
				m := ledger.Mail{ID: fmt.Sprint(from, "-", i), To: "abe@alpha.example", Requests: []string{r.ID}, State: wire.MailSent, CreatedAt: tx.Now(), Text: "Pat asks"}
				if err := tx.PutMail(m); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}})
		must(t, err)
	}
	must(t, o.erase(olga, pat.Account, "pat@mail.example"))
	must(t, o.Ledger.View(t.Context(), func(reader *ledger.Reader) error {
		mails, err := reader.RequestMails(r.ID)
		if len(mails) > 0 {
			t.Errorf("mails about the request are there still, the last %s", mails[0].ID)
		}
		return err
	}))
}

// TestEraseAccount_OfAThirdParty: an approval that comes later goes to whoever
// the address is then, and brings nobody back.
func TestEraseAccount_OfAThirdParty(t *testing.T) {
	o := open(t)
	ann, olga := o.who("ann@alpha.example"), o.who("olga@vendor.example")
	first := o.sponsored("1001", access.Downloads, opal)
	_, err := o.approveFor(ann, first.ID, wire.Moved{Purpose: "Operating the branch network"})
	must(t, err)
	third := o.who(opal)
	r := o.sponsored("1001", access.Full, opal)
	must(t, o.erase(olga, third.Account, opal))
	_, err = o.approveFor(ann, r.ID, wire.Moved{Purpose: "Operating the branch network"})
	must(t, err)
	again := o.who(opal)
	list, err := o.Grants(t.Context(), again, desk.GrantsQuery{})
	must(t, err)
	if again.Account == third.Account || list.Total != 1 || list.Grants[0].Level != access.Full {
		t.Errorf("the same account: %t; holds %+v", again.Account == third.Account, list.Grants)
	}
}
