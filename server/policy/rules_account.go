package policy

import (
	"slices"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// companyMissing is rule 1: no company name or no address on the account.
func companyMissing(m *matter, _ Request) said {
	given := func(company, local, address string) bool {
		return !validation.CompanyMissing(wire.Profile{Company: company, CompanyLocal: local, Address: address})
	}
	a := m.Account
	s := pass(yesNo(sawCompanyGiven, given(a.Company, a.CompanyLocal, "any")), yesNo(sawAddressGiven, given("any", "", a.Address)))
	if !given(a.Company, a.CompanyLocal, a.Address) {
		return s.to(access.Denied, access.ProfileCompanyMissing)
	}
	return s
}

// billToNotEligible is rule 2: full support by bill-to ID is for partners and
// direct buyers. An account is one's when its mail domain is, and is no public
// one. The company name is not asked for: the domain is proven by the sign-in,
// names are typed in many ways, and a person decides afterwards in every case.
func billToNotEligible(m *matter, r Request) said {
	if r.Identifier.Kind != access.KindBillTo || r.Level != access.Full {
		return skip()
	}
	partner, buyer := false, false
	for _, c := range m.DomainCompanies {
		if m.PublicDomain || !belongs(m.domain, &c) {
			continue
		}
		partner = partner || c.Kind == access.CompanyPartner
		buyer = buyer || slices.Contains(m.DirectBuyers, c.ID)
	}
	s := pass(word(sawMailDomain, m.domain), yesNo(sawPublicDomain, m.PublicDomain),
		yesNo(sawPartner, partner), yesNo(sawDirectBuyer, buyer))
	if !partner && !buyer {
		return s.to(access.Denied, access.BillToNotEligible)
	}
	return s
}

// alreadyHeld is rule 6: the level or a higher one is held, by the contract or
// its bill-to ID.
func alreadyHeld(m *matter, r Request) said {
	scopes := []access.Identifier{m.Scope}
	if m.Contract != nil && m.Contract.BillToID != "" {
		scopes = append(scopes, access.BillTo(m.Contract.BillToID))
	}
	for _, h := range m.Held {
		if h.Level.Covers(r.Level) && slices.Contains(scopes, h.Scope) {
			return pass(word(sawHeld, h.Level)).to(access.Denied, access.AccessAlreadyHeld)
		}
	}
	return pass(orNo(sawHeld, ""))
}

// duplicate is rule 7: the same is pending already.
func duplicate(m *matter, _ Request) said {
	s := pass(orNo(sawPendingRequest, m.Duplicate))
	if m.Duplicate != "" {
		return s.to(access.Denied, access.RequestDuplicate)
	}
	return s
}
