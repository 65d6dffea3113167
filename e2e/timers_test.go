package e2e

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"accord/server/portal"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

const day = 24 * time.Hour

// always lets reviewers work around the clock, so that a story can be told on
// any day.
func always(c *portal.Config) { c.BusinessDays = "Mon-Sun" }

// mailsTo counts the mails to an address whose subject holds the words.
func (s *site) mailsTo(address, words string) (n int) {
	for _, m := range s.Mailbox.Mails() {
		if m.To == address && strings.Contains(m.Subject, words) {
			n++
		}
	}
	return n
}

// Guide ja, 3, "Pending Your Company Contract Administrator Review": who does
// not answer is reminded, then the vendor decides.
func TestTimers_RemindersThenTheVendor(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t, always)
	s.account(sakura, "ja")
	p := s.enter(hana)
	p.ask("downloads", "contracts", "610001")
	p.sees("Pending Your Company Contract Administrator Review")
	s.mailTo(sakura, "承認依頼")

	p.mark()
	clock.pass(s, 3*day)
	first := s.mailTo(sakura, "【再通知】")
	if !strings.Contains(first.Text, "受付から 3 日が経過しています。") {
		t.Errorf("the first reminder:\n%s", first.Text)
	}
	clock.pass(s, 4*day)
	s.until(func() bool { return s.mailsTo(sakura, "【再通知】") == 2 }, "a second reminder")
	administrator := newPerson(t, s.URL(), sakura)
	administrator.signIn(sakura, s.password)
	administrator.open(s.linkIn(first, "/queue/"))
	administrator.sees("Hana Mori")
	administrator.shot("reminded")

	clock.pass(s, 7*day)
	p.sees("Pending Aster Networks Review") // in front of the customer
	p.sees("did not answer")
	p.unreloaded()
	p.shot("vendor")
	administrator.sees("表示中にこのリクエストが更新されました")
	s.mailTo(hana, "Pending Aster Networks Review")
	reviewer := s.enter(iris)
	reviewer.open("/queue")
	reviewer.sees("Hana Mori")
	reviewer.shot("queue")
}

// Statuses, Expired: after 28 days without an end everyone is told.
func TestTimers_ExpiresAfter28DaysAndEveryoneIsTold(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t, always)
	s.account(ada, "ja")
	s.account(iris, "en")
	_, err := s.Desk.Submit(t.Context(), s.account(mei, "en"), wire.Submit{Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"610003"}, Agreed: true})
	if err != nil {
		t.Fatal(err)
	}
	p := newPerson(t, s.URL(), ada)
	p.signIn(ada, s.password)
	p.ask("full", "contracts", "610009")
	p.sees("お客様による確認待ち")
	p.mark()
	clock.pass(s, 28*day+time.Minute)
	p.sees("期限切れ")
	p.sees("もう一度リクエストする")
	p.unreloaded()
	p.shot("expired")
	m := s.mailTo(ada, "期限切れ")
	if !strings.Contains(m.Text, "28 日間完了しなかったため") {
		t.Errorf("the mail does not say why:\n%s", m.Text)
	}
	s.mailTo(iris, "Expired without a decision: Mei Tani") // it waited for the vendor
}

// Guide ja, 3, "Pending Cisco Review": the promised time is the same on both
// sides, and what is late comes first, in words.
func TestTimers_TheVendorsPromise(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t, always)
	late, reviewer := s.enter(mei), s.enter(iris)
	late.ask("downloads", "contracts", "610003")
	late.sees("Within 2 hours")
	reviewer.sees("1 request is waiting for your decision.") // on Home, by itself
	reviewer.badge("/queue", "1")
	reviewer.shot("home")
	mail := s.mailTo(iris, "Access request to review")
	if !strings.Contains(mail.Text, "Answer promised by") {
		t.Errorf("the reviewer is mailed:\n%s", mail.Text)
	}
	clock.pass(s, 90*time.Minute)
	reviewer.open(s.linkIn(mail, "/queue/"))
	reviewer.sees("610003")
	reviewer.open("/queue")
	reviewer.sees("30 minutes left")
	clock.pass(s, 75*time.Minute)
	soon := s.enter(tom)
	soon.ask("downloads", "contracts", "610003")
	soon.sees("Within 2 hours")
	late.open("/access/requests")
	late.sees("This is taking longer than promised")
	late.shot("late")
	reviewer.open("/queue")
	reviewer.sees("overdue by 45 minutes")
	reviewer.until("see the overdue one first", `(() => {
		const words = document.body.innerText;
		return words.indexOf("overdue by") >= 0 && words.indexOf("overdue by") < words.indexOf("2 hours left");
	})()`)
	reviewer.shot("queue")
}

// Guide ja, 3, Denied ③: a contract that was issued a moment ago is looked at
// again by itself for 48 hours.
func TestTimers_TooNewIsApprovedInFrontOfTheCustomer(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t)
	at := time.Now().UTC()
	s.registry(func(text string) string { return text + fresh(at, "pending") })
	p := s.enter(hana)
	p.ask("full", "contracts", "699998")
	p.sees("Denied")
	p.sees("We check again automatically until")
	p.shot("new")
	p.mark()
	clock.pass(s, 20*time.Hour)
	s.registry(func(text string) string { return text + fresh(at, "active") })
	p.sees("Approved / added")
	p.unreloaded()
	p.shot("approved")
	s.mailTo(hana, "Approved")
}

// fresh is a contract of 610001's holder that was issued at a moment.
func fresh(at time.Time, status string) string {
	return "699998,K303,,5300000303,24x7-4H,vendor,direct," + at.Format(time.RFC3339) + "," + at.Format(time.DateOnly) + ",2036-12-31," + status + "\n"
}

// registry imports the example with other contracts.
func (s *site) registry(change func(contracts string) string) {
	s.t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(registry.Example(), "*.csv")
	if err != nil {
		s.t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(registry.Example(), name)
		if err != nil {
			s.t.Fatal(err)
		}
		if name == "contracts.csv" {
			text = []byte(change(string(text)))
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	if _, err := s.Desk.ImportNow(s.t.Context(), files, false, nil); err != nil {
		s.t.Fatal(err)
	}
	if _, err := s.Desk.Tick(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

// until waits for a condition of the portal.
func (s *site) until(is func() bool, what string) {
	s.t.Helper()
	look, end := time.NewTicker(20*time.Millisecond), time.After(patience)
	defer look.Stop()
	for !is() {
		select {
		case <-look.C:
		case <-end:
			s.t.Fatalf("it did not come to %s", what)
		}
	}
}
