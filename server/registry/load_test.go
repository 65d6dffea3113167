package registry_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"accord/server/registry"

	"github.com/google/go-cmp/cmp"
)

func TestStore_Load(t *testing.T) {
	// The holder's row is bad; everything but the account hangs on it.
	files := goodFiles()
	files["companies.csv"] = strings.Replace(companies, "A,customer", "A,client", 1) + "C,vendor,Gamma,,,,,\n"
	t.Run("RefusesBadRows", func(t *testing.T) {
		s := open(t)
		l, err := s.Load(context.Background(), mapFS(files), false, nil)
		if !errors.Is(err, registry.ErrBadRows) || l.ErrorCount == 0 || l.Generation != 0 {
			t.Errorf("load: %v, %d errors, generation %d", err, l.ErrorCount, l.Generation)
		}
	})
	t.Run("DropsBadRowsAndAllThatHangsOnThem", func(t *testing.T) {
		s := open(t)
		l, err := s.Load(context.Background(), mapFS(files), true, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]int{
			"companies.csv": 1, "bill_to.csv": 0, "contracts.csv": 0, "covered_products.csv": 0,
			"administrators.csv": 0, "accounts.csv": 1, "grants.csv": 0,
		}
		if diff := cmp.Diff(want, l.Rows); diff != "" {
			t.Errorf("rows (-want +got)\n%s", diff)
		}
		if err := s.Switch(l.Generation); err != nil {
			t.Fatal(err)
		}
		use(t, s, func(g *registry.Generation) {
			if c := must(g.Contract("100"))(t); c != nil {
				t.Errorf("a dropped contract is there: %+v", c)
			}
			if c := must(g.Company("C"))(t); c == nil {
				t.Error("a good company is not there")
			}
		})
	})
	t.Run("AWholeFileIsNotSkipped", func(t *testing.T) {
		files := goodFiles()
		delete(files, "contracts.csv")
		if _, err := open(t).Load(context.Background(), mapFS(files), true, nil); !errors.Is(err, registry.ErrBadRows) {
			t.Errorf("load without contracts: %v", err)
		}
	})
	t.Run("CountsAllErrorsAndKeepsTheFirst500", func(t *testing.T) {
		files := goodFiles()
		files["accounts.csv"] += strings.Repeat("nobody,,,,,,,en,customer\n", 1200)
		r, err := open(t).Check(context.Background(), mapFS(files), nil)
		if err != nil {
			t.Fatal(err)
		}
		if r.ErrorCount != 1200 || len(r.Errors) != 500 || r.Errors[0].Line != 3 || r.Errors[499].Line != 502 {
			t.Errorf("%d errors, %d kept: %+v", r.ErrorCount, len(r.Errors), r.Errors[len(r.Errors)-1])
		}
	})
	t.Run("StopsWithTheContext", func(t *testing.T) {
		s := open(t)
		ctx, stop := context.WithCancel(context.Background())
		stop()
		if _, err := s.Load(ctx, mapFS(goodFiles()), false, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("load: %v", err)
		}
	})
	t.Run("OneAtATime", func(t *testing.T) {
		s := open(t)
		_, err := s.Load(context.Background(), mapFS(goodFiles()), false, func(string, int, int) {
			if _, err := s.Load(context.Background(), mapFS(goodFiles()), false, nil); !errors.Is(err, registry.ErrBusy) {
				t.Errorf("a second load: %v", err)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Run("LeavesNothingBesideTheGeneration", func(t *testing.T) {
		dir := t.TempDir()
		s, err := registry.Open(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close() //nolint:errcheck // the empty registry
		if _, err := s.Load(context.Background(), mapFS(goodFiles()), false, nil); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"gen-1"}, names(t, dir)); diff != "" {
			t.Errorf("directory (-want +got)\n%s", diff)
		}
	})
}

func names(t testing.TB, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range paths {
		paths[i] = filepath.Base(paths[i])
	}
	return paths
}

func TestStore_Canonical(t *testing.T) {
	files := goodFiles()
	files["companies.csv"] = "company_id,kind,name_en,name_local,aliases,domains,parent_id,country\n" +
		"A,Customer, Alpha Ltd ,,One; Two ;One,@Alpha.Example;ALPHA.example；b.example,,gb\nB,partner,Beta,,,,,\n"
	files["covered_products.csv"] = "serial_number,contract_number\nｓｅｒ－１,１００\n"
	s := open(t)
	l, err := s.Load(context.Background(), mapFS(files), false, nil)
	if err != nil {
		t.Fatalf("%v %+v", err, l.Errors)
	}
	if err := s.Switch(l.Generation); err != nil {
		t.Fatal(err)
	}
	use(t, s, func(g *registry.Generation) {
		c := must(g.Company("A"))(t)
		if diff := cmp.Diff([]string{"alpha.example", "b.example"}, c.Domains); diff != "" {
			t.Errorf("domains\n%s", diff)
		}
		if c.Name != "Alpha Ltd" || c.Country != "GB" || len(c.Aliases) != 2 {
			t.Errorf("company %+v", c)
		}
		if got := must(g.SerialContracts("SER-1"))(t); len(got) != 1 || got[0] != "100" {
			t.Errorf("contracts of a serial: %v", got)
		}
		grant := must(g.Grants("bob@beta.example"))(t)[0]
		if got := grant.Ends.Format("2006-01-02T15:04:05Z07:00"); got != "2026-12-31T23:59:59Z" {
			t.Errorf("an end given as a day is %s", got)
		}
	})
}
