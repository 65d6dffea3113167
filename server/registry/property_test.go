package registry_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// world is a registry as it should be found after an import.
type world struct {
	companies []access.Company
	billTo    []access.BillToParty
	contracts []access.ServiceContract
	products  []access.CoveredProduct
	admins    []admin
	people    []registry.Person
	grants    []given
}

type admin struct {
	email string
	scope access.Identifier
}

type given struct {
	email string
	registry.Grant
}

func TestStore_FindsExactlyWhatWasImported(t *testing.T) {
	s := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := drawWorld(rt)
		files := w.files(rt)
		l, err := s.Load(context.Background(), files, false, nil)
		if err != nil && !errors.Is(err, registry.ErrSame) {
			rt.Fatalf("load: %v, %+v", err, l.Errors)
		}
		if err := s.Switch(l.Generation); err != nil {
			rt.Fatal(err)
		}
		if err := s.Use(func(g *registry.Generation) error { w.compare(rt, g); return nil }); err != nil {
			rt.Fatal(err)
		}
	})
}

func drawWorld(t *rapid.T) *world {
	w := &world{}
	domain := rapid.SampledFrom([]string{"a.example", "b.example", "c.co.jp.example", "日本.example"})
	name := rapid.SampledFrom([]string{"Alpha Ltd", "株式会社べーた", `Gam"ma, Inc.`, "デルタ\n有限会社"})
	email := rapid.SampledFrom([]string{"ann@a.example", "bob@b.example", "cho@c.co.jp.example"})
	day := rapid.Custom(func(t *rapid.T) time.Time {
		return time.Date(2020+rapid.IntRange(0, 20).Draw(t, "year"), 1, 1+rapid.IntRange(0, 364).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
	})
	for i := range rapid.IntRange(1, 6).Draw(t, "companies") {
		c := access.Company{
			ID: fmt.Sprintf("C%d", i), Name: name.Draw(t, "name"), NameLocal: rapid.SampledFrom([]string{"", "会社"}).Draw(t, "local"),
			Kind:    rapid.SampledFrom([]access.CompanyKind{"customer", "partner", "vendor"}).Draw(t, "kind"),
			Aliases: rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"One", "二"}), 0, 2, rapid.ID).Draw(t, "aliases"),
			Domains: rapid.SliceOfNDistinct(domain, 0, 3, rapid.ID).Draw(t, "domains"),
			Country: rapid.SampledFrom([]string{"", "JP", "US"}).Draw(t, "country"),
		}
		if i > 0 && rapid.Bool().Draw(t, "has parent") {
			c.ParentID = fmt.Sprintf("C%d", rapid.IntRange(0, i-1).Draw(t, "parent"))
		}
		w.companies = append(w.companies, c)
	}
	company := rapid.Map(rapid.SampledFrom(w.companies), func(c access.Company) string { return c.ID })
	for i := range rapid.IntRange(0, 4).Draw(t, "bill-to IDs") {
		w.billTo = append(w.billTo, access.BillToParty{ID: fmt.Sprint(500 + i), CompanyID: company.Draw(t, "company")})
	}
	for i := range rapid.IntRange(0, 6).Draw(t, "contracts") {
		starts := day.Draw(t, "starts")
		c := access.ServiceContract{
			Number: fmt.Sprintf("%03d", i), HolderID: company.Draw(t, "holder"), ServiceLevel: "24x7",
			Branding: rapid.SampledFrom([]access.Branding{"vendor", "partner"}).Draw(t, "branding"),
			Support:  rapid.SampledFrom([]access.Support{"direct", "reseller"}).Draw(t, "support"),
			Status:   rapid.SampledFrom([]access.ContractStatus{"active", "pending", "terminated"}).Draw(t, "status"),
			IssuedAt: day.Draw(t, "issued").Add(time.Duration(rapid.IntRange(0, 86399).Draw(t, "second")) * time.Second),
			Starts:   starts, Ends: starts.AddDate(0, 0, rapid.IntRange(0, 2000).Draw(t, "days")),
		}
		if rapid.Bool().Draw(t, "has seller") {
			c.SellerID = company.Draw(t, "seller")
		}
		if len(w.billTo) > 0 && rapid.Bool().Draw(t, "has bill-to ID") {
			c.BillToID = rapid.SampledFrom(w.billTo).Draw(t, "bill-to").ID
		}
		w.contracts = append(w.contracts, c)
	}
	w.drawRest(t, email)
	return w
}

