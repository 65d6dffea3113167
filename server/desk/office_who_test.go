package desk_test

import (
	"testing"

	"accord/server/desk"
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// managing is everything that somebody may try on a contract or bill-to ID.
func managing(o *office, scope access.Identifier, grant string) map[string]func(desk.Who) error {
	ctx := o.t.Context()
	return map[string]func(desk.Who) error{
		"see it": func(w desk.Who) error { _, err := o.Office(ctx, w, scope); return err },
		"users":  func(w desk.Who) error { _, err := o.OfficeUsers(ctx, w, scope, "", 1); return err },
		"csv":    func(w desk.Who) error { _, err := o.OfficeCSV(ctx, w, scope); return err },
		"history": func(w desk.Who) error {
			_, err := o.OfficeHistory(ctx, w, scope, "")
			return err
		},
		"check a batch": func(w desk.Who) error {
			_, err := o.Batch(ctx, w, scope, wire.Batch{Text: "zoe@alpha.example,add\n"})
			return err
		},
		"do a batch": func(w desk.Who) error {
			_, err := o.Batch(ctx, w, scope, wire.Batch{Text: "zoe@alpha.example,add\n", Confirm: true})
			return err
		},
		"add": func(w desk.Who) error {
			return o.AddOfficeUser(ctx, w, scope, wire.AddUser{Email: "yan@alpha.example", Level: access.Full})
		},
		"end":  func(w desk.Who) error { return o.SetOfficeEnd(ctx, w, scope, grant, wire.SetEnd{EndsOn: "2027-01-31"}) },
		"rule": func(w desk.Who) error { return o.ChangeRule(ctx, w, scope, wire.ChangeRule{Rule: "lock"}) },
		"name": func(w desk.Who) error {
			return o.NameAdministrator(ctx, w, scope, wire.NameAdministrator{Email: "carl@alpha.example"})
		},
		"remove": func(w desk.Who) error {
			return o.Revoke(ctx, w, grant, leftUs())
		},
	}
}

// TestOffice_WhoMay holds everybody to it: the contract's own administrators
// and the vendor's reviewers, and nobody else so much as learns that it exists.
func TestOffice_WhoMay(t *testing.T) {
	for _, email := range []string{"ann@alpha.example", "abe@alpha.example", "rita@vendor.example"} {
		t.Run(email, func(t *testing.T) {
			o := open(t)
			all := managing(o, access.Contract("1001"), o.granted("pat@mail.example", "1001"))
			for what, try := range all {
				if what != "remove" {
					must(t, try(o.who(email)))
				}
			}
			must(t, all["remove"](o.who(email)))
		})
	}
	o := open(t)
	grant := o.granted("pat@mail.example", "1001")
	before := o.since()
	for _, email := range []string{
		"carl@alpha.example",  // of the same company
		"gil@gamma.example",   // administers the bill-to ID above
		"pat@mail.example",    // holds access
		"olga@vendor.example", // operates the portal
	} {
		w := o.who(email)
		before = o.since()
		for what, try := range managing(o, access.Contract("1001"), grant) {
			t.Run(email+"/"+what, func(t *testing.T) { refused(t, try(w), wire.CodeNotFound) })
		}
		refused(t, o.LeaveOffice(t.Context(), w, access.Contract("1001"), wire.LeaveOffice{Note: "x"}), wire.CodeNotFound)
	}
	if o.since() != before {
		t.Error("something was written")
	}
}

// granted gives somebody access to a contract as a decision would.
func (o *office) granted(email, contract string) string {
	o.t.Helper()
	id := "g-" + email + "-" + contract
	o.give(event.GrantGiven{Grant: id, Account: o.who(email).Account, Level: access.Full, Scope: access.Contract(contract)})
	return id
}

func TestOffice_AnAdministratorReachesNothingOfAnotherContract(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	must(t, o.NameAdministrator(t.Context(), o.who("rita@vendor.example"), access.Contract("2001"), wire.NameAdministrator{Email: "bert@beta.example"}))
	foreign := o.granted("carl@alpha.example", "2001")
	users, err := o.OfficeUsers(t.Context(), o.who("bert@beta.example"), access.Contract("2001"), "pat", 1)
	must(t, err)
	held := users.Users[0].Grant // the registry's
	for what, err := range map[string]error{
		"end of one given here":      o.SetOfficeEnd(t.Context(), ann, access.Contract("1001"), foreign, wire.SetEnd{}),
		"removal of one given here":  o.Revoke(t.Context(), ann, foreign, wire.Revoke{Scope: access.Contract("1001"), Reason: access.RevokedByMistake}),
		"end of the registry's":      o.SetOfficeEnd(t.Context(), ann, access.Contract("1001"), held, wire.SetEnd{}),
		"removal of the registry's":  o.Revoke(t.Context(), ann, held, wire.Revoke{Scope: access.Contract("1001"), Reason: access.RevokedByMistake}),
		"the same by its contract":   o.Revoke(t.Context(), ann, held, wire.Revoke{Scope: access.Contract("2001"), Reason: access.RevokedByMistake}),
		"confirming of nothing":      confirmError(o.Confirm(t.Context(), ann, access.Contract("2001"), wire.Confirm{Grants: []string{foreign}, Needed: true})),
		"a contract of nobody's":     o.ChangeRule(t.Context(), ann, access.Contract("404404"), wire.ChangeRule{Rule: "lock"}),
		"another kind of identifier": o.NameAdministrator(t.Context(), ann, access.Identifier{Kind: access.KindSerial, Value: "SER-1001"}, wire.NameAdministrator{Email: "x@alpha.example"}),
	} {
		t.Run(what, func(t *testing.T) { refused(t, err, wire.CodeNotFound) })
	}
	list, err := o.Offices(t.Context(), ann, "", 1)
	must(t, err)
	if len(list.Scopes) != 1 || list.Scopes[0].ID != "1001" || list.Vacancies != nil {
		t.Errorf("ann lists %+v", list)
	}
	if list, err = o.Offices(t.Context(), ann, "2001", 1); err != nil || list.Total != 0 || len(list.Scopes) != 0 {
		t.Errorf("ann finds %+v, %v", list, err)
	}
	_, err = o.Offices(t.Context(), o.who("carl@alpha.example"), "", 1)
	refused(t, err, wire.CodeForbidden)
}

func TestOffice_AReviewerFindsAnyByItsWholeNumber(t *testing.T) {
	o := open(t)
	rita := o.who("rita@vendor.example")
	for find, want := range map[string]int{"": 0, "2001": 1, "9001": 1, "200": 0, "404404": 0} {
		list, err := o.Offices(t.Context(), rita, find, 1)
		if err != nil || list.Total != want {
			t.Errorf("%q finds %d, %v, want %d", find, list.Total, err, want)
		}
	}
}

// TestOffice_WhoLostTheRightMeanwhileIsRefused: between looking up and writing
// somebody steps down.
func TestOffice_WhoLostTheRightMeanwhileIsRefused(t *testing.T) {
	m := &meanwhile{}
	o := open(t, m.between)
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	m.before = func() {
		must(t, o.LeaveOffice(t.Context(), rita, access.Contract("1001"), wire.LeaveOffice{Email: "ann@alpha.example"}))
	}
	refused(t, o.ChangeRule(t.Context(), ann, access.Contract("1001"), wire.ChangeRule{Rule: "lock"}), wire.CodeNotFound)
	v, err := o.Office(t.Context(), rita, access.Contract("1001"))
	must(t, err)
	if v.Rules.Locked {
		t.Error("it was locked all the same")
	}
}
