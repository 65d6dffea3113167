package policy

import (
	"slices"

	"accord/shared/access"
	"accord/shared/wire"
)

// companyMatch is rule 16: approved when the account certainly belongs to an
// entitled company.
func companyMatch(m *matter, r Request) said {
	if !m.grantable(r) {
		return skip()
	}
	for _, p := range m.entitled {
		if m.certain(p) {
			return pass(m.sawMail(), word(sawCertainCompany, called(p.company))).to(access.Approved, access.CompanyMatch)
		}
	}
	return pass(m.sawMail(), orNo(sawCertainCompany, ""))
}

// companyOther is rule 17: the mail domain is known to be some other company's,
// and not an entitled one's as well. A public domain is no company's.
func companyOther(m *matter, r Request) said {
	if !m.ofContract(r) {
		return skip()
	}
	other := ""
	if !m.PublicDomain && !slices.ContainsFunc(m.entitled, m.mailed) {
		for _, c := range m.DomainCompanies {
			if belongs(m.domain, &c) {
				other = called(&c)
				break
			}
		}
	}
	s := pass(m.sawMail(), orNo(sawOtherCompany, other))
	if other != "" {
		return m.review(s, append([]access.Reason{access.CompanyOther}, m.mismatches()...)...)
	}
	return s
}

// companyInsufficient is rule 18: the requester must confirm or correct.
func companyInsufficient(m *matter, r Request) said {
	if r.Identifier.Kind == access.KindProgram {
		return skip()
	}
	s := pass(m.sawMail(), yesNo(sawPublicDomain, m.PublicDomain),
		yesNo(sawNameMatch, slices.ContainsFunc(m.entitled, m.named)), yesNo(sawDomainMatch, slices.ContainsFunc(m.entitled, m.mailed)))
	return s.to(access.PendingAction, append([]access.Reason{access.CompanyInsufficient}, m.mismatches()...)...)
}

// mismatches are the reasons that rules 17 and 18 add: what differs.
func (m *matter) mismatches() []access.Reason {
	var reasons []access.Reason
	if !slices.ContainsFunc(m.entitled, m.named) {
		reasons = append(reasons, access.CompanyNameMismatch)
	}
	switch {
	case m.PublicDomain:
		reasons = append(reasons, access.EmailPublicDomain)
	case !slices.ContainsFunc(m.entitled, m.mailed):
		reasons = append(reasons, access.EmailDomainMismatch)
	}
	return reasons
}

func (m *matter) sawMail() wire.Seen { return word(sawMailDomain, m.domain) }
