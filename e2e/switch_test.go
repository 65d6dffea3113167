package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
)

// A mailed link brings another account to a browser where somebody is signed in:
// every tab turns to the new one, hears what is theirs and nothing else, and of the
// one before nothing is left.
func TestSwitch_AnotherAccountInAnotherTab(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(felix, "en")
	first := s.enterKept(hana)
	first.ask("downloads", "contracts", "610001")
	first.copied("610001")
	first.open("/access/requests")
	first.sees("610001")

	second := first.newTab()
	second.run("follow a link that confirms an address", chromedp.Navigate(s.URL()+"/signin?confirm=0123456789"))
	second.sees("Sign in to confirm your email address")
	second.sees("Hana Mori") // the program runs
	second.fill("Email", felix)
	second.fill("Password", s.password)
	second.pressIn("main", "Sign in")
	second.ready("/")
	second.sees("Felix Roth")

	first.sees("Felix Roth")
	first.gone("610001")
	for _, p := range []*person{first, second} {
		p.until("keep nothing of the one before", storeScript("copy")+` && window.e2eRows?.every(text => !text.includes(`+quote(hana)+`))`)
	}
	first.sees("Live")
	second.sees("Live")
	s.decide(sakura, access.MoveApprove) // Hana's
	s.waits(felix)
	first.sees("Pending") // Felix's own comes after it on the same line
	second.sees("Bill-to ID 5200000101")
	for _, p := range []*person{first, second} {
		p.gone("610001")
	}
}
