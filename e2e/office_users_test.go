package e2e

import (
	"strings"
	"testing"
	"time"
)

const takumi = "takumi.hara@asagirino.example" // administers 610001 with Sakura

// An administrator removes a user, whose own page changes at once; the other
// administrator's list does as well.
func TestOffice_AUserIsRemovedWhileLooking(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	user, administrator, fellow := s.enter(hana), s.enter(sakura), s.enter(takumi)
	s.holds(hana, "610001")
	user.open("/access")
	user.sees("610001")
	user.mark()
	fellow.open("/office/contract/610001")
	fellow.sees("Hana Mori")
	fellow.mark()

	administrator.open("/")
	administrator.press("Contract Management")
	administrator.path("/office")
	administrator.sees("5300000303")
	administrator.shot("list")
	administrator.press("Contract 610001")
	administrator.path("/office/contract/610001")
	administrator.sees("Hana Mori")
	administrator.shot("users")
	administrator.press("Revoke : Hana Mori")
	administrator.sees("Revoke the access of Hana Mori?")
	administrator.click("#revoke-do")
	administrator.sees("Choose the reason")
	administrator.shot("no reason")
	administrator.choose("Has left the company")
	administrator.click("#revoke-do")
	administrator.sees("The access of Hana Mori was revoked")
	administrator.gone("hana.mori@asagirino.example")
	administrator.shot("removed")

	user.sees("No access yet")
	user.unreloaded()
	fellow.gone("hana.mori@asagirino.example")
	fellow.unreloaded()
	fellow.until("hear of it", `document.getElementById("announcer").textContent.includes("Someone else changed")`)
}

// A user is added by e-mail, gets an end, and sees both at once.
func TestOffice_AUserIsAddedAndGetsAnEnd(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	user, administrator := s.enter(hana), s.enter(sakura)
	user.open("/access")
	user.sees("No access yet")
	user.mark()

	administrator.open("/office/contract/610001")
	administrator.press("Add a user")
	administrator.sees("Add a user to Contract 610001")
	administrator.click("#add-do")
	administrator.sees("Enter the person’s email address")
	administrator.shot("nobody")
	administrator.fillID("add-email", "ＨＡＮＡ.mori@asagirino.example")
	administrator.choose("Downloads only")
	administrator.shot("add")
	administrator.click("#add-do")
	administrator.sees(hana + " now has access")
	administrator.sees("Added by an administrator")
	user.sees("610001")
	user.sees("no end date")

	administrator.press("Add a user")
	administrator.until("open the form", `document.getElementById("office-add-dialog").open`)
	administrator.fillID("add-email", hana)
	administrator.choose("Downloads only")
	administrator.click("#add-do")
	administrator.sees("This user already has this access")
	administrator.click("#add-cancel")

	administrator.press("Set an end date : Hana Mori")
	administrator.sees("Now: no end date")
	administrator.press("30 days")
	administrator.shot("end")
	administrator.click("#end-do")
	administrator.sees("The access of Hana Mori ends on")
	user.gone("no end date")
	user.unreloaded()
	administrator.press("Change the end date : Hana Mori")
	administrator.until("start from the present end", `document.getElementById("end-ends_on").value === "`+
		time.Now().UTC().AddDate(0, 0, 30).Format(time.DateOnly)+`"`)
}

// Guide ja, 5: a third party sees no contract details, also when an administrator
// adds them directly. Where the person works is told by the address at first.
func TestOffice_AUserAtAnotherCompanyIsAdded(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	user, administrator := s.enter(pat), s.enter(sakura)
	user.open("/access")
	user.sees("No access yet")
	user.mark()

	administrator.open("/office/contract/610001")
	administrator.press("Add a user")
	administrator.until("open the form", `document.getElementById("office-add-dialog").open`)
	administrator.fillID("add-email", hana)
	administrator.until("be the contract's company", `document.getElementById("add-employer-own").checked`)
	administrator.fillID("add-email", pat)
	administrator.until("be another company", `document.getElementById("add-employer-other").checked`)
	administrator.click("#add-do")
	administrator.sees("Enter what the access is for")
	administrator.fillID("add-purpose", "Operating 610001")
	administrator.sees("Do not name the contract")
	administrator.fillID("add-purpose", "Operating the branch network")
	administrator.shot("add")
	administrator.click("#add-do")
	administrator.sees(pat + " now has access")
	administrator.sees("User at another company")

	user.sees("Operating the branch network")
	user.gone("610001")
	user.unreloaded()
	user.shot("third party")
	if m := s.mailTo(pat, "You have access to services"); strings.Contains(m.Text, "610001") {
		t.Errorf("the mail names the contract:\n%s", m.Text)
	}

	ja := s.enterIn(takumi, "ja", 390)
	ja.open("/office/contract/610001")
	ja.press("ユーザを追加")
	ja.until("open the form", `document.getElementById("office-add-dialog").open`)
	ja.fillID("add-email", "sam@operator.example")
	ja.sees("他社（第三者）")
	ja.shot("add in Japanese")
	ja.open("/office/contract/610001/batch")
	ja.fillID("batch-text", "sam@operator.example,add,full,,other,拠点ネットワークの運用\nkenji@asagirino.example\n")
	ja.click("#batch-check")
	ja.sees("他社（拠点ネットワークの運用）")
	ja.shot("batch in Japanese")
}
