package desk_test

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

func (o *office) users(who desk.Who, scope access.Identifier, find string) []wire.OfficeUser {
	o.t.Helper()
	list, err := o.OfficeUsers(o.t.Context(), who, scope, find, 1)
	must(o.t, err)
	return list.Users
}

// user finds somebody's one access through a contract.
func (o *office) user(who desk.Who, scope access.Identifier, email string) wire.OfficeUser {
	o.t.Helper()
	users := o.users(who, scope, email)
	if len(users) != 1 {
		o.t.Fatalf("%s has %d accesses: %+v", email, len(users), users)
	}
	return users[0]
}

// checks asks the entitlement check whether somebody may download.
func (o *office) checks(email, contract string) bool {
	o.t.Helper()
	if o.token == "" {
		issued, err := o.NewToken(o.t.Context(), o.who("olga@vendor.example"), wire.NewServiceToken{Name: "checks"})
		must(o.t, err)
		o.token = issued.Secret
	}
	answer, err := o.Entitlement(o.t.Context(), o.token, desk.EntitlementQuery{Email: email, Contract: contract, Action: access.ActionDownload})
	must(o.t, err)
	return answer.Entitled
}

func TestOfficeUsers_PagesByAddress(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	for i := range 60 {
		o.granted(fmt.Sprintf("u%02d@alpha.example", i), "1001")
	}
	var seen []string
	for page, want := range []struct{ from, shown int }{{1, 25}, {26, 25}, {51, 10}, {0, 0}} {
		list, err := o.OfficeUsers(t.Context(), ann, access.Contract("1001"), "", page+1)
		must(t, err)
		if list.Total != 60 || list.From != want.from || len(list.Users) != want.shown {
			t.Errorf("page %d: from %d, %d of %d", page+1, list.From, len(list.Users), list.Total)
		}
		for _, u := range list.Users {
			seen = append(seen, u.Email)
		}
	}
	if !slices.IsSorted(seen) || len(slices.Compact(seen)) != 60 {
		t.Errorf("in this order: %v", seen)
	}
	if got := o.users(ann, access.Contract("1001"), "U07"); len(got) != 1 || got[0].Email != "u07@alpha.example" {
		t.Errorf("find: %+v", got)
	}
}

func TestOfficeUsers_TellHowEachGotAccess(t *testing.T) {
	o := open(t)
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	c := access.Contract("1001")
	pat := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
	_, err := o.move(ann, pat.ID, access.MoveApprove, "")
	must(t, err)
	must(t, o.ChangeRule(t.Context(), ann, c, wire.ChangeRule{Rule: "approve", Value: "alpha.example"}))
	ruled := o.one(o.who("carl@alpha.example"), access.Downloads, "1001", access.Approved)
	must(t, o.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "new@alpha.example", Level: access.Full, EndsOn: "2027-03-31"}))
	o.give(event.GrantGiven{Grant: "g-third", Account: o.who(opal).Account, Level: access.Downloads, Scope: c, ThirdParty: true, Purpose: "runs the network"})
	for email, want := range map[string]wire.OfficeUser{
		"pat@mail.example":   {How: wire.HowRequest, Reference: pat.Reference},
		"carl@alpha.example": {How: wire.HowRule, Reference: ruled.Reference},
		"new@alpha.example":  {How: wire.HowAdded, EndsAt: time.Date(2027, 3, 31, 23, 59, 59, 0, time.UTC)},
		opal:                 {How: wire.HowThirdParty, Purpose: "runs the network"},
	} {
		got := o.user(ann, c, email)
		if got.How != want.How || got.Reference != want.Reference || !got.EndsAt.Equal(want.EndsAt) || got.Purpose != want.Purpose {
			t.Errorf("%s: %+v, want %+v", email, got, want)
		}
	}
	if got := o.user(rita, access.Contract("2001"), "pat@mail.example"); got.How != wire.HowRegistry || got.Name != "Pat Poe" {
		t.Errorf("the registry's: %+v", got)
	}
}

