package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// blocks keeps what matches from arriving, as a filter on the way does.
func (p *person) blocks(pattern string) {
	p.t.Helper()
	p.command(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, t, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: pattern, Block: true}}})
		return err
	})
}

// Where the program cannot run, the page says why and what to do, in the reader's
// language, and the form of the server still stands.
func TestLoader_SaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	tests := []struct{ name, begin, block, english, japanese string }{
		{"ThereIsNoWebAssembly", `delete globalThis.WebAssembly;`, "", "WebAssembly is missing or switched off", "WebAssembly が無効になっているか、対応していません"},
		{"WebAssemblyIsForbidden", `WebAssembly.instantiateStreaming = async () => { throw new WebAssembly.CompileError("blocked by a policy"); };`, "",
			"WebAssembly is missing or switched off", "WebAssembly が無効になっているか、対応していません"},
		{"TheProgramDoesNotArrive", "", "*://*:*/*app.wasm", "Check the connection and try again", "接続を確認して、もう一度お試しください"},
		{"CookiesAreForbidden", `Object.defineProperty(globalThis, "localStorage", {get() { throw new DOMException("", "SecurityError"); }});`, "",
			"Allow them for this site", "このサイトでの保存を許可"},
		{"TheLoaderCannotBeRead", "", "*://*:*/*app.js", "use a current version of Chrome, Edge, Firefox or Safari", "最新の Chrome、Edge、Firefox、Safari をご利用ください"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := newPerson(t, s.URL(), tt.name)
			if tt.begin != "" {
				p.begins(tt.begin)
			}
			if tt.block != "" {
				p.blocks(tt.block)
			}
			p.run("open the page", chromedp.Navigate(s.URL()+"/signin"))
			p.warns(tt.english)
			p.shot("wide")
			script[bool](p, "choose Japanese", `(document.cookie = "accord_lang=ja; path=/", true)`)
			p.run("take a telephone", chromedp.EmulateViewport(390, 844))
			p.run("open the page", chromedp.Navigate(s.URL()+"/signin"))
			p.warns(tt.japanese)
			p.shot("narrow")
			p.until("have the server's form", `document.getElementById("signin-password")?.getClientRects().length > 0`)
		})
	}
}

// warns waits until the words can be seen: what is hidden for now is no text.
func (p *person) warns(words string) {
	p.t.Helper()
	p.until("say "+words, `[...document.querySelectorAll(".boot-failure, .boot-late")].some(e => e.checkVisibility({visibilityProperty: true}) && e.innerText.includes(`+quote(words)+`))`)
}

// While a first visitor's program is on its way, a bar shows how far it is.
func TestLoader_ShowsProgress(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "a visitor")
	p.begins(`new MutationObserver(() => {
		const bar = document.querySelector(".boot-progress");
		if (bar) (window.e2eBars ||= new Set()).add(bar.value / bar.max);
	}).observe(document, {subtree: true, childList: true, attributes: true});`)
	p.command(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
			MatchedNetworkConditions: []*network.Conditions{{DownloadThroughput: 600_000, UploadThroughput: 600_000}}})
		return err
	})
	script[bool](p, "go to the page", `(location.href = `+quote(s.URL()+"/signin")+`, true)`)
	p.until("see it grow", `[...(window.e2eBars || [])].filter(part => part > 0 && part < 1).length > 3`)
	p.ready("/signin")
	p.until("see it gone", `!document.querySelector(".boot-progress") && Math.max(...window.e2eBars) <= 1`)
}
