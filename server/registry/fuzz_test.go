package registry_test

import (
	"bytes"
	"context"
	"testing"

	"accord/shared/i18n"
)

// FuzzStore_Check puts anything into the two required files: every error must
// stand on a line of its file and have a text.
func FuzzStore_Check(f *testing.F) {
	f.Add([]byte(companies), []byte(contracts))
	f.Add([]byte("company_id,kind\nA,customer\nA,\n"), []byte(contracts))
	f.Add([]byte(companies+"C,vendor,\"x\"\"\ny\",,,,C,\n"), []byte("contract_number\n１\n"))
	s := open(f)
	f.Fuzz(func(t *testing.T, companies, contracts []byte) {
		files := mapFS(goodFiles())
		files["companies.csv"].Data, files["contracts.csv"].Data = companies, contracts
		r, err := s.Check(context.Background(), files, nil)
		if err != nil {
			t.Fatal(err)
		}
		if r.ErrorCount < len(r.Errors) {
			t.Errorf("%d errors, %d of them kept", r.ErrorCount, len(r.Errors))
		}
		for name, good := range r.Rows {
			if lines := bytes.Count(files[name].Data, []byte("\n")) + 1; good < 0 || good > lines {
				t.Errorf("%s: %d good rows in %d lines", name, good, lines)
			}
		}
		for _, e := range r.Errors {
			lines := bytes.Count(files[e.File].Data, []byte("\n")) + 1
			if e.Line < 1 || e.Line > lines || !i18n.Has("row."+e.Code) {
				t.Errorf("%+v, a file of %d lines", e, lines)
			}
		}
	})
}
