package e2e

import (
	"fmt"
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// More users than a page holds are turned through and searched; one who is
// added meanwhile by the other administrator appears, highlighted; what waits
// is counted while looking.
func TestOffice_ManyUsersAreFoundAndTurned(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	administrator := s.enter(sakura)
	fellow := s.account(takumi, "en")
	add := func(email string) {
		t.Helper()
		if err := s.Desk.AddOfficeUser(t.Context(), fellow, access.Contract("610001"),
			wire.AddUser{Email: email, Level: access.Downloads}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range wire.UsersPage + 2 {
		add(fmt.Sprintf("user%02d@asagirino.example", i))
	}

	administrator.open("/office/contract/610001")
	administrator.sees("Showing 1 to 25 of 27 entries")
	administrator.press("Next")
	administrator.sees("Showing 26 to 27 of 27 entries")
	administrator.sees("user26@asagirino.example")
	administrator.mark()
	add("user99@asagirino.example")
	administrator.sees("user99@asagirino.example")
	administrator.until("see it highlighted", `[...document.querySelectorAll("tr.changed")].some(r => r.innerText.includes("user99"))`)
	administrator.until("see that end", `!document.querySelector("tr.changed")`)
	administrator.unreloaded()

	administrator.fillID("users-find", "USER07")
	administrator.click("#users-find-go")
	administrator.sees("Showing 1 to 1 of 1 entries")
	administrator.fillID("users-find", "nobody")
	administrator.click("#users-find-go")
	administrator.sees("No users found for “nobody”")
	administrator.shot("nobody")
	administrator.press("Show all")
	administrator.sees("Showing 1 to 25 of 28 entries")

	reviewer := s.enter(iris)
	reviewer.open("/office/contract/610001/rules")
	reviewer.sees("Waiting requests")
	reviewer.gone("Review 1 waiting")
	reviewer.mark()
	made, err := s.Desk.Submit(t.Context(), s.account(hana, "en"), wire.Submit{
		Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true})
	if err != nil || made.Requests[0].Status != access.PendingAdministrator {
		t.Fatalf("%+v, %v", made.Requests, err)
	}
	administrator.sees("Review 1 waiting")
	reviewer.sees("Review 1 waiting")
	reviewer.unreloaded()
	administrator.open("/office?find=0001")
	administrator.sees("28")
	administrator.press("Review 1 waiting")
	administrator.path("/queue")
	administrator.sees("Hana Mori")
}
