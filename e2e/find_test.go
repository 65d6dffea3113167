package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// The boxes in which a person looks for an access stay under their hands, when
// nothing is found and when nothing can be asked.
func TestFind_TheBoxesStayWhateverComesOfIt(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.holds(hana, "610001")
	p := s.enter(hana)
	typing := func(text string) string {
		return `document.activeElement.id === "find-contract" && document.activeElement.value === ` + quote(text)
	}
	p.open("/access")
	p.sees("610001")
	p.run("go to the box", front(), chromedp.Focus(chromedp.CSS("#find-contract")), inserted("9"))
	p.sees("No matching access")
	p.until("go on typing", typing("9"))
	p.hits("Backspace", 8, 0)
	p.sees("610001")
	p.until("go on typing", typing(""))

	s.cable.set(true)
	p.run("type", inserted("61"))
	p.sees("Try again")
	p.until("go on typing", typing("61"))
	s.cable.set(false)
	p.sees("610001")
	p.until("look for it still", `document.getElementById("find-contract").value === "61"`)

	p.run("look for both", inserted("0001"), chromedp.Focus(chromedp.CSS("#find-bill_to")), inserted("8"))
	p.sees("No matching access")
	p.click("#find-clear")
	p.sees("610001")
	p.until("be back in the first box", typing(""))
}
