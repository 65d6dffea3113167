package page

import (
	"testing"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestRevoke_AsksForAReasonInTheWordsOfWhoDecides(t *testing.T) {
	m := administrator(i18n.English)
	r := revoking{what: revocable{grant: "g", scope: access.Contract("610001"), name: "Mio Abe", level: access.Full}}
	html := expect(t, r.dialog(m), "Revoke the access of Mio Abe?", "“Full support” of Mio Abe ends at once",
		"Has left the company", "Given on the wrong contract or bill-to ID", "Another reason", "optional", "Shown to the user as you write it.")
	refuse(t, html, "has-error")
	r.form.found = []wire.FieldError{{Field: "reason", Code: "reason.required"}}
	expect(t, r.dialog(m), "Choose the reason", "has-error")

	r = revoking{what: revocable{scope: access.Program("ccie", "12345"), own: true, hidden: []string{"12345"}}, reason: access.RevokedOther}
	html = expect(t, r.dialog(administrator(i18n.Japanese)), "ご自身のアクセス権です", "契約番号や個人名は記載しないでください", "退職などにより所属が変わった")
	refuse(t, html, "契約番号・請求先 ID の誤り", "任意")
}

// given is the page of a request that was approved.
func givenPage(m session.Model, g wire.Grant) *Decide {
	return opened(m, func(i *wire.QueueItem) {
		i.Moves, i.Row.Status, i.Row.Contract, i.Given, i.Position = nil, access.Approved, "610001", &g, wire.Position{Seq: 20}
	})
}

func TestDecidePage_TakesAwayWhatItGave(t *testing.T) {
	p := givenPage(reviewer(i18n.English), wire.Grant{ID: "g", Level: access.Full, InForce: true, StartsAt: noon()})
	html := expect(t, p.Render(), "Access that was granted", "In force", "no end date", `id="decide-revoke"`)
	refuse(t, html, "Revoked by")

	taken := wire.Grant{ID: "g", Level: access.Full, Why: "grant.revoked", StartsAt: noon(), Revoked: &wire.Revocation{
		At: noon(), By: access.ByAdministrator, Name: "Ann Ames", Reason: access.RevokedRoleEnded, Note: "as agreed"}}
	p = givenPage(reviewer(i18n.English), taken)
	html = expect(t, p.Render(), "Revoked by", "Ann Ames", "No longer needed for the work", "as agreed")
	refuse(t, html, `id="decide-revoke"`)
	p.m.Lang = i18n.Japanese
	expect(t, p.Render(), "取り消した担当", "業務上不要になった")
	if html := expect(t, opened(reviewer(i18n.English)).Render()); html != "" {
		refuse(t, html, "Access that was granted")
	}
}

func TestDecidePage_LooksAgainWhenSomebodyElseTookItAway(t *testing.T) {
	p := givenPage(reviewer(i18n.English), wire.Grant{ID: "g", InForce: true})
	for scope, want := range map[string]bool{"contract:610001": true, "contract:610002": false} {
		p.m.Offices = map[string]uint64{scope: 21}
		if got := p.overtakenGiven(); got != want {
			t.Errorf("a change of %s: %v", scope, got)
		}
	}
	p.m.Offices = map[string]uint64{"contract:610001": 20}
	if p.overtakenGiven() {
		t.Error("it looks again at what it has seen")
	}
}
