package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/event"
	"accord/server/policy"
	"accord/shared/access"
	"accord/shared/wire"
)

// sample is a request that rule 16 approves: full support on a contract of
// Fennel Bio GmbH by one of its people. Each row of the tables changes it.
func sample() (policy.Facts, policy.Request) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	holder := access.Company{ID: "H", Kind: access.CompanyCustomer, Name: "Fennel Bio GmbH", Domains: []string{"fennel.example"}}
	return policy.Facts{
		Now:     asOf(),
		Account: policy.Account{Email: "aiko@fennel.example", Company: "Fennel Bio", Address: "1-2-3"},
		Scope:   access.Contract("1234567"),
		Contract: &access.ServiceContract{
			Number: "1234567", HolderID: "H", SellerID: "S", BillToID: "77", Branding: access.BrandingVendor, Support: access.SupportDirect,
			IssuedAt: day(2025, 1, 1), Starts: day(2025, 2, 1), Ends: day(2027, 2, 1), Status: access.ContractActive,
		},
		Holder:          &holder,
		Seller:          &access.Company{ID: "S", Kind: access.CompanyPartner, Name: "Aoi Channel Ltd", Domains: []string{"aoi.example"}},
		DomainCompanies: []access.Company{holder},
	}, policy.Request{Level: access.Full, Identifier: access.Contract("1234567")}
}

// byBillTo turns the sample into a request for full support by bill-to ID, made
// by a direct buyer.
func byBillTo(f *policy.Facts, r *policy.Request) {
	r.Identifier, f.Scope = access.BillTo("77"), access.BillTo("77")
	f.BillTo, f.Contract, f.Holder, f.Seller = &access.BillToParty{ID: "77", CompanyID: "H"}, nil, nil, nil
	f.DirectBuyers = []string{"H"}
}

// change is what a row does to the sample.
type change = func(f *policy.Facts, r *policy.Request)