func TestOfficeUsers_AddEndExtendRemove(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	add := func(email string, level access.Level, ends string) error {
		return o.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: email, Level: level, EndsOn: ends})
	}
	at := o.since()
	must(t, add("New@Alpha.Example", access.Downloads, ""))
	if !o.checks("new@alpha.example", "1001") {
		t.Error("added, and has no access")
	}
	_, token := o.invitation(at, "new@alpha.example")
	must(t, o.SetPassword(t.Context(), wire.SetPassword{Token: token, Password: "a long enough secret"}))
	u := o.user(ann, c, "new@alpha.example")
	for what, got := range map[string]struct {
		err         error
		field, code string
	}{
		"held already":   {add("new@alpha.example", access.Downloads, "2027-01-01"), "email", "user.held"},
		"no address":     {add("new", access.Full, ""), "email", "email.form"},
		"a wrong level":  {add("new@alpha.example", access.Ordering, ""), "level", "level.unknown"},
		"a day gone by":  {add("other@alpha.example", access.Full, "2026-11-30"), "ends_on", "day.past"},
		"after its term": {add("other@alpha.example", access.Full, "2028-01-01"), "ends_on", "day.late"},
		"no day":         {o.SetOfficeEnd(t.Context(), ann, c, u.Grant, wire.SetEnd{EndsOn: "soon"}), "ends_on", "day.form"},
		"no reason":      {o.Revoke(t.Context(), ann, u.Grant, wire.Revoke{Note: "left us"}), "reason", "reason.required"},
		"another reason": {o.Revoke(t.Context(), ann, u.Grant, wire.Revoke{Reason: access.RevokedOther}), "note", "note.required"},
	} {
		p := refused(t, got.err, wire.CodeValidation)
		if len(p.Fields) != 1 || p.Fields[0].Field != got.field || p.Fields[0].Code != got.code {
			t.Errorf("%s: %+v", what, p.Fields)
		}
	}

	must(t, o.SetOfficeEnd(t.Context(), ann, c, u.Grant, wire.SetEnd{EndsOn: "2026-12-02"}))
	o.pass(48 * time.Hour)
	if o.checks("new@alpha.example", "1001") || !o.user(ann, c, "new@alpha.example").Ended {
		t.Error("the end came, and access goes on")
	}
	must(t, o.SetOfficeEnd(t.Context(), ann, c, u.Grant, wire.SetEnd{}))
	if !o.checks("new@alpha.example", "1001") {
		t.Error("the end was taken away, and there is no access")
	}

	must(t, o.Revoke(t.Context(), ann, u.Grant, leftUs()))
	must(t, o.Revoke(t.Context(), ann, u.Grant, leftUs())) // gone already
	if o.checks("new@alpha.example", "1001") || len(o.users(ann, c, "")) != 0 {
		t.Error("removed, and still there")
	}
	refused(t, o.SetOfficeEnd(t.Context(), ann, c, u.Grant, wire.SetEnd{EndsOn: "2027-01-01"}), wire.CodeNotFound)
	if o.checks("new@alpha.example", "1001") {
		t.Error("an end brought back what was removed")
	}
}

