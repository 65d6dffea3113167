package e2e

import (
	"context"
	"crypto/rand"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"accord/server/desk"
	"accord/server/portal"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// The people of the example registry who appear in the stories.
const (
	hana   = "hana.mori@asagirino.example"         // certainly belongs to 610001's holder
	sakura = "sakura.endo@asagirino.example"       // administers 610001
	felix  = "felix.roth@velmoralogistics.example" // AG is not GmbH
	ada    = "ada.quinn@gmail.com"                 // right name, public address
	tom    = "tom.hale@tidewick.example"           // a partner's
	graham = "graham.pike@tidewick.example"        // administers bill-to ID 5200000101
	pat    = "pat.reed@consultant-reed.example"    // cannot be told; 610012 has no administrator
	mei    = "mei.tani@shirakabano.example"        // downloads of 610003 go to the vendor
	jo     = "jo.blake@quillonworks.example"       // company and address missing
	iris   = "iris.lund@asternetworks.example"     // reviewer
	shun   = "shun.kubo@asternetworks.example"     // reviewer
	dana   = "dana.wolfe@asternetworks.example"    // operator
)

// site is a portal of a story's own, with the example registry.
type site struct {
	*portal.Portal
	t        testing.TB
	cable    *cable
	password string
	config   portal.Config
	deps     portal.Deps
}

// newSite opens the portal; change sets what a story needs otherwise.
func newSite(t testing.TB, change ...func(*portal.Config)) *site {
	t.Helper()
	return openSite(t, time.Now, change...)
}

func openSite(t testing.TB, now func() time.Time, change ...func(*portal.Config)) *site {
	t.Helper()
	random := func(b []byte) {
		if _, err := rand.Read(b); err != nil {
			panic(err)
		}
	}
	s := &site{t: t, password: rand.Text(), deps: portal.Deps{Now: now, Random: random, Log: testLog(t)}}
	s.cable = newCable(t, func() string { return strings.TrimPrefix(s.Address(), "http://") })
	s.config = portal.Config{Listen: "127.0.0.1:0", Origin: s.cable.url(), Data: t.TempDir(), DevMail: true}
	for _, f := range change {
		f(&s.config)
	}
	s.start()
	t.Cleanup(s.stop)
	if _, err := s.Desk.ImportNow(t.Context(), registry.Example(), false, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// start opens the portal, anew after a stop.
func (s *site) start() {
	s.t.Helper()
	p, err := portal.Open(s.t.Context(), s.config, s.deps)
	if err != nil {
		s.t.Fatal(err)
	}
	s.Portal = p
}

func (s *site) stop() {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.t.Context()), 20*time.Second)
	defer cancel()
	if err := s.Close(ctx); err != nil {
		s.t.Errorf("close the portal: %v", err)
	}
}

// release replaces the portal by one with other files, as an upgrade does.
func (s *site) release(files fs.FS) {
	s.t.Helper()
	s.deps.Files = files
	s.restart(func(*portal.Config) {})
}

// restart replaces the portal by one that is set otherwise.
func (s *site) restart(change func(*portal.Config)) {
	s.t.Helper()
	s.cable.set(true)
	s.stop()
	change(&s.config)
	s.start()
	s.cable.set(false)
}

// enter gives a person of the registry a password, a browser and a sign-in.
func (s *site) enter(email string) *person {
	s.t.Helper()
	s.account(email, "en")
	p := newPerson(s.t, s.URL(), email)
	p.signIn(email, s.password)
	return p
}

// enterKept is enter, and waits until the device keeps the program and a copy of
// what is the person's: they can lose the network.
func (s *site) enterKept(email string) *person {
	s.t.Helper()
	p := s.enter(email)
	p.kept()
	p.copied(email)
	return p
}

// enterIn is enter in a language, on a screen of a width.
func (s *site) enterIn(email, language string, width int64) *person {
	s.t.Helper()
	s.account(email, language)
	p := newPerson(s.t, s.URL(), email+"-"+language)
	p.run("take a screen", chromedp.EmulateViewport(width, 900))
	p.open("/signin")
	if language == "ja" {
		p.press("日本語")
		p.sees("電子メールアドレス")
	}
	p.fillID("signin-email", email)
	p.fillID("signin-password", s.password)
	p.click("#signin-send")
	p.ready("/")
	return p
}

// account takes a person over from the registry, with a password and a language.
func (s *site) account(email, language string) desk.Who {
	s.t.Helper()
	a, err := s.Desk.AddAccount(s.t.Context(), email, s.password, access.Role(""))
	if err != nil {
		s.t.Fatalf("%s: %v", email, err)
	}
	who := desk.Who{Account: a.ID, Role: a.Role}
	if _, err := s.Desk.SetLanguage(s.t.Context(), who, wire.SetLanguage{Language: language}); err != nil {
		s.t.Fatal(err)
	}
	return who
}

// decide makes a person's move on all that waits in their queue, without a
// browser: for what happens while nobody can look.
func (s *site) decide(email string, move access.Move) {
	s.t.Helper()
	who := s.account(email, "en")
	queue, err := s.Desk.Queue(s.t.Context(), who, desk.QueueQuery{})
	if err != nil || len(queue.Rows) == 0 {
		s.t.Fatalf("%s has %d requests: %v", email, len(queue.Rows), err)
	}
	for _, row := range queue.Rows {
		if _, err := s.Desk.Move(s.t.Context(), who, row.ID, move, wire.Moved{}); err != nil {
			s.t.Fatal(err)
		}
	}
}

// ask submits by the forms, in the page's language: level "downloads" or "full",
// the choice that leads to the field, and what is typed there.
func (p *person) ask(level, field, text string) {
	p.t.Helper()
	p.typeNumbers(level, field, text)
	p.choose(p.said("I have reviewed and agree", "サービスの説明の条項を確認し"))
	p.click("#continue")
	p.sees(p.said("Check your answers", "入力内容の確認"))
	p.press(p.said("Submit", "送信"))
	p.path("/submissions/")
}

// said is what the page says, in its language.
func (p *person) said(english, japanese string) string {
	p.t.Helper()
	if script[string](p, "read the language", `document.documentElement.lang`) == "ja" {
		return japanese
	}
	return english
}

// typeNumbers opens the form of a level, chooses what to enter and types it.
func (p *person) typeNumbers(level, field, text string) {
	p.t.Helper()
	p.open("/access/add")
	p.click("#level-" + level)
	p.press(p.said("Go", "検索"))
	p.path("/access/add/" + level)
	p.kind(level, field)
	p.fillID(field, text)
	p.sees(p.said("What you entered", "入力された番号")) // the verdicts push what is below them down
}

// kind presses the radio buttons that lead to the field.
func (p *person) kind(level, field string) {
	p.t.Helper()
	value := map[string]string{"contracts": "contract", "serial": "serial", "bill_tos": "bill_to"}[field]
	switch {
	case level == "downloads" || field == "bill_tos":
		p.click("#kind-" + value)
	default:
		p.click("#kind-specific")
		p.click("#by-" + value)
	}
}

// approve opens the first request of the queue and approves it.
func (p *person) approve() {
	p.t.Helper()
	p.open("/queue")
	p.press("Review")
	p.path("/queue/")
	p.click("#decide-approve")
	p.press("Yes, approve")
}

// endSessions ends every session of a person, as they may from another browser.
func (s *site) endSessions(email string) {
	s.t.Helper()
	who := s.account(email, "en")
	sessions, err := s.Desk.ListSessions(s.t.Context(), who)
	if err != nil || len(sessions) == 0 {
		s.t.Fatalf("%s has %d sessions: %v", email, len(sessions), err)
	}
	for _, session := range sessions {
		if err := s.Desk.EndSession(s.t.Context(), who, session.ID); err != nil {
			s.t.Fatal(err)
		}
	}
}