func TestDecide_EachRule(t *testing.T) {
	other := access.Company{ID: "O", Kind: access.CompanyCustomer, Name: "Umi", Domains: []string{"umi.example"}}
	downloads := func(_ *policy.Facts, r *policy.Request) { r.Level = access.Downloads }
	ordering := func(_ *policy.Facts, r *policy.Request) { r.Level = access.Ordering }
	admins := func(f *policy.Facts, _ *policy.Request) { f.Administrators = true }
	only := func(f *policy.Facts, _ *policy.Request) { f.Administrators, f.OnlyAdministrator = true, true }
	mail := func(address string) change {
		return func(f *policy.Facts, _ *policy.Request) { f.Account.Email = address }
	}
	revoked := func(f *policy.Facts, _ *policy.Request) { f.Revoked = true }
	public := func(f *policy.Facts, _ *policy.Request) { f.PublicDomain = true }
	rules := func(rules event.Rules) change { return func(f *policy.Facts, _ *policy.Request) { f.Rules = rules } }
	branded := func(f *policy.Facts, _ *policy.Request) { f.Contract.Branding = access.BrandingPartner }
	held := func(level access.Level, scope access.Identifier) change {
		return func(f *policy.Facts, _ *policy.Request) { f.Held = []policy.Held{{Level: level, Scope: scope}} }
	}
	for _, c := range []struct {
		name    string
		changes []change
		rule    int
		status  access.Status
		reason  access.Reason // the first
		offer   access.Level
	}{
		{"SampleIsApproved", nil, 16, access.Approved, access.CompanyMatch, ""},

		{"1NoCompany", []change{func(f *policy.Facts, _ *policy.Request) { f.Account.Company = " " }}, 1, access.Denied, access.ProfileCompanyMissing, ""},
		{"1NoAddress", []change{func(f *policy.Facts, _ *policy.Request) { f.Account.Address = "" }}, 1, access.Denied, access.ProfileCompanyMissing, ""},
		{"1BillToAsWell", []change{byBillTo, func(f *policy.Facts, _ *policy.Request) { f.Account.Address = "" }}, 1, access.Denied, access.ProfileCompanyMissing, ""},

		{"2NeitherPartnerNorBuyer", []change{byBillTo, func(f *policy.Facts, _ *policy.Request) { f.DirectBuyers = nil }}, 2, access.Denied, access.BillToNotEligible, ""},
		{"2Partner", []change{byBillTo, func(f *policy.Facts, _ *policy.Request) {
			f.DirectBuyers, f.DomainCompanies[0].Kind = nil, access.CompanyPartner
		}}, 10, access.PendingVendor, access.BillToReview, ""},
		{"2PublicDomainIsNobodys", []change{byBillTo, public}, 2, access.Denied, access.BillToNotEligible, ""},
		{"2OrderingIsForAll", []change{byBillTo, ordering, public}, 11, access.PendingVendor, access.OrderingReview, ""},

		{"3Contract", []change{func(f *policy.Facts, _ *policy.Request) { f.Contract = nil }}, 3, access.Denied, access.ContractUnknown, ""},
		{"3Serial", []change{func(f *policy.Facts, r *policy.Request) { f.Contract, r.Identifier = nil, access.Serial("AB12") }}, 3, access.Denied, access.SerialUnknown, ""},
		{"3BillTo", []change{byBillTo, func(f *policy.Facts, _ *policy.Request) { f.BillTo = nil }}, 3, access.Denied, access.BillToUnknown, ""},

		{"3ProgramNotOffered", []change{program("")}, 3, access.Denied, access.ProgramUnknown, ""},
		{"19Vendor", []change{program(wire.DecidesVendor)}, 19, access.PendingVendor, access.ProgramReview, ""},
		{"19NobodyButItWasRevoked", []change{program(wire.DecidesNobody), revoked}, 19, access.PendingVendor, access.AccessRevoked, ""},
		{"19Nobody", []change{program(wire.DecidesNobody)}, 19, access.Approved, access.ProgramAtOnce, ""},

		{"4OneSecondTooNew", []change{func(f *policy.Facts, _ *policy.Request) {
			f.Contract.Status, f.Contract.IssuedAt = access.ContractPending, asOf().Add(-48*time.Hour+time.Second)
		}}, 4, access.Denied, access.ContractTooNew, ""},
		{"4After48HoursItIsInactive", []change{func(f *policy.Facts, _ *policy.Request) {
			f.Contract.Status, f.Contract.IssuedAt = access.ContractPending, asOf().Add(-48*time.Hour)
		}}, 5, access.Denied, access.ContractInactive, ""},
		{"5Terminated", []change{func(f *policy.Facts, _ *policy.Request) { f.Contract.Status = access.ContractTerminated }}, 5, access.Denied, access.ContractInactive, ""},
		{"5EndsToday", []change{func(f *policy.Facts, _ *policy.Request) { f.Contract.Ends = access.Day(asOf()) }}, 16, access.Approved, access.CompanyMatch, ""},
		{"5EndedYesterday", []change{func(f *policy.Facts, _ *policy.Request) { f.Contract.Ends = asOf().AddDate(0, 0, -1) }}, 5, access.Denied, access.ContractInactive, ""},
		{"5StartsTomorrow", []change{func(f *policy.Facts, _ *policy.Request) { f.Contract.Starts = asOf().AddDate(0, 0, 1) }}, 5, access.Denied, access.ContractInactive, ""},

		{"6Same", []change{held(access.Full, access.Contract("1234567"))}, 6, access.Denied, access.AccessAlreadyHeld, ""},
		{"6Higher", []change{downloads, held(access.Full, access.Contract("1234567"))}, 6, access.Denied, access.AccessAlreadyHeld, ""},
		{"6LowerIsNoHindrance", []change{held(access.Downloads, access.Contract("1234567"))}, 16, access.Approved, access.CompanyMatch, ""},
		{"6ByBillTo", []change{held(access.Full, access.BillTo("77"))}, 6, access.Denied, access.AccessAlreadyHeld, ""},
		{"6OrderingIsNoSupport", []change{held(access.Ordering, access.BillTo("77"))}, 16, access.Approved, access.CompanyMatch, ""},
		{"6AnotherContract", []change{held(access.Full, access.Contract("7654321"))}, 16, access.Approved, access.CompanyMatch, ""},
		{"6BillToItself", []change{byBillTo, held(access.Full, access.BillTo("77"))}, 6, access.Denied, access.AccessAlreadyHeld, ""},
		{"7Pending", []change{func(f *policy.Facts, _ *policy.Request) { f.Duplicate = "r1" }}, 7, access.Denied, access.RequestDuplicate, ""},

		{"8Branded", []change{branded}, 8, access.Denied, access.TermsPartnerBranded, access.Downloads},
		{"8Seller", []change{branded, mail("ken@aoi.example"), func(f *policy.Facts, _ *policy.Request) { f.Account.Company = "AOI CHANNEL LIMITED" }}, 18, access.PendingAction, access.CompanyInsufficient, ""},
		{"8SellersNameAlone", []change{branded, func(f *policy.Facts, _ *policy.Request) { f.Account.Company = "Aoi Channel Ltd" }}, 8, access.Denied, access.TermsPartnerBranded, access.Downloads},
		{"8SellersDomainAlone", []change{branded, mail("ken@aoi.example")}, 8, access.Denied, access.TermsPartnerBranded, access.Downloads},
		{"8DownloadsAreAllowed", []change{branded, downloads, admins}, 15, access.PendingAdministrator, access.DownloadsReview, ""},

		{"9Direct", []change{downloads}, 9, access.Denied, access.TermsNoAdministrator, access.Full},
		{"9Reseller", []change{downloads, func(f *policy.Facts, _ *policy.Request) { f.Contract.Support = access.SupportReseller }}, 9, access.PendingVendor, access.DownloadsVendorReview, ""},
		{"9DirectAndBrandedOffersNoDeadEnd", []change{downloads, branded}, 9, access.Denied, access.TermsNoAdministrator, ""},

		{"10Administrators", []change{byBillTo, admins}, 10, access.PendingAdministrator, access.BillToReview, ""},
		{"10None", []change{byBillTo}, 10, access.PendingVendor, access.BillToReview, ""},
		{"10OnlyTheRequester", []change{byBillTo, only}, 10, access.PendingVendor, access.BillToReview, ""},
		{"11AdministratorsDoNotAnswerOrdering", []change{byBillTo, ordering, admins}, 11, access.PendingVendor, access.OrderingReview, ""},

		{"12Locked", []change{admins, rules(event.Rules{Locked: true, Approve: []string{"fennel.example"}})}, 12, access.PendingAdministrator, access.AdminLocked, ""},
		{"12LockedAndNobodyLeft", []change{rules(event.Rules{Locked: true})}, 12, access.PendingVendor, access.AdminLocked, ""},
		{"12LockedByTheRequesterAlone", []change{only, rules(event.Rules{Locked: true})}, 12, access.PendingVendor, access.AdminLocked, ""},
		{"12Revoked", []change{admins, revoked}, 12, access.PendingAdministrator, access.AccessRevoked, ""},
		{"12RevokedAndNoAdministrator", []change{revoked}, 12, access.PendingVendor, access.AccessRevoked, ""},
		{"12NoRuleGivesBackWhatWasRevoked", []change{admins, revoked, rules(event.Rules{Approve: []string{"fennel.example"}})}, 12, access.PendingAdministrator, access.AccessRevoked, ""},
		{"12RevokedAndLocked", []change{admins, revoked, rules(event.Rules{Locked: true})}, 12, access.PendingAdministrator, access.AdminLocked, ""},
		{"13Denied", []change{admins, rules(event.Rules{Deny: []string{"fennel.example"}, Approve: []string{"fennel.example"}})}, 13, access.Denied, access.AdminDomainDenied, ""},
		{"13Subdomain", []change{mail("a@it.fennel.example"), rules(event.Rules{Deny: []string{"fennel.example"}})}, 13, access.Denied, access.AdminDomainDenied, ""},
		{"13NotALongerName", []change{rules(event.Rules{Deny: []string{"el.example", ""}})}, 16, access.Approved, access.CompanyMatch, ""},
		{"14Domain", []change{downloads, admins, mail("a@helper.example"), rules(event.Rules{Approve: []string{"helper.example"}})}, 14, access.Approved, access.AdminDomainApproved, ""},
		{"14NotASubdomain", []change{downloads, admins, mail("a@it.helper.example"), rules(event.Rules{Approve: []string{"helper.example"}})}, 15, access.PendingAdministrator, access.DownloadsReview, ""},
		{"14NeverAPublicDomain", []change{downloads, admins, public, mail("a@gmail.com"), rules(event.Rules{Approve: []string{"gmail.com"}, Standing: []event.Standing{{Address: "gmail.com"}}})}, 15, access.PendingAdministrator, access.DownloadsReview, ""},
		{"14StandingAddress", []change{downloads, admins, public, mail("a@gmail.com"), rules(event.Rules{Standing: []event.Standing{{Address: "a@gmail.com", Ends: asOf().Add(time.Second)}}})}, 14, access.Approved, access.AdminDomainApproved, ""},
		{"14StandingEnded", []change{downloads, admins, mail("a@h.example"), rules(event.Rules{Standing: []event.Standing{{Address: "a@h.example", Ends: asOf()}}})}, 15, access.PendingAdministrator, access.DownloadsReview, ""},
		{"15Downloads", []change{downloads, admins}, 15, access.PendingAdministrator, access.DownloadsReview, ""},
		{"15OnlyTheRequester", []change{downloads, only}, 15, access.PendingVendor, access.DownloadsReview, ""},

		{"16Parent", []change{mail("a@umi.example"), func(f *policy.Facts, _ *policy.Request) { f.Parent, f.Account.Company = &other, "UMI" }}, 16, access.Approved, access.CompanyMatch, ""},
		{"16BillToCompany", []change{mail("a@umi.example"), func(f *policy.Facts, _ *policy.Request) { f.BillToCompany, f.Account.CompanyLocal = &other, "Umi" }}, 16, access.Approved, access.CompanyMatch, ""},
		{"16RememberedName", []change{rules(event.Rules{Names: []string{"Fennel Research"}}), func(f *policy.Facts, _ *policy.Request) { f.Account.Company = "Fennel Research" }}, 16, access.Approved, access.CompanyMatch, ""},
		{"16RememberedNameIsTheHoldersOnly", []change{mail("a@umi.example"), rules(event.Rules{Names: []string{"Fennel Research"}}), func(f *policy.Facts, _ *policy.Request) {
			f.Parent, f.Account.Company = &other, "Fennel Research"
		}}, 18, access.PendingAction, access.CompanyInsufficient, ""},
		{"16Subdomain", []change{mail("a@it.fennel.example")}, 16, access.Approved, access.CompanyMatch, ""},
		{"16PublicDomain", []change{public}, 18, access.PendingAction, access.CompanyInsufficient, ""},
		{"16OneLabelIsNoDomain", []change{mail("a@other.example"), func(f *policy.Facts, _ *policy.Request) { f.Holder.Domains = []string{"example", ""} }}, 18, access.PendingAction, access.CompanyInsufficient, ""},
		{"17Other", []change{mail("a@umi.example"), func(f *policy.Facts, _ *policy.Request) { f.DomainCompanies = []access.Company{other} }}, 17, access.PendingVendor, access.CompanyOther, ""},
		{"17OtherWithAdministrators", []change{admins, mail("a@umi.example"), func(f *policy.Facts, _ *policy.Request) { f.DomainCompanies = []access.Company{other} }}, 17, access.PendingAdministrator, access.CompanyOther, ""},
		{"17OtherAndOnlyTheRequester", []change{only, mail("a@umi.example"), func(f *policy.Facts, _ *policy.Request) { f.DomainCompanies = []access.Company{other} }}, 17, access.PendingVendor, access.CompanyOther, ""},
		{"17PublicIsNoCompanys", []change{public, mail("a@umi.example"), func(f *policy.Facts, _ *policy.Request) { f.DomainCompanies = []access.Company{other} }}, 18, access.PendingAction, access.CompanyInsufficient, ""},
		{"17SharedWithAnEntitledOne", []change{func(f *policy.Facts, _ *policy.Request) {
			f.Account.Company, f.DomainCompanies = "Umi", []access.Company{{ID: "O", Name: "Umi", Domains: []string{"fennel.example"}}, *f.Holder}
		}}, 18, access.PendingAction, access.CompanyInsufficient, ""},

		{"OrderingOfAContractIsNeverApproved", []change{ordering, rules(event.Rules{Approve: []string{"fennel.example"}})}, 18, access.PendingAction, access.CompanyInsufficient, ""},
		{"DownloadsOfABillToAreNeverApproved", []change{byBillTo, downloads}, 18, access.PendingAction, access.CompanyInsufficient, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, r := sample()
			for _, change := range c.changes {
				change(&f, &r)
			}
			d := policy.Decide(f, r)
			checkDecision(t, f, r, d)
			if len(d.Trace) != c.rule || d.Status != c.status || d.Reasons[0] != c.reason || d.Switch != c.offer {
				t.Errorf("rule %d: %s %v, offers %q; want rule %d: %s %s, offers %q", len(d.Trace), d.Status, d.Reasons, d.Switch, c.rule, c.status, c.reason, c.offer)
			}
		})
	}
}

