package registry

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
)

func TestGeneration_GrantsOf(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	files := fstest.MapFS{
		"companies.csv": file("company_id,kind,name_en\nA,customer,Alpha Ltd\n"),
		"contracts.csv": file("contract_number,holder_company_id,branding,support,issued_at,starts_at,ends_at,status\n" +
			"100,A,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n1001,A,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n"),
		"grants.csv": file("email,level,contract_number,starts_at\n" +
			"gil@beta.example,full,100,2025-01-01\nbob@beta.example,downloads,100,2025-01-01\nbob@beta.example,full,1001,2025-01-01\n"),
	}
	s, err := Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // read only
	l, err := s.Load(t.Context(), files, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Switch(l.Generation); err != nil {
		t.Fatal(err)
	}
	for name, old := range map[string]bool{"OfAScopeByAddress": false, "OfAGenerationFromBeforeTheList": true} {
		t.Run(name, func(t *testing.T) {
			err := s.Use(func(g *Generation) error {
				g.meta.GrantsOf = !old
				held, err := g.GrantsOf(access.Contract("100"))
				var who []string
				for _, h := range held {
					who = append(who, h.Email+" "+string(h.Level))
				}
				if diff := cmp.Diff([]string{"bob@beta.example downloads", "gil@beta.example full"}, who); diff != "" {
					t.Error(diff)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("TheSameFilesBringAnOldGenerationUpToDate", func(t *testing.T) {
		_ = s.Use(func(g *Generation) error { g.meta.GrantsOf = false; return nil })
		if _, err := s.Load(t.Context(), files, false, nil); err != nil {
			t.Errorf("got %v, want a new generation", err)
		}
	})
}
