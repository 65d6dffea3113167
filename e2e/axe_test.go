package e2e

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// axeFile is axe-core, which make e2e loads.
const axeFile = "../.tools/axe-4.14.1.js"

// axe fails for everything that axe-core finds wrong on the page, and where it is
// wider than the screen.
func (p *person) axe(program, where string) {
	p.t.Helper()
	var found []string
	p.run("look with axe at "+where, func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		if _, err := chromedp.Evaluate[bool](`window.axe || (`+"0,eval)("+quote(program)+`), true`)(ctx, t); err != nil {
			return void, err
		}
		found, err = chromedp.Evaluate[[]string](`axe.run(document, {resultTypes: ["violations"]}).then(r =>
			r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))`,
			chromedp.EvalAwaitPromise)(ctx, t)
		return void, err
	})
	for _, f := range found {
		p.t.Errorf("%s: %s", where, f)
	}
	p.until("fit the screen: "+where, `document.documentElement.scrollWidth <= document.documentElement.clientWidth`)
}

// TestAxe_FindsNothing looks at every page, in both languages, wide in the light
// and narrow in the dark.
func TestAxe_FindsNothing(t *testing.T) {
	t.Parallel()
	program, err := os.ReadFile(axeFile)
	if err != nil {
		t.Skipf("make e2e loads axe-core where there is a network: %v", err)
	}
	s := newSite(t, yearly)
	visits := s.pages()
	seen := map[string]bool{}
	for email, paths := range visits {
		for _, path := range paths {
			seen[path] = true
		}
		t.Run(email, func(t *testing.T) {
			t.Parallel()
			s.looks(t, email, func(p *person, look string) {
				for _, path := range paths {
					p.open(path)
					p.axe(string(program), path+" "+look)
				}
			})
		})
	}
	for _, route := range wire.Routes() {
		if !seenLike(seen, route) {
			t.Errorf("nobody looks at %s", route)
		}
	}
}

// looks lets a person look in both languages, wide in the light and narrow in the
// dark and the other way round.
func (s *site) looks(t *testing.T, email string, do func(p *person, look string)) {
	for _, look := range []struct {
		lang, theme string
		width       int64
	}{{"en", "light", 1280}, {"ja", "dark", 390}, {"ja", "light", 1280}, {"en", "dark", 390}} {
		p := s.looking(t, email, look.lang, look.width)
		script[bool](p, "choose a theme", `(localStorage.setItem("accord_theme", `+quote(look.theme)+`), true)`)
		do(p, look.lang+" "+look.theme)
		p.close()
	}
}

// looking is a person of the registry, or nobody, at a screen.
func (s *site) looking(t *testing.T, email, lang string, width int64) *person {
	if email != "nobody" {
		at := *s
		at.t = t
		return at.enterIn(email, lang, width)
	}
	p := newPerson(t, s.URL(), "nobody-"+lang)
	p.run("take a screen", chromedp.EmulateViewport(width, 900))
	p.open("/signin")
	p.click("#lang-" + lang)
	return p
}

// pages are those that each kind of person can open, with something on them.
func (s *site) pages() map[string][]string {
	s.t.Helper()
	customer := s.account(hana, "en")
	sent := s.submit(customer, access.Full, "610001", "610010", "999999999")
	held := s.submit(customer, access.Downloads, "610003")
	grants, err := s.Desk.Grants(s.t.Context(), customer, desk.GrantsQuery{})
	if err != nil || len(grants.Grants) == 0 {
		s.t.Fatalf("no access: %v", err)
	}
	grant := grants.Grants[0].ID
	s.asks(grant)
	waits := s.submit(s.account(felix, "en"), access.Full, "610011")
	downloads := s.submit(s.account(felix, "en"), access.Downloads, "610001")
	return map[string][]string{
		"nobody": {"/", "/signin", "/register", "/password/forgot", "/password/set?token=x", "/email/confirm?token=x", "/email/undo?token=x", "/help", "/nothing"},
		hana: {
			"/", "/personal", "/security", "/settings", "/access", "/access/requests", "/access/add", "/access/add/downloads", "/access/add/full",
			"/access/ordering", "/access/tabs/ccie", "/access/programs/partner", "/access/others", "/access/others/" + grant, "/access/grants/" + grant,
			"/submissions/" + sent.ID, "/requests/" + sent.Requests[1].ID, "/requests/" + held.Requests[0].ID, "/chat", "/chat/" + held.Requests[0].ID, "/unsent",
		},
		felix: {"/submissions/" + waits.ID, "/requests/" + waits.Requests[0].ID},
		sakura: {
			"/queue", "/queue/" + downloads.Requests[0].ID, "/office", "/office/contract/610001", "/office/contract/610001/rules",
			"/office/contract/610001/administrators", "/office/contract/610001/confirm", "/office/contract/610001/history", "/office/contract/610001/batch",
		},
		iris: {"/queue", "/queue/" + held.Requests[0].ID, "/chats", "/office"},
		dana: {"/operator/registry", "/operator/people", "/operator/tokens", "/operator/mail"},
	}
}

// submit asks for contracts without a browser.
func (s *site) submit(who desk.Who, level access.Level, contracts ...string) wire.Submission {
	s.t.Helper()
	sent, err := s.Desk.Submit(s.t.Context(), who, wire.Submit{Level: level, Kind: access.KindContract, Identifiers: contracts, Agreed: true})
	if err != nil {
		s.t.Fatal(err)
	}
	return sent
}

// seenLike reports whether one of the paths is of a route.
func seenLike(paths map[string]bool, route string) bool {
	pattern := strings.Split(route, "/")
	for path := range paths {
		path, _, _ = strings.Cut(path, "?")
		if parts := strings.Split(path, "/"); len(parts) == len(pattern) && fits(parts, pattern) {
			return true
		}
	}
	return false
}

func fits(parts, pattern []string) bool {
	for i, p := range pattern {
		if p != parts[i] && !strings.HasPrefix(p, "{") {
			return false
		}
	}
	return true
}
