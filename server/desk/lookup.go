package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// lookup is what the registry holds on one identifier and its requester. It is
// made before the writer runs; facts of the ledger are added there.
type lookup struct {
	request policy.Request
	profile wire.Profile     // the one the lookup was made for
	facts   policy.Facts     // the registry's part
	admins  []string         // the registry's administrators of the scope
	granted []registry.Grant // what grants.csv gives the account on the scope and above it
	gen     uint64
}

// look makes the registry's part of the facts.
func (d *Desk) look(g *registry.Generation, a ledger.Account, r policy.Request) (l lookup, err error) {
	domain := domainOf(a.Profile.Email)
	l = lookup{request: r, profile: a.Profile, gen: g.Number(), facts: d.accountFacts(a)}
	if r.Identifier.Kind == access.KindProgram {
		id, _ := r.Identifier.Program()
		l.facts.Program = d.Settings.Program(id)
	}
	if err := l.scope(g); err != nil {
		return l, err
	}
	if err := l.companies(g); err != nil {
		return l, err
	}
	if err = l.domain(g, domain); err != nil {
		return l, err
	}
	if l.admins, err = g.Administrators(l.facts.Scope); err != nil {
		return l, err
	}
	l.granted, err = g.GrantsOn(registryEmail(a), scopesOf(l.facts)...)
	return l, err
}

// accountFacts are those of the account alone.
func (d *Desk) accountFacts(a ledger.Account) policy.Facts {
	return policy.Facts{
		Now: d.Now(),
		Account: policy.Account{
			ID:           a.ID,
			Email:        a.Profile.Email,
			Company:      a.Profile.Company,
			CompanyLocal: a.Profile.CompanyLocal,
			Address:      firstOf(a.Profile.Address, a.Profile.AddressLocal),
		},
		PublicDomain: d.Public.Contains(domainOf(a.Profile.Email)),
	}
}

// scope finds what the identifier stands for.
func (l *lookup) scope(g *registry.Generation) (err error) {
	f, id := &l.facts, l.request.Identifier
	switch id.Kind {
	case access.KindProgram:
		if f.Program != nil {
			f.Scope = id
		}
	case access.KindBillTo:
		if f.BillTo, err = g.BillTo(id.Value); f.BillTo != nil {
			f.Scope = id
		}
		return err
	case access.KindContract:
		f.Contract, err = g.Contract(id.Value)
	case access.KindSerial:
		f.Contract, err = contractOfSerial(g, id.Value, f.Now)
	}
	if f.Contract != nil {
		f.Scope = access.Contract(f.Contract.Number)
	}
	return err
}

// companies finds the parties of the contract.
func (l *lookup) companies(g *registry.Generation) (err error) {
	f, c := &l.facts, l.facts.Contract
	if c == nil {
		return nil
	}
	if f.Holder, err = g.Company(c.HolderID); err != nil {
		return err
	}
	if f.Holder != nil && f.Holder.ParentID != "" {
		if f.Parent, err = g.Company(f.Holder.ParentID); err != nil {
			return err
		}
	}
	if c.SellerID != "" {
		if f.Seller, err = g.Company(c.SellerID); err != nil {
			return err
		}
	}
	if c.BillToID == "" {
		return nil
	}
	party, err := g.BillTo(c.BillToID)
	if err != nil || party == nil {
		return err
	}
	f.BillToCompany, err = g.Company(party.CompanyID)
	return err
}

// domain finds the companies that the mail domain or a parent of it belongs to.
func (l *lookup) domain(g *registry.Generation, domain string) error {
	for ; strings.Contains(domain, "."); _, domain, _ = strings.Cut(domain, ".") {
		companies, err := g.CompaniesOfDomain(domain)
		if err != nil {
			return err
		}
		for _, c := range companies {
			l.facts.DomainCompanies = append(l.facts.DomainCompanies, c)
			billTos, err := g.BillTosOf(c.ID)
			if err != nil {
				return err
			}
			if len(billTos) > 0 {
				l.facts.DirectBuyers = append(l.facts.DirectBuyers, c.ID)
			}
		}
	}
	return nil
}

