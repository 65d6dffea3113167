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
	files := fstest.MapFS{}
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(web.Files(), name)
		if name == "tokens.css" {
			data = append(data, "\n/* another release */\n"...)
		}
		files[name] = &fstest.MapFile{Data: data}
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
