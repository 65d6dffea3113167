package policy

import (
	"accord/shared/access"
)

// unknown is rule 3: what is asked for is not in the registry or, an access
// programme, not in the settings.
func unknown(m *matter, r Request) said {
	known, reason := m.Contract != nil, access.ContractUnknown
	switch r.Identifier.Kind {
	case access.KindBillTo:
		known, reason = m.BillTo != nil, access.BillToUnknown
	case access.KindProgram:
		if m.Program == nil {
			return pass(yesNo(sawOffered, false)).to(access.Denied, access.ProgramUnknown)
		}
		return pass(yesNo(sawOffered, true))
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
func tooNew(m *matter, r Request) said {
	if !m.ofContract(r) {
		return skip()
	}
	s := pass(word(sawContractStatus, m.Contract.Status), moment(sawIssued, m.Contract.IssuedAt), moment(sawNow, m.Now))
	if m.Contract.TooNewAt(m.Now) {
		return s.to(access.Denied, access.ContractTooNew)
	}
	return s
}

// inactive is rule 5: expired, terminated or not started.
func inactive(m *matter, r Request) said {
	if !m.ofContract(r) {
		return skip()
	}
	s := pass(word(sawContractStatus, m.Contract.Status), day(sawStarts, m.Contract.Starts), day(sawEnds, m.Contract.Ends), moment(sawNow, m.Now))
	if !m.Contract.ActiveAt(m.Now) {
		return s.to(access.Denied, access.ContractInactive)
	}
	return s
}

// partnerBranded is rule 8: the reseller opens the cases of its own brand, so
// only the seller's people get full support.
func partnerBranded(m *matter, r Request) said {
	if !m.ofContract(r) || r.Level != access.Full {
		return skip()
	}
	if m.Contract.Branding != access.BrandingPartner {
		return pass(word(sawBranding, m.Contract.Branding))
	}
	seller := m.ofSeller()
	s := pass(word(sawBranding, m.Contract.Branding), yesNo(sawSellerMatch, seller))
	if !seller {
		return s.to(access.Denied, access.TermsPartnerBranded).offering(access.Downloads)
	}
	return s
}

// ofSeller reports whether the account certainly belongs to the seller.
func (m *matter) ofSeller() bool {
	return m.Seller != nil && m.certain(party{m.Seller, parseNames(m.Seller.Names()...)})
}

// noAdministrator is rule 9: downloads need an administrator's word. With
// support from the vendor itself full support can be asked for instead; it is
// not offered where rule 8 would deny it.
func noAdministrator(m *matter, r Request) said {
	if !m.ofContract(r) || r.Level != access.Downloads {
		return skip()
	}
	s := pass(yesNo(sawAdministrators, m.Administrators), word(sawSupport, m.Contract.Support))
	switch {
	case m.Administrators:
		return s
	case m.Contract.Support == access.SupportReseller:
		return s.to(access.PendingVendor, access.DownloadsVendorReview)
	case m.Contract.Branding == access.BrandingPartner && !m.ofSeller():
		return s.to(access.Denied, access.TermsNoAdministrator)
	}
	return s.to(access.Denied, access.TermsNoAdministrator).offering(access.Full)
}

// billToReview is rule 10: a person decides on full support by bill-to ID.
func billToReview(m *matter, r Request) said {
	if r.Identifier.Kind != access.KindBillTo || r.Level != access.Full {
		return skip()
	}
	return m.review(pass(yesNo(sawAdministrators, m.Administrators)), access.BillToReview)
}

// orderingReview is rule 11: a representative answers.
func orderingReview(_ *matter, r Request) said {
	if r.Identifier.Kind != access.KindBillTo || r.Level != access.Ordering {
		return skip()
	}
	return pass().to(access.PendingVendor, access.OrderingReview)
}
