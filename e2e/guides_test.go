package e2e

import (
	"strings"
	"testing"
)

// Guide ja, 3, Denied, and 9: each denial and each pending state names whom to
// ask, and so does its mail.
func TestGuides_WhomToAsk(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(mei)
	p.ask("full", "contracts", "600000")
	p.sees("Denied")
	p.sees("Questions")
	p.shot("denied")
	if m := s.mailTo(mei, "Denied"); !strings.Contains(m.Text, "Questions: ") {
		t.Errorf("the mail does not say whom to ask:\n%s", m.Text)
	}
	p.ask("downloads", "contracts", "610003")
	p.sees("Pending Aster Networks Review")
	p.sees("Questions")
	p.shot("pending")
}

// Guide ja, 4: ※ Administrators の記載について.
func TestGuides_Administratorsの記載について(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(hana, "ja")
	p := newPerson(t, s.URL(), hana)
	p.signIn(hana, s.password)
	p.ask("full", "contracts", "610001")
	p.sees("承認済み/追加済み")
	p.open("/access")
	p.sees("管理者欄の記載について")
	p.click("details:has(dl) > summary")
	p.sees("貴社またはご購入元の会社の契約管理者様にて契約登録を行っております。")
	p.sees("ご購入元の会社による契約管理ではなく、Aster Networks にて契約登録を行っております。")
	p.shot("legend")
}

// Guide en, 1.1: begin the Partner Registration process. One profile serves
// customers and partners.
func TestGuides_BeginThePartnerRegistration(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(tom)
	p.open("/personal")
	p.sees("Company name")
	p.open("/access")
	p.press("Partner")
	p.path("/access/programs/partner")
	p.fillID("identifiers", "P-200310")
	p.sees("What you entered") // it pushes down what is below
	p.choose("I have reviewed and agree")
	p.click("#continue")
	p.sees("Check your answers")
	p.press("Submit")
	p.path("/submissions/")
	p.sees("Partner registration: P-200310")
	p.sees("Pending Aster Networks Review")
	p.shot("pending")
}
