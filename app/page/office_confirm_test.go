package page

import (
	"slices"
	"testing"
	"time"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// confirmPage is the tab with two accesses, the second of which is one's own.
func confirmPage(m session.Model, users ...wire.OfficeUser) *OfficeConfirm {
	v := managed()
	v.Scope.Unconfirmed = len(users)
	m.Settings.RecertifyDays = 365
	return &OfficeConfirm{userList: listed(m, v, users...)}
}

func toConfirm(id, name string) wire.OfficeUser {
	u := hanasAccess()
	u.Grant, u.Name, u.ConfirmBy = id, name, noon().Add(20*24*time.Hour)
	u.EndsAt = u.ConfirmBy
	return u
}

func TestOfficeConfirm_AsksOfEachAccess(t *testing.T) {
	own := toConfirm("g2", "Ann Ames")
	own.Self = true
	p := confirmPage(administrator(i18n.English), toConfirm("g1", "Mio Abe"), own, toConfirm("g3", "Bo Bo"))
	html := expect(t, p.Render(), `id="needed-g1"`, `id="gone-g1"`, `id="pick-g1"`, "Your own: someone else answers", "Select all shown (2)",
		"365 days after it was given", `href="/office/contract/610001/confirm"`)
	refuse(t, html, `id="needed-g2"`, `id="pick-g2"`, "selected")
	p.office.m.Lang = i18n.Japanese
	expect(t, p.Render(), "棚卸し", "引き続き必要", "不要", "ご自身のアクセス権は、ほかの方が回答します")
}

func TestOfficeConfirm_SelectsWhatCanBeAnswered(t *testing.T) {
	own := toConfirm("g2", "Ann Ames")
	own.Self = true
	p := confirmPage(administrator(i18n.English), toConfirm("g1", "Mio Abe"), own, toConfirm("g3", "Bo Bo"))
	p.pick("g1", false)
	p.pick("g3", true)
	expect(t, p.Render(), "2 selected", `id="all-needed"`, `id="all-gone"`)
	p.office.m.Batch = session.Batch{State: session.BatchHeld, Review: session.Review{Scope: p.office.scope}, Items: []session.BatchItem{{ID: "g1"}}}
	html := expect(t, p.Render(), "Will end", "A decision is being sent")
	refuse(t, html, `id="needed-g1"`, `id="all-needed"`)
	if got := p.chosen(); len(got) != 1 || got[0].Grant != "g3" {
		t.Errorf("chosen %+v", got)
	}
}

func TestOfficeConfirm_EndsNoAccessButThoseThatTheDialogNames(t *testing.T) {
	first, second, third := toConfirm("g1", "Mio Abe"), toConfirm("g2", "Ann Ames"), toConfirm("g3", "Bo Bo")
	p := confirmPage(administrator(i18n.English), first, third)
	p.pick("g1", false)
	p.pick("g3", false) // selected before, and on this page since
	got := p.waiting([]wire.OfficeUser{first, second})
	if len(got) != 1 || got[0].Grant != "g1" {
		t.Errorf("the accesses %+v would end", got)
	}
}

func TestOfficeConfirm_SaysWhyItIsNotNeeded(t *testing.T) {
	p := confirmPage(administrator(i18n.English), toConfirm("g1", "Mio Abe"))
	p.gone = gone{users: []wire.OfficeUser{toConfirm("g1", "Mio Abe")}, reason: access.RevokedRoleEnded, form: form{prefix: "gone-"}}
	html := expect(t, p.goneDialog(), "End the access of Mio Abe?", "Has left the company", "No longer needed for the work")
	refuse(t, html, "10 seconds", "Given on the wrong contract")
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		p.gone.users = append(p.gone.users, toConfirm(id, "User "+id))
	}
	p.gone.many = true
	expect(t, p.goneDialog(), "End 7 access rights?", "Mio Abe; User a; User b; User c; User d and 2 more", "10 seconds")
	p.office.m.Lang = i18n.Japanese
	expect(t, p.goneDialog(), "アクセス権 7 件を終了しますか？", "ほか 2 名")
}

