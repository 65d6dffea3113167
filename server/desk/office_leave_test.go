package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

func (o *office) admins(who desk.Who, scope access.Identifier) (emails []string) {
	o.t.Helper()
	v, err := o.Office(o.t.Context(), who, scope)
	must(o.t, err)
	for _, a := range v.Administrators {
		emails = append(emails, a.Email)
	}
	return emails
}

func (o *office) leave(who desk.Who, scope access.Identifier, b wire.LeaveOffice) error {
	return o.LeaveOffice(o.t.Context(), who, scope, b)
}

func TestOfficeAdministrators_NameHandOverAndStepDown(t *testing.T) {
	o := open(t)
	ann, abe, rita := o.who("ann@alpha.example"), o.who("abe@alpha.example"), o.who("rita@vendor.example")
	c := access.Contract("1001")
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: " Carl@Alpha.example "}))
	at := o.since()
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "carl@alpha.example"}))
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "abe@alpha.example"})) // the registry's
	if o.since() != at {
		t.Error("who is an administrator was named again")
	}
	if got := strings.Join(o.admins(ann, c), " "); got != "abe@alpha.example ann@alpha.example carl@alpha.example" {
		t.Errorf("administrators: %s", got)
	}

	// Carl decides at once, and ann does not any more once she has left.
	pat := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
	must(t, o.leave(ann, c, wire.LeaveOffice{}))
	refused(t, o.ChangeRule(t.Context(), ann, c, wire.ChangeRule{Rule: "lock"}), wire.CodeNotFound)
	_, err := o.move(ann, pat.ID, access.MoveApprove, "")
	refused(t, err, wire.CodeNotFound)
	_, err = o.move(o.who("carl@alpha.example"), pat.ID, access.MoveApprove, "")
	must(t, err)

	// Abe hands over to somebody new, who is invited.
	must(t, o.leave(abe, c, wire.LeaveOffice{Successor: "succ@alpha.example"}))
	if got := strings.Join(o.admins(rita, c), " "); got != "carl@alpha.example succ@alpha.example" {
		t.Errorf("administrators: %s", got)
	}
	// The registry still names ann and abe: an import does not bring them back,
	// being named does.
	again := files()
	again["companies.csv"].Data = append(again["companies.csv"].Data, "Z,customer,Zeta Ltd,,,zeta.example,,US\n"...)
	o.replace(again)
	if got := strings.Join(o.admins(rita, c), " "); got != "carl@alpha.example succ@alpha.example" {
		t.Errorf("after an import: %s", got)
	}
	must(t, o.NameAdministrator(t.Context(), rita, c, wire.NameAdministrator{Email: "ann@alpha.example"}))
	o.rule(ann, wire.ChangeRule{Rule: "lock"})
}

func TestOfficeAdministrators_TheLastOneSaysAWordToTheVendor(t *testing.T) {
	o := open(t)
	ann, abe, rita := o.who("ann@alpha.example"), o.who("abe@alpha.example"), o.who("rita@vendor.example")
	c := access.Contract("1001")
	waits := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
	must(t, o.leave(abe, c, wire.LeaveOffice{Note: "not the last"}))
	at := o.since()
	p := refused(t, o.leave(ann, c, wire.LeaveOffice{}), wire.CodeValidation)
	if p.Fields[0].Field != "note" || p.Fields[0].Code != "note.last" || o.since() != at {
		t.Errorf("%+v", p.Fields)
	}
	must(t, o.leave(ann, c, wire.LeaveOffice{Note: "We move to another vendor."}))
	list, err := o.Offices(t.Context(), rita, "", 1)
	must(t, err)
	if len(list.Vacancies) != 1 || list.Vacancies[0].ID != "1001" || list.Vacancies[0].Note != "We move to another vendor." || list.Vacancies[0].By != "Ann Ames" {
		t.Errorf("vacancies: %+v", list.Vacancies)
	}
	o.stands(o.who("pat@mail.example"), waits.ID, access.PendingVendor)
	o.one(o.who("carl@alpha.example"), access.Full, "1001", access.Approved) // as for any contract without one
	must(t, o.NameAdministrator(t.Context(), rita, c, wire.NameAdministrator{Email: "carl@alpha.example"}))
	if list, err = o.Offices(t.Context(), rita, "", 1); err != nil || len(list.Vacancies) != 0 {
		t.Errorf("somebody was named: %+v, %v", list.Vacancies, err)
	}
	if v, err := o.Office(t.Context(), rita, c); err != nil || v.Vacancy != nil {
		t.Errorf("%+v, %v", v.Vacancy, err)
	}
}

