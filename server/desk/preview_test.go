package desk_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// preview asks what would become of identifiers.
func (o *office) preview(who desk.Who, level access.Level, kind access.Kind, ids ...string) []wire.PreviewItem {
	o.t.Helper()
	p, err := o.Preview(o.t.Context(), who, wire.Submit{Level: level, Kind: kind, Identifiers: ids})
	must(o.t, err)
	return p.Items
}

func reasonsOf(items []wire.PreviewItem) (all [][]access.Reason) {
	for _, item := range items {
		all = append(all, item.Reasons)
	}
	return all
}

func TestDesk_Preview(t *testing.T) {
	o := open(t)
	pat, carl, bare, gil := o.who("pat@mail.example"), o.who("carl@alpha.example"), o.who("bare@alpha.example"), o.who("gil@gamma.example")
	pending := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	o.one(carl, access.Full, "1001", access.Approved)
	type reasons = []access.Reason
	for _, c := range []struct {
		name  string
		who   desk.Who
		level access.Level
		kind  access.Kind
		ids   []string
		want  []reasons
	}{
		{"NothingToSay", carl, access.Full, access.KindContract, []string{"1002", "404"}, []reasons{nil, nil}},
		{"OwnDuplicate", pat, access.Downloads, access.KindContract, []string{"1001", "1002"}, []reasons{{access.RequestDuplicate}, nil}},
		{"ADuplicateIsOfTheSameLevel", pat, access.Full, access.KindContract, []string{"1001"}, []reasons{nil}},
		{"OwnAccess", carl, access.Full, access.KindContract, []string{"1001"}, []reasons{{access.AccessAlreadyHeld}}},
		{"AHigherLevelIsHeld", carl, access.Downloads, access.KindContract, []string{"1001"}, []reasons{{access.AccessAlreadyHeld}}},
		{"TheRegistrysGrantIsHeld", pat, access.Downloads, access.KindContract, []string{"2001"}, []reasons{{access.AccessAlreadyHeld}}},
		{"CompanyMissing", bare, access.Full, access.KindContract, []string{"1001", "404"}, []reasons{{access.ProfileCompanyMissing}, {access.ProfileCompanyMissing}}},
		{"BillToIsNotForThem", carl, access.Full, access.KindBillTo, []string{"9001", "404"}, []reasons{{access.BillToNotEligible}, {access.BillToNotEligible}}},
		{"WhatASerialStandsForIsNotTold", carl, access.Full, access.KindSerial, []string{"SER-1001"}, []reasons{nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := reasonsOf(o.preview(c.who, c.level, c.kind, c.ids...))
			if diff := cmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("PointsAtTheDuplicate", func(t *testing.T) {
		if got := o.preview(pat, access.Downloads, access.KindContract, "1001")[0].DuplicateOf; got != pending.ID {
			t.Errorf("points at %q, want %q", got, pending.ID)
		}
	})
	t.Run("PartnersMayAskByBillTo", func(t *testing.T) {
		must(t, updateCompany(o, gil))
		if got := o.preview(gil, access.Full, access.KindBillTo, "9001", "404"); got[0].Reasons != nil || got[1].Reasons != nil {
			t.Errorf("says %+v", got)
		}
	})
	t.Run("FormatIsChecked", func(t *testing.T) {
		_, err := o.Preview(t.Context(), carl, wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"x"}})
		refused(t, err, wire.CodeValidation)
	})
}

func updateCompany(o *office, who desk.Who) error {
	me, err := o.Me(o.t.Context(), who)
	if err != nil {
		return err
	}
	me.Profile.GivenName, me.Profile.FamilyName = "Gil", "Gray"
	me.Profile.Company, me.Profile.Address, me.Profile.Language = "Gamma Partners Ltd", "1 Rd", "en"
	_, err = o.UpdateProfile(o.t.Context(), who, wire.ProfileChange{Profile: me.Profile})
	return err
}

// TestDesk_Preview_KnowsNoNumber: an answer is the same whether the registry
// holds the number or not, costs no guess, and changes nothing.
func TestDesk_Preview_KnowsNoNumber(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	before := o.Ledger.Position()
	known := o.preview(carl, access.Full, access.KindContract, "1001", "1002", "2001")
	bare := files()
	for _, name := range []string{"contracts.csv", "covered_products.csv", "administrators.csv", "grants.csv"} {
		bare[name] = without(name)[name]
	}
	o.replace(bare)
	at := o.Ledger.Position()
	if diff := cmp.Diff(known, o.preview(carl, access.Full, access.KindContract, "1001", "1002", "2001")); diff != "" {
		t.Errorf("the answer changed with the registry:\n%s", diff)
	}
	if before.Seq >= at.Seq || o.Ledger.Position() != at {
		t.Error("a preview wrote something")
	}
	o.replace(files())
	for range 25 {
		o.preview(carl, access.Full, access.KindContract, "500", "501")
		o.pass(3 * time.Second)
	}
	o.one(carl, access.Full, "1001", access.Approved) // nothing was counted as a guess
}

func TestDesk_Preview_IsBounded(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	var err error
	for range 31 {
		_, err = o.Preview(t.Context(), carl, wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"1"}})
	}
	if p := refused(t, err, wire.CodeTooMany); p.RetryAfter < 1 {
		t.Errorf("retry after %d s", p.RetryAfter)
	}
}