// TestOffice_WhatAThirdPartyMayNotRead is the contract's number and its bill-to
// ID, in whatever form a note to them is written.
func TestOffice_WhatAThirdPartyMayNotRead(t *testing.T) {
	m := administrator(i18n.English)
	third := toConfirm("g1", "Mio Abe")
	third.How = wire.HowThirdParty
	confirm := confirmPage(m, third)
	batch := &OfficeBatch{office: shown(m, managed())}
	for name, hidden := range map[string]struct {
		of   func() []string
		some func(third bool)
	}{
		"confirm": {confirm.hidden, func(is bool) {
			confirm.gone.users = []wire.OfficeUser{toConfirm("g2", "Bo Bo")}
			if is {
				confirm.gone.users = append(confirm.gone.users, third)
			}
		}},
		"batch": {batch.hidden, func(is bool) {
			batch.result = &wire.BatchResult{Rows: []wire.BatchRow{{Action: wire.BatchAdd, Employer: wire.EmployerOther}, {Action: wire.BatchRemove}}}
			if is {
				batch.result.Rows[1].Employer = wire.EmployerOther
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, want := range [][]string{nil, {"610001", "5300000303"}} {
				if hidden.some(want != nil); !slices.Equal(hidden.of(), want) {
					t.Errorf("third party %t: %v", want != nil, hidden.of())
				}
			}
		})
	}
	batch.result.Remove = 1
	expect(t, batch.confirm(), "Do not name the contract or a person.")
}

func TestOfficeConfirm_IsATabWhereItIsAsked(t *testing.T) {
	users := usersPage(administrator(i18n.English), hanasAccess())
	refuse(t, expect(t, users.Render()), "To confirm")
	users.office.view.Value.Scope.Unconfirmed = 3
	expect(t, users.Render(), "To confirm", `<span class="count">`)
	p := confirmPage(administrator(i18n.English))
	refuse(t, expect(t, p.Render(), "Nothing to confirm"), `id="users-find"`)
}

func TestOfficeConfirm_IsSearched(t *testing.T) {
	p := confirmPage(administrator(i18n.English), toConfirm("g1", "Mio Abe"))
	expect(t, p.Render(), `id="users-find"`, "Find a user", "Part of the name, company or email address")
	p.find, p.users.Value = "bo", wire.OfficeUsers{}
	html := expect(t, p.Render(), `id="users-find"`, "No users found for “bo”", `href="/office/contract/610001/confirm"`, "Show all")
	refuse(t, html, "Nothing to confirm")
	if got := p.route("bo", 2); got != "/office/contract/610001/confirm?find=bo&page=2" {
		t.Errorf("the next page is %s", got)
	}
}

func TestOffices_LeadToWhatWaitsToBeConfirmed(t *testing.T) {
	s := managed().Scope
	s.Unconfirmed = 5
	p := &Offices{m: administrator(i18n.Japanese), page: 1, list: answer[wire.OfficeList]{Here: true, Value: wire.OfficeList{From: 1, Total: 1, Scopes: []wire.OfficeScope{s}}}}
	expect(t, p.Render(), "棚卸し 5 件", `href="/office/contract/610001/confirm"`)
}

func TestGrantPage_SaysThatItIsToBeConfirmed(t *testing.T) {
	g := wire.Grant{ID: "a", Contract: "610001", InForce: true, EndsAt: noon().Add(20 * 24 * time.Hour), ConfirmBy: noon().Add(20 * 24 * time.Hour), Extend: access.ByAdministrator}
	shown := func(lang i18n.Lang) *Grant {
		return &Grant{m: session.Reduce(customer(lang), session.GrantShown{Grant: g}), id: g.ID, asked: answer[wire.Grant]{Here: true, Value: g}}
	}
	expect(t, shown(i18n.English).Render(), "asked the contract administrators whether you still need it", "Request an extension")
	expect(t, shown(i18n.Japanese).Render(), "契約管理者に確認しています")
	g.EndsAt, g.ConfirmBy = noon().Add(-time.Hour), noon().Add(-time.Hour)
	expect(t, shown(i18n.English).Render(), "they did not confirm")
}

func TestHistory_TellsOfRecertification(t *testing.T) {
	m := administrator(i18n.English)
	for want, e := range map[string]wire.OfficeEvent{
		"Administrators were asked to confirm access: 2 access rights, by 1 Dec 2026": {What: "asked", Count: 2, EndsAt: time.Date(2026, 12, 1, 23, 59, 59, 0, time.UTC)},
		"Administrators no longer need to confirm access: 1 access right":             {What: "dropped", Count: 1},
		"“Full support” of Mio Abe was confirmed as still needed":                     {What: "confirmed", Who: "Mio Abe", Level: access.Full},
	} {
		if got := eventText(m, e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
