package desk_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// found lists the addresses of all windows, with a star where there is no
// account yet.
func (o *office) found(who desk.Who, find string) []string {
	o.t.Helper()
	found := []string{}
	for cursor, windows := "", 0; windows < 20; windows++ {
		list, err := o.People(o.t.Context(), who, find, cursor)
		must(o.t, err)
		if len(list.People) > 50 {
			o.t.Errorf("%d people at once", len(list.People))
		}
		for _, p := range list.People {
			if p.ID == "" {
				p.Email += "*"
			}
			found = append(found, p.Email)
		}
		if cursor = list.Next; cursor == "" {
			return found
		}
	}
	o.t.Fatal("the list does not end")
	return nil
}

func TestDesk_People_FindsThoseOfTheRegistryWhoHaveNoAccountYet(t *testing.T) {
	o := open(t)
	olga := o.who("olga@vendor.example")
	o.who("abe@alpha.example")
	for find, want := range map[string][]string{
		"A":                 {"abe@alpha.example", "ann@alpha.example*"},
		"ann@alpha.example": {"ann@alpha.example*"},
		"annx":              {},
		"":                  {"abe@alpha.example", "ann@alpha.example*", "bare@alpha.example*", "carl@alpha.example*", "olga@vendor.example", "pat@mail.example*", "rita@vendor.example*", "ron@vendor.example*"},
	} {
		if diff := cmp.Diff(want, o.found(olga, find)); diff != "" {
			t.Errorf("find %q (-want +got)\n%s", find, diff)
		}
	}
	list, err := o.People(t.Context(), olga, "rita", "")
	must(t, err)
	if diff := cmp.Diff([]wire.Person{{Email: "rita@vendor.example", Name: "Rita Rey", Company: "Vendor", Role: access.RoleReviewer}}, list.People); diff != "" {
		t.Error(diff)
	}
}

// TestDesk_People_MergesBothListsWindowByWindow has more of both than a window
// holds, in stretches of one kind.
func TestDesk_People_MergesBothListsWindowByWindow(t *testing.T) {
	o := open(t)
	olga := o.who("olga@vendor.example")
	rows := strings.Builder{}
	rows.Write(files()["accounts.csv"].Data)
	want := []string{}
	for i := range 260 {
		email := fmt.Sprintf("p%03d@many.example", i)
		listed, joined := i%3 > 0, i < 60 || i > 200 || i%2 == 0
		if listed {
			rows.WriteString(email + ",P,P,Alpha Works,,1 Main St,US,en,customer\n")
		}
		switch {
		case joined:
			o.who(email)
		case listed:
			email += "*"
		default:
			continue
		}
		want = append(want, email)
	}
	changed := files()
	changed["accounts.csv"] = &fstest.MapFile{Data: []byte(rows.String())}
	want = append(want, "pat@mail.example*")
	_, err := o.ImportNow(t.Context(), changed, false, nil)
	must(t, err)
	if diff := cmp.Diff(want, o.found(olga, "p")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestDesk_TakeOverIsOneCommand: no account is left with the registry's role when
// the process is killed, and a repeat answers with the first one's account.
func TestDesk_TakeOverIsOneCommand(t *testing.T) {
	k := &cut{left: -1}
	o := open(t, func(c *desk.Config) { k.Ledger, c.Ledger = c.Ledger, k })
	olga := keyed(o.who("olga@vendor.example"), "take over")
	b := wire.TakeOver{Email: "ann@alpha.example", Role: access.RoleReviewer}
	k.left = 1
	ann, err := o.TakeOver(t.Context(), olga, b)
	if err != nil || ann.Role != access.RoleReviewer {
		t.Fatalf("%+v, %v", ann, err)
	}
	k.left = -1
	at := o.since()
	if again, err := o.TakeOver(t.Context(), olga, b); err != nil || again != ann || o.since() != at {
		t.Errorf("the repeat: %+v, %v", again, err)
	}
}

func TestDesk_TakeOver(t *testing.T) {
	o := open(t)
	olga := o.who("olga@vendor.example")
	carl := o.who("carl@alpha.example")
	_, err := o.TakeOver(t.Context(), carl, wire.TakeOver{Email: "ann@alpha.example", Role: access.RoleReviewer})
	refused(t, err, wire.CodeForbidden)
	_, err = o.TakeOver(t.Context(), olga, wire.TakeOver{Email: "nobody@alpha.example", Role: access.RoleReviewer})
	refused(t, err, wire.CodeNotFound)
	_, err = o.TakeOver(t.Context(), olga, wire.TakeOver{Email: "ann@alpha.example", Role: "king"})
	refused(t, err, wire.CodeValidation)
	_, err = o.TakeOver(t.Context(), olga, wire.TakeOver{Email: "olga@vendor.example", Role: access.RoleCustomer})
	refused(t, err, wire.CodeValidation)
	ann, err := o.TakeOver(t.Context(), olga, wire.TakeOver{Email: "Ann@alpha.example", Role: access.RoleReviewer})
	must(t, err)
	if ann.ID == "" || ann.Role != access.RoleReviewer || ann.Name != "Ann Ames" {
		t.Errorf("took over %+v", ann)
	}
	if got := o.found(olga, "ann"); len(got) != 1 || got[0] != "ann@alpha.example" {
		t.Errorf("found %v", got)
	}
}

// TestDesk_People_SaysWhoHasNoPassword: a rule makes an account of an address
// whose holder has never been here.
func TestDesk_People_SaysWhoHasNoPassword(t *testing.T) {
	o := open(t)
	olga, ann, c := o.who("olga@vendor.example"), o.who("ann@alpha.example"), access.Contract("1001")
	must(t, o.ChangeRule(t.Context(), ann, c, wire.ChangeRule{Rule: "standing", Value: "pat@mail.example"}))
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "pat@mail.example"}))
	unused := func(want bool) {
		t.Helper()
		list, err := o.People(t.Context(), olga, "pat", "")
		must(t, err)
		if p := list.People[0]; p.ID == "" || p.NoPassword != want {
			t.Errorf("the operator sees %+v", p)
		}
		view, err := o.Office(t.Context(), ann, c)
		must(t, err)
		for _, a := range view.Administrators {
			if a.Email == "pat@mail.example" && a.Account == want {
				t.Errorf("administrators see %+v", a)
			}
		}
	}
	unused(true)
	_, err := o.AddAccount(t.Context(), "pat@mail.example", password, "")
	must(t, err)
	unused(false)
}
