package page

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestDecidePage_OffersToRememberANameThatHeldUp(t *testing.T) {
	p := opened(reviewer(i18n.English))
	p.v = p.v.open(access.MoveApprove)
	expect(t, p.Render(), "Remember this company name for this contract", "Names to remember: Aoba Inc., 青葉", "remove it under Rules")
	p.m.Lang = i18n.Japanese
	expect(t, p.Render(), "この会社名をこの契約で記憶する", "記憶する会社名: Aoba Inc.、青葉")

	for name, change := range map[string]func(*wire.QueueItem){
		"no name in doubt": func(i *wire.QueueItem) { i.Row.Reasons, i.Trace = []access.Reason{access.DownloadsReview}, nil },
		"third party":      func(i *wire.QueueItem) { i.Third = &wire.ThirdParty{Email: "ops@ops.example"} },
		"no company":       func(i *wire.QueueItem) { i.Profile.Company, i.Profile.CompanyLocal = "", "" },
		"bill-to ID":       func(i *wire.QueueItem) { i.Row.Identifier = access.BillTo("53") },
	} {
		p := opened(reviewer(i18n.English), change)
		p.v = p.v.open(access.MoveApprove)
		t.Run(name, func(t *testing.T) { refuse(t, expect(t, p.Render(), "Yes, approve"), decideRemember) })
	}
}

func TestVerdict_RemembersWithAnApprovalAlone(t *testing.T) {
	v := verdict{Remember: true}
	if _, body, ok := v.open(access.MoveApprove).send(1, counter()); !ok || !body.Remember {
		t.Errorf("an approval sends %+v, %t", body, ok)
	}
	if _, body, ok := v.open(access.MoveDeny).typed("no").send(1, counter()); !ok || body.Remember {
		t.Errorf("a denial sends %+v, %t", body, ok)
	}
}
