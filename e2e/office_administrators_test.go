package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
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

// Of more than a hundred administrators the others are found by address, and
// vacancies go on behind the first twenty.
func TestOffice_MoreAdministratorsAndVacanciesThanAreShown(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	many := files(t, func(name, text string) string {
		if name != "administrators.csv" {
			return text
		}
		for i := range 120 {
			text += fmt.Sprintf("%03d@asagirino.example,610001,\n", i)
		}
		return text
	})
	if _, err := s.Desk.ImportNow(t.Context(), os.DirFS(filepath.Dir(many[0])), false, nil); err != nil {
		t.Fatal(err)
	}
	administrator, reviewer := s.enter(sakura), s.enterIn(iris, "ja", 390)
	administrator.open("/office/contract/610001/administrators")
	administrator.sees("and 21 more.")
	administrator.sees("Step down")
	administrator.shot("many")
	administrator.fillID("admins-find", "11")
	administrator.click("#admins-find-go")
	administrator.sees("119@asagirino.example")
	administrator.gone("000@asagirino.example")
	administrator.shot("found")
	reviewer.open("/office/contract/610001/administrators?find=11")
	reviewer.sees("119@asagirino.example")
	reviewer.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	reviewer.shot("found")

	iris, left := s.account(iris, "ja"), 0
	for n := 620001; n <= 620048 && left < 22; n++ {
		left += s.vacate(iris, access.Contract(strconv.Itoa(n)))
	}
	reviewer.open("/office")
	reviewer.sees("さらに表示")
	reviewer.shot("vacancies")
	reviewer.click("#vacancies-more")
	reviewer.until("see the rest", fmt.Sprintf(`document.querySelectorAll(".vacancies > li").length === %d`, left))
	reviewer.gone("さらに表示")
}

// vacate names somebody as a contract's only administrator and releases them; it
// returns how many contracts it was done to.
func (s *site) vacate(reviewer desk.Who, c access.Identifier) int {
	s.t.Helper()
	v, err := s.Desk.Office(s.t.Context(), reviewer, c)
	if err != nil || len(v.Administrators) > 0 {
		return 0
	}
	err = s.Desk.NameAdministrator(s.t.Context(), reviewer, c, wire.NameAdministrator{Email: hana})
	if err == nil {
		err = s.Desk.LeaveOffice(s.t.Context(), reviewer, c, wire.LeaveOffice{Email: hana, Note: "Please name somebody."})
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return 1
}
