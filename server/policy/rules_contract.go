package policy

import (
	"accord/shared/access"
)

// unknown is rule 3: what is asked for is not in the registry.
func unknown(f *Facts, r Request) said {
	known, reason := f.Contract != nil, access.ContractUnknown
	switch r.Identifier.Kind {
	case access.KindBillTo:
		known, reason = f.BillTo != nil, access.BillToUnknown
	case access.KindSerial:
		reason = access.SerialUnknown
	}
	s := pass(yesNo(sawInRegistry, known))
	if !known {
		return s.to(access.Denied, reason)
	}
	return s
}

// tooNew is rule 4: issued under 48 hours ago and not active yet.
func tooNew(f *Facts, r Request) said {
	if !f.ofContract(r) {
		return skip()
	}
	s := pass(word(sawContractStatus, f.Contract.Status), moment(sawIssued, f.Contract.IssuedAt), moment(sawNow, f.Now))
	if f.Contract.TooNewAt(f.Now) {
		return s.to(access.Denied, access.ContractTooNew)
	}
	return s
}

// inactive is rule 5: expired, terminated or not started.
func inactive(f *Facts, r Request) said {
	if !f.ofContract(r) {
		return skip()
	}
	s := pass(word(sawContractStatus, f.Contract.Status), day(sawStarts, f.Contract.Starts), day(sawEnds, f.Contract.Ends), moment(sawNow, f.Now))
	if !f.Contract.ActiveAt(f.Now) {
		return s.to(access.Denied, access.ContractInactive)
	}
	return s
}

// partnerBranded is rule 8: the reseller opens the cases of its own brand, so
// only the seller's people get full support.
func partnerBranded(f *Facts, r Request) said {
	if !f.ofContract(r) || r.Level != access.Full {
		return skip()
	}
	seller := f.ofSeller()
	s := pass(word(sawBranding, f.Contract.Branding), yesNo(sawSellerMatch, seller))
	if f.Contract.Branding == access.BrandingPartner && !seller {
		return s.to(access.Denied, access.TermsPartnerBranded).offering(access.Downloads)
	}
	return s
}

// ofSeller reports whether the account certainly belongs to the seller.
func (f *Facts) ofSeller() bool {
	return f.Seller != nil && newMatcher(f).certain(party{f.Seller, f.Seller.Names()})
}

// noAdministrator is rule 9: downloads need an administrator's word. With
// support from the vendor itself full support can be asked for instead; it is
// not offered where rule 8 would deny it.
func noAdministrator(f *Facts, r Request) said {
	if !f.ofContract(r) || r.Level != access.Downloads {
		return skip()
	}
	s := pass(yesNo(sawAdministrators, f.Administrators), word(sawSupport, f.Contract.Support))
	switch {
	case f.Administrators:
		return s
	case f.Contract.Support == access.SupportReseller:
		return s.to(access.PendingVendor, access.DownloadsVendorReview)
	case f.Contract.Branding == access.BrandingPartner && !f.ofSeller():
		return s.to(access.Denied, access.TermsNoAdministrator)
	}
	return s.to(access.Denied, access.TermsNoAdministrator).offering(access.Full)
}

// billToReview is rule 10: a person decides on full support by bill-to ID.
func billToReview(f *Facts, r Request) said {
	if r.Identifier.Kind != access.KindBillTo || r.Level != access.Full {
		return skip()
	}
	return pass(yesNo(sawAdministrators, f.Administrators)).to(f.person(), access.BillToReview)
}

// orderingReview is rule 11: a representative answers.
func orderingReview(_ *Facts, r Request) said {
	if r.Identifier.Kind != access.KindBillTo || r.Level != access.Ordering {
		return skip()
	}
	return pass().to(access.PendingVendor, access.OrderingReview)
}
