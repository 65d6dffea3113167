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
	p.gone("Keep the portal at hand")
	p.ask("full", "contracts", "610001")
	p.sees("Approved / added")
	p.offered()
	p.sees("Keep the portal at hand")
	p.shot("offered")
	p.press("Install")
	p.until("be asked by the browser once", `window.e2eAsked === 1`)
	p.gone("Keep the portal at hand")
}

func TestInstall_今はしない(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterIn(hana, "ja", 390)
	p.ask("full", "contracts", "610001")
	p.offered()
	p.sees("ポータルをすぐに開けるようにする")
	p.shot("offered-narrow")
	p.press("今はしない")
	p.gone("ポータルをすぐに開けるようにする")
	p.open("/settings")
	p.offered()
	p.sees("ポータルをすぐに開けるようにする")
	p.press("インストール")
	p.until("be asked by the browser", `window.e2eAsked === 1`)
}
