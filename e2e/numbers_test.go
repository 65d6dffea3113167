package e2e

import "testing"

// Ten numbers with three bad ones: each bad one has its own message, the good
// ones survive, and one press goes on with them.
func TestNumbers_SevenGoodOnesGoOnWithoutTheThreeBad(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.typeNumbers("full", "contracts", "610001, 610002, 12AB, 610003, 610004, 1234567890123, 610005, 610006, ABC, 610007")
	customer.sees("3 of 10 entries cannot be sent")
	customer.sees("12AB")
	customer.shot("verdicts")
	customer.choose("I have reviewed and agree")
	customer.press("Continue with the 7 valid ones")
	customer.sees("Check your answers")
	customer.sees("610007")
	customer.gone("12AB")
	customer.shot("check")
	customer.press("Submit")
	customer.path("/submissions/")
	customer.sees("Approved / added")
	customer.sees("Denied")
	customer.shot("result")
}

// Japanese full-width digits and commas are folded in front of the person's eyes.
func TestNumbers_FullWidthInputIsFolded(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.typeNumbers("downloads", "contracts", "６１０００１、６１０００２，６１０００１")
	customer.until("read the folded numbers", `document.getElementById("contracts").value.includes("610001") && !/[０-９]/.test(document.getElementById("contracts").value)`)
	customer.sees("Entered twice")
	customer.choose("I have reviewed and agree")
	customer.click("#continue")
	customer.press("Submit")
	customer.path("/submissions/")
	customer.sees("610001")
	customer.sees("610002")
}

// Nothing that was typed is lost by looking elsewhere and coming back.
func TestNumbers_TheDraftWaits(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.typeNumbers("full", "contracts", "610001, 610008")
	customer.press("Personal")
	customer.path("/personal")
	customer.run("go back", back())
	customer.path("/access/add/full")
	customer.until("find the draft", `document.getElementById("contracts").value.includes("610008")`)
}
