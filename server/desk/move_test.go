package desk_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestDesk_Submit(t *testing.T) {
	t.Run("CertainCompanyIsApprovedAtOnce", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		o.one(carl, access.Full, "1001", access.Approved)
		grants, err := o.Grants(t.Context(), carl, grantsAll)
		must(t, err)
		if len(grants.Grants) != 1 || grants.Grants[0].Contract != "1001" || !grants.Grants[0].InForce || !grants.Grants[0].Administrators {
			t.Errorf("the approval gave %+v", grants.Grants)
		}
	})
	t.Run("RepeatedKeyGetsTheSameSubmission", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		carl.Key = "key-0123456789abcdef"
		body := wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"1001", "404"}, Agreed: true}
		first, err := o.Submit(t.Context(), carl, body)
		must(t, err)
		again, err := o.Submit(t.Context(), carl, body)
		must(t, err)
		if first.ID != again.ID || len(again.Requests) != 2 {
			t.Errorf("a repeat made another submission: %s, %s", first.ID, again.ID)
		}
		body.Identifiers = []string{"1002"}
		_, err = o.Submit(t.Context(), carl, body)
		refused(t, err, wire.CodeKeyReused)
	})
	t.Run("SecondRequestPointsAtThePendingOne", func(t *testing.T) {
		o := open(t)
		pat := o.who("pat@mail.example")
		first := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		second := o.one(pat, access.Downloads, "1001", access.Denied)
		if second.DuplicateOf != first.ID {
			t.Errorf("points at %q, want %q", second.DuplicateOf, first.ID)
		}
		if want := (wire.Earlier{Reference: first.Reference, Identifier: first.Identifier}); second.Earlier == nil || *second.Earlier != want {
			t.Errorf("names %v, want %v", second.Earlier, want)
		}
	})
	t.Run("KnowsWhoCertainlyBelongsToAnEntitledCompany", func(t *testing.T) {
		o := open(t)
		if !o.one(o.who("carl@alpha.example"), access.Downloads, "1001", access.PendingAdministrator).Belongs {
			t.Error("Carl of Alpha, the holder, is not said to belong")
		}
		pat := o.who("pat@mail.example")
		if o.one(pat, access.Downloads, "1001", access.PendingAdministrator).Belongs {
			t.Error("Pat of a public domain is said to belong")
		}
		waits := o.one(pat, access.Full, "1001", access.PendingAction)
		if moved, err := o.move(pat, waits.ID, access.MoveConfirm, ""); err != nil || moved.Belongs {
			t.Errorf("Pat belongs by confirming: %v, %v", moved.Belongs, err)
		}
	})
	t.Run("SerialStandsForItsContract", func(t *testing.T) {
		o := open(t)
		r := o.submit(o.who("carl@alpha.example"), access.Full, access.KindSerial, "ser-1001")[0]
		if r.Status != access.Approved || r.Contract != "1001" {
			t.Errorf("got %s for contract %q", r.Status, r.Contract)
		}
	})
	t.Run("WrongInputIsRefusedAsAWhole", func(t *testing.T) {
		o := open(t)
		_, err := o.Submit(t.Context(), o.who("carl@alpha.example"), wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"12AB"}})
		p := refused(t, err, wire.CodeValidation)
		fields := []string{}
		for _, f := range p.Fields {
			fields = append(fields, f.Field)
		}
		if !slices.Contains(fields, "agreed") || len(fields) < 2 {
			t.Errorf("problems name %v", fields)
		}
	})
	t.Run("GuessingIsStopped", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		ids := []string{"501", "502", "503", "504", "505", "506", "507", "508", "509", "510"}
		o.submit(carl, access.Full, access.KindContract, ids...)
		o.submit(carl, access.Full, access.KindContract, ids...)
		_, err := o.Submit(t.Context(), carl, wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"1001"}, Agreed: true})
		if p := refused(t, err, wire.CodeGuessing); p.RetryAfter < 1 {
			t.Errorf("retry after %d s", p.RetryAfter)
		}
		o.pass(10 * 60e9)
		o.one(carl, access.Full, "1001", access.Approved)
	})
}

