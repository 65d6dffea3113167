package page

import (
	"testing"

	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestOfficeAdministrators_ShowsWhoDecides(t *testing.T) {
	p := &OfficeAdministrators{office: shown(administrator(i18n.English), managed())}
	html := expect(t, p.Render(), "Hana Sato", ">You<", "from the registry", "山田 健", "1 hour ago", "Has not signed in yet",
		"Add an administrator", "Hand over", "Step down")
	refuse(t, html, "release-") // only a reviewer releases others
	p.office.m.Lang = i18n.Japanese
	expect(t, p.Render(), "契約管理者を追加", "引き継ぐ", "退任する", "レジストリ")
}

func TestOfficeAdministrators_TheLastOneIsToldWhatHappens(t *testing.T) {
	alone := managed(func(v *wire.Office) { v.Administrators, v.Scope.Administrators = v.Administrators[:1], 1 })
	p := &OfficeAdministrators{office: shown(administrator(i18n.English), alone)}
	p.leave.who = alone.Administrators[0]
	expect(t, p.Render(), "You are the last administrator", "Aster Networks will review all requests", "Message to Aster Networks")

	p = &OfficeAdministrators{office: shown(administrator(i18n.English), managed())}
	p.leave.who = managed().Administrators[0]
	html := expect(t, p.Render(), "山田 健 continues to decide.")
	refuse(t, html, "Message to Aster Networks")
}

func TestOfficeAdministrators_OffersToFindTheRest(t *testing.T) {
	many := managed(func(v *wire.Office) { v.Scope.Administrators = 152 })
	p := &OfficeAdministrators{office: shown(administrator(i18n.English), many)}
	p.leave.who = many.Administrators[0]
	expect(t, p.Render(), "and 150 more.", `id="admins-find"`, "151 other administrators continue to decide.")
	p.find = "zoe"
	p.found = answer[wire.OfficeAdministrators]{Here: true, Value: wire.OfficeAdministrators{Total: 1,
		Administrators: []wire.OfficeAdministrator{{Email: "zoe@aoba.example"}}}}
	refuse(t, expect(t, p.Render(), "zoe@aoba.example", `value="zoe"`), "more.", "山田 健</")
	p.found.Value = wire.OfficeAdministrators{}
	p.office.m.Lang = i18n.Japanese
	expect(t, p.Render(), "「zoe」に一致する契約管理者はいません")
}

func TestOfficeAdministrators_AReviewerReleases(t *testing.T) {
	p := &OfficeAdministrators{office: shown(reviewer(i18n.English), managed(func(v *wire.Office) {
		v.Mine, v.Administrators[0].Self = false, false
	}))}
	p.leave.who = p.office.view.Value.Administrators[1]
	html := expect(t, p.Render(), `id="release-ken@aoba.example"`, "Remove 山田 健 as an administrator?", "This person will decide from now on")
	refuse(t, html, "office-hand\"")
}

func TestOfficeAdministrators_WhoLeftIsToldSo(t *testing.T) {
	p := &OfficeAdministrators{office: shown(customer(i18n.English), managed())}
	p.office.left = did("admins.downed", "Contract 610001")
	html := expect(t, p.Render(), "You are no longer an administrator of Contract 610001", `href="/access"`)
	refuse(t, html, "Add an administrator")
	p.office.m = administrator(i18n.Japanese)
	expect(t, p.Render(), "退任しました", `href="/office"`)
}
