package desk_test

import (
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

func TestThirdParty_Decide(t *testing.T) {
	purpose := wire.Moved{Purpose: "Operating the branch network"}
	t.Run("NeitherSponsorNorThirdPartyDecides", func(t *testing.T) {
		o := open(t)
		ann, abe := o.who("ann@alpha.example"), o.who("abe@alpha.example")
		o.give(event.GrantGiven{Grant: "g-ann", Account: ann.Account, Level: access.Full, Scope: access.Contract("1001")})
		r, err := o.AskForThirdParty(t.Context(), ann, "g-ann", asksFor(access.Full, "abe@alpha.example"))
		must(t, err)
		for _, who := range []desk.Who{ann, abe} {
			for _, move := range []access.Move{access.MoveApprove, access.MoveDeny, access.MovePass} {
				_, err := o.Move(t.Context(), who, r.ID, move, wire.Moved{Note: "No", Purpose: "Work"})
				refused(t, err, wire.CodeOwnRequest)
			}
			item, err := o.QueueItem(t.Context(), who, r.ID)
			must(t, err)
			if len(item.Moves) > 0 {
				t.Errorf("%s is offered %v", who.Session, item.Moves)
			}
		}
	})
	t.Run("ARegistrationMeanwhileDoesNotHideThem", func(t *testing.T) {
		o := open(t)
		r := o.sponsored("1002", access.Full, "rita@vendor.example")
		_, err := o.approveFor(o.who("rita@vendor.example"), r.ID, purpose)
		refused(t, err, wire.CodeOwnRequest)
		_, err = o.approveFor(o.who("ron@vendor.example"), r.ID, purpose)
		must(t, err)
		if list, err := o.Grants(t.Context(), o.who("rita@vendor.example"), grantsAll); err != nil || list.Total != 1 {
			t.Errorf("the account made meanwhile has %+v, %v", list, err)
		}
	})
	t.Run("ThePurposeNamesNoContract", func(t *testing.T) {
		o := open(t)
		r := o.sponsored("1001", access.Full, opal)
		ann := o.who("ann@alpha.example")
		for text, code := range map[string]string{
			"": "purpose.required", "Work on 1001": "purpose.number", "Contract １００１": "purpose.number", "all of bill-to 9001": "purpose.number",
		} {
			_, err := o.approveFor(ann, r.ID, wire.Moved{Purpose: text})
			if p := refused(t, err, wire.CodeValidation); p.Fields[0].Code != code {
				t.Errorf("%q: %+v", text, p.Fields)
			}
		}
	})
	t.Run("TheEndLiesBetweenTodayAndTheContracts", func(t *testing.T) {
		o := open(t)
		ann := o.who("ann@alpha.example")
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		for day, code := range map[string]string{"2026-11-30": "day.past", "2028-01-01": "day.late", "soon": "day.form"} {
			_, err := o.approveFor(ann, r.ID, wire.Moved{EndsOn: day})
			if p := refused(t, err, wire.CodeValidation); p.Fields[0].Code != code {
				t.Errorf("%q: %+v", day, p.Fields)
			}
		}
		_, err := o.approveFor(ann, r.ID, wire.Moved{EndsOn: "２０２６/12/01"})
		must(t, err)
		list, err := o.Grants(t.Context(), o.who("pat@mail.example"), desk.GrantsQuery{Contract: "1001"})
		must(t, err)
		if got := list.Grants[0].EndsAt; !got.Equal(time.Date(2026, 12, 1, 23, 59, 59, 0, time.UTC)) {
			t.Errorf("ends at %s", got)
		}
	})
	t.Run("IsNotEvaluatedAgain", func(t *testing.T) {
		o := open(t)
		r := o.sponsored("1001", access.Full, opal)
		_, err := o.move(o.who("ann@alpha.example"), r.ID, access.MoveDeny, "Not now")
		must(t, err)
		_, err = o.move(o.who("carl@alpha.example"), r.ID, access.MoveReprocess, "")
		refused(t, err, wire.CodeTransition)
		got, err := o.Request(t.Context(), o.who("carl@alpha.example"), r.ID)
		must(t, err)
		if len(got.Moves) > 0 {
			t.Errorf("the sponsor is offered %v", got.Moves)
		}
	})
	t.Run("TheSponsorCancels", func(t *testing.T) {
		o := open(t)
		r := o.sponsored("1001", access.Full, opal)
		_, err := o.move(o.who("pat@mail.example"), r.ID, access.MoveCancel, "")
		refused(t, err, wire.CodeNotFound)
		got, err := o.move(o.who("carl@alpha.example"), r.ID, access.MoveCancel, "")
		must(t, err)
		if got.Status != access.Cancelled || got.For != opal {
			t.Errorf("got %+v", got)
		}
	})
}