// TestOfficeUsers_AUserAtAnotherCompanyIsAThirdParty: nobody is guessed to belong
// to the contract's company. Gamma, of the bill-to ID, is entitled as well.
func TestOfficeUsers_AUserAtAnotherCompanyIsAThirdParty(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	for _, tc := range []struct {
		name  string
		b     wire.AddUser
		third bool
	}{
		{"TheHoldersDomain", wire.AddUser{Email: "new@alpha.example"}, false},
		{"ASubdomainOfTheBillTosCompany", wire.AddUser{Email: "new@jp.gamma.example"}, false},
		{"AnotherCompanysDomain", wire.AddUser{Email: "new@beta.example", Purpose: "Operating the branch network"}, true},
		{"APublicDomain", wire.AddUser{Email: "new@mail.example", Purpose: "Operating the branch network"}, true},
		{"AnotherDomainThatEndsAlike", wire.AddUser{Email: "new@notalpha.example", Purpose: "Operating the branch network"}, true},
		{"SaidToBelong", wire.AddUser{Email: "temp@mail.example", Employer: wire.EmployerOwn}, false},
		{"SaidNotToBelong", wire.AddUser{Email: "con@alpha.example", Employer: wire.EmployerOther, Purpose: "Operating the branch network"}, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.b.Level = access.Full
			at := o.since()
			must(t, o.AddOfficeUser(t.Context(), ann, c, tc.b))
			list, err := o.Grants(t.Context(), o.who(tc.b.Email), desk.GrantsQuery{})
			must(t, err)
			g := list.Grants[len(list.Grants)-1]
			if u := o.user(ann, c, tc.b.Email); g.ThirdParty != tc.third || (g.Contract == "") != tc.third || g.Purpose != tc.b.Purpose ||
				(u.How == wire.HowThirdParty) != tc.third {
				t.Errorf("holds %+v, listed as %+v", g, u)
			}
			mails := o.letters(at)
			if len(mails) != 1 || strings.Contains(mails[0].Subject+mails[0].Text, "1001") == tc.third || strings.Contains(mails[0].Text, "Purpose: \n") {
				t.Errorf("told by %+v", mails)
			}
		})
	}
	for what, got := range map[string]struct {
		b           wire.AddUser
		field, code string
	}{
		"no purpose":            {wire.AddUser{Employer: wire.EmployerOther}, "purpose", "purpose.required"},
		"no purpose, none said": {wire.AddUser{}, "purpose", "purpose.required"},
		"the number":            {wire.AddUser{Employer: wire.EmployerOther, Purpose: "for 1001"}, "purpose", "purpose.number"},
		"the bill-to ID":        {wire.AddUser{Purpose: "for 9001"}, "purpose", "purpose.number"},
		"another company":       {wire.AddUser{Employer: "else"}, "employer", "employer.unknown"},
	} {
		got.b.Email, got.b.Level = "bad@mail.example", access.Full
		p := refused(t, o.AddOfficeUser(t.Context(), ann, c, got.b), wire.CodeValidation)
		if len(p.Fields) != 1 || p.Fields[0].Field != got.field || p.Fields[0].Code != got.code {
			t.Errorf("%s: %+v", what, p.Fields)
		}
	}
}

func TestOfficeUsers_NobodyGivesThemselvesAccess(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	refused(t, o.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "ann@alpha.example", Level: access.Full}), wire.CodeOwnRequest)
	own := o.granted("ann@alpha.example", "1001")
	refused(t, o.SetOfficeEnd(t.Context(), ann, c, own, wire.SetEnd{EndsOn: "2027-12-31"}), wire.CodeOwnRequest)
	must(t, o.Revoke(t.Context(), ann, own, wire.Revoke{Reason: access.RevokedRoleEnded}))
}

// TestOfficeUsers_TheRegistrysAccessIsManagedToo, and an import brings back
// neither what was removed nor an end that was taken away.
func TestOfficeUsers_TheRegistrysAccessIsManagedToo(t *testing.T) {
	o := open(t)
	rita := o.who("rita@vendor.example")
	c := access.Contract("2001")
	grant := o.user(rita, c, "pat@mail.example").Grant
	must(t, o.SetOfficeEnd(t.Context(), rita, c, grant, wire.SetEnd{EndsOn: "2027-06-30"}))
	again := files()
	again["companies.csv"].Data = append(again["companies.csv"].Data, "Z,customer,Zeta Ltd,,,zeta.example,,US\n"...)
	o.replace(again)
	u := o.user(rita, c, "pat@mail.example")
	if u.Grant != grant || u.EndsAt.Format(time.DateOnly) != "2027-06-30" || !o.checks("pat@mail.example", "2001") {
		t.Errorf("after the import: %+v", u)
	}
	must(t, o.Revoke(t.Context(), rita, grant, wire.Revoke{Scope: c, Reason: access.RevokedLeftCompany}))
	o.replace(files())
	if len(o.users(rita, c, "")) != 0 || o.checks("pat@mail.example", "2001") {
		t.Error("the import brought it back")
	}
}

