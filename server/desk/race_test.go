package desk_test

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// without is the registry of files() with a file that has its header only.
func without(name string) fstest.MapFS {
	all := files()
	head, _, _ := bytes.Cut(all[name].Data, []byte("\n"))
	all[name] = &fstest.MapFile{Data: head}
	return all
}

func TestDesk_WhatChangesMeanwhile(t *testing.T) {
	t.Run("AnAdministratorRemovedByAnImportDecidesNothing", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		ann, pat := o.who("ann@alpha.example"), o.who("pat@mail.example")
		r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		m.before = func() { o.replace(without("administrators.csv")) }
		_, err := o.move(ann, r.ID, access.MoveApprove, "")
		refused(t, err, wire.CodeNotFound)
		o.stands(pat, r.ID, access.PendingAdministrator)
	})
	t.Run("AReviewerWhoseRoleIsTakenDecidesNothing", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		rita, pat, olga := o.who("rita@vendor.example"), o.who("pat@mail.example"), o.who("olga@vendor.example")
		r := o.submit(pat, access.Ordering, access.KindBillTo, "9001")[0]
		m.before = func() {
			_, err := o.SetRole(t.Context(), olga, rita.Account, wire.SetRole{Role: access.RoleCustomer})
			must(t, err)
		}
		_, err := o.move(rita, r.ID, access.MoveApprove, "")
		refused(t, err, wire.CodeNotFound)
		o.stands(pat, r.ID, access.PendingVendor)
	})
	t.Run("OfTwoOperatorsWhoTakeEachOthersRoleOneIsLeft", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		olga, rita := o.who("olga@vendor.example"), o.who("rita@vendor.example")
		_, err := o.SetRole(t.Context(), olga, rita.Account, wire.SetRole{Role: access.RoleOperator})
		must(t, err)
		rita.Role = access.RoleOperator
		m.before = func() {
			_, err := o.SetRole(t.Context(), rita, olga.Account, wire.SetRole{Role: access.RoleCustomer})
			must(t, err)
		}
		_, err = o.SetRole(t.Context(), olga, rita.Account, wire.SetRole{Role: access.RoleCustomer})
		refused(t, err, wire.CodeForbidden)
	})
	t.Run("ASubmissionIsJudgedByTheNewRegistry", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		pat := o.who("pat@mail.example")
		m.before = func() { o.replace(without("administrators.csv")) }
		r := o.one(pat, access.Downloads, "1001", access.Denied)
		if !slices.Equal(r.Reasons, []access.Reason{access.TermsNoAdministrator}) {
			t.Errorf("denied for %v", r.Reasons)
		}
	})
	t.Run("ASubmissionIsJudgedByTheNewProfile", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		carl := o.who("carl@alpha.example")
		m.before = func() {
			_, err := o.UpdateProfile(t.Context(), carl, wire.ProfileChange{Profile: wire.Profile{GivenName: "Carl"}})
			must(t, err)
		}
		o.one(carl, access.Full, "1001", access.Denied)
	})
}

// replace imports other registry files.
func (o *office) replace(files fstest.MapFS) {
	o.t.Helper()
	_, err := o.ImportNow(o.t.Context(), files, false, nil)
	must(o.t, err)
}

// stands expects a request's status.
func (o *office) stands(who desk.Who, id string, want access.Status) {
	o.t.Helper()
	r, err := o.Request(o.t.Context(), who, id)
	must(o.t, err)
	if r.Status != want {
		o.t.Errorf("it is %s, want %s", r.Status, want)
	}
}

// TestDesk_Move_HoldsToTheTable lets everybody try every move in any order:
// what is recorded are transitions of the table, each from where the one before
// led.
func TestDesk_Move_HoldsToTheTable(t *testing.T) {
	o := open(t)
	people := []desk.Who{}
	for _, email := range []string{"ann@alpha.example", "rita@vendor.example", "carl@alpha.example", "olga@vendor.example", "pat@mail.example"} {
		people = append(people, o.who(email))
	}
	moves := []access.Move{
		access.MoveSubmit, access.MoveConfirm, access.MoveReprocess, access.MoveCancel, access.MoveApprove, access.MoveDeny, access.MovePass,
		access.MoveAsk, access.MoveSendAdmin, access.MoveNoAnswer, access.MoveExpire, access.MoveAppeared, "steal",
	}
	pat := people[len(people)-1]
	rapid.Check(t, func(t *rapid.T) {
		r := o.submit(pat, access.Downloads, access.KindContract, "1001")[0]
		for range rapid.IntRange(1, 12).Draw(t, "tries") {
			who := rapid.SampledFrom(people).Draw(t, "who")
			_, _ = o.move(who, r.ID, rapid.SampledFrom(moves).Draw(t, "move"), "because") // what is refused leaves no step
		}
		after, err := o.Request(t.Context(), pat, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		status := access.Status("")
		for _, s := range after.Steps {
			if s.From != status || !access.Allowed(s.From, s.By, s.Move, s.To) {
				t.Fatalf("%s %s from %q to %q after %q", s.By, s.Move, s.From, s.To, status)
			}
			status = s.To
		}
		if status.Pending() {
			if _, err := o.move(pat, r.ID, access.MoveCancel, ""); err != nil {
				t.Fatal(err)
			}
		}
	})
}
