package e2e

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"accord/shared/access"
)

// copied waits until the device keeps something that has the text.
func (p *person) copied(text string) {
	p.t.Helper()
	p.until("have a copy with "+text, storeScript("copy")+` && window.e2eRows?.some(text => text.includes(`+quote(text)+`))`)
}

// keepsNothing waits until the device keeps nothing of anybody.
func (p *person) keepsNothing() {
	p.t.Helper()
	for _, table := range []string{"copy", "outbox"} {
		p.until("keep nothing in "+table, storeScript(table)+` && window.e2eRows?.length === 0`)
	}
	p.until("keep no draft", `!Object.keys(localStorage).some(k => k.startsWith("accord_draft/") || k === "accord_held")`)
}

// storeScript puts the rows of a table of the device's store into e2eRows; its
// value is true.
func storeScript(table string) string {
	return `(() => {
		const opened = indexedDB.open("accord");
		opened.onsuccess = () => {
			const read = opened.result.transaction(` + quote(table) + `).objectStore(` + quote(table) + `).getAll();
			read.onsuccess = () => { window.e2eRows = read.result; opened.result.close(); };
		};
		return true;
	})()`
}

// goes opens a path without a network: the program comes from the device.
func (p *person) goes(path string) {
	p.t.Helper()
	p.run("open "+path, chromedp.Navigate(p.site+path))
	p.ready(path)
}

// The tab is killed and the network gone: any page opens from the copy, says
// how old it is, and goes on by itself when the network is back.
func TestOffline_OpensFromTheCopy(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.kept()
	p.ask("full", "contracts", "610001 610010")
	p.copied("610010")
	p.copied(`"talks"`)
	again := p.newTab()
	p.kill()
	s.cable.set(true)

	for path, text := range map[string]string{
		"/": "2 requests", "/access": "610001", "/access/requests": "610010", "/personal": hana, "/chat": "No messages yet",
	} {
		again.goes(path)
		again.sees("No connection to the portal. This information is from")
		if path != "/" {
			again.sees(text)
		}
	}
	for path, text := range map[string]string{"/unsent": "Everything has been sent", "/help": "Help", "/no/such/page": "Page not found"} {
		again.goes(path)
		again.sees(text)
		again.gone("This information is from") // nothing here can be old
	}
	again.goes("/access/requests")
	again.until("see it pending", `document.querySelector(".cards").innerText.includes("Pending")`)
	again.shot("wide")
	again.press("日本語")
	again.sees("ポータルに接続できません。")
	again.run("take a telephone", chromedp.EmulateViewport(390, 844))
	again.shot("narrow")
	again.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	again.mark()

	s.decide("oliver.finch@harrowmere.example", access.MoveApprove)
	s.cable.set(false)
	again.gone("ポータルに接続できません。")
	again.until("see it approved", `!document.querySelector(".cards").innerText.includes("契約管理者による確認待ち")`)
	again.unreloaded()
}

// What the device does not keep says that it needs the network, and is there by
// itself when that is back.
func TestOffline_WhatIsNotKeptWaits(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(sakura)
	s.cable.set(true)
	p.goes("/office/contract/610001")
	p.sees("This needs a connection to the portal")
	p.shot("wide")
	p.goes("/office")
	p.sees("This needs a connection to the portal")
	p.press("日本語")
	p.sees("表示するにはポータルへの接続が必要です")
	p.run("take a telephone", chromedp.EmulateViewport(390, 844))
	p.dark()
	p.shot("narrow")
	p.mark()
	s.cable.set(false)
	p.sees("610001")
	p.gone("表示するにはポータルへの接続が必要です")
	p.unreloaded()
}

// A language that was chosen without a network is the account's when that is back.
func TestOffline_TheLanguageIsToldLater(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	s.cable.set(true)
	p.goes("/access")
	p.press("日本語")
	p.sees("アクセス管理")
	p.goes("/access") // started anew
	p.sees("アクセス管理")
	s.cable.set(false)
	s.until(func() bool { return s.language(hana) == "ja" }, "the account speaks Japanese")
	p.open("/access")
	p.sees("アクセス管理")
	p.until("have told it", `localStorage.getItem("accord_language_unsent") === null`)
}

// Another account on the same browser, and one that was signed out of, find
// nothing of the one before.
func TestOffline_SigningOutWipes(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(felix, "en")
	p := s.enter(hana)
	p.kept()
	p.ask("full", "contracts", "610001")
	p.copied(hana)

	s.cable.set(true) // signed out without a network: the device forgets at once
	p.press("Hana Mori")
	p.press("Sign out")
	p.ready("/signin")
	p.keepsNothing()
	p.run("open the portal", chromedp.Navigate(p.site+"/access"))
	p.ready("/signin")
	p.shot("signed-out")

	s.cable.set(false)
	p.until("end the session on the server", `(fetch("/api/session").then(a => window.e2eStatus = a.status), window.e2eStatus === 401)`)
	p.signIn(felix, s.password)
	p.copied(felix)
	s.cable.set(true)
	p.goes("/access/requests")
	p.gone("610001")
	p.sees("Felix")
}

