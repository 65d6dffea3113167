package policy_test

import (
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/policy"
	"accord/shared/access"
)

// book is a registry directory in memory, with what its cases add to it: the
// facts that the desk looks up in the running portal.
type book struct {
	now       time.Time
	public    *policy.PublicDomains
	companies map[string]access.Company
	contracts map[string]access.ServiceContract
	billTos   map[string]access.BillToParty
	serials   map[string][]string
	admins    map[access.Identifier]bool
	accounts  map[string]policy.Account
	held      map[string][]policy.Held
	pending   map[string]bool
}

// rows reads a CSV file into one map a row.
func rows(t testing.TB, dir, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var out []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[strings.TrimPrefix(column, "\ufeff")] = r[i]
		}
		out = append(out, row)
	}
	return out
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ';' })
}

func when(t testing.TB, s string) time.Time {
	t.Helper()
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if at, err := time.Parse(layout, s); err == nil {
			return at
		}
	}
	t.Fatalf("%q is no date", s)
	return time.Time{}
}

// scopeOf is the contract or bill-to ID that a row names.
func scopeOf(row map[string]string) access.Identifier {
	if row["bill_to_id"] != "" {
		return access.BillTo(row["bill_to_id"])
	}
	return access.Contract(row["contract_number"])
}

func openBook(t testing.TB, dir string, now time.Time) *book {
	t.Helper()
	b := &book{
		now: now, public: publicDomains(t, nil, nil),
		companies: map[string]access.Company{}, contracts: map[string]access.ServiceContract{}, billTos: map[string]access.BillToParty{},
		serials: map[string][]string{}, admins: map[access.Identifier]bool{}, accounts: map[string]policy.Account{},
		held: map[string][]policy.Held{}, pending: map[string]bool{},
	}
	for _, r := range rows(t, dir, "companies.csv") {
		b.companies[r["company_id"]] = access.Company{
			ID: r["company_id"], Kind: access.CompanyKind(r["kind"]), Name: r["name_en"], NameLocal: r["name_local"],
			Aliases: list(r["aliases"]), Domains: list(r["domains"]), ParentID: r["parent_id"],
		}
	}
	for _, r := range rows(t, dir, "bill_to.csv") {
		b.billTos[r["bill_to_id"]] = access.BillToParty{ID: r["bill_to_id"], CompanyID: r["company_id"]}
	}
	for _, r := range rows(t, dir, "contracts.csv") {
		b.contracts[r["contract_number"]] = access.ServiceContract{
			Number: r["contract_number"], HolderID: r["holder_company_id"], SellerID: r["seller_company_id"], BillToID: r["bill_to_id"],
			Branding: access.Branding(r["branding"]), Support: access.Support(r["support"]), Status: access.ContractStatus(r["status"]),
			IssuedAt: when(t, r["issued_at"]), Starts: when(t, r["starts_at"]), Ends: when(t, r["ends_at"]),
		}
	}
	for _, r := range rows(t, dir, "covered_products.csv") {
		b.serials[r["serial_number"]] = append(b.serials[r["serial_number"]], r["contract_number"])
	}
	for _, r := range rows(t, dir, "administrators.csv") {
		b.admins[scopeOf(r)] = true
	}
	for _, r := range rows(t, dir, "accounts.csv") {
		b.accounts[r["email"]] = policy.Account{Email: r["email"], Company: r["company_name"], CompanyLocal: r["company_name_local"], Address: r["address"]}
	}
	for _, r := range rows(t, dir, "grants.csv") {
		if r["ends_at"] == "" || when(t, r["ends_at"]).After(now) {
			b.held[r["email"]] = append(b.held[r["email"]], policy.Held{Level: access.Level(r["level"]), Scope: scopeOf(r)})
		}
	}
	return b
}

func (b *book) company(id string) *access.Company {
	if c, ok := b.companies[id]; ok {
		return &c
	}
	return nil
}

// contract is what a request is judged on: its own, or the one that its serial
// stands for.
func (b *book) contract(id access.Identifier) *access.ServiceContract {
	if id.Kind == access.KindContract {
		if c, ok := b.contracts[id.Value]; ok {
			return &c
		}
		return nil
	}
	var best *access.ServiceContract
	for _, number := range b.serials[id.Value] {
		c := b.contracts[number]
		active := c.ActiveAt(b.now)
		if best == nil || (active && !best.ActiveAt(b.now)) || (active == best.ActiveAt(b.now) && c.Ends.After(best.Ends)) {
			best = &c
		}
	}
	return best
}

// facts are what the rules may know of a request.
func (b *book) facts(t testing.TB, email string, r policy.Request) policy.Facts {
	t.Helper()
	account, ok := b.accounts[email]
	if !ok {
		t.Fatalf("%s has no account", email)
	}
	_, domain, _ := strings.Cut(email, "@")
	f := policy.Facts{Now: b.now, Account: account, Held: b.held[email], PublicDomain: b.public.Contains(domain)}
	b.addScope(&f, r)
	for _, id := range slices.Sorted(maps.Keys(b.companies)) {
		c := b.companies[id]
		if !slices.ContainsFunc(c.Domains, func(d string) bool { return d == domain || strings.HasSuffix(domain, "."+d) }) {
			continue
		}
		f.DomainCompanies = append(f.DomainCompanies, c)
		for _, party := range b.billTos {
			if party.CompanyID == id && !slices.Contains(f.DirectBuyers, id) {
				f.DirectBuyers = append(f.DirectBuyers, id)
			}
		}
	}
	f.Administrators = b.admins[f.Scope]
	if b.pending[key(email, r.Level, f.Scope)] {
		f.Duplicate = "pending"
	}
	return f
}

func (b *book) addScope(f *policy.Facts, r policy.Request) {
	if r.Identifier.Kind == access.KindBillTo {
		if party, ok := b.billTos[r.Identifier.Value]; ok {
			f.BillTo, f.Scope = &party, r.Identifier
		}
		return
	}
	c := b.contract(r.Identifier)
	if c == nil {
		return
	}
	f.Contract, f.Scope = c, access.Contract(c.Number)
	f.Holder, f.Seller = b.company(c.HolderID), b.company(c.SellerID)
	if f.Holder != nil {
		f.Parent = b.company(f.Holder.ParentID)
	}
	f.BillToCompany = b.company(b.billTos[c.BillToID].CompanyID)
}

// note remembers what a decision makes of the account.
func (b *book) note(email string, r policy.Request, scope access.Identifier, d policy.Decision) {
	switch {
	case d.Status == access.Approved:
		b.held[email] = append(b.held[email], policy.Held{Level: r.Level, Scope: scope})
	case d.Status.Pending():
		b.pending[key(email, r.Level, scope)] = true
	}
}

func key(email string, level access.Level, scope access.Identifier) string {
	return email + " " + string(level) + " " + scope.String()
}
