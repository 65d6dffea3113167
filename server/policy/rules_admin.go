package policy

import (
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// locked is rule 12: the administrators want a person to see every request. A
// lock outlives its administrators; the vendor is that person then, so that no
// request waits for nobody.
func locked(f *Facts, r Request) said {
	if !f.ofContract(r) {
		return skip()
	}
	s := pass(yesNo(sawLocked, f.Rules.Locked))
	if f.Rules.Locked {
		return s.to(f.person(), access.AdminLocked)
	}
	return s
}

// domainDenied is rule 13. A denial reaches the domain's subdomains.
func domainDenied(f *Facts, r Request) said {
	if !f.ofContract(r) {
		return skip()
	}
	domain := f.Account.domain()
	for _, d := range f.Rules.Deny {
		if d != "" && (domain == d || strings.HasSuffix(domain, "."+d)) {
			return pass(orNo(sawDeniedDomain, d)).to(access.Denied, access.AdminDomainDenied)
		}
	}
	return pass(orNo(sawDeniedDomain, ""))
}

// domainApproved is rule 14. An approval is for exactly the domain it names,
// and never for a public one, where it would be for everybody; a person there
// can have a standing approval of the whole address.
func domainApproved(f *Facts, r Request) said {
	if !f.grantable(r) {
		return skip()
	}
	approved, standing := f.approvedDomain(), f.standing()
	s := pass(orNo(sawApprovedDomain, approved), yesNo(sawStanding, standing))
	if approved != "" || standing {
		return s.to(access.Approved, access.AdminDomainApproved)
	}
	return s
}

// approvedDomain is the domain rule that approves the account, "" for none.
func (f *Facts) approvedDomain() string {
	domain := f.Account.domain()
	for _, d := range f.Rules.Approve {
		if d != "" && d == domain && !f.PublicDomain {
			return d
		}
	}
	return ""
}

// standing reports a standing approval that has not ended.
func (f *Facts) standing() bool {
	for _, s := range f.Rules.Standing {
		if s.Address != "" && runs(s, f.Now) && (s.Address == f.Account.Email || s.Address == f.Account.domain() && !f.PublicDomain) {
			return true
		}
	}
	return false
}

// runs reports whether an approval has not ended; without an end it does not.
func runs(s event.Standing, now time.Time) bool { return s.Ends.IsZero() || now.Before(s.Ends) }

// downloadsReview is rule 15: an administrator decides on downloads. Rule 9
// has ended the matter where there is none.
func downloadsReview(f *Facts, r Request) said {
	if !f.ofContract(r) || r.Level != access.Downloads {
		return skip()
	}
	return pass(yesNo(sawAdministrators, f.Administrators)).to(f.person(), access.DownloadsReview)
}