func TestDecide_TraceSaysWhatEachRuleSaw(t *testing.T) {
	f, r := sample()
	d := policy.Decide(f, r)
	seen := func(pairs ...string) (out []wire.Seen) {
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, wire.Seen{Fact: pairs[i], Value: pairs[i+1]})
		}
		return out
	}
	pass, skip := wire.OutcomePass, wire.OutcomeSkip
	want := []wire.RuleResult{
		{Rule: 1, Outcome: pass, Saw: seen("company_given", "yes", "address_given", "yes")},
		{Rule: 2, Outcome: skip},
		{Rule: 3, Outcome: pass, Saw: seen("in_registry", "yes")},
		{Rule: 4, Outcome: pass, Saw: seen("contract_status", "active", "issued", "2025-01-01T00:00:00Z", "now", "2026-12-01T09:00:00Z")},
		{Rule: 5, Outcome: pass, Saw: seen("contract_status", "active", "starts", "2025-02-01", "ends", "2027-02-01", "now", "2026-12-01T09:00:00Z")},
		{Rule: 6, Outcome: pass, Saw: seen("held", "no")},
		{Rule: 7, Outcome: pass, Saw: seen("pending_request", "no")},
		{Rule: 8, Outcome: pass, Saw: seen("branding", "vendor")},
		{Rule: 9, Outcome: skip},
		{Rule: 10, Outcome: skip},
		{Rule: 11, Outcome: skip},
		{Rule: 12, Outcome: pass, Saw: seen("locked", "no", "revoked", "no")},
		{Rule: 13, Outcome: pass, Saw: seen("denied_domain", "no")},
		{Rule: 14, Outcome: pass, Saw: seen("approved_domain", "no", "standing", "no")},
		{Rule: 15, Outcome: skip},
		{
			Rule: 16, Outcome: wire.OutcomeDecide, Status: access.Approved, Reasons: []access.Reason{access.CompanyMatch},
			Saw: seen("mail_domain", "fennel.example", "certain_company", "Fennel Bio GmbH"),
		},
	}
	if diff := cmp.Diff(want, d.Trace); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// program asks for an access programme; decides "" is one that is not offered.
func program(decides wire.Decider) change {
	return func(f *policy.Facts, r *policy.Request) {
		r.Level, r.Identifier = access.Programme, access.Program("gate", "G-1")
		f.Contract, f.Scope = nil, r.Identifier
		if decides != "" {
			f.Program = &wire.Program{ID: "gate", Decides: decides}
		}
	}
}
