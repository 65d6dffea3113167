package policy

import (
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// locked is rule 12: the administrators want a person to see every request. A
// lock outlives its administrators; the vendor is that person then, so that no
// request waits for nobody. The domain page is silent on who asks again for what
// a person took away from them: no rule gives that back, a person does.
func locked(m *matter, r Request) said {
	if !m.ofContract(r) {
		return skip()
	}
	s := pass(yesNo(sawLocked, m.Rules.Locked), yesNo(sawRevoked, m.Revoked))
	switch {
	case m.Rules.Locked:
		return m.review(s, access.AdminLocked)
	case m.Revoked:
		return m.review(s, access.AccessRevoked)
	}
	return s
}

// domainDenied is rule 13. A denial reaches the domain's subdomains.
func domainDenied(m *matter, r Request) said {
	if !m.ofContract(r) {
		return skip()
	}
	for _, d := range m.Rules.Deny {
		if d != "" && (m.domain == d || strings.HasSuffix(m.domain, "."+d)) {
			return pass(orNo(sawDeniedDomain, d)).to(access.Denied, access.AdminDomainDenied)
		}
	}
	return pass(orNo(sawDeniedDomain, ""))
}

// domainApproved is rule 14. An approval is for exactly the domain it names,
// and never for a public one, where it would be for everybody; a person there
// can have a standing approval of the whole address.
func domainApproved(m *matter, r Request) said {
	if !m.grantable(r) {
		return skip()
	}
	approved, standing := m.approvedDomain(), m.standing()
	s := pass(orNo(sawApprovedDomain, approved), yesNo(sawStanding, standing))
	if approved != "" || standing {
		return s.to(access.Approved, access.AdminDomainApproved)
	}
	return s
}

// approvedDomain is the domain rule that approves the account, "" for none.
func (m *matter) approvedDomain() string {
	for _, d := range m.Rules.Approve {
		if d != "" && d == m.domain && !m.PublicDomain {
			return d
		}
	}
	return ""
}

// standing reports a standing approval that has not ended.
func (m *matter) standing() bool {
	for _, s := range m.Rules.Standing {
		if runs(s, m.Now) && m.covers(s) {
			return true
		}
	}
	return false
}

// covers reports whether a standing approval is the account's, by its ID, its
// address or its mail domain.
func (m *matter) covers(s event.Standing) bool {
	if s.Account != "" {
		return s.Account == m.Account.ID
	}
	return s.Address != "" && (s.Address == m.Account.Email || s.Address == m.domain && !m.PublicDomain)
}

// runs reports whether an approval has not ended; without an end it does not.
func runs(s event.Standing, now time.Time) bool { return s.Ends.IsZero() || now.Before(s.Ends) }

// downloadsReview is rule 15: an administrator decides on downloads. Rule 9
// has ended the matter where there is none.
func downloadsReview(m *matter, r Request) said {
	if !m.ofContract(r) || r.Level != access.Downloads {
		return skip()
	}
	return m.review(pass(yesNo(sawAdministrators, m.Administrators)), access.DownloadsReview)
}
