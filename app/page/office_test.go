package page

import (
	"testing"
	"time"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// administrator is a signed-in person who administers something.
func administrator(lang i18n.Lang) session.Model {
	m := customer(lang)
	m.Me.Administers = true
	return m
}

// managed is a contract as its administrators see it.
func managed(changes ...func(*wire.Office)) wire.Office {
	v := wire.Office{Mine: true, Hidden: []string{"610001", "5300000303"},
		Scope: wire.OfficeScope{Kind: access.KindContract, ID: "610001", Holder: "Aoba Inc.", HolderLocal: "青葉", ServiceLevel: "24x7",
			StartsAt: noon().AddDate(-1, 0, 0), EndsAt: noon().AddDate(1, 0, 0), Active: true, Users: 2, Waiting: 3, Administrators: 2},
		Administrators: []wire.OfficeAdministrator{
			{Email: "hana@aoba.example", Name: "Hana Sato", Self: true, Account: true},
			{Email: "ken@aoba.example", NameLocal: "山田 健", Since: noon().Add(-time.Hour)},
		}}
	for _, change := range changes {
		change(&v)
	}
	return v
}

// shown is a tab's frame that shows a contract.
func shown(m session.Model, v wire.Office) office {
	return office{m: m, scope: access.Identifier{Kind: v.Scope.Kind, Value: v.Scope.ID},
		view: answer[wire.Office]{Value: v, Here: true}}
}

func hanasAccess() wire.OfficeUser {
	return wire.OfficeUser{Grant: "g1", Email: "mio@aoba.example", Name: "Mio Abe", NameLocal: "阿部 澪", Company: "Aoba Inc.",
		Level: access.Full, How: wire.HowRequest, Reference: "A-7K3M9Q-1", Request: "r1", StartsAt: noon().AddDate(0, -1, 0)}
}

func usersPage(m session.Model, users ...wire.OfficeUser) *OfficeUsers {
	return &OfficeUsers{userList: listed(m, managed(), users...)}
}

func listed(m session.Model, v wire.Office, users ...wire.OfficeUser) userList {
	return userList{office: shown(m, v), page: 1, users: answer[wire.OfficeUsers]{Here: true,
		Value: wire.OfficeUsers{Users: users, From: 1, Total: len(users)}}}
}

func TestOffices_ListsWhatIsManaged(t *testing.T) {
	p := &Offices{m: administrator(i18n.English), page: 1, list: answer[wire.OfficeList]{Here: true, Value: wire.OfficeList{
		From: 1, Total: 2, Scopes: []wire.OfficeScope{managed().Scope,
			{Kind: access.KindBillTo, ID: "5300000303", Holder: "Aoba Inc.", Users: 500, Locked: false, Active: true}}}}}
	expect(t, p.Render(), "Contract 610001", `href="/office/contract/610001"`, "青葉", "Review 3 waiting", `href="/queue?find=610001"`,
		"Bill-to ID 5300000303", `href="/office/bill_to/5300000303"`, "500 or more", "Showing 1 to 2 of 2 entries")
	p.m.Lang = i18n.Japanese
	expect(t, p.Render(), "契約管理", "確認待ち 3 件を見る", "500 以上")
}

func TestOffices_SaysWhyAContractIsNotInForce(t *testing.T) {
	for term, want := range map[access.Term][2]string{
		access.TermTerminated: {"Terminated", "解約済み"}, access.TermExpired: {"Expired", "期限切れ"},
		access.TermNotStarted: {"Not started", "開始前"}, "": {"Not in force", "無効"},
	} {
		s := managed().Scope
		s.Active, s.Term = false, term
		expect(t, officeTags(administrator(i18n.English), s), want[0])
		expect(t, officeTags(administrator(i18n.Japanese), s), want[1])
	}
}

func TestOffices_SaysWhyThereIsNothing(t *testing.T) {
	list := answer[wire.OfficeList]{Here: true}
	expect(t, (&Offices{m: administrator(i18n.English), list: list}).Render(), "You do not administer any contracts")
	html := expect(t, (&Offices{m: administrator(i18n.English), list: list, find: "77"}).Render(), "Nothing found for “77”", "You see only what you manage")
	refuse(t, html, "You do not administer any contracts")
	expect(t, (&Offices{m: reviewer(i18n.English), list: list}).Render(), "Find any contract by its number")
	expect(t, (&Offices{m: reviewer(i18n.Japanese), list: list, find: "77"}).Render(), "担当外の契約は番号をすべて入力すると表示されます")
	expect(t, (&Offices{m: customer(i18n.English)}).Render(), "for contract administrators and reviewers")
	failed := answer[wire.OfficeList]{Err: &wire.Problem{Code: wire.CodeOffline}}
	expect(t, (&Offices{m: administrator(i18n.English), list: failed}).Render(), "Try again")
	expect(t, (&Offices{m: administrator(i18n.English)}).Render(), "Loading…")
}

func TestOffices_ReviewersSeeWhatNobodyAdministers(t *testing.T) {
	p := &Offices{m: reviewer(i18n.English), list: answer[wire.OfficeList]{Here: true, Value: wire.OfficeList{
		Vacancies: []wire.Vacancy{{Kind: access.KindContract, ID: "610009", By: "Priya Nair", Note: "Ask <Sam>.", At: noon()}}}}}
	p.vacant = p.list.Value.Vacancies
	expect(t, p.Render(), "No administrator", "Contract 610009", "Priya Nair left", "Ask &lt;Sam&gt;.")
	refuse(t, expect(t, p.Render()), "vacancies-more")
	p.more.Value.Next = "next"
	expect(t, p.Render(), `id="vacancies-more"`, "Show more")
}

func TestOfficeUsers_ShowsWhoHasAccess(t *testing.T) {
	ended := hanasAccess()
	ended.Grant, ended.Email, ended.Name, ended.EndsAt, ended.Ended = "g2", "old@aoba.example", "Old One", noon().AddDate(0, 0, -3), true
	ended.Request, ended.Reference, ended.How = "", "", wire.HowRegistry
	own := hanasAccess()
	own.Grant, own.Name, own.Self = "g3", "Hana Sato", true
	p := usersPage(administrator(i18n.English), hanasAccess(), ended, own)
	html := expect(t, p.Render(), "Mio Abe", "阿部 澪", "mio@aoba.example", "Full support", `href="/queue/r1"`, "A-7K3M9Q-1", "no end date",
		"From the registry", "Ended", "Extend", "Set an end date", "Revoke", ">You<", "Showing 1 to 3 of 3 entries")
	refuse(t, html, `id="end-g3"`) // nobody moves the end of their own
	p.office.m.Lang = i18n.Japanese
	expect(t, p.Render(), "契約 610001", "ユーザを追加", "終了日を設定", "延長する", "レジストリ")
}

func TestOfficeUsers_SaysWhyThereIsNothing(t *testing.T) {
	p := usersPage(administrator(i18n.English))
	expect(t, p.Render(), "No users yet", "Add a user")
	p.find = "mio"
	expect(t, p.Render(), "No users found for “mio”", "Show all")
	p.users = answer[wire.OfficeUsers]{Err: &wire.Problem{Code: wire.CodeOffline}}
	expect(t, p.Render(), "Try again")
	p.office.view = answer[wire.Office]{Err: &wire.Problem{Code: wire.CodeNotFound}}
	expect(t, p.Render(), "You do not manage this")
	p.office.view = answer[wire.Office]{}
	expect(t, p.Render(), "Loading…")
}

// TestOffice_KeepsWhatIsThereWhenItCannotBeLoadedAgain: a lost line takes
// nothing off the page.
func TestOffice_KeepsWhatIsThereWhenItCannotBeLoadedAgain(t *testing.T) {
	p := usersPage(administrator(i18n.English), hanasAccess())
	p.office.view.Err = &wire.Problem{Code: wire.CodeOffline}
	expect(t, p.Render(), "What you see may be out of date", "Mio Abe")
}

func TestOffice_ReviewersAreToldAsWhomTheyAct(t *testing.T) {
	p := usersPage(reviewer(i18n.English), hanasAccess())
	p.office.view.Value = managed(func(v *wire.Office) {
		v.Mine, v.Administrators, v.Scope.Administrators = false, nil, 0
		v.Vacancy = &wire.Vacancy{By: "Priya Nair", Note: "Nobody left.", At: noon()}
	})
	expect(t, p.Render(), "recorded as made by Aster Networks", "No administrator: Aster Networks reviews requests", "Nobody left.")
}

func TestChangedUsers(t *testing.T) {
	page := func(total int, users ...wire.OfficeUser) wire.OfficeUsers {
		return wire.OfficeUsers{Users: users, Total: total}
	}
	other, longer := hanasAccess(), hanasAccess()
	other.Grant, longer.EndsAt = "g9", noon()
	for name, c := range map[string]struct {
		before, after wire.OfficeUsers
		marked        []string
		n             int
	}{
		"nothing":         {page(1, hanasAccess()), page(1, hanasAccess()), nil, 0},
		"added":           {page(1, hanasAccess()), page(2, hanasAccess(), other), []string{"g9"}, 1},
		"removed":         {page(2, hanasAccess(), other), page(1, hanasAccess()), nil, 1},
		"an end":          {page(1, hanasAccess()), page(1, longer), []string{"g1"}, 1},
		"on another page": {page(30, hanasAccess()), page(31, hanasAccess()), nil, 1},
	} {
		marked, n := changedUsers(c.before, c.after)
		if n != c.n || len(marked) != len(c.marked) || len(c.marked) == 1 && !marked[c.marked[0]] {
			t.Errorf("%s: %v, %d; want %v, %d", name, marked, n, c.marked, c.n)
		}
	}
}

func TestExtended(t *testing.T) {
	latest := noon().AddDate(0, 6, 0)
	for name, c := range map[string]struct {
		ends time.Time
		days int
		want string
	}{
		"without an end":   {time.Time{}, 30, "2026-12-31"},
		"from the end":     {noon().AddDate(0, 0, 10), 30, "2027-01-10"},
		"after it ended":   {noon().AddDate(0, 0, -10), 30, "2026-12-31"},
		"no later than so": {time.Time{}, 365, "2027-06-01"},
	} {
		if got := extended(wire.OfficeUser{EndsAt: c.ends}, noon(), latest, c.days); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestScopeAt(t *testing.T) {
	for path, want := range map[string]access.Identifier{
		"/office/contract/610001":      access.Contract("610001"),
		"/office/bill_to/53/rules":     access.BillTo("53"),
		"/office/contract/610001/more": access.Contract("610001"),
		"/office":                      {},
		"/office/contract":             {},
	} {
		if got := scopeAt(path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func TestOutcome_WordsItsDayInThePagesLanguage(t *testing.T) {
	o := outcome{key: "office.end.done", args: []string{"Mio"}, day: noon()}
	for lang, want := range map[i18n.Lang]string{
		i18n.English:  "The access of Mio ends on 1 Dec 2026",
		i18n.Japanese: "Mio 様のアクセス権の終了日を2026年12月1日に設定しました",
	} {
		if got := o.text(customer(lang)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
