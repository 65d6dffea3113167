package page

import (
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// noon is the moment at which the pages of these tests are looked at.
func noon() time.Time { return time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC) }

// customer is a signed-in person whose profile has everything.
func customer(lang i18n.Lang) session.Model {
	return session.Model{
		Phase: session.SignedIn, Lang: lang, Now: noon(),
		Me: &wire.Me{ID: "me", Role: access.RoleCustomer, Profile: wire.Profile{
			Email: "hana@aoba.example", Company: "Aoba Inc.", CompanyLocal: "青葉", Address: "1-2-3 Minato"}},
		Settings: wire.Settings{Vendor: "Aster Networks", SupportEmail: "help@aster.example",
			ServiceDescriptions: "https://aster.example/terms", MaxContracts: 10, VendorReviewMinutes: 120},
	}
}

// asked is one request of the customer in a status.
func asked(id string, s access.Status, reasons ...access.Reason) wire.Request {
	return wire.Request{ID: id, SubmissionID: "s1", Reference: "A-7K3M9Q-" + id, Level: access.Full,
		Identifier: access.Contract("100" + id), Status: s, Reasons: reasons,
		SubmittedAt: noon().Add(-time.Hour), ChangedAt: noon().Add(-time.Hour), Seq: 5,
		Moves: access.Moves(s, access.ByRequester)}
}

// expect fails for each text that the HTML lacks.
func expect(t *testing.T, ui app.UI, texts ...string) string {
	t.Helper()
	html := app.HTMLString(ui)
	for _, text := range texts {
		if !strings.Contains(html, text) {
			t.Errorf("%q is not shown in\n%s", text, html)
		}
	}
	return html
}

// refuse fails for each text that the HTML holds.
func refuse(t *testing.T, html string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(html, text) {
			t.Errorf("%q is shown in\n%s", text, html)
		}
	}
}

func TestAccess_ShowsCurrentAccess(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.GrantsLoaded{List: wire.GrantList{From: 1, Total: 3, Grants: []wire.Grant{
		{ID: "a", Level: access.Full, Contract: "2846332", BillTo: "77", Administrators: true, InForce: true, StartsAt: noon()},
		{ID: "b", Level: access.Downloads, Contract: "92168807", InForce: false, Why: "contract.inactive", StartsAt: noon()},
		{ID: "c", Level: access.Full, BillTo: "88", InForce: true, StartsAt: noon()},
	}}})
	p := &Access{model: m, grants: answer[wire.GrantList]{Here: true}}
	expect(t, p.Render(), "Add Access", "Your Current Access", "Your Access Requests", "- Find Access -",
		"2846332", "Contract Administrators", "Aster Networks Support", "Downloads only", "Not in force now",
		"all contracts under the bill-to ID", "Showing 1 to 3 of 3 entries", "Open a support case",
		"Grant access to users at other companies", "For Access Issues", "help@aster.example")
	p.model.Lang = i18n.Japanese
	html := expect(t, p.Render(), "アクセス権の追加", "取得済みアクセス権", "契約番号", "請求先 ID", "契約管理者", "Aster Networks サポート",
		"他社のユーザにアクセス権を付与する", "アクセスに関する問題が生じた場合")
	refuse(t, html, "Add Access", "Administrators")
}

// The list still shows that nothing matched, while what was looked for is gone:
// taking the boxes away here would take the focus with them.
func TestAccess_KeepsTheFindBoxesUntilTheWholeListIsShown(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.GrantsLoaded{Found: true})
	p := &Access{model: m, grants: answer[wire.GrantList]{Here: true, Value: wire.GrantList{Total: 1}}}
	expect(t, p.Render(), `id="find-contract"`, "No matching access")
	p.model = session.Reduce(m, session.GrantsLoaded{})
	refuse(t, expect(t, p.Render(), "Add Access"), `id="find-contract"`, "No matching access")
}

