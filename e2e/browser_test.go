// Package e2e tells each story of the portal in a real browser against the real
// program: portal.Open on a free port with a directory and a clock of its own.
package e2e

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience bounds every wait in a story; a wait ends as soon as what it waits
// for is there.
const patience = 20 * time.Second

// browser is the one Chromium of the test binary; every person gets a context
// of their own in it, with their own cookies.
var browser context.Context

func TestMain(m *testing.M) {
	code, err := withBrowser(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

func withBrowser(run func() int) (int, error) {
	path, err := chromium()
	if err != nil {
		return 1, err
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	alloc, cancelAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	defer cancelAlloc()
	ctx, cancel := chromedp.NewContext(alloc)
	defer cancel()
	if err := chromedp.Do(ctx); err != nil {
		return 1, fmt.Errorf("start %s: %w", path, err)
	}
	browser = ctx
	return run(), nil
}

func chromium() (string, error) {
	for _, name := range []string{"chromium", "google-chrome", "chromium-browser"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no Chromium here: make browser installs it")
}

// person is one human at one browser of their own.
type person struct {
	t    testing.TB
	ctx  context.Context
	site string
	tab  string // for messages

	close context.CancelFunc
}

// newPerson opens a fresh browser profile. An uncaught exception in the page
// fails the test.
func newPerson(t testing.TB, site, name string) *person {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	p := &person{t: t, ctx: ctx, site: site, tab: name, close: cancel}
	p.listen()
	p.run("open a tab", chromedp.EmulateViewport(1280, 900))
	return p
}

// newTab opens a second tab of the same person: same cookies, same storage.
func (p *person) newTab() *person {
	p.t.Helper()
	ctx, cancel := chromedp.NewContext(p.ctx)
	tab := &person{t: p.t, ctx: ctx, site: p.site, tab: p.tab + "'s second tab", close: cancel}
	tab.listen()
	tab.run("open a tab", chromedp.EmulateViewport(1280, 900))
	return tab
}

// listen fails the test on an uncaught exception in the page.
func (p *person) listen() {
	heard := make(chan struct{})
	console := chromedp.Console(p.ctx)
	go func() {
		defer close(heard)
		for m, err := range console {
			switch {
			case err != nil:
				return
			case m.Type == chromedp.ConsoleException:
				p.t.Errorf("%s: uncaught exception: %s", p.tab, m.Text)
			case m.Type == chromedp.ConsoleError:
				p.t.Logf("%s: console: %s", p.tab, m.Text)
			}
		}
	}()
	p.t.Cleanup(func() { p.close(); <-heard })
}

// run does actions within the patience of a story.
func (p *person) run(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.shot("failed")
		p.t.Fatalf("%s: %s: %v\nthe page says:\n%s", p.tab, what, err, p.text())
	}
}

// open goes to a path and waits until the program owns the page.
func (p *person) open(path string) {
	p.t.Helper()
	p.run("open "+path, chromedp.Navigate(p.site+path))
	p.ready(path)
}

// ready waits for the page's own mark that what it shows is live.
func (p *person) ready(path string) {
	p.t.Helper()
	p.until("ready at "+path, `document.documentElement.dataset.ready === `+quote(strings.SplitN(path, "?", 2)[0]))
}

// until waits for a JavaScript condition, also across a navigation, which ends
// the script that looks.
func (p *person) until(what, condition string) {
	p.t.Helper()
	look := chromedp.Poll[bool](condition, chromedp.WithPollingInterval(50*time.Millisecond))
	p.run(what, func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		for {
			if _, err = look(ctx, t); err == nil || !leftPage(err) || ctx.Err() != nil {
				return void, err
			}
		}
	})
}

// leftPage reports whether a script was ended by a navigation: its execution
// context is gone, or the target of the call was.
func leftPage(err error) bool {
	return strings.Contains(err.Error(), "context") || strings.Contains(err.Error(), "target navigated")
}

// script runs JavaScript in the page and answers its value.
func script[T any](p *person, what, code string) (value T) {
	p.t.Helper()
	p.run(what, func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		value, err = chromedp.Evaluate[T](code)(ctx, t)
		return void, err
	})
	return value
}

// sees waits until the page shows the text; gone until it does not.
func (p *person) sees(text string) {
	p.t.Helper()
	p.until("see "+text, `document.body.innerText.replace(/\s+/g, " ").includes(`+quote(text)+`)`)
}

func (p *person) gone(text string) {
	p.t.Helper()
	p.until("not see "+text, `!document.body.innerText.replace(/\s+/g, " ").includes(`+quote(text)+`)`)
}

// sawn numbers the elements that were looked for by their words.
var sawn atomic.Int64

// find marks the visible element that a script finds and answers a selector.
func (p *person) find(what, script string) string {
	p.t.Helper()
	mark := fmt.Sprint(sawn.Add(1))
	p.until("find "+what, `(() => {
		const shown = e => e.getClientRects().length > 0 && !e.disabled;
		const words = e => (e.innerText || e.value || "").replace(/\s+/g, " ").trim();
		const found = (`+script+`)(shown, words);
		if (found) found.setAttribute("data-e2e", "`+mark+`");
		return !!found;
	})()`)
	return `[data-e2e="` + mark + `"]`
}

// press clicks the button or link with these words, or this accessible name.
func (p *person) press(words string) {
	p.t.Helper()
	p.pressIn("body", words)
}

// pressIn clicks within what the selector names. A button's words may go on
// with what only a screen reader hears.
func (p *person) pressIn(selector, words string) {
	p.t.Helper()
	sel := p.find("button "+words, `(shown, words) => {
		const all = [...document.querySelectorAll(`+quote(selector)+`)].flatMap(r =>
			[...r.querySelectorAll("button,a,summary,[role=button],[role=tab],[role=menuitem]")]).filter(shown);
		const want = `+quote(words)+`;
		return all.find(e => words(e) === want || e.getAttribute("aria-label") === want) || all.find(e => words(e).startsWith(want + " "));
	}`)
	p.still(sel)
	p.run("press "+words, front(), chromedp.Click(chromedp.CSS(sel)))
}

// still waits until an element has kept its place for a moment: a click aims at
// where it was, and what a page draws meanwhile may push it away.
func (p *person) still(selector string) {
	p.t.Helper()
	p.until("see "+selector+" stand still", `(() => {
		const e = document.querySelector(`+quote(selector)+`);
		if (!e) return false;
		const box = e.getBoundingClientRect(), place = [box.x, box.y, box.width, box.height].join();
		if (e.e2ePlace !== place) { e.e2ePlace = place; e.e2eSince = performance.now(); }
		return performance.now() - e.e2eSince > 100;
	})()`)
}

// front brings the tab to the front, as it is when a person presses something:
// a tab behind another may draw no frames, and then a click gets lost.
func front() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.BringToFront, cdp.Empty{})
		return err
	})
}

