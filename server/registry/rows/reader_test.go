package rows_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"accord/server/registry/rows"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// line is a row or fault, for comparing.
type line struct {
	Line   int
	Fields []string
	Fault  string
}

func readAll(t testing.TB, file io.Reader) []line {
	t.Helper()
	in := rows.NewReader(file)
	var all []line
	for {
		row, err := in.Next()
		var fault *rows.Fault
		switch {
		case errors.Is(err, io.EOF):
			return all
		case errors.As(err, &fault):
			all = append(all, line{Line: fault.Line, Fault: fault.Code})
			if fault.Fatal {
				return all
			}
		case err != nil:
			t.Fatal(err)
		default:
			all = append(all, line{Line: row.Line, Fields: append([]string(nil), row.Fields...)})
		}
	}
}

func TestReader_Next(t *testing.T) {
	tests := []struct {
		name, file string
		want       []line
	}{
		{"NothingInAnEmptyFile", "", nil},
		{"EmptyFieldsAreFields", "a,,\n,\n", []line{{1, []string{"a", "", ""}, ""}, {2, []string{"", ""}, ""}}},
		{"LastLineNeedsNoEnd", "a\nb", []line{{1, []string{"a"}, ""}, {2, []string{"b"}, ""}}},
		{"CRLFAndByteOrderMark", "\ufeffa,b\r\nc,d\r\n", []line{{1, []string{"a", "b"}, ""}, {2, []string{"c", "d"}, ""}}},
		{"EmptyLinesAreSkippedButCounted", "a\n\n\nb\n", []line{{1, []string{"a"}, ""}, {4, []string{"b"}, ""}}},
		{"QuotedCommaQuoteAndLineEnd", "\"a,\"\"b\"\"\r\nc\",d\ne\n", []line{
			{1, []string{"a,\"b\"\nc", "d"}, ""}, {3, []string{"e"}, ""},
		}},
		{"QuoteInsideAFieldStandsForItself", "19\" rack,b\n", []line{{1, []string{"19\" rack", "b"}, ""}}},
		{"TextAfterAQuote", "\"a\"b,c\nd\n", []line{{1, nil, "quote"}, {2, []string{"d"}, ""}}},
		{"QuoteThatDoesNotEnd", "a\n\"b\nc\n", []line{{1, []string{"a"}, ""}, {2, nil, "quote"}}},
		{"LongLineIsLeftOut", "a\n" + strings.Repeat("b", rows.MaxRow+1) + "\nc\n", []line{
			{1, []string{"a"}, ""}, {2, nil, "too_long"}, {3, []string{"c"}, ""},
		}},
		{"ShiftJISEndsTheFile", "a\n\x8a\x94\x8e\xae\nb\n", []line{{1, []string{"a"}, ""}, {2, nil, "shift_jis"}}},
		{"BrokenBytesDoNot", "a\nb\xff\nc\n", []line{{1, []string{"a"}, ""}, {2, nil, "utf8"}, {3, []string{"c"}, ""}}},
		{"UTF16EndsTheFile", "\xfe\xff\x00a\n", []line{{1, nil, "utf16"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, readAll(t, strings.NewReader(tt.file))); diff != "" {
				t.Errorf("rows (-want +got)\n%s", diff)
			}
		})
	}
}

func TestReader_ReadsWhatTheStandardLibraryWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		field := rapid.OneOf(rapid.StringN(0, 20, -1), rapid.StringMatching("[a\",\n株 ]{0,8}"))
		// A lone empty field would be an empty line, and a carriage return
		// before a line end is taken off.
		want := rapid.SliceOf(rapid.SliceOfN(field.Filter(func(s string) bool {
			return utf8.ValidString(s) && !strings.ContainsAny(s, "\r\ufeff")
		}), 2, 5)).Draw(t, "rows")
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		if err := w.WriteAll(want); err != nil {
			t.Fatal(err)
		}
		in := rows.NewReader(&file)
		for _, fields := range want {
			row, err := in.Next()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(fields, row.Fields); diff != "" {
				t.Fatalf("fields (-want +got)\n%s", diff)
			}
		}
		if _, err := in.Next(); !errors.Is(err, io.EOF) {
			t.Fatalf("after the last row: %v", err)
		}
	})
}

func FuzzReader(f *testing.F) {
	for _, seed := range []string{"", "a,b\n", "\"a\"\"\n,\",b\r\n", "\ufeff\"", "\xff\xfe", "\x8a\x94", "\n\n\"a\"b"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		lines := bytes.Count(file, []byte("\n")) + 1
		before := 0
		for _, l := range readAll(t, bytes.NewReader(file)) {
			if l.Line <= before || l.Line > lines {
				t.Fatalf("line %d after line %d of %d", l.Line, before, lines)
			}
			before = l.Line
			size := 0
			for _, field := range l.Fields {
				size += len(field)
				if !utf8.ValidString(field) {
					t.Fatalf("line %d: %q is not UTF-8", l.Line, field)
				}
			}
			if size > 2*rows.MaxRow {
				t.Fatalf("line %d has %d bytes", l.Line, size)
			}
		}
	})
}
