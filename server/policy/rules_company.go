package policy

import (
	"slices"

	"accord/shared/access"
	"accord/shared/wire"
)

// companyMatch is rule 16: approved when the account certainly belongs to an
// entitled company.
func companyMatch(f *Facts, r Request) said {
	if !f.grantable(r) {
		return skip()
	}
	m := newMatcher(f)
	for _, p := range entitled(f) {
		if m.certain(p) {
			return pass(f.sawMail(), word(sawCertainCompany, called(p.company))).to(access.Approved, access.CompanyMatch)
		}
	}
	return pass(f.sawMail(), orNo(sawCertainCompany, ""))
}

// companyOther is rule 17: the mail domain is known to be some other company's,
// and not an entitled one's as well. A public domain is no company's.
func companyOther(f *Facts, r Request) said {
	if !f.ofContract(r) {
		return skip()
	}
	m, parties := newMatcher(f), entitled(f)
	other := ""
	if !f.PublicDomain && !anyOf(parties, m.mailed) {
		for _, c := range f.DomainCompanies {
			if belongs(m.domain, &c) {
				other = called(&c)
				break
			}
		}
	}
	s := pass(f.sawMail(), orNo(sawOtherCompany, other))
	if other != "" {
		return s.to(f.person(), append([]access.Reason{access.CompanyOther}, f.mismatches(m, parties)...)...)
	}
	return s
}

// companyInsufficient is rule 18: the requester must confirm or correct.
func companyInsufficient(f *Facts, _ Request) said {
	m, parties := newMatcher(f), entitled(f)
	s := pass(f.sawMail(), yesNo(sawPublicDomain, f.PublicDomain),
		yesNo(sawNameMatch, anyOf(parties, m.named)), yesNo(sawDomainMatch, anyOf(parties, m.mailed)))
	return s.to(access.PendingAction, append([]access.Reason{access.CompanyInsufficient}, f.mismatches(m, parties)...)...)
}

// mismatches are the reasons that rules 17 and 18 add: what differs.
func (f *Facts) mismatches(m matcher, parties []party) []access.Reason {
	var reasons []access.Reason
	if !anyOf(parties, m.named) {
		reasons = append(reasons, access.CompanyNameMismatch)
	}
	switch {
	case f.PublicDomain:
		reasons = append(reasons, access.EmailPublicDomain)
	case !anyOf(parties, m.mailed):
		reasons = append(reasons, access.EmailDomainMismatch)
	}
	return slices.Clip(reasons)
}

func (f *Facts) sawMail() wire.Seen { return word(sawMailDomain, f.Account.domain()) }