// choose clicks the radio button or checkbox with this label.
func (p *person) choose(label string) {
	p.t.Helper()
	sel := p.find("choice "+label, `(shown, words) => [...document.querySelectorAll("label")].find(e => shown(e) && words(e).startsWith(`+quote(label)+`))`)
	p.still(sel)
	p.run("choose "+label, front(), chromedp.Click(chromedp.CSS(sel)))
}

// field finds the input with this label.
func (p *person) field(label string) string {
	p.t.Helper()
	return p.find("field "+label, `(shown, words) => [...document.querySelectorAll("label")]
		.filter(l => words(l).startsWith(`+quote(label)+`)).map(l => l.control).find(e => e && shown(e))`)
}

// fill empties the field with this label and types into it, then leaves it.
func (p *person) fill(label, text string) {
	p.t.Helper()
	p.fillIn(p.field(label), text)
}

// fillID does the same for the field with this ID.
func (p *person) fillID(id, text string) {
	p.t.Helper()
	p.until("find the field "+id, `!!document.getElementById(`+quote(id)+`)`)
	p.fillIn("#"+id, text)
}

func (p *person) fillIn(sel, text string) {
	p.t.Helper()
	p.run("fill "+sel, chromedp.Focus(chromedp.CSS(sel)))
	script[bool](p, "select what is there", `document.activeElement.select && document.activeElement.select(), true`)
	p.run("type", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
	script[bool](p, "leave the field", `document.activeElement.blur(), true`)
}

// signIn signs in by the form.
func (p *person) signIn(email, password string) {
	p.t.Helper()
	p.open("/signin")
	p.fill("Email", email)
	p.fill("Password", password)
	p.pressIn("main", "Sign in")
	p.ready("/")
}

// text is what the page shows, for messages.
func (p *person) text() string {
	ctx, cancel := context.WithTimeout(p.ctx, 2*time.Second)
	defer cancel()
	s, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
	if err != nil {
		return err.Error()
	}
	return s
}

// shot keeps a picture of the page in e2e/artefacts, to be looked at.
func (p *person) shot(name string) {
	ctx, cancel := context.WithTimeout(p.ctx, 10*time.Second)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		p.t.Logf("%s: no picture: %v", p.tab, err)
		return
	}
	file := filepath.Join("artefacts", strings.ReplaceAll(p.t.Name(), "/", "-")+"-"+strings.ReplaceAll(p.tab, " ", "-")+"-"+name+".png")
	if err := os.MkdirAll("artefacts", 0o755); err == nil {
		err = os.WriteFile(file, png, 0o644)
		if err != nil {
			p.t.Log(err)
		}
	}
}

func quote(s string) string { return fmt.Sprintf("%q", s) }

func testLog(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// click clicks the element with this selector.
func (p *person) click(selector string) {
	p.t.Helper()
	p.until("find "+selector, `!!document.querySelector(`+quote(selector)+`) && document.querySelector(`+quote(selector)+`).getClientRects().length > 0 && !document.querySelector(`+quote(selector)+`).disabled`)
	p.still(selector)
	p.run("click "+selector, front(), chromedp.Click(chromedp.CSS(selector)))
}

// path waits until the page's address matches, and answers its last part.
func (p *person) path(prefix string) string {
	p.t.Helper()
	p.until("be at "+prefix, `location.pathname.startsWith(`+quote(prefix)+`) && document.documentElement.dataset.ready === location.pathname`)
	return strings.TrimPrefix(script[string](p, "read the address", `location.pathname`), prefix)
}

// mark leaves a note in the page's memory, which a reload would lose.
func (p *person) mark() {
	p.t.Helper()
	script[bool](p, "mark the page", `window.e2eMark = true`)
}

// unreloaded fails when the page was loaded anew since mark.
func (p *person) unreloaded() {
	p.t.Helper()
	if !script[bool](p, "look for the mark", `window.e2eMark === true`) {
		p.t.Fatalf("%s: the page was loaded again", p.tab)
	}
}
