package desk_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// rule changes one rule of contract 1001.
func (o *office) rule(who desk.Who, c wire.ChangeRule) {
	o.t.Helper()
	must(o.t, o.ChangeRule(o.t.Context(), who, access.Contract("1001"), c))
}

// asks submits once more, after what was got before has ended.
func (o *office) asks(who desk.Who, level access.Level) (access.Status, []access.Reason) {
	o.t.Helper()
	r := o.submit(who, level, access.KindContract, "1001")[0]
	if r.Status.Pending() {
		_, err := o.move(who, r.ID, access.MoveCancel, "")
		must(o.t, err)
	}
	if r.Status == access.Approved {
		o.give(event.GrantGiven{Grant: "g-" + r.ID, Account: who.Account, Level: level, Scope: access.Contract("1001"), Ends: o.clock()})
	}
	return r.Status, r.Reasons
}

// TestOfficeRules_AreObeyedOnTheNextSubmission: what an administrator says is
// what the evaluation does, from the next press of Submit on (domain page, rules
// 12 to 14), and taking it away makes it as before.
func TestOfficeRules_AreObeyedOnTheNextSubmission(t *testing.T) {
	type step struct {
		change *wire.ChangeRule
		pass   time.Duration
		status access.Status
		reason access.Reason
	}
	rule := func(kind, value, ends string, remove bool) *wire.ChangeRule {
		return &wire.ChangeRule{Rule: kind, Value: value, EndsOn: ends, Remove: remove}
	}
	for _, c := range []struct {
		name, email string
		level       access.Level
		steps       []step
	}{
		{"ADomainIsApprovedUntilItIsTakenAway", "carl@alpha.example", access.Downloads, []step{
			{nil, 0, access.PendingAdministrator, access.DownloadsReview},
			{rule("approve", "Alpha.Example", "", false), 0, access.Approved, access.AdminDomainApproved},
			{rule("approve", "alpha.example", "", true), 0, access.PendingAdministrator, access.DownloadsReview},
		}},
		{"ADomainIsDeniedUntilItIsTakenAway", "carl@alpha.example", access.Full, []step{
			{nil, 0, access.Approved, access.CompanyMatch},
			{rule("deny", "alpha.example", "", false), 0, access.Denied, access.AdminDomainDenied},
			{rule("deny", "alpha.example", "", true), 0, access.Approved, access.CompanyMatch},
		}},
		{"ADeniedDomainCoversItsSubdomains", "sue@sub.alpha.example", access.Downloads, []step{
			{rule("deny", "alpha.example", "", false), 0, access.Denied, access.AdminDomainDenied},
		}},
		{"AnApprovedDomainDoesNot", "sue@sub.alpha.example", access.Downloads, []step{
			{rule("approve", "alpha.example", "", false), 0, access.PendingAdministrator, access.DownloadsReview},
		}},
		{"ALockSendsEveryoneToAPerson", "carl@alpha.example", access.Full, []step{
			{rule("approve", "alpha.example", "", false), 0, access.Approved, access.AdminDomainApproved},
			{rule("lock", "", "", false), 0, access.PendingAdministrator, access.AdminLocked},
			{rule("lock", "", "", true), 0, access.Approved, access.AdminDomainApproved},
		}},
		{"AStandingApprovalOfAnAddressEnds", "pat@mail.example", access.Downloads, []step{
			{rule("standing", "pat@mail.example", "2026-12-02", false), 0, access.Approved, access.AdminDomainApproved},
			{nil, 24 * time.Hour, access.Approved, access.AdminDomainApproved}, // its last day counts
			{nil, 24 * time.Hour, access.PendingAdministrator, access.DownloadsReview},
			{rule("standing", "pat@mail.example", "2026-12-04", false), 0, access.Approved, access.AdminDomainApproved}, // extended
			{rule("standing", "pat@mail.example", "", true), 0, access.PendingAdministrator, access.DownloadsReview},
		}},
		{"AStandingApprovalOfADomain", "carl@alpha.example", access.Downloads, []step{
			{rule("standing", "alpha.example", "", false), 0, access.Approved, access.AdminDomainApproved},
			{rule("standing", "alpha.example", "", true), 0, access.PendingAdministrator, access.DownloadsReview},
		}},
		{"ADenialStandsAboveAStandingApproval", "carl@alpha.example", access.Downloads, []step{
			{rule("standing", "carl@alpha.example", "", false), 0, access.Approved, access.AdminDomainApproved},
			{rule("deny", "alpha.example", "", false), 0, access.Denied, access.AdminDomainDenied},
		}},
		{"ARememberedNameMatchesTheHolder", "nora@alpha.example", access.Full, []step{
			{nil, 0, access.PendingAction, access.CompanyInsufficient},
			{rule("name", "Nova Works", "", false), 0, access.Approved, access.CompanyMatch},
			{rule("name", "Nova Works", "", true), 0, access.PendingAction, access.CompanyInsufficient},
		}},
		{"ARememberedNameAloneMatchesNobody", "nora@ops.example", access.Full, []step{
			{rule("name", "Nova Works", "", false), 0, access.PendingAction, access.CompanyInsufficient},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			ann, asker := o.who("ann@alpha.example"), o.employ(c.email, "Nova Works")
			if c.email == "carl@alpha.example" {
				asker = o.employ(c.email, "Alpha Works")
			}
			for i, s := range c.steps {
				o.pass(s.pass)
				if s.change != nil {
					o.rule(ann, *s.change)
				}
				status, reasons := o.asks(asker, c.level)
				if status != s.status || !slices.Contains(reasons, s.reason) {
					t.Fatalf("step %d: %s %v, want %s %s", i, status, reasons, s.status, s.reason)
				}
			}
		})
	}
}