func TestDesk_Decide(t *testing.T) {
	t.Run("AdministratorApproves", func(t *testing.T) {
		o := open(t)
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		got, err := o.move(o.who("ann@alpha.example"), r.ID, access.MoveApprove, "")
		must(t, err)
		if got.Status != access.Approved || !slices.Equal(got.Reasons, []access.Reason{access.AdminApproved}) {
			t.Errorf("got %s %v", got.Status, got.Reasons)
		}
	})
	t.Run("SecondAdministratorIsToldWhoDecided", func(t *testing.T) {
		o := open(t)
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(o.who("ann@alpha.example"), r.ID, access.MoveDeny, "Not one of us")
		must(t, err)
		_, err = o.move(o.who("abe@alpha.example"), r.ID, access.MoveApprove, "")
		if p := refused(t, err, wire.CodeDecided); !slices.Equal(p.Args, []string{"Ann Ames", "Denied"}) {
			t.Errorf("told %v", p.Args)
		}
		after, err := o.Request(t.Context(), o.who("pat@mail.example"), r.ID)
		must(t, err)
		if after.Status != access.Denied || after.Note != "Not one of us" || len(after.Steps) != 2 {
			t.Errorf("the second decision changed it: %+v", after)
		}
	})
	t.Run("NobodyDecidesTheirOwn", func(t *testing.T) {
		o := open(t)
		ann := o.who("ann@alpha.example")
		r := o.one(ann, access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(ann, r.ID, access.MoveApprove, "")
		refused(t, err, wire.CodeOwnRequest)
	})
	t.Run("OthersLearnNothing", func(t *testing.T) {
		o := open(t)
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		for _, email := range []string{"carl@alpha.example", "gil@gamma.example", "olga@vendor.example"} {
			if email == "gil@gamma.example" {
				continue // has no account row; administers only the bill-to ID
			}
			_, err := o.move(o.who(email), r.ID, access.MoveApprove, "")
			refused(t, err, wire.CodeNotFound)
			_, err = o.Request(t.Context(), o.who(email), r.ID)
			refused(t, err, wire.CodeNotFound)
		}
	})
	t.Run("DenialNeedsAReason", func(t *testing.T) {
		o := open(t)
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(o.who("ann@alpha.example"), r.ID, access.MoveDeny, " ")
		refused(t, err, wire.CodeValidation)
	})
	t.Run("ReviewerCannotDecideForTheAdministrator", func(t *testing.T) {
		o := open(t)
		r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(o.who("rita@vendor.example"), r.ID, access.MoveApprove, "")
		if p := refused(t, err, wire.CodeTransition); !slices.Equal(p.Args, []string{"PendingAdministrator", "Approved"}) {
			t.Errorf("names %v", p.Args)
		}
	})
	t.Run("PassedAskedConfirmedAndSentBack", func(t *testing.T) {
		o := open(t)
		pat, ann, rita := o.who("pat@mail.example"), o.who("ann@alpha.example"), o.who("rita@vendor.example")
		r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		for _, step := range []struct {
			move access.Move
			want access.Status
		}{
			{access.MovePass, access.PendingVendor},
			{access.MoveAsk, access.PendingAction},
			{access.MoveConfirm, access.PendingAdministrator},
			{access.MovePass, access.PendingVendor},
			{access.MoveSendAdmin, access.PendingAdministrator},
			{access.MoveCancel, access.Cancelled},
		} {
			who := ann
			switch step.move {
			case access.MoveAsk, access.MoveSendAdmin:
				who = rita
			case access.MoveConfirm, access.MoveCancel:
				who = pat
			}
			got, err := o.move(who, r.ID, step.move, "Which site is it?")
			must(t, err)
			if got.Status != step.want {
				t.Fatalf("%s led to %s, want %s", step.move, got.Status, step.want)
			}
			if shown := got.Note != ""; shown != (step.move == access.MoveAsk) {
				t.Errorf("%s: the requester reads %q", step.move, got.Note)
			}
		}
	})
}

func TestDesk_Reprocess(t *testing.T) {
	o := open(t)
	bare := o.who("bare@alpha.example")
	r := o.one(bare, access.Full, "1002", access.Denied)
	me, err := o.Me(t.Context(), bare)
	must(t, err)
	me.Profile.Company, me.Profile.Address = "ALPHA WORKS, INC", "1 Main St"
	_, err = o.UpdateProfile(t.Context(), bare, wire.ProfileChange{Profile: me.Profile})
	must(t, err)
	got, err := o.move(bare, r.ID, access.MoveReprocess, "")
	must(t, err)
	if got.Status != access.Approved {
		t.Errorf("the corrected profile came to %s %v", got.Status, got.Reasons)
	}
}

// TestDesk_InactiveContract: which way a contract is not in force, and since
// when, is told to those who certainly belong to its company, to strangers not.
func TestDesk_InactiveContract(t *testing.T) {
	o := open(t)
	o.replace(more("contracts.csv", "3001,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2026-11-30,active\n"+
		"3002,A,,,24x7,vendor,direct,2025-01-01,2026-12-10,2027-12-31,active\n3003,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,terminated\n"))
	carl, pat := o.who("carl@alpha.example"), o.who("pat@mail.example")
	for number, want := range map[string]access.Inactive{
		"3001": {Term: access.TermExpired, Day: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)},
		"3002": {Term: access.TermNotStarted, Day: time.Date(2026, 12, 10, 0, 0, 0, 0, time.UTC)},
		"3003": {Term: access.TermTerminated},
	} {
		r := o.one(carl, access.Full, number, access.Denied)
		if diff := cmp.Diff(&want, r.Inactive); diff != "" {
			t.Errorf("%s, to one who belongs: %s", number, diff)
		}
		if r := o.one(pat, access.Full, number, access.Denied); r.Inactive != nil || !slices.Equal(r.Reasons, []access.Reason{access.ContractInactive}) {
			t.Errorf("%s, to a stranger: %+v", number, r)
		}
	}
	early := o.one(carl, access.Full, "3002", access.Denied)
	o.pass(10 * day)
	if moved, err := o.move(carl, early.ID, access.MoveReprocess, ""); err != nil || moved.Status != access.Approved || moved.Inactive != nil {
		t.Errorf("once it has started: %+v, %v", moved, err)
	}
}

// TestMove_AReadyTextIsReadInTheRequestersLanguage, whichever the decider chose
// it in: a denial of several goes to people who read different ones.
func TestMove_AReadyTextIsReadInTheRequestersLanguage(t *testing.T) {
	o := open(t)
	pat := o.who("pat@mail.example")
	r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	_, err := o.move(o.who("ann@alpha.example"), r.ID, access.MoveDeny, "Pat,\n"+i18n.T(i18n.Japanese, "decide.quick.deny.3"))
	must(t, err)
	after, err := o.Request(t.Context(), pat, r.ID)
	must(t, err)
	if want := "Pat,\n" + i18n.T(i18n.English, "decide.quick.deny.3"); after.Note != want {
		t.Errorf("pat reads %q, want %q", after.Note, want)
	}
}
