package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// holdProgram keeps the browser program from arriving until it is let go.
func (p *person) holdProgram() (letGo func()) {
	p.t.Helper()
	p.command(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, t, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "*app.wasm"}}})
		return err
	})
	return func() {
		p.t.Helper()
		p.command(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, fetch.Disable, cdp.Empty{})
			return err
		})
	}
}

// goTo opens a path without waiting for the program.
func (p *person) goTo(path string) {
	p.t.Helper()
	script[bool](p, "go to "+path, `(location.href = `+quote(p.site+path)+`, true)`)
}

// send presses the button of the sign-in form. chromedp's own click waits for the
// page to be loaded, and that waits for the program.
func (p *person) send() {
	p.t.Helper()
	script[bool](p, "press Sign in", `(document.getElementById("signin-send").click(), true)`)
}

func TestStart_SignInWorksBeforeTheProgram(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(hana, "en")
	p := newPerson(t, s.URL(), hana)
	p.open("/help") // so that there is a page to go from
	letGo := p.holdProgram()
	p.goTo("/access/requests")
	p.sees("Sign in")
	p.typing("signin-email", hana)
	p.typing("signin-password", "wrong")
	p.send()
	p.sees("There is a problem")
	p.shot("refused-before-the-program")
	p.until("keep the address", `document.getElementById("signin-email").value === `+quote(hana))
	p.typing("signin-password", s.password)
	p.send()
	p.sees("No requests yet")
	p.gone("Live") // the program does not run yet
	p.shot("requests-before-the-program")
	letGo()
	p.ready("/access/requests")
	p.sees("No requests yet")
}

func TestStart_WhatWasTypedStaysWhenTheProgramComes(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(hana, "ja")
	p := newPerson(t, s.URL(), hana)
	p.open("/help")
	letGo := p.holdProgram()
	p.goTo("/signin")
	p.typing("signin-email", hana)
	p.typing("signin-password", s.password[:5])
	letGo()
	p.ready("/signin")
	p.until("keep what was typed and the focus", `!document.getElementById("first") && document.activeElement.id === "signin-password" &&
		document.getElementById("signin-email").value === `+quote(hana)+` && document.activeElement.value === `+quote(s.password[:5]))
	p.shot("taken-over")
	p.fill("Password", s.password)
	p.pressIn("main", "Sign in")
	p.ready("/")
}

// TestStart_IsSmall is the budget of a first visit, in bytes as they travel.
// Raise a figure only with what the visitor gets for it.
func TestStart_IsSmall(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "a visitor")
	p.command(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
		return err
	})
	p.open("/signin")
	type load struct {
		Name  string
		Bytes int
	}
	loads := script[[]load](p, "list what was loaded", `performance.getEntries()
		.filter(e => e.entryType === "navigation" || e.entryType === "resource" && e.initiatorType !== "other")
		.map(e => ({Name: new URL(e.name).pathname.replace(/^.*\//, ""), Bytes: e.encodedBodySize}))`)
	budget := map[string]int{"signin": 5_000, "app.css": 18_000, "app.js": 12_000, "app.wasm": 2_450_000}
	for _, l := range loads {
		t.Logf("%7d %s", l.Bytes, l.Name)
		if most, ok := budget[l.Name]; ok && (l.Bytes == 0 || l.Bytes > most) {
			t.Errorf("%s: %d bytes, %d are allowed", l.Name, l.Bytes, most)
		}
		delete(budget, l.Name)
	}
	for name := range budget {
		t.Errorf("%s was not loaded", name)
	}
	if len(loads) > 9 {
		t.Errorf("%d requests, 9 are allowed", len(loads))
	}
}