// TestOfficeAdministrators_WhatWaitsGoesWithTheLastOne: in the same command, by
// the portal itself and with the reason; a long queue's rest by the timers.
func TestOfficeAdministrators_WhatWaitsGoesWithTheLastOne(t *testing.T) {
	o := open(t)
	ann, abe := o.who("ann@alpha.example"), o.who("abe@alpha.example")
	c := access.Contract("1001")
	var waiting []wire.Request
	var asking []desk.Who
	for i := range 230 {
		w := o.who(fmt.Sprintf("u%d@mail.example", i))
		me, err := o.Me(t.Context(), w)
		must(t, err)
		me.Profile.Company, me.Profile.Address = "Other Ltd", "1 Main St"
		_, err = o.UpdateProfile(t.Context(), w, wire.ProfileChange{Profile: me.Profile})
		must(t, err)
		asking = append(asking, w)
		waiting = append(waiting, o.one(w, access.Downloads, "1001", access.PendingAdministrator))
	}
	_, err := o.Tick(t.Context())
	must(t, err)
	must(t, o.leave(abe, c, wire.LeaveOffice{}))
	m := o.since()
	must(t, o.leave(ann, c, wire.LeaveOffice{Note: "bye"}))
	first := 0
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(m, 1000)
		for _, f := range facts[1:] {
			if f.By.Party != access.BySystem || !strings.Contains(string(f.Data), "admin.gone") {
				t.Errorf("%s by %+v: %s", f.Type, f.By, f.Data)
			}
			first++
		}
		return err
	}))
	if first != 200 {
		t.Errorf("%d went with the departure", first)
	}
	_, err = o.Tick(t.Context()) // which the command woke
	must(t, err)
	for i, r := range waiting {
		o.stands(asking[i], r.ID, access.PendingVendor)
	}
}

// TestOfficeAdministrators_TheLastOneLeavesALongQueue of people whose profiles
// are filled in both scripts: each is found by many words, which move with it.
func TestOfficeAdministrators_TheLastOneLeavesALongQueue(t *testing.T) {
	o := open(t)
	o.replace(managed("ann@alpha.example"))
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	const many = 220
	for i := range many {
		who := o.client(i)
		me, err := o.Me(t.Context(), who)
		must(t, err)
		p := me.Profile
		p.GivenName, p.FamilyName, p.GivenNameLocal, p.FamilyNameLocal = "Maximilian", "Featherstonehaugh", "マクシミリアン", "フェザーストンホー"
		p.Company, p.CompanyLocal = "Delta Manufacturing and Trading East Japan Co., Ltd.", "デルタ製造販売株式会社東日本支社営業統括本部第三営業部"
		_, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: p})
		must(t, err)
		o.one(who, access.Downloads, "1001", access.PendingAdministrator)
	}
	must(t, o.leave(ann, access.Contract("1001"), wire.LeaveOffice{Note: "bye"}))
	o.tick(0)
	queue, err := o.Queue(t.Context(), rita, desk.QueueQuery{})
	must(t, err)
	if queue.Counts.Total != many {
		t.Errorf("the vendor has %d of %d", queue.Counts.Total, many)
	}
}

func TestOfficeAdministrators_AReviewerSaysWhoLeft(t *testing.T) {
	o := open(t)
	rita, ann := o.who("rita@vendor.example"), o.who("ann@alpha.example")
	c := access.Contract("1001")
	field := func(err error) string {
		p := refused(t, err, wire.CodeValidation)
		return p.Fields[0].Field + " " + p.Fields[0].Code
	}
	at := o.since()
	for what, got := range map[string]struct {
		b    wire.LeaveOffice
		want string
	}{
		"an unknown address":  {wire.LeaveOffice{Email: "nobody@alpha.example"}, "email administrator.unknown"},
		"another account":     {wire.LeaveOffice{Email: "ann@alpha.example", Successor: "x"}, "successor email.form"},
		"no address":          {wire.LeaveOffice{Email: "nobody"}, "email email.form"},
		"themselves":          {wire.LeaveOffice{}, "email administrator.unknown"},
		"the successor leavs": {wire.LeaveOffice{Email: "ann@alpha.example", Successor: "ann@alpha.example"}, "successor successor.same"},
	} {
		if got, want := field(o.leave(rita, c, got.b)), got.want; got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	if o.since() != at {
		t.Error("something was written")
	}
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		if _, err := r.AccountByEmail("nobody@alpha.example"); err == nil {
			t.Error("an account was made")
		}
		return nil
	}))
	refused(t, o.leave(ann, c, wire.LeaveOffice{Email: "abe@alpha.example"}), wire.CodeForbidden)
	must(t, o.leave(rita, c, wire.LeaveOffice{Email: "abe@alpha.example"})) // only the registry knows him
	must(t, o.leave(rita, c, wire.LeaveOffice{Email: "abe@alpha.example"})) // left already
	if got := o.admins(rita, c); !slices.Equal(got, []string{"ann@alpha.example"}) {
		t.Errorf("administrators: %v", got)
	}
}
