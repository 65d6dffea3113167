package desk_test

import (
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

func TestDesk_DecideSeveralForThirdParties(t *testing.T) {
	start := func(t *testing.T) (*office, desk.Who, []wire.Decided) {
		o := open(t)
		items := o.ordering("pat@mail.example")
		for _, contract := range []string{"1001", "1002"} {
			r := o.sponsored(contract, access.Full, opal)
			if r.Status == access.PendingAdministrator {
				_, err := o.move(o.who("ann@alpha.example"), r.ID, access.MovePass, "")
				must(t, err)
			}
			items = append(items, wire.Decided{ID: r.ID})
		}
		return o, o.who("rita@vendor.example"), items
	}
	t.Run("OnePurposeAndOneDayForAll", func(t *testing.T) {
		o, rita, items := start(t)
		got, err := o.Decide(t.Context(), rita, wire.Decisions{Items: items, Move: access.MoveApprove, Purpose: "Runs the network", EndsOn: "2027-03-31"})
		must(t, err)
		for _, d := range got {
			if d.Err != nil || d.Status != access.Approved {
				t.Fatalf("%+v", d)
			}
		}
		for email, want := range map[string]int{opal: 2, "pat@mail.example": 2} { // pat has one of the registry
			list, err := o.Grants(t.Context(), o.who(email), grantsAll)
			must(t, err)
			if len(list.Grants) != want {
				t.Fatalf("%s has %+v", email, list.Grants)
			}
			for _, g := range list.Grants {
				if g.Level == access.Downloads {
					continue // pat's other one
				}
				if g.EndsAt.Format("2006-01-02 15:04") != "2027-03-31 23:59" {
					t.Errorf("%s: ends %s", email, g.EndsAt)
				}
				if purpose := "Runs the network"; (g.Purpose == purpose) != g.ThirdParty {
					t.Errorf("%s: %+v", email, g)
				}
			}
		}
	})
	t.Run("WhatTheyDoNotSuitIsLeftAlone", func(t *testing.T) {
		o, rita, items := start(t)
		got, err := o.Decide(t.Context(), rita, wire.Decisions{Items: items, Move: access.MoveApprove, Purpose: "Work on contract 1002", EndsOn: "2028-06-30"})
		must(t, err)
		if got[0].Err != nil {
			t.Errorf("one that is for its requester: %+v", got[0])
		}
		late := refused(t, got[1].Err, wire.CodeValidation) // 1001 ends in 2027
		if len(late.Fields) != 1 || late.Fields[0].Code != "day.late" {
			t.Errorf("the day: %+v", late.Fields)
		}
		named := refused(t, got[2].Err, wire.CodeValidation)
		if len(named.Fields) != 2 || named.Fields[1].Field != "purpose" {
			t.Errorf("the number: %+v", named.Fields)
		}
	})
	t.Run("WithoutAPurposeOnlyTheOthersAreApproved", func(t *testing.T) {
		o, rita, items := start(t)
		got := o.decide(rita, access.MoveApprove, "", items...)
		if got[0].Err != nil {
			t.Errorf("one that is for its requester: %+v", got[0])
		}
		for _, d := range got[1:] {
			if p := refused(t, d.Err, wire.CodeValidation); p.Fields[0].Field != "purpose" {
				t.Errorf("%+v", p.Fields)
			}
		}
	})
	t.Run("WhatNoneCanHaveIsRefusedAtOnce", func(t *testing.T) {
		o, rita, items := start(t)
		_, err := o.Decide(t.Context(), rita, wire.Decisions{Items: items, Move: access.MoveApprove, Purpose: "Runs it", EndsOn: "2026-01-01"})
		if p := refused(t, err, wire.CodeValidation); p.Fields[0].Field != "ends_on" {
			t.Errorf("%+v", p.Fields)
		}
	})
}
