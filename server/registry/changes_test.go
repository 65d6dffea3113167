package registry_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"accord/shared/wire"
)

func TestStore_SaysWhatWouldChange(t *testing.T) {
	s, files := open(t), mapFS(goodFiles())
	before, err := s.Check(t.Context(), files, nil)
	if err != nil || before.Changes["companies.csv"] != (wire.RowChanges{New: 2}) {
		t.Fatalf("of an empty registry: %+v, %v", before.Changes, err)
	}
	l, err := s.Load(t.Context(), files, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before.Changes, l.Changes); diff != "" {
		t.Errorf("the import says otherwise than the check:\n%s", diff)
	}
	if err := s.Switch(l.Generation); err != nil {
		t.Fatal(err)
	}

	same, err := s.Check(t.Context(), files, nil)
	if c := same.Changes["grants.csv"]; err != nil || c != (wire.RowChanges{Same: 1}) {
		t.Errorf("of the same files: %+v, %v", same.Changes, err)
	}
	edit := func(file, old, with string) {
		files[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[file].Data), old, with, 1))}
	}
	edit("companies.csv", "Alpha", "Omega")
	edit("bill_to.csv", "500,B\n", "500,B\n501,B\nwrong,B\nwrong too,\n")
	edit("administrators.csv", "ann@alpha.example,,500\n", "")
	edit("grants.csv", "bob@", "ben@")
	next, err := s.Check(t.Context(), files, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]wire.RowChanges{
		"companies.csv": {Changed: 1, Same: 1}, "bill_to.csv": {New: 1, Same: 1}, "contracts.csv": {Same: 1}, "covered_products.csv": {Same: 1},
		"administrators.csv": {Gone: 1, Same: 1}, "accounts.csv": {Same: 1}, "grants.csv": {New: 1, Gone: 1},
	}
	if diff := cmp.Diff(want, next.Changes); diff != "" {
		t.Error(diff)
	}
	if next.ErrorCount != 3 || next.BadRows != 2 {
		t.Errorf("%d errors in %d rows: %v", next.ErrorCount, next.BadRows, next.Errors)
	}
	l, err = s.Load(t.Context(), files, true, nil)
	if diff := cmp.Diff(want, l.Changes); err != nil || diff != "" {
		t.Errorf("the import says otherwise than the check: %v\n%s", err, diff)
	}

	edit("companies.csv", "company_id", "company")
	broken, err := s.Check(t.Context(), files, nil)
	if err != nil || broken.Changes != nil {
		t.Errorf("of a file that cannot be read: %+v, %v", broken.Changes, err)
	}
}