// A session that was ended from elsewhere leaves nothing behind, at the next
// word of the server at the latest.
func TestOffline_ARevokedSessionWipes(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	s.cable.set(true)
	p.goes("/personal")
	p.sees(hana)
	s.endSessions(hana)
	s.cable.set(false)
	p.ready("/signin")
	p.keepsNothing()
	p.shot("revoked")
}

// A session that has run out keeps what was typed and not sent for whoever signs
// in to the same account again, and nothing else; for anybody else it goes.
func TestOffline_ASessionThatHasRunOutLosesNothing(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t)
	s.account(felix, "en")
	p := s.enter(hana)
	p.kept()
	leave := func(number string) {
		t.Helper()
		p.open("/personal")
		p.typing("profile-nickname", "Hanako")
		p.copied(hana)
		s.cable.set(true)
		p.submits(number)
		p.path("/unsent")
		clock.pass(s, 31*24*time.Hour)
		s.cable.set(false)
		p.ready("/signin")
		p.sees("Anything you have not sent yet is still on this device")
		p.saved(1)
		p.until("keep no copy", storeScript("copy")+` && window.e2eRows?.length === 0`)
	}
	leave("610001")
	p.shot("expired")
	p.open("/signin") // started anew, the page knows it from the server alone
	p.sees("Anything you have not sent yet is still on this device")
	p.signIn(hana, s.password)
	p.saved(0)
	s.once(hana, "610001")
	p.open("/personal")
	p.until("have what was typed", `document.getElementById("profile-nickname").value === "Hanako"`)

	leave("610010")
	p.signIn(felix, s.password)
	p.saved(0)
	p.until("keep no draft", `!Object.keys(localStorage).some(k => k.startsWith("accord_draft/"))`)
	s.once(hana, "610001")
}

// A message that was half typed in a session that has run out stays in its tab for
// the same account, and goes when another one signs in there.
func TestOffline_AHalfTypedMessageIsNobodyElses(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t)
	s.account(felix, "en")
	p := s.enterKept(hana)
	p.open("/chat")
	p.typing("chat-text", "To whom it may concern")
	const kept = `JSON.stringify({...sessionStorage, ...localStorage}).includes("To whom it may concern")`
	p.until("keep a draft", kept)
	s.cable.set(true)
	clock.pass(s, 31*day)
	s.cable.set(false)
	p.ready("/signin")
	p.until("still keep it", kept)
	p.signIn(felix, s.password)
	p.until("keep nothing of it", "!"+kept)
}

// A shared computer keeps nothing, and its session is one of the browser's.
func TestOffline_ASharedComputerKeepsNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(hana, "en")
	p := newPerson(t, s.URL(), "hana")
	p.open("/signin")
	p.press("日本語")
	p.shot("box")
	p.press("English")
	p.fill("Email", hana)
	p.fill("Password", s.password)
	p.choose("This is a shared computer")
	p.pressIn("main", "Sign in")
	p.ready("/")
	p.kept()
	p.open("/personal")
	p.typing("profile-nickname", "Hanako")
	p.open("/access")
	p.keepsNothing()
	s.cable.set(true)
	p.run("open the portal", chromedp.Navigate(p.site+"/access"))
	p.sees("The portal did not answer")
	p.keepsNothing()
}

// A tab that slept while another one heard what happened wakes without a network:
// it does not put its older copy in the place of the newer one.
func TestOffline_ATabThatSleptKeepsTheNewerCopy(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	asleep := s.enterKept(hana)
	asleep.ask("downloads", "contracts", "610001")
	asleep.copied("610001")
	awake := asleep.newTab()
	awake.open("/access/requests")
	awake.sees("Pending contract administrator")
	asleep.lifecycle("frozen")
	s.decide(sakura, access.MoveApprove)
	awake.until("see it approved", `document.querySelector(".cards").innerText.includes("Approved")`)
	awake.copied(`"status":"Approved"`)
	awake.run("leave", chromedp.Navigate(s.URL()+"/healthz"))
	s.cable.set(true)
	asleep.lifecycle("active")
	asleep.sees("Offline since")
	asleep.goes("/access/requests")
	asleep.until("see it approved", `document.querySelector(".cards").innerText.includes("Approved")`)
}

// lifecycle puts a tab to sleep ("frozen") as a browser does that saves memory, or
// wakes it ("active").
func (p *person) lifecycle(state page.SetWebLifecycleStateState) {
	p.t.Helper()
	p.command(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.SetWebLifecycleState, page.SetWebLifecycleStateParams{State: state})
		return err
	})
}