func TestOfficeRules_RefuseWhatCannotBe(t *testing.T) {
	o := open(t)
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	o.rule(ann, wire.ChangeRule{Rule: "approve", Value: "one.example"})
	o.rule(ann, wire.ChangeRule{Rule: "deny", Value: "two.example"})
	for _, c := range []struct {
		change      wire.ChangeRule
		field, code string
	}{
		{wire.ChangeRule{Rule: "approve", Value: "mail.example"}, "value", "domain.public"},
		{wire.ChangeRule{Rule: "standing", Value: "mail.example"}, "value", "domain.public"},
		{wire.ChangeRule{Rule: "deny", Value: "one.example"}, "value", "domain.approved"},
		{wire.ChangeRule{Rule: "approve", Value: "sub.two.example"}, "value", "domain.denied"},
		{wire.ChangeRule{Rule: "approve", Value: "x y"}, "value", "domain.form"},
		{wire.ChangeRule{Rule: "deny"}, "value", "domain.required"},
		{wire.ChangeRule{Rule: "standing", Value: "pat@", EndsOn: "2026-12-31"}, "value", "email.form"},
		{wire.ChangeRule{Rule: "standing", Value: "pat@mail.example", EndsOn: "2026-11-30"}, "ends_on", "day.past"},
		{wire.ChangeRule{Rule: "name"}, "value", "company_name.required"},
		{wire.ChangeRule{Rule: "open"}, "rule", "rule.unknown"},
	} {
		p := refused(t, o.ChangeRule(t.Context(), ann, access.Contract("1001"), c.change), wire.CodeValidation)
		if len(p.Fields) != 1 || p.Fields[0].Field != c.field || p.Fields[0].Code != c.code {
			t.Errorf("%+v: %+v, want %s %s", c.change, p.Fields, c.field, c.code)
		}
	}
	p := refused(t, o.ChangeRule(t.Context(), rita, access.BillTo("9001"), wire.ChangeRule{Rule: "lock"}), wire.CodeValidation)
	if p.Fields[0].Code != "rule.contract_only" {
		t.Errorf("%+v", p.Fields)
	}
	refused(t, o.ChangeRule(t.Context(), ann, access.Contract("1001"), wire.ChangeRule{Rule: "standing", Value: "ann@alpha.example"}), wire.CodeOwnRequest)
	for i := range wire.MaxStanding - 1 {
		o.rule(ann, wire.ChangeRule{Rule: "approve", Value: fmt.Sprintf("d%d.example", i)})
	}
	p = refused(t, o.ChangeRule(t.Context(), ann, access.Contract("1001"), wire.ChangeRule{Rule: "approve", Value: "more.example"}), wire.CodeValidation)
	if p.Fields[0].Code != "rule.too_many" {
		t.Errorf("%+v", p.Fields)
	}
}