// drawRest draws what hangs on contracts, bill-to IDs and people.
func (w *world) drawRest(t *rapid.T, email *rapid.Generator[string]) {
	var scopes []access.Identifier
	for _, c := range w.contracts {
		scopes = append(scopes, access.Contract(c.Number))
		for i := range rapid.IntRange(0, 3).Draw(t, "products") {
			w.products = append(w.products, access.CoveredProduct{
				Serial: fmt.Sprintf("SER-%d", i), Contract: c.Number, ProductID: "P", Description: "Switch, 48 ports",
			})
		}
	}
	for _, b := range w.billTo {
		scopes = append(scopes, access.BillTo(b.ID))
	}
	for _, e := range []string{"ann@a.example", "bob@b.example"} {
		w.people = append(w.people, registry.Person{
			Role: rapid.SampledFrom([]access.Role{"customer", "reviewer", "operator"}).Draw(t, "role"),
			Profile: wire.Profile{Email: e, GivenName: "Ann", FamilyName: "岸", Company: "Alpha", CompanyLocal: "アルファ",
				Address: "1 Road\nTown", Country: "JP", Language: "ja"},
		})
	}
	if len(scopes) == 0 {
		return
	}
	pair := rapid.Custom(func(t *rapid.T) admin {
		return admin{email.Draw(t, "email"), rapid.SampledFrom(scopes).Draw(t, "scope")}
	})
	w.admins = rapid.SliceOfNDistinct(pair, 0, 6, rapid.ID).Draw(t, "administrators")
	for _, p := range rapid.SliceOfNDistinct(pair, 0, 6, rapid.ID).Draw(t, "grants") {
		g := given{email: p.email}
		g.Level = rapid.SampledFrom([]access.Level{"downloads", "full", "ordering"}).Draw(t, "level")
		g.Scope, g.Starts = p.scope, time.Date(2026, 5, 15, 8, 30, 0, 0, time.UTC)
		if rapid.Bool().Draw(t, "ends") {
			g.Ends = time.Date(2027, 5, 15, 8, 30, 0, 0, time.UTC)
		}
		w.grants = append(w.grants, g)
	}
}

