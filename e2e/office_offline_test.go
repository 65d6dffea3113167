package e2e

import (
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// The line is cut: what was loaded stays, what was typed is kept and sent once
// when the line is back, and what others did meanwhile is caught up with.
func TestOffice_TheLineIsCut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.holds(hana, "610001")
	administrator := s.enter(sakura)
	fellow := s.account(takumi, "en")
	administrator.open("/office/contract/610001")
	administrator.sees(hana)
	administrator.mark()

	s.cable.set(true)
	administrator.press("Add a user")
	administrator.until("open the form", `document.getElementById("office-add-dialog").open`)
	administrator.fillID("add-email", nao)
	administrator.click("#add-do")
	administrator.sees("What you entered is kept.")
	administrator.sees(hana)
	administrator.shot("cut")
	if err := s.Desk.AddOfficeUser(t.Context(), fellow, access.Contract("610001"),
		wire.AddUser{Email: "new@asagirino.example", Level: access.Downloads}); err != nil {
		t.Fatal(err)
	}
	s.cable.set(false)
	administrator.click("#add-do")
	administrator.sees(nao + " now has access")
	administrator.sees("new@asagirino.example")
	administrator.sees("Showing 1 to 3 of 3 entries")
	administrator.unreloaded()
}
