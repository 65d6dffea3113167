package registry_test

import (
	"context"
	"errors"
	"os"
	"testing"

	"accord/server/registry"
	"accord/shared/access"

	"github.com/google/go-cmp/cmp"
)

// The registry that comes with the domain page, beside the repository.
const sharedRegistry = "../../../shared/registry"

func TestShared(t *testing.T) {
	if _, err := os.Stat(sharedRegistry); err != nil {
		t.Skip("the shared registry is not here")
	}
	s := open(t)
	l, err := s.Load(context.Background(), os.DirFS(sharedRegistry), false, nil)
	if err != nil {
		t.Fatalf("load: %v %+v", err, l.Errors)
	}
	want := map[string]int{
		"companies.csv": 40, "bill_to.csv": 12, "contracts.csv": 160, "covered_products.csv": 329,
		"administrators.csv": 57, "accounts.csv": 205, "grants.csv": 25,
	}
	if diff := cmp.Diff(want, l.Rows); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	if err := s.Switch(l.Generation); err != nil {
		t.Fatal(err)
	}
	use(t, s, func(g *registry.Generation) {
		contract := must(g.Contract("2846332"))(t)
		if contract == nil || contract.HolderID != "C0012" || contract.Branding != access.BrandingVendor {
			t.Errorf("contract 2846332: %+v", contract)
		}
		if diff := cmp.Diff([]string{"2846332"}, must(g.SerialContracts("12345-AEK67-89"))(t)); diff != "" {
			t.Errorf("contracts of a serial\n%s", diff)
		}
		if got := must(g.CompaniesOfDomain("hinodeginko.example"))(t); len(got) != 1 || got[0].NameLocal != "株式会社日の出銀行" {
			t.Errorf("companies of a domain: %+v", got)
		}
		if got := must(g.Administers("admin2@hinodeginko.example"))(t); len(got) != 5 {
			t.Errorf("administers: %v", got)
		}
		if got := must(g.Grants("u33@gmail.com"))(t); len(got) != 1 || got[0].Scope != access.BillTo("9038553168") {
			t.Errorf("grants: %+v", got)
		}
	})
	again, err := s.Load(context.Background(), os.DirFS(sharedRegistry), false, nil)
	if !errors.Is(err, registry.ErrSame) || again.Generation != l.Generation {
		t.Errorf("the same files again: %v, generation %d", err, again.Generation)
	}
}