func TestOfficeCSV_IsSafeInASpreadsheet(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	for i, name := range []string{"=HYPERLINK(\"http://evil\")", "+1", "-1+2", "@SUM(A1)", "\"quoted\", with comma", "Żółw S.A."} {
		email := fmt.Sprintf("u%d@alpha.example", i)
		o.granted(email, "1001")
		w := o.who(email)
		me, err := o.Me(t.Context(), w)
		must(t, err)
		me.Profile.FamilyName, me.Profile.Company, me.Profile.Address = name, name, "1 Main St"
		_, err = o.UpdateProfile(t.Context(), w, wire.ProfileChange{Profile: me.Profile})
		must(t, err)
	}
	out, err := o.OfficeCSV(t.Context(), ann, c)
	must(t, err)
	text, marked := strings.CutPrefix(string(out), "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	must(t, err)
	if !marked || len(rows) != 7 || strings.Join(rows[0][:3], " ") != "email level ends_at" {
		t.Fatalf("%q", out)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a formula: %q", cell)
			}
		}
	}
	if rows[6][5] != "Żółw S.A." {
		t.Errorf("%q", rows[6])
	}
	// Sent back as it is, it changes nothing.
	result, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: string(out), Confirm: true})
	if err != nil || result.Same != 6 || !result.Done || len(result.Errors) > 0 {
		t.Errorf("%+v, %v", result, err)
	}
}

// TestOfficeUsers_APurposeStandsInNoFact, whichever way a third party got the
// access, and goes with its holder.
func TestOfficeUsers_APurposeStandsInNoFact(t *testing.T) {
	o := open(t)
	ann, olga := o.who("ann@alpha.example"), o.who("olga@vendor.example")
	c := access.Contract("1001")
	must(t, o.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "one@mail.example", Level: access.Full, Employer: wire.EmployerOther, Purpose: "Marker one"}))
	_, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: "two@mail.example,add,full,,other,Marker two", Confirm: true})
	must(t, err)
	o.approved(o.sponsored("1001", access.Full, opal), "ann@alpha.example", wire.Moved{Purpose: "Marker three"})
	for email, purpose := range map[string]string{"one@mail.example": "Marker one", "two@mail.example": "Marker two", opal: "Marker three"} {
		u := o.user(ann, c, email)
		must(t, o.SetOfficeEnd(t.Context(), ann, c, u.Grant, wire.SetEnd{EndsOn: "2027-03-31"}))
		if u := o.user(ann, c, email); u.Purpose != purpose || u.EndsAt.IsZero() {
			t.Errorf("%s: %+v", email, u)
		}
		must(t, o.Revoke(t.Context(), ann, u.Grant, wire.Revoke{Reason: access.RevokedPurposeDone}))
		holder := o.who(email)
		if g, err := o.Grant(t.Context(), holder, u.Grant); err != nil || g.Purpose != purpose {
			t.Errorf("%s, taken away: %+v, %v", email, g, err)
		}
		must(t, o.erase(olga, holder.Account, email))
		if left := o.everything(holder.Account); strings.Contains(left, purpose) {
			t.Errorf("%q is still there", purpose)
		}
		must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
			g, err := r.Grant(u.Grant)
			if g.Purpose != "" {
				t.Errorf("the grant has its purpose: %+v", g)
			}
			return err
		}))
	}
}
