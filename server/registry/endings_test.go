package registry

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestGeneration_Endings(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	s, err := Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // read only
	l, err := s.Load(t.Context(), fstest.MapFS{
		"companies.csv": file("company_id,kind,name_en\nA,customer,Alpha Ltd\n"),
		"contracts.csv": file("contract_number,holder_company_id,branding,support,issued_at,starts_at,ends_at,status\n" +
			"100,A,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n"),
		"grants.csv": file("email,level,contract_number,starts_at,ends_at\nc@beta.example,full,100,2025-01-01,2026-03-01\n" +
			"a@beta.example,full,100,2025-01-01,2026-02-01T10:00:00Z\nb@beta.example,full,100,2025-01-01,\nd@beta.example,full,100,2025-01-01,2026-02-01\n"),
	}, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Switch(l.Generation); err != nil {
		t.Fatal(err)
	}
	day := func(s string) time.Time {
		d, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for name, old := range map[string]bool{"ByTheirEnds": false, "OfAGenerationFromBeforeTheList": true} {
		t.Run(name, func(t *testing.T) {
			_ = s.Use(func(g *Generation) error {
				g.meta.Endings = !old
				list := func(after, until string, limit int) (who []string, last string) {
					endings, err := g.Endings(after, day(until), limit)
					if err != nil {
						t.Error(err)
					}
					for _, e := range endings {
						who, last = append(who, e.Email), e.Place
					}
					return who, last
				}
				all, _ := list("", "2030-01-01T00:00:00Z", 9)
				if diff := cmp.Diff([]string{"a@beta.example", "d@beta.example", "c@beta.example"}, all); diff != "" {
					t.Error(diff)
				}
				first, place := list("", "2030-01-01T00:00:00Z", 1)
				rest, _ := list(place, "2026-02-28T00:00:00Z", 9)
				if diff := cmp.Diff([]string{"a@beta.example", "d@beta.example"}, append(first, rest...)); diff != "" {
					t.Error(diff)
				}
				from, _ := list(EndingPlace(day("2026-02-01T23:59:59Z")), "2030-01-01T00:00:00Z", 9)
				if diff := cmp.Diff([]string{"d@beta.example", "c@beta.example"}, from); diff != "" {
					t.Error(diff)
				}
				return nil
			})
		})
	}
}
