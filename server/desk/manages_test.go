package desk_test

import (
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
