package registry_test

import (
	"testing"
	"testing/fstest"

	"accord/server/registry"
)

// open opens an empty registry that is closed at the test's end.
func open(t testing.TB) *registry.Store {
	t.Helper()
	s, err := registry.Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func use(t testing.TB, s *registry.Store, read func(*registry.Generation)) {
	t.Helper()
	err := s.Use(func(g *registry.Generation) error {
		read(g)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// must takes a lookup's answer and fails the test on its error.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// The good files that the tables below change.
const (
	companies = "company_id,kind,name_en,name_local,aliases,domains,parent_id,country\n" +
		"A,customer,Alpha Ltd,,,alpha.example,,GB\n" +
		"B,partner,Beta KK,ベータ,,beta.example,A,JP\n"
	billTo    = "bill_to_id,company_id\n500,B\n"
	contracts = "contract_number,holder_company_id,seller_company_id,bill_to_id,service_level,branding,support," +
		"issued_at,starts_at,ends_at,status\n" +
		"100,A,B,500,24x7,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n"
	products       = "serial_number,contract_number,product_id,description\nSER-1,100,P,Switch\n"
	administrators = "email,contract_number,bill_to_id\nann@alpha.example,100,\nann@alpha.example,,500\n"
	accounts       = "email,given_name,family_name,company_name,company_name_local,address,country,language,role\n" +
		"ann@alpha.example,Ann,Archer,Alpha Ltd,,1 Road,GB,en,customer\n"
	grants = "email,level,contract_number,bill_to_id,starts_at,ends_at\nbob@beta.example,full,100,,2025-01-01,2026-12-31\n"
)

func goodFiles() map[string]string {
	return map[string]string{
		"companies.csv": companies, "bill_to.csv": billTo, "contracts.csv": contracts, "covered_products.csv": products,
		"administrators.csv": administrators, "accounts.csv": accounts, "grants.csv": grants,
	}
}

func mapFS(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, content := range files {
		m[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return m
}
