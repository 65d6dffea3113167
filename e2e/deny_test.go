package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

func TestDeny_TheReasonIsReadWhereTheRequestWaits(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(hana), s.enter(sakura)
	customer.ask("downloads", "contracts", "610001")
	customer.mark()

	administrator.open("/queue")
	administrator.press("Review")
	administrator.path("/queue/")
	administrator.click("#decide-deny")
	administrator.press("Yes, deny")
	administrator.sees("Enter the reason")
	administrator.enters("decide-note", "Ask your site manager first.")
	administrator.run("load the page again", chromedp.Reload())
	administrator.until("have the reason where it was typed", `document.getElementById("decide-note")?.value === "Ask your site manager first."`)
	administrator.press("Yes, deny")
	administrator.sees("Denied")

	customer.sees("Denied")
	customer.sees("Ask your site manager first.")
	customer.unreloaded()
	customer.shot("denied")
}
