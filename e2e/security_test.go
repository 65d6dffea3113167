package e2e

import "testing"

// twice presses an element two times before anything is drawn.
func (p *person) twice(selector string) {
	p.t.Helper()
	p.still(selector)
	script[bool](p, "press "+selector+" twice", `(() => {
		const e = document.querySelector(`+quote(selector)+`);
		e.focus(); e.click(); e.click();
		return true;
	})()`)
}

// Another browser is signed out by a hasty press, and the focus stays in the list.
func TestSecurity_ABrowserIsSignedOutOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	s.enter(hana)
	s.enter(hana)
	p.open("/security")
	const ends = `document.querySelectorAll("[id^=end-]").length`
	p.until("see two others", ends+` === 2`)
	script[bool](p, "watch for faults", `new MutationObserver(() => {
		window.fault ||= !!document.querySelector(".notice-bad");
	}).observe(document.body, {subtree: true, childList: true}), true`)
	for _, left := range []string{"1", "0"} {
		p.twice("[id^=end-]")
		p.until("see "+left, ends+` === `+left)
	}
	p.until("have the focus", `document.activeElement.id === "title"`)
	p.until("be told of no fault", `!window.fault`)
}

// So is a token revoked.
func TestTokens_AreRevokedOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(dana)
	p.open("/operator/tokens")
	for _, name := range []string{"First", "Second"} {
		p.fillID("token-name", name)
		p.click("#token-make")
		p.sees(name)
		p.click("#token-away")
	}
	p.press("Revoke the token “Second”")
	p.twice("#token-revoke-do")
	p.sees("Token “Second” was revoked")
	p.until("have the focus on the other", `document.activeElement.id.startsWith("token-revoke-")`)
	p.until("be told of no fault", `!document.querySelector(".notice-bad")`)
}