func TestAccess_LeadsWhoAdministersToContractManagement(t *testing.T) {
	m := session.Reduce(administrator(i18n.English), session.GrantsLoaded{List: wire.GrantList{From: 1, Total: 3, Grants: []wire.Grant{
		{ID: "a", Level: access.Full, Contract: "2846332", BillTo: "77", Administrators: true, Manages: true, InForce: true, StartsAt: noon()},
		{ID: "b", Level: access.Full, BillTo: "88", Administrators: true, Manages: true, InForce: true, StartsAt: noon()},
		{ID: "c", Level: access.Full, Contract: "92168807", Administrators: true, InForce: true, StartsAt: noon()},
	}}})
	p := &Access{model: m, grants: answer[wire.GrantList]{Here: true}}
	html := expect(t, p.Render(), `href="/office/contract/2846332"`, `href="/office/bill_to/88"`, `aria-label="Manage Contract 2846332"`)
	refuse(t, html, "/office/contract/92168807")
}

func TestAccess_MarksWhatEndsAndOffersItsExtension(t *testing.T) {
	soon := noon().Add(14 * 24 * time.Hour)
	m := session.Reduce(customer(i18n.English), session.GrantsLoaded{List: wire.GrantList{From: 1, Total: 4, Grants: []wire.Grant{
		{ID: "a", Level: access.Full, Contract: "1", InForce: true, StartsAt: noon(), EndsAt: soon, Extend: access.ByAdministrator},
		{ID: "b", Level: access.Full, Contract: "2", InForce: true, StartsAt: noon(), EndsAt: noon(), Extend: access.ByReviewer},
		{ID: "c", Level: access.Full, Contract: "3", InForce: true, StartsAt: noon(), EndsAt: soon, Extension: "r-9"},
		{ID: "d", Level: access.Full, Contract: "4", InForce: true, StartsAt: noon(), EndsAt: soon.Add(time.Second), Extend: access.ByReviewer},
	}}})
	p := &Access{model: m, grants: answer[wire.GrantList]{Here: true}}
	html := expect(t, p.Render(), "Ends in 14 days", "Ended", `id="extend-a"`, `id="extend-b"`, `id="extend-d"`, "Extension requested", "/requests/r-9")
	refuse(t, html, `id="extend-c"`, "Ends in 15 days", "Not in force now")
	p.model.Lang = i18n.Japanese
	expect(t, p.Render(), "あと 14 日で終了", "終了しました", "延長を依頼する", "延長を依頼済み")
}

func TestAccess_TellsWithoutAccessHowToGetTheFirst(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.GrantsLoaded{})
	p := &Access{model: m, grants: answer[wire.GrantList]{Here: true}}
	html := expect(t, p.Render(), "No access yet")
	refuse(t, html, "Showing 0")
}

func TestAccess_WarnsBeforeTypingThatTheProfileLacksTheCompany(t *testing.T) {
	m := customer(i18n.Japanese)
	m.Me.Profile.Company, m.Me.Profile.CompanyLocal = "", ""
	expect(t, (&Access{model: m}).Render(), "先に会社名と会社住所を登録してください", "/personal")
	expect(t, (&AddForm{Level: access.Full, model: m, draft: newDraft("me", access.Full)}).Render(), "先に会社名と会社住所を登録してください")
}

func TestSinceDay(t *testing.T) {
	m := customer("en")
	m.Zone = session.Zone{Name: "America/New_York", Offset: func(time.Time) int { return -5 * 3600 }}
	t.Run("AMomentIsOnTheDayOfTheReader", func(t *testing.T) {
		expect(t, sinceDay(m, time.Date(2026, 12, 1, 3, 0, 0, 0, time.UTC)), "30 Nov 2026")
	})
	t.Run("ADayOfTheRegistryStaysTheSame", func(t *testing.T) {
		expect(t, sinceDay(m, time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)), "1 Dec 2026")
	})
}
