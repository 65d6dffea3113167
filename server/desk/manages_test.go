package desk_test

import (
	"fmt"
	"slices"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// TestDesk_Grants_SayWhatTheHolderAdministers: by the registry or by being
// named, until they leave.
func TestDesk_Grants_SayWhatTheHolderAdministers(t *testing.T) {
	o := open(t)
	ann, carl := o.who("ann@alpha.example"), o.who("carl@alpha.example")
	if err := o.AddOfficeUser(t.Context(), ann, access.Contract("1001"), wire.AddUser{Email: "carl@alpha.example", Level: access.Full}); err != nil {
		t.Fatal(err)
	}
	manages := func(want bool) {
		t.Helper()
		list, err := o.Grants(t.Context(), carl, desk.GrantsQuery{})
		if err != nil || list.Total != 1 || list.Grants[0].Manages != want {
			t.Errorf("%+v, %v; want to manage %t", list.Grants, err, want)
		}
	}
	manages(false)
	if err := o.NameAdministrator(t.Context(), ann, access.Contract("1001"), wire.NameAdministrator{Email: "carl@alpha.example"}); err != nil {
		t.Fatal(err)
	}
	manages(true)
	if err := o.LeaveOffice(t.Context(), carl, access.Contract("1001"), wire.LeaveOffice{}); err != nil {
		t.Fatal(err)
	}
	manages(false)
}

// TestDesk_OfficeUsers_SayHowAccessCame of each kind that there is.
func TestDesk_OfficeUsers_SayHowAccessCame(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	r := o.sponsored("1001", access.Full, opal)
	_, err := o.approveFor(ann, r.ID, wire.Moved{Purpose: "Operating the branch network"})
	must(t, err)
	must(t, o.AddOfficeUser(t.Context(), ann, access.Contract("1001"), wire.AddUser{Email: "rita@vendor.example", Level: access.Full, Employer: wire.EmployerOwn}))
	asked := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
	_, err = o.Move(t.Context(), ann, asked.ID, access.MoveApprove, wire.Moved{})
	must(t, err)

	users, err := o.OfficeUsers(t.Context(), ann, access.Contract("1001"), "", 1)
	must(t, err)
	got := map[string]wire.OfficeHow{}
	for _, u := range users.Users {
		got[u.Email] = u.How
	}
	for email, want := range map[string]wire.OfficeHow{
		opal: wire.HowThirdParty, "rita@vendor.example": wire.HowAdded, "pat@mail.example": wire.HowRequest,
	} {
		if got[email] != want {
			t.Errorf("%s came by %q, want %q", email, got[email], want)
		}
	}
}

// TestManages_EvenAsOneOfVeryMany: who is named behind the first hundred, which
// lists end with, decides and manages as they do.
func TestManages_EvenAsOneOfVeryMany(t *testing.T) {
	o := open(t)
	var admins []string
	for i := range 120 {
		admins = append(admins, fmt.Sprintf("b%03d@alpha.example", i))
	}
	o.replace(managed(append(admins, "zoe@alpha.example")...))
	zoe := o.who("zoe@alpha.example")
	r := o.one(o.client(1), access.Downloads, "1001", access.PendingAdministrator)
	item, err := o.QueueItem(t.Context(), zoe, r.ID)
	must(t, err)
	if !slices.Contains(item.Moves, access.MoveApprove) {
		t.Errorf("she may %v", item.Moves)
	}
	_, err = o.Office(t.Context(), zoe, access.Contract("1001"))
	must(t, err)
	_, err = o.move(zoe, r.ID, access.MoveApprove, "")
	must(t, err)
}
