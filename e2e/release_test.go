package e2e

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"accord/web"
)

// another is a release of the program that differs from the built one by a
// comment.
func another(t *testing.T) fs.FS {
	t.Helper()
	return releaseNamed(t, "another release")
}

func releaseNamed(t *testing.T, name string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(web.Files(), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(web.Files(), file)
		if file == "tokens.css" {
			data = append(data, "\n/* "+name+" */\n"...)
		}
		files[file] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// kept waits until the program is kept for a start without a network.
func (p *person) kept() {
	p.t.Helper()
	p.until("have the program kept", `navigator.serviceWorker.controller?.state === "activated"`)
}

func (p *person) version() string {
	p.t.Helper()
	return script[string](p, "read the version", `document.documentElement.dataset.version`)
}

// typing types into a field and stays in it.
func (p *person) typing(id, text string) {
	p.t.Helper()
	p.until("find the field "+id, `!!document.getElementById(`+quote(id)+`)`)
	script[bool](p, "focus it", `(e => (e.focus(), e.select(), true))(document.getElementById(`+quote(id)+`))`)
	p.run("type", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// The portal is upgraded and set back while forms are half typed: nothing is
// loaded again by itself, nothing typed is lost, and the person chooses when.
func TestRelease_WaitsForThePerson(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.kept()
	p.typeNumbers("downloads", "contracts", "610001")
	tab := p.newTab()
	tab.open("/personal")
	tab.typing("profile-nickname", "Head of the harbour")
	first := p.version()
	p.mark()
	tab.mark()

	s.release(another(t))
	p.sees("A new version of this page is ready")
	p.shot("ready")
	p.unreloaded()
	p.click("#load-release")
	p.until("run the new release", `document.documentElement.dataset.version !== `+quote(first))
	p.ready("/access/add/downloads")
	p.until("have what was typed", `document.getElementById("contracts").value.includes("610001")`)
	p.gone("A new version of this page is ready")
	p.until("keep both releases while a page uses the first",
		`(async () => (window.e2eKept = (await caches.keys()).filter(k => k.startsWith("accord-"))))() && window.e2eKept?.length === 2`)
	tab.unreloaded()
	tab.sees("A new version of this page is ready")
	tab.until("keep what was typed", `document.getElementById("profile-nickname").value === "Head of the harbour"`)
	tab.press("Home") // the older page goes on working
	tab.path("/")
	tab.unreloaded()

	s.release(web.Files())
	p.sees("A new version of this page is ready")
	p.click("#load-release")
	p.until("run the first release again", `document.documentElement.dataset.version === `+quote(first))
	p.ready("/access/add/downloads")
	p.until("have what was typed", `document.getElementById("contracts").value.includes("610001")`)
}

// The network goes while a form is half typed and a new release waits: it is on
// the device, so it loads all the same, with what was typed.
func TestRelease_LoadsWithoutANetwork(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	p.open("/personal")
	first := p.version()
	s.release(another(t))
	p.sees("A new version of this page is ready")
	p.press("日本語")
	s.cable.set(true)
	p.typing("profile-nickname", "港の責任者")
	p.press("新しいバージョンを読み込む")
	p.until("run the new release", `document.documentElement.dataset.version !== `+quote(first))
	p.ready("/personal")
	p.until("have what was typed", `document.getElementById("profile-nickname").value === "港の責任者"`)
	p.gone("新しいバージョンを読み込む")
}

// Three tabs stay on three releases: each goes on, and what none of them uses any
// more goes.
func TestRelease_ThreeTabsOnThreeReleases(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	first := s.enterKept(hana)
	first.open("/personal")
	first.typing("profile-nickname", "Head of the harbour")
	first.mark()
	loads := func(p *person, name string) {
		t.Helper()
		s.release(releaseNamed(t, name))
		p.open("/access")
	}
	second, third := first.newTab(), first.newTab()
	loads(second, "the second")
	second.mark()
	// The browser looks for another worker some time after the page.
	second.until("have the second release kept", `(navigator.serviceWorker.getRegistration().then(r => window.e2eKept = r),
		window.e2eKept?.active?.state === "activated" && !window.e2eKept.installing && !window.e2eKept.waiting) &&
		(caches.keys().then(all => window.e2eAll = all.includes("accord-" + document.documentElement.dataset.version)), window.e2eAll)`)
	loads(third, "the third")
	first.sees("A new version of this page is ready")
	second.sees("A new version of this page is ready")
	keeps := func(p *person, releases string) {
		t.Helper()
		p.until("keep "+releases+" releases", `(caches.keys().then(all => window.e2eKept = all.filter(k => k.startsWith("accord-")).length), window.e2eKept === `+releases+`)`)
	}
	keeps(first, "3")
	s.cable.set(true)
	first.press("Home")
	first.path("/")
	second.press("Your Access Requests")
	second.path("/access/requests")
	first.unreloaded()
	second.unreloaded()
	first.press("Load the new version")
	first.until("run the third release", `document.documentElement.dataset.version === `+quote(third.version()))
	first.ready("/")
	first.press("Personal")
	first.path("/personal")
	first.until("have what was typed", `document.getElementById("profile-nickname").value === "Head of the harbour"`)
	second.press("Load the new version")
	second.ready("/access/requests")
	keeps(second, "1")
}

// Without a network, any address opens.
func TestRelease_OpensWithoutANetwork(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.kept()
	s.cable.set(true)
	p.run("open the portal", chromedp.Navigate(p.site+"/access/requests"))
	p.until("run the program", `document.querySelector("#main h1, #main .notice") !== null`)
	p.shot("offline")
}

// Half-typed forms come back after a reload, with a word that they were not
// sent; sending or discarding ends the draft, and signing out ends all.
func TestDraft_OutlivesTheTab(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	tab := p.newTab()
	tab.open("/personal")
	tab.typing("profile-nickname", "港の責任者")
	tab.close() // the tab is killed

	tab = p.newTab()
	tab.open("/personal")
	tab.sees("It has not been sent")
	tab.until("have what was typed", `document.getElementById("profile-nickname").value === "港の責任者"`)
	tab.shot("restored")
	tab.click("#profile-save")
	tab.sees("Your profile is saved")
	tab.open("/personal")
	tab.gone("It has not been sent")

	tab.typing("profile-nickname", "Hanako")
	tab.open("/personal")
	tab.click("#profile-discard")
	tab.until("have it discarded", `document.getElementById("profile-nickname")?.value === "港の責任者"`)

	tab.typing("profile-nickname", "Hanako")
	tab.until("keep a draft", `Object.keys(localStorage).some(k => k.startsWith("accord_draft/"))`)
	tab.press("Hana Mori")
	tab.press("Sign out")
	tab.ready("/signin")
	tab.until("keep no draft", `!Object.keys(localStorage).some(k => k.startsWith("accord_draft/"))`)
}
