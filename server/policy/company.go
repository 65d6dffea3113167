package policy

import (
	"strings"

	"accord/shared/access"
)

// belongs reports whether a mail domain is one of a company's: equal or a
// subdomain. A single label ("jp") is no company's domain.
func belongs(domain string, c *access.Company) bool {
	for _, d := range c.Domains {
		if strings.Contains(d, ".") && (domain == d || strings.HasSuffix(domain, "."+d)) {
			return true
		}
	}
	return false
}

// matcher compares the account with companies (domain page, "Company match").
type matcher struct {
	names  []name // the account's
	domain string // the account's mail domain
	public bool
}

func newMatcher(f *Facts) matcher {
	return matcher{
		names:  []name{parseName(f.Account.Company), parseName(f.Account.CompanyLocal)},
		domain: f.Account.domain(),
		public: f.PublicDomain,
	}
}

// named reports whether one of the account's names is one of the company's.
func (m matcher) named(p party) bool {
	var names []name
	for _, s := range p.names {
		names = append(names, parseName(s))
	}
	for _, n := range m.names {
		if n.equalsAny(names) {
			return true
		}
	}
	return false
}

// mailed reports whether the mail domain is the company's and no public one.
func (m matcher) mailed(p party) bool { return !m.public && belongs(m.domain, p.company) }

// certain is the only sure sign that an account belongs to a company: its name
// and its mail domain, both of the same company.
func (m matcher) certain(p party) bool { return m.mailed(p) && m.named(p) }

// party is a company with every name it goes by.
type party struct {
	company *access.Company
	names   []string
}

// entitled lists the companies that a contract is for: its holder (with the
// names that its administrators remembered), the holder's parent, and the
// company of its bill-to ID.
func entitled(f *Facts) []party {
	var parties []party
	if f.Holder != nil {
		parties = append(parties, party{f.Holder, append(f.Holder.Names(), f.Rules.Names...)})
	}
	for _, c := range []*access.Company{f.Parent, f.BillToCompany} {
		if c != nil {
			parties = append(parties, party{c, c.Names()})
		}
	}
	return parties
}

// anyOf reports whether one of the parties passes.
func anyOf(parties []party, passes func(party) bool) bool {
	for _, p := range parties {
		if passes(p) {
			return true
		}
	}
	return false
}

// called is what a trace calls a company.
func called(c *access.Company) string {
	for _, n := range c.Names() {
		return n
	}
	return c.ID
}
