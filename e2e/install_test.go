package e2e

import "testing"

// offered plays the browser that would install the portal: a headless one never
// says so by itself.
func (p *person) offered() {
	p.t.Helper()
	script[bool](p, "offer to install", `(dispatchEvent(Object.assign(new Event("beforeinstallprompt", {cancelable: true}),
		{prompt() { window.e2eAsked = (window.e2eAsked || 0) + 1; }})), true)`)
}

// Installing is offered after the first success, not before, and once declined
// it waits in Settings.
func TestInstall_IsOfferedAfterTheFirstSuccess(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.offered()
	p.gone("Install the portal")
	p.ask("full", "contracts", "610001")
	p.sees("Approved / added")
	p.offered()
	p.sees("Install the portal")
	p.shot("offered")
	p.press("Install")
	p.until("be asked by the browser once", `window.e2eAsked === 1`)
	p.gone("Install the portal")
}

func TestInstall_今はしない(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterIn(hana, "ja", 390)
	p.ask("full", "contracts", "610001")
	p.offered()
	p.sees("ポータルをインストールする")
	p.shot("offered-narrow")
	p.press("今はしない")
	p.gone("ポータルをインストールする")
	p.open("/settings")
	p.offered()
	p.sees("ポータルをインストールする")
	p.press("インストール")
	p.until("be asked by the browser", `window.e2eAsked === 1`)
}