// contractOfSerial is the contract a serial number stands for: the active one
// with the latest end or, none being active, the one with the latest end.
func contractOfSerial(g *registry.Generation, serial string, now time.Time) (*access.ServiceContract, error) {
	numbers, err := g.SerialContracts(serial)
	if err != nil {
		return nil, err
	}
	var best *access.ServiceContract
	for _, n := range numbers {
		c, err := g.Contract(n)
		if err != nil {
			return nil, err
		}
		if c != nil && (best == nil || stands(c, best, now)) {
			best = c
		}
	}
	return best, nil
}

// stands reports whether the contract c stands for a serial rather than best.
func stands(c, best *access.ServiceContract, now time.Time) bool {
	if a, b := c.ActiveAt(now), best.ActiveAt(now); a != b {
		return a
	}
	return c.Ends.After(best.Ends)
}

// complete adds what the ledger knows to a copy of the facts. exclude is the
// request that is being looked at again, which is no duplicate of itself.
func (l lookup) complete(tx *ledger.Tx, account, exclude string) (policy.Facts, error) {
	f := l.facts
	f.Now = tx.Now()
	if f.Scope == (access.Identifier{}) {
		return f, nil
	}
	admins, err := joinAdministrators(&tx.Reader, f.Scope, l.admins)
	if err != nil {
		return f, err
	}
	rest, err := deciders(&tx.Reader, admins, account, "", "")
	if err != nil {
		return f, err
	}
	f.Administrators, f.OnlyAdministrator = len(admins) > 0, len(admins) > 0 && len(rest) == 0
	if f.Rules, err = tx.Rules(f.Scope); err != nil {
		return f, err
	}
	if f.Duplicate, err = tx.Pending(account, l.request.Level, f.Scope); err != nil {
		return f, err
	}
	if f.Duplicate == exclude {
		f.Duplicate = ""
	}
	given, err := tx.GrantsOn(account, scopesOf(f)...)
	if err != nil {
		return f, err
	}
	// What a third party holds it does not know the number of: it would be told
	// by the answer that it has the access already.
	given = slices.DeleteFunc(given, func(g ledger.Grant) bool { return g.ThirdParty })
	f.Held = held(given, l.granted, f.Now)
	f.Revoked = lastRevoked(given)
	return f, nil
}

// scopesOf are the scope and the bill-to ID above it, nothing when the
// identifier is not known.
func scopesOf(f policy.Facts) []access.Identifier {
	if f.Scope == (access.Identifier{}) {
		return nil
	}
	scopes := []access.Identifier{f.Scope}
	if f.Contract != nil && f.Contract.BillToID != "" {
		scopes = append(scopes, access.BillTo(f.Contract.BillToID))
	}
	return scopes
}

// lastRevoked reports whether the last that happened to the account's access on
// the scope and above it is that some was taken away.
func lastRevoked(given []ledger.Grant) bool {
	var last ledger.Grant
	for _, g := range given {
		if happened(g, last) > 0 {
			last = g
		}
	}
	return last.Revoked
}

// happened compares when grants were given or taken away. Other facts of a grant,
// such as a warning of its end, count as well for its Seq and decide nothing.
func happened(a, b ledger.Grant) int {
	at := func(g ledger.Grant) time.Time {
		if g.Revoked {
			return g.Revocation.At
		}
		return g.Given
	}
	return cmp.Or(at(a).Compare(at(b)), cmp.Compare(a.Seq, b.Seq))
}

// held lists the account's levels that have not ended on the scope or the
// bill-to ID above it.
func held(given []ledger.Grant, granted []registry.Grant, now time.Time) []policy.Held {
	var list []policy.Held
	for _, g := range allGrants(given, granted) {
		if running(g, now) {
			list = append(list, policy.Held{Level: g.Level, Scope: g.Scope})
		}
	}
	return list
}

// domainOf is the part of an address after its last "@".
func domainOf(email string) string {
	return email[strings.LastIndexByte(email, '@')+1:]
}

// registryEmail is the address the registry knows the account by.
func registryEmail(a ledger.Account) string {
	return firstOf(a.RegistryEmail, a.Profile.Email)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
