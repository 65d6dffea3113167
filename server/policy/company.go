package policy

import (
	"slices"
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

// matter is what the rules judge: the facts, and the names in them as the
// company match compares them, normalised once for all rules.
type matter struct {
	*Facts
	names    []name // the account's
	domain   string // the account's mail domain
	entitled []party
}

// party is a company with every name it goes by.
type party struct {
	company *access.Company
	names   []name
}

// newMatter finds the companies that a contract is for: its holder (with the
// names that its administrators remembered), the holder's parent, and the
// company of its bill-to ID.
func newMatter(f *Facts) *matter {
	m := &matter{Facts: f, domain: f.Account.domain()}
	m.names = parseNames(f.Account.Company, f.Account.CompanyLocal)
	if f.Holder != nil {
		m.entitled = append(m.entitled, party{f.Holder, parseNames(append(f.Holder.Names(), f.Rules.Names...)...)})
	}
	for _, c := range []*access.Company{f.Parent, f.BillToCompany} {
		if c != nil {
			m.entitled = append(m.entitled, party{c, parseNames(c.Names()...)})
		}
	}
	return m
}

func parseNames(names ...string) []name {
	var out []name
	for _, s := range names {
		if n := parseName(s); n.core != "" {
			out = append(out, n)
		}
	}
	return out
}

// named reports whether one of the account's names is one of the company's.
func (m *matter) named(p party) bool {
	for _, n := range m.names {
		if n.equalsAny(p.names) {
			return true
		}
	}
	return false
}

// mailed reports whether the mail domain is the company's and no public one.
func (m *matter) mailed(p party) bool { return !m.PublicDomain && belongs(m.domain, p.company) }

// certain is the only sure sign that an account belongs to a company: its name
// and its mail domain, both of the same company.
func (m *matter) certain(p party) bool { return m.mailed(p) && m.named(p) }

// Entitled reports whether an account certainly belongs to a company that the
// contract or bill-to ID is for: its holder, the holder's parent, or the company
// of the bill-to ID. It is rule 16's match, asked by itself.
func Entitled(f Facts) bool {
	m := newMatter(&f)
	return slices.ContainsFunc(m.entitled, m.certain)
}

// Domains are the mail domains of the companies that a contract or bill-to ID is
// for, sorted.
func Domains(f Facts) []string {
	domains := []string{}
	for _, p := range newMatter(&f).entitled {
		for _, d := range p.company.Domains {
			if strings.Contains(d, ".") {
				domains = append(domains, d)
			}
		}
	}
	slices.Sort(domains)
	return slices.Compact(domains)
}

// called is what a trace calls a company.
func called(c *access.Company) string {
	for _, n := range c.Names() {
		return n
	}
	return c.ID
}
