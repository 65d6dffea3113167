package desk_test

import (
	"fmt"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// ordering sends as many ordering requests to the vendor, one account each.
func (o *office) ordering(emails ...string) (items []wire.Decided) {
	o.t.Helper()
	for _, email := range emails {
		r := o.submit(o.who(email), access.Ordering, access.KindBillTo, "9001")[0]
		items = append(items, wire.Decided{ID: r.ID, Seq: r.Seq})
	}
	return items
}

func (o *office) decide(who desk.Who, move access.Move, note string, items ...wire.Decided) []desk.Decision {
	o.t.Helper()
	decisions, err := o.Decide(o.t.Context(), who, wire.Decisions{Items: items, Move: move, Note: note})
	must(o.t, err)
	return decisions
}

func TestDesk_DecideSeveral(t *testing.T) {
	t.Run("OneBadItemDoesNotStopTheOthers", func(t *testing.T) {
		o := open(t)
		rita, ron := o.who("rita@vendor.example"), o.who("ron@vendor.example")
		items := o.ordering("carl@alpha.example", "pat@mail.example", "rita@vendor.example", "ann@alpha.example")
		_, err := o.move(ron, items[1].ID, access.MoveDeny, "not yours")
		must(t, err)
		items = append(items, wire.Decided{ID: "no-such"})

		got := o.decide(rita, access.MoveApprove, "", items...)
		if got[0].Status != access.Approved || got[3].Status != access.Approved || got[0].Err != nil || got[3].Err != nil {
			t.Errorf("the good ones came to %+v, %+v", got[0], got[3])
		}
		if p := refused(t, got[1].Err, wire.CodeDecided); p.Args[0] != "Ron Rey" && p.Args[0] != "Ron Roe" || p.Args[1] != string(access.Denied) {
			t.Errorf("who decided first: %v", p.Args)
		}
		refused(t, got[2].Err, wire.CodeOwnRequest)
		refused(t, got[4].Err, wire.CodeNotFound)
	})
	t.Run("ARepeatWithTheSameKeyAnswersTheSame", func(t *testing.T) {
		o := open(t)
		rita := o.who("rita@vendor.example")
		items := o.ordering("carl@alpha.example", "pat@mail.example")
		rita.Key = "batch-0123456789abcdef"
		first := o.decide(rita, access.MoveDeny, "No.", items[:1]...)
		again := o.decide(rita, access.MoveDeny, "No.", items...) // the answer was lost, and one was added
		for _, d := range append(first, again...) {
			if d.Err != nil || d.Status != access.Denied {
				t.Errorf("%s came to %s, %v", d.Request, d.Status, d.Err)
			}
		}
		for _, d := range o.decide(rita, access.MoveApprove, "", items...) {
			refused(t, d.Err, wire.CodeKeyReused)
		}
	})
	t.Run("AnItemNamedTwiceCountsOnce", func(t *testing.T) {
		o := open(t)
		rita := o.who("rita@vendor.example")
		item := o.ordering("carl@alpha.example")[0]
		if got := o.decide(rita, access.MoveApprove, "", item, item); len(got) != 1 || got[0].Err != nil {
			t.Errorf("decided %+v", got)
		}
	})
	t.Run("AdministratorsPassOnWhatIsTheirsOnly", func(t *testing.T) {
		o := open(t)
		own := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		other := o.ordering("carl@alpha.example")[0]
		got := o.decide(o.who("ann@alpha.example"), access.MovePass, "", wire.Decided{ID: own.ID}, other)
		if got[0].Err != nil || got[0].Status != access.PendingVendor {
			t.Errorf("hers came to %+v", got[0])
		}
		refused(t, got[1].Err, wire.CodeNotFound)
	})
	t.Run("AHundredAtOnce", func(t *testing.T) {
		o := open(t)
		rita := o.who("rita@vendor.example")
		var items []wire.Decided
		for i := range wire.MaxDecisions {
			who, err := o.AddAccount(t.Context(), fmt.Sprintf("p%d@many.example", i), "", "")
			must(t, err)
			_, err = o.UpdateProfile(t.Context(), desk.Who{Account: who.ID}, wire.ProfileChange{Profile: wire.Profile{GivenName: "P", FamilyName: "Q", Company: "Many", Address: "1 Rd", Language: "en"}})
			must(t, err)
			r := o.submit(desk.Who{Account: who.ID}, access.Ordering, access.KindBillTo, "9001")[0]
			items = append(items, wire.Decided{ID: r.ID, Seq: r.Seq})
		}
		for _, d := range o.decide(rita, access.MoveApprove, "", items...) {
			if d.Err != nil || d.Status != access.Approved {
				t.Fatalf("%+v", d)
			}
		}
	})
	t.Run("WhatHoldsForAllIsCheckedFirst", func(t *testing.T) {
		o := open(t)
		rita := o.who("rita@vendor.example")
		items := o.ordering("carl@alpha.example")
		many := make([]wire.Decided, wire.MaxDecisions+1)
		for i := range many {
			many[i].ID = fmt.Sprint(i)
		}
		for name, body := range map[string]wire.Decisions{
			"items": {Items: many, Move: access.MoveApprove},
			"none":  {Move: access.MoveApprove},
			"move":  {Items: items, Move: access.MoveCancel},
			"note":  {Items: items, Move: access.MoveDeny, Note: " "},
		} {
			_, err := o.Decide(t.Context(), rita, body)
			if p := refused(t, err, wire.CodeValidation); name != "none" && p.Fields[0].Field != name {
				t.Errorf("%s: %+v", name, p.Fields)
			}
		}
		o.stands(o.who("carl@alpha.example"), items[0].ID, access.PendingVendor)
	})
}
