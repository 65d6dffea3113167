package e2e

import (
	"strings"
	"testing"
)

// An administrator names another, who finds the contract in the navigation at
// once; one hands over, and the last one steps down with a word to the vendor.
func TestOffice_HandOverAndStepDown(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	first, next, reviewer := s.enter(sakura), s.enter(hana), s.enter(iris)
	next.open("/")
	next.gone("Contract Management")
	next.mark()

	first.open("/office/contract/610001/administrators")
	first.sees("Takumi Hara")
	first.sees("from the registry")
	first.shot("administrators")
	first.fillID("name-email", hana)
	first.click("#name-do")
	first.sees(hana + " is now an administrator")
	next.sees("Contract Management")
	next.unreloaded()

	first.press("Step down")
	first.sees("2 other administrators continue to decide.")
	first.click("#leave-cancel")
	first.press("Hand over")
	first.sees("Hand Contract 610001 over")
	first.until("open the form", `document.getElementById("office-hand-dialog").open`)
	first.shot("hand over")
	first.fillID("hand-successor", hana)
	first.click("#hand-do")
	first.sees("You have handed Contract 610001 over to " + hana)
	first.shot("handed over")
	first.press("To Contract Management")
	first.path("/office")
	first.sees("620003")
	first.gone("610001")

	reviewer.open("/office?find=610001")
	reviewer.press("Contract 610001")
	reviewer.path("/office/contract/610001")
	reviewer.press("Administrators")
	reviewer.path("/office/contract/610001/administrators")
	reviewer.sees("You are viewing this as a reviewer")
	reviewer.press("Remove : Takumi Hara")
	reviewer.sees("Remove Takumi Hara as an administrator?")
	reviewer.shot("release")
	reviewer.click("#leave-do")
	reviewer.sees("Takumi Hara is no longer an administrator")

	next.press("Contract Management")
	next.path("/office")
	next.press("Contract 610001")
	next.path("/office/contract/610001")
	next.press("Administrators")
	next.path("/office/contract/610001/administrators")
	next.press("Step down")
	next.sees("You are the last administrator")
	next.click("#leave-do")
	next.sees("Tell the vendor who will look after the contract")
	next.shot("last")
	next.fillID("leave-note", "Our company was bought; ask Kenji from now on.")
	next.click("#leave-do")
	next.sees("You are no longer an administrator of Contract 610001")
	next.gone("Contract Management")
	next.shot("stepped down")

	reviewer.sees("No administrators")
	mail := s.mailTo(iris, "No administrator: Contract 610001")
	if !strings.Contains(mail.Text, "> Our company was bought; ask Kenji from now on.") || s.linkIn(mail, "/office/") != "/office/contract/610001/administrators" {
		t.Errorf("the reviewer is mailed:\n%s", mail.Text)
	}
	reviewer.open("/office")
	reviewer.sees("No administrator")
	reviewer.sees("Our company was bought; ask Kenji from now on.")
	reviewer.shot("vacancies")
}