// files writes the world as CSV, rows and columns shuffled.
func (w *world) files(t *rapid.T) fs.FS {
	m := fstest.MapFS{}
	file := func(name, header string, rows [][]string) {
		columns := strings.Split(header, ",")
		order := rapid.Permutation(indices(len(columns))).Draw(t, "columns of "+name)
		if len(rows) > 1 {
			rows = rapid.Permutation(rows).Draw(t, "rows of "+name)
		}
		var b bytes.Buffer
		out := csv.NewWriter(&b)
		for _, row := range append([][]string{columns}, rows...) {
			shuffled := make([]string, len(order))
			for i, from := range order {
				shuffled[i] = row[from]
			}
			if err := out.Write(shuffled); err != nil {
				t.Fatal(err)
			}
		}
		out.Flush()
		m[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	file("companies.csv", "company_id,kind,name_en,name_local,aliases,domains,parent_id,country",
		table(w.companies, func(c access.Company) []string {
			return []string{c.ID, string(c.Kind), c.Name, c.NameLocal, strings.Join(c.Aliases, ";"),
				strings.Join(c.Domains, ";"), c.ParentID, c.Country}
		}))
	file("bill_to.csv", "bill_to_id,company_id", table(w.billTo, func(b access.BillToParty) []string {
		return []string{b.ID, b.CompanyID}
	}))
	file("contracts.csv", "contract_number,holder_company_id,seller_company_id,bill_to_id,service_level,branding,support,"+
		"issued_at,starts_at,ends_at,status", table(w.contracts, func(c access.ServiceContract) []string {
		return []string{c.Number, c.HolderID, c.SellerID, c.BillToID, c.ServiceLevel, string(c.Branding), string(c.Support),
			c.IssuedAt.Format(time.RFC3339), c.Starts.Format(time.DateOnly), c.Ends.Format(time.DateOnly), string(c.Status)}
	}))
	file("covered_products.csv", "serial_number,contract_number,product_id,description",
		table(w.products, func(p access.CoveredProduct) []string {
			return []string{p.Serial, p.Contract, p.ProductID, p.Description}
		}))
	file("administrators.csv", "email,contract_number,bill_to_id", table(w.admins, func(a admin) []string {
		return append([]string{a.email}, scopeColumns(a.scope)...)
	}))
	file("accounts.csv", "email,given_name,family_name,company_name,company_name_local,address,country,language,role",
		table(w.people, func(p registry.Person) []string {
			f := p.Profile
			return []string{f.Email, f.GivenName, f.FamilyName, f.Company, f.CompanyLocal, f.Address, f.Country, f.Language,
				string(p.Role)}
		}))
	file("grants.csv", "email,contract_number,bill_to_id,level,starts_at,ends_at", table(w.grants, func(g given) []string {
		ends := ""
		if !g.Ends.IsZero() {
			ends = g.Ends.Format(time.RFC3339)
		}
		return append(append([]string{g.email}, scopeColumns(g.Scope)...), string(g.Level), g.Starts.Format(time.RFC3339), ends)
	}))
	return m
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func table[T any](values []T, row func(T) []string) [][]string {
	var rows [][]string
	for _, v := range values {
		rows = append(rows, row(v))
	}
	return rows
}

func scopeColumns(s access.Identifier) []string {
	if s.Kind == access.KindBillTo {
		return []string{"", s.Value}
	}
	return []string{s.Value, ""}
}

// compare looks everything up, and a few things that are not there.
func (w *world) compare(t *rapid.T, g *registry.Generation) {
	for _, c := range w.companies {
		same(t, c.ID, &c)(g.Company(c.ID))
		same(t, "bill-to IDs of "+c.ID, keep(w.billTo, func(b access.BillToParty) (string, bool) {
			return b.ID, b.CompanyID == c.ID
		}))(g.BillTosOf(c.ID))
	}
	for _, d := range []string{"a.example", "b.example", "c.co.jp.example", "日本.example", "example"} {
		same(t, d, keep(w.companies, func(c access.Company) (access.Company, bool) {
			return c, slices.Contains(c.Domains, d)
		}))(g.CompaniesOfDomain(d))
	}
	scopes := []access.Identifier{access.Contract("999"), access.BillTo("999")}
	for _, b := range w.billTo {
		same(t, b.ID, &b)(g.BillTo(b.ID))
		under := len(keep(w.contracts, func(c access.ServiceContract) (string, bool) { return c.Number, c.BillToID == b.ID }))
		for _, most := range []int{1, 100} {
			if n, known, err := g.ContractsOf(b.ID, most); n != min(under, most) || !known || err != nil {
				t.Fatalf("%d contracts of %s, %v, %v, want %d of %d", n, b.ID, known, err, under, most)
			}
		}
		scopes = append(scopes, access.BillTo(b.ID))
	}
	for _, c := range w.contracts {
		same(t, c.Number, &c)(g.Contract(c.Number))
		scopes = append(scopes, access.Contract(c.Number))
	}
	for _, p := range w.products {
		same(t, p.Serial, &p)(g.CoveredProduct(p.Serial, p.Contract))
	}
	for _, serial := range []string{"SER-0", "SER-1", "SER-2", "SER-"} {
		same(t, serial, keep(w.products, func(p access.CoveredProduct) (string, bool) {
			return p.Contract, p.Serial == serial
		}))(g.SerialContracts(serial))
	}
	for _, s := range scopes {
		same(t, s.String(), keep(w.admins, func(a admin) (string, bool) { return a.email, a.scope == s }),
			byKey(func(email string) string { return email }))(g.Administrators(s))
	}
	for _, e := range []string{"ann@a.example", "bob@b.example", "cho@c.co.jp.example", "ann@a.exampl"} {
		same(t, e, keep(w.admins, func(a admin) (access.Identifier, bool) { return a.scope, a.email == e }),
			byKey(access.Identifier.String))(g.Administers(e))
		same(t, e, keep(w.grants, func(a given) (registry.Grant, bool) { return a.Grant, a.email == e }),
			byKey(func(g registry.Grant) string { return g.Scope.String() }), cmpopts.IgnoreFields(registry.Grant{}, "ID"))(g.Grants(e))
		var person *registry.Person
		for _, p := range keep(w.people, func(p registry.Person) (registry.Person, bool) { return p, p.Profile.Email == e }) {
			person = &p
		}
		same(t, e, person)(g.Person(e))
	}
	same(t, "a contract that is not there", (*access.ServiceContract)(nil))(g.Contract("999"))
}

// same compares a lookup's answer; an empty list is a nil one.
func same[T any](t *rapid.T, what string, want T, options ...cmp.Option) func(T, error) {
	return func(got T, err error) {
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if diff := cmp.Diff(want, got, append(options, cmpopts.EquateEmpty())...); diff != "" {
			t.Fatalf("%s (-want +got)\n%s", what, diff)
		}
	}
}

// byKey compares lists whose order means nothing.
func byKey[T any](key func(T) string) cmp.Option {
	return cmpopts.SortSlices(func(a, b T) bool { return key(a) < key(b) })
}

func keep[T, V any](all []T, value func(T) (V, bool)) []V {
	var kept []V
	for _, x := range all {
		if v, ok := value(x); ok {
			kept = append(kept, v)
		}
	}
	return kept
}
