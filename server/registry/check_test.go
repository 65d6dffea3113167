package registry_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"accord/shared/i18n"
	"accord/shared/wire"

	"github.com/google/go-cmp/cmp"
)

func TestStore_Check(t *testing.T) {
	contract := func(row string) string { return strings.SplitAfter(contracts, "\n")[0] + row + "\n" }
	tests := []struct {
		name   string
		file   string
		change func(content string) string
		want   []wire.RowError // File is filled in
	}{
		{"GoodFilesHaveNoErrors", "grants.csv", func(s string) string { return s }, nil},
		{"ByteOrderMarkAndCRLFAreFine", "companies.csv", func(s string) string {
			return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n")
		}, nil},
		{"ColumnsMayComeInAnyOrder", "bill_to.csv", func(string) string { return "company_id,bill_to_id\nB,500\n" }, nil},
		{"OptionalColumnsMayBeLeftOut", "covered_products.csv", func(string) string {
			return "serial_number,contract_number\nser-1,１００\n"
		}, nil},
		{"RequiredFileMissing", "contracts.csv", nil, []wire.RowError{{Line: 1, Code: "file_missing"}}},
		{"EmptyFile", "grants.csv", func(string) string { return "" }, []wire.RowError{{Line: 1, Code: "file_empty"}}},
		{"ShiftJIS", "accounts.csv", func(s string) string { return s + "x@y.example,\x89\xd4,\x90X,,,,JP,ja,customer\n" },
			[]wire.RowError{{Line: 3, Code: "shift_jis"}}},
		{"UTF16", "accounts.csv", func(string) string { return "\xff\xfee\x00m\x00" },
			[]wire.RowError{{Line: 1, Code: "utf16"}}},
		{"BytesThatAreNotUTF8", "accounts.csv", func(s string) string { return s + "x@y.example,\xff\xfe,,,,,,en,customer\n" },
			[]wire.RowError{{Line: 3, Code: "utf8"}}},
		{"QuoteDoesNotEnd", "accounts.csv", func(s string) string { return s + "x@y.example,\"Ann,,,\n" },
			[]wire.RowError{{Line: 3, Code: "quote"}}},
		{"RowTooLong", "accounts.csv", func(s string) string { return s + strings.Repeat("x", 70<<10) + "\n" },
			[]wire.RowError{{Line: 3, Code: "too_long"}}},
		{"WrongNumberOfFields", "bill_to.csv", func(s string) string { return s + "501,B,more\n" },
			[]wire.RowError{{Line: 3, Code: "fields", Args: []string{"3", "2"}}}},
		{"ColumnMissing", "grants.csv", func(s string) string { return strings.Replace(s, "level", "extent", 1) },
			[]wire.RowError{
				{Line: 1, Code: "column_missing", Args: []string{"level"}},
				{Line: 1, Column: "extent", Code: "column_unknown"},
			}},
		{"ColumnTwice", "bill_to.csv", func(string) string { return "bill_to_id,company_id,company_id\n500,B,B\n" },
			[]wire.RowError{{Line: 1, Code: "column_twice", Args: []string{"company_id"}}}},
		{"RequiredValueEmpty", "accounts.csv", func(s string) string { return s + "x@y.example,,,,,,,, \n" },
			[]wire.RowError{{Line: 3, Column: "role", Code: "required"}}},
		{"NameMissing", "companies.csv", func(s string) string { return s + "C,customer,,,,,,\n" },
			[]wire.RowError{{Line: 4, Column: "name_en", Code: "any_of", Args: []string{"name_en", "name_local"}}}},
		{"ControlCharacters", "companies.csv", func(s string) string { return s + "C,customer,Gam\x07ma,ガ,,,,\n" },
			[]wire.RowError{{Line: 4, Column: "name_en", Code: "control"}}},
		{"ContractNumberTooLong", "contracts.csv", func(s string) string {
			return s + "1234567890123,A,,,,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n"
		}, []wire.RowError{{Line: 3, Column: "contract_number", Code: "number", Args: []string{"12"}}}},
		{"BadSerial", "covered_products.csv", func(s string) string { return s + "A_B_C,100,,\nABC,100,,\n" },
			[]wire.RowError{
				{Line: 3, Column: "serial_number", Code: "serial"}, {Line: 4, Column: "serial_number", Code: "serial"},
			}},
		{"BadAddress", "administrators.csv", func(s string) string { return s + "ann at alpha,100,\n" },
			[]wire.RowError{{Line: 4, Column: "email", Code: "email"}}},
		{"BadDomain", "companies.csv", func(s string) string { return s + "C,customer,Gamma,,,ok.example;no_domain,,\n" },
			[]wire.RowError{{Line: 4, Column: "domains", Code: "domain", Args: []string{"no_domain"}}}},
		{"BadID", "companies.csv", func(s string) string { return s + strings.Repeat("C", 65) + ",customer,Gamma,,,,,\n" },
			[]wire.RowError{{Line: 4, Column: "company_id", Code: "id", Args: []string{"64"}}}},
		{"BadCountry", "companies.csv", func(s string) string { return s + "C,customer,Gamma,,,,,Japan\n" },
			[]wire.RowError{{Line: 4, Column: "country", Code: "country"}}},
		{"BadWord", "companies.csv", func(s string) string { return s + "C,client,Gamma,,,,,\n" },
			[]wire.RowError{{Line: 4, Column: "kind", Code: "enum", Args: []string{"customer, partner, vendor"}}}},
		{"BadDate", "grants.csv", func(s string) string { return s + "x@y.example,full,100,,2025-02-30,\n" },
			[]wire.RowError{{Line: 3, Column: "starts_at", Code: "date"}}},
		{"EndsBeforeStart", "contracts.csv", func(string) string {
			return contract("100,A,B,500,24x7,vendor,direct,2025-01-01,2025-01-02,2024-12-31,active") +
				"101,A,,,,vendor,direct,2025-01-01,2025-01-02,2025-01-02,active\n"
		}, []wire.RowError{{Line: 2, Column: "ends_at", Code: "ends_before_start"}}},
		{"DuplicateCompany", "companies.csv", func(s string) string { return s + "B,customer,Gamma,,,,,\n" },
			[]wire.RowError{{Line: 4, Column: "company_id", Code: "duplicate", Args: []string{"B", "3"}}}},
		{"DuplicateBillTo", "bill_to.csv", func(s string) string { return s + "500,A\n" },
			[]wire.RowError{{Line: 3, Column: "bill_to_id", Code: "duplicate", Args: []string{"500", "2"}}}},
		{"DuplicateContract", "contracts.csv", func(s string) string { return s + strings.SplitAfter(s, "\n")[1] },
			[]wire.RowError{{Line: 3, Column: "contract_number", Code: "duplicate", Args: []string{"100", "2"}}}},
		{"DuplicateProduct", "covered_products.csv", func(s string) string { return s + "ser-1,100,,\n" },
			[]wire.RowError{{Line: 3, Column: "serial_number", Code: "duplicate", Args: []string{"SER-1 100", "2"}}}},
		{"DuplicateAdministrator", "administrators.csv", func(s string) string { return s + "Ann@Alpha.example,100,\n" },
			[]wire.RowError{{Line: 4, Column: "email", Code: "duplicate",
				Args: []string{"ann@alpha.example contract:100", "2"}}}},
		{"DuplicateAccount", "accounts.csv", func(s string) string { return s + "ANN@alpha.example,,,,,,,en,operator\n" },
			[]wire.RowError{{Line: 3, Column: "email", Code: "duplicate", Args: []string{"ann@alpha.example", "2"}}}},
		{"DuplicateGrant", "grants.csv", func(s string) string { return s + "bob@beta.example,full,100,,2026-01-01,\n" },
			[]wire.RowError{{Line: 3, Column: "email", Code: "duplicate",
				Args: []string{"bob@beta.example full contract:100", "2"}}}},
		{"UnknownHolderSellerAndBillTo", "contracts.csv", func(s string) string {
			return s + "101,X,Y,900,,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n"
		}, []wire.RowError{
			{Line: 3, Column: "bill_to_id", Code: "unknown_reference", Args: []string{"900", "bill_to.csv"}},
			{Line: 3, Column: "holder_company_id", Code: "unknown_reference", Args: []string{"X", "companies.csv"}},
			{Line: 3, Column: "seller_company_id", Code: "unknown_reference", Args: []string{"Y", "companies.csv"}},
		}},
		{"UnknownParent", "companies.csv", func(s string) string { return s + "C,customer,Gamma,,,,X,\n" },
			[]wire.RowError{{Line: 4, Column: "parent_id", Code: "unknown_reference", Args: []string{"X", "companies.csv"}}}},
		{"UnknownCompanyOfBillTo", "bill_to.csv", func(s string) string { return s + "501,X\n" },
			[]wire.RowError{{Line: 3, Column: "company_id", Code: "unknown_reference", Args: []string{"X", "companies.csv"}}}},
		{"UnknownContractOfProduct", "covered_products.csv", func(s string) string { return s + "SER-2,999,,\n" },
			[]wire.RowError{{Line: 3, Column: "contract_number", Code: "unknown_reference",
				Args: []string{"999", "contracts.csv"}}}},
		{"UnknownScopeOfAdministrator", "administrators.csv", func(s string) string { return s + "a@b.example,,999\n" },
			[]wire.RowError{{Line: 4, Column: "bill_to_id", Code: "unknown_reference", Args: []string{"999", "bill_to.csv"}}}},
		{"BothScopes", "administrators.csv", func(s string) string { return s + "a@b.example,100,500\n" },
			[]wire.RowError{{Line: 4, Column: "contract_number", Code: "one_of",
				Args: []string{"contract_number", "bill_to_id"}}}},
		{"NoScope", "grants.csv", func(s string) string { return s + "a@b.example,full,,,2025-01-01,\n" },
			[]wire.RowError{{Line: 3, Column: "contract_number", Code: "one_of",
				Args: []string{"contract_number", "bill_to_id"}}}},
		{"ParentsInACircle", "companies.csv", func(s string) string {
			return s + "C,customer,Gamma,,,,D,\nD,customer,Delta,,,,C,\nE,customer,Eta,,,,D,\n"
		}, []wire.RowError{
			{Line: 4, Column: "parent_id", Code: "parent_cycle", Args: []string{"5"}},
			{Line: 5, Column: "parent_id", Code: "parent_cycle", Args: []string{"4"}},
			{Line: 6, Column: "parent_id", Code: "bad_reference", Args: []string{"5", "companies.csv"}},
		}},
		{"ItsOwnParent", "companies.csv", func(s string) string { return s + "C,customer,Gamma,,,,C,\n" },
			[]wire.RowError{{Line: 4, Column: "parent_id", Code: "parent_cycle", Args: []string{"4"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := goodFiles()
			if tt.change == nil {
				delete(files, tt.file)
			} else {
				files[tt.file] = tt.change(files[tt.file])
			}
			for i := range tt.want {
				tt.want[i].File = tt.file
			}
			r, err := open(t).Check(context.Background(), mapFS(files), nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []wire.RowError
			for _, e := range r.Errors {
				if e.File == tt.file {
					got = append(got, e)
				} else if e.Code != consequence && e.Code != "unknown_reference" {
					t.Errorf("another file has an error of its own: %+v", e)
				}
			}
			for _, e := range got {
				if !i18n.Has("row." + e.Code) {
					t.Errorf("code %s has no text", e.Code)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("errors (-want +got)\n%s", diff)
			}
		})
	}
}

const consequence = "bad_reference"

func TestStore_Check_TellsAFileThatCannotBeReadAlone(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"Missing": nil, "Empty": func(string) string { return "" },
		"ColumnMissing": func(s string) string { return strings.Replace(s, "kind", "sort", 1) },
	} {
		t.Run(name, func(t *testing.T) {
			files := goodFiles()
			delete(files, "companies.csv")
			if change != nil {
				files["companies.csv"] = change(goodFiles()["companies.csv"])
			}
			r, err := open(t).Check(t.Context(), mapFS(files), nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range r.Errors {
				if e.File != "companies.csv" {
					t.Errorf("%+v", e)
				}
			}
			if r.ErrorCount == 0 || r.Consequences != 0 {
				t.Errorf("%d errors, %d of them consequences", r.ErrorCount, r.Consequences)
			}
		})
	}
}

func TestStore_Check_ListsCausesBeforeTheirConsequences(t *testing.T) {
	files := goodFiles()
	files["companies.csv"] += "C,client,Gamma,,,,,\n"
	for i := range 600 {
		files["bill_to.csv"] += fmt.Sprintf("%d,C\n", 1000+i)
	}
	files["accounts.csv"] += "nowhere,,,,,,,en,customer\n"
	r, err := open(t).Check(t.Context(), mapFS(files), nil)
	if err != nil {
		t.Fatal(err)
	}
	causes := 0
	for i, e := range r.Errors {
		if e.Code != consequence {
			causes++
			if i >= causes {
				t.Fatalf("%+v stands behind a consequence", e)
			}
		}
	}
	if causes+r.Consequences != r.ErrorCount || r.Consequences == 0 {
		t.Errorf("%d causes and %d consequences are %d errors", causes, r.Consequences, r.ErrorCount)
	}
}