func TestOfficeRules_WhatIsSoAlreadyWritesNothing(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	for _, c := range []wire.ChangeRule{
		{Rule: "lock"}, {Rule: "deny", Value: "one.example"}, {Rule: "approve", Value: "two.example"},
		{Rule: "standing", Value: "pat@mail.example", EndsOn: "2027-01-31"}, {Rule: "name", Value: "Nova Works"},
	} {
		o.rule(ann, c)
		at := o.since()
		o.rule(ann, c)
		if o.since() != at {
			t.Errorf("%+v was written twice", c)
		}
	}
	v, err := o.Office(t.Context(), ann, access.Contract("1001"))
	must(t, err)
	want := wire.OfficeRules{
		Locked: true, Deny: []string{"one.example"}, Approve: []string{"two.example"}, Names: []string{"Nova Works"},
		Standing: []wire.Standing{{Value: "pat@mail.example", Name: "Pat Poe", EndsAt: time.Date(2027, 1, 31, 23, 59, 59, 0, time.UTC)}},
	}
	if diff := cmp.Diff(want, v.Rules); diff != "" {
		t.Error(diff)
	}
	for _, c := range []wire.ChangeRule{
		{Rule: "lock"}, {Rule: "deny", Value: "one.example"}, {Rule: "approve", Value: "two.example"},
		{Rule: "standing", Value: "pat@mail.example"}, {Rule: "name", Value: "Nova Works"},
	} {
		c.Remove = true
		o.rule(ann, c)
		at := o.since()
		o.rule(ann, c)
		if o.since() != at {
			t.Errorf("%+v was written twice", c)
		}
	}
}

// TestOfficeRules_AnApprovalRemembersTheName: the tick on the decision page
// makes the next colleague of the same name and domain certain, until it is
// taken back.
func TestOfficeRules_AnApprovalRemembersTheName(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	first, next := o.employ("nora@alpha.example", "Nova Works"), o.employ("ned@alpha.example", "NOVA WORKS")
	r := o.one(first, access.Full, "1001", access.PendingAction)
	_, err := o.move(first, r.ID, access.MoveConfirm, "")
	must(t, err)
	_, err = o.Move(t.Context(), ann, r.ID, access.MoveDeny, wire.Moved{Note: "who?", Remember: true})
	must(t, err)
	if v, err := o.Office(t.Context(), ann, c); err != nil || len(v.Rules.Names) > 0 {
		t.Fatalf("a denial remembers %v, %v", v.Rules.Names, err)
	}
	r = o.one(first, access.Full, "1001", access.PendingAction)
	_, err = o.move(first, r.ID, access.MoveConfirm, "")
	must(t, err)
	_, err = o.Move(t.Context(), ann, r.ID, access.MoveApprove, wire.Moved{Remember: true})
	must(t, err)
	if got := o.one(next, access.Full, "1001", access.Approved); !slices.Contains(got.Reasons, access.CompanyMatch) {
		t.Errorf("approved for %v", got.Reasons)
	}
	o.rule(ann, wire.ChangeRule{Rule: "name", Value: "Nova Works", Remove: true})
	o.one(o.employ("nils@alpha.example", "Nova Works"), access.Full, "1001", access.PendingAction)
	if got := o.submit(o.employ("nick@alpha.example", "Nova Works"), access.Full, access.KindContract, "1002")[0]; got.Status == access.Approved {
		t.Error("the name holds for another contract")
	}
}
