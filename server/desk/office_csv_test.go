package desk

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/wire"
)

func reader() batchReader {
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	return batchReader{scope: access.Contract("1001"), now: now, latest: now.AddDate(3, 0, 0), domains: []string{"x.example"}, hidden: []string{"1001"}}
}

func TestBatchReader(t *testing.T) {
	full := func(line int, email string) wire.BatchRow {
		return wire.BatchRow{Line: line, Email: email, Action: wire.BatchAdd, Level: access.Full, Employer: wire.EmployerOwn}
	}
	for _, c := range []struct {
		name, text string
		want       []wire.BatchRow
		bad        []wire.RowError
	}{
		{"AddressesAlone", "a@x.example\nB@X.example\n", []wire.BatchRow{full(1, "a@x.example"), full(2, "b@x.example")}, nil},
		{"PastedFromASpreadsheet", "a@x.example\tremove\tfull\n", []wire.BatchRow{{Line: 1, Email: "a@x.example", Action: wire.BatchRemove, Level: access.Full}}, nil},
		{"SemicolonsAndABOM", "\ufeffemail;level\na@x.example;downloads\n", []wire.BatchRow{{Line: 2, Email: "a@x.example", Action: wire.BatchAdd, Level: access.Downloads, Employer: wire.EmployerOwn}}, nil},
		{"ColumnsInAnyOrderAndMore", "name,Level,EMAIL\n\"One, Two\",FULL,a@x.example\n", []wire.BatchRow{full(2, "a@x.example")}, nil},
		{"AFormulaMarkIsTakenBack", "'+a@x.example\n", []wire.BatchRow{full(1, "+a@x.example")}, nil},
		{"FullWidth", "ａ＠x.example,add,full,２０２７年１月２日\n", []wire.BatchRow{{Line: 1, Email: "a@x.example", Action: wire.BatchAdd, Level: access.Full, EndsOn: "2027-01-02", Employer: wire.EmployerOwn}}, nil},
		{"AThirdPartyInOrder", "a@y.example,add,full,,other,Runs the network\nb@y.example\n", []wire.BatchRow{
			{Line: 1, Email: "a@y.example", Action: wire.BatchAdd, Level: access.Full, Employer: wire.EmployerOther, Purpose: "Runs the network"},
			{Line: 2, Email: "b@y.example", Action: wire.BatchAdd, Level: access.Full, Employer: wire.EmployerOther},
		}, nil},
		{"TheLineIsWhereTheRowStarts", "email,name\na@x.example,\"two\nlines\"\nbad,\n", []wire.BatchRow{full(2, "a@x.example")}, []wire.RowError{{Line: 4, Column: "email", Code: "email"}}},
		{"SemicolonsBeforeACommaInAPurpose", "a@y.example;add;full;;other;Runs A, B\n", []wire.BatchRow{
			{Line: 1, Email: "a@y.example", Action: wire.BatchAdd, Level: access.Full, Employer: wire.EmployerOther, Purpose: "Runs A, B"},
		}, nil},
		{"TheFirstLineHasOneValue", "a@x.example\nb@x.example;remove;full\n", []wire.BatchRow{
			full(1, "a@x.example"), {Line: 2, Email: "b@x.example", Action: wire.BatchRemove, Level: access.Full},
		}, nil},
		{"AQuoteThatDoesNotEnd", "a@x.example\nb@x.example,\"add\n", []wire.BatchRow{full(1, "a@x.example")}, []wire.RowError{{Line: 2, Code: "quote"}}},
		{"ADayTooLate", "a@x.example,,,2040-01-01\n", nil, []wire.RowError{{Line: 1, Column: "ends_at", Code: "day.late", Args: []string{"2029-12-01"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := reader()
			if wrong := b.read(c.text); wrong != nil {
				t.Fatalf("%+v", wrong)
			}
			var got []wire.BatchRow
			for _, r := range b.rows {
				got = append(got, r.BatchRow)
			}
			if diff := cmp.Diff(c.want, got) + cmp.Diff(c.bad, b.bad); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestBatchReader_TwoSeparators are one mistake, not one of every address.
func TestBatchReader_TwoSeparators(t *testing.T) {
	for text, line := range map[string]string{
		"email;action\na@x.example,add\nb@x.example,remove\n":    "2",
		"email,action\na@x.example;add\n":                        "2",
		"email\taction\na@x.example,add\n":                       "2",
		"name,email\na;a@x.example\n":                            "2",
		"a@x.example,add\nb@x.example,add\nc@x.example\tadd\n":   "3",
		"email,action;level\na@x.example,add\n":                  "",
		"email,name\nnobody,\"One; Two\"\na@x.example,\"Three\"": "",
	} {
		b := reader()
		wrong := b.read(text)
		if got := wrong != nil && wrong.Code == "batch.separator"; got != (line != "") || got && wrong.Args[0] != line {
			t.Errorf("%q: %+v, want line %q", text, wrong, line)
		}
	}
}

// FuzzBatchReader: whatever is pasted, each row that is taken is one that could
// be typed by itself, no more of them than allowed, and none twice.
func FuzzBatchReader(f *testing.F) {
	for _, s := range []string{
		"email,action,level,ends_at\na@x.example,add,full,2027-01-01\n", "a@x.example\tremove\n", "\ufeffa@x.example;;downloads", "\"", "\x00,\xff", "'=1@x.example\r\n", "email\nemail\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b := reader()
		wrong := b.read(text)
		if len(b.rows)+len(b.bad) > wire.MaxBatch || wrong == nil && len(b.rows)+len(b.bad) == 0 {
			t.Fatalf("%d rows, %d bad, %+v", len(b.rows), len(b.bad), wrong)
		}
		seen := map[string]bool{}
		for _, r := range b.rows {
			again := reader()
			line := strings.Join([]string{safeCell(r.Email), string(r.Action), string(r.Level), r.EndsOn}, ",") + "\n"
			if wrong := again.read(line); wrong != nil || len(again.rows) != 1 || len(again.bad) > 0 {
				t.Fatalf("%q was taken, and by itself is not: %+v %+v", line, wrong, again.bad)
			}
			if got := again.rows[0].BatchRow; got.Email != r.Email || got.Action != r.Action || got.Level != r.Level || got.EndsOn != r.EndsOn {
				t.Fatalf("%+v became %+v", r.BatchRow, got)
			}
			if key := r.Email + string(r.Level); seen[key] {
				t.Fatalf("%s twice", key)
			} else {
				seen[key] = true
			}
		}
		for _, e := range b.bad {
			if e.Line < 1 || e.Code == "" {
				t.Fatalf("%+v", e)
			}
		}
	})
}

func FuzzSafeCell(f *testing.F) {
	f.Add("=1+1")
	f.Add("'=1")
	f.Fuzz(func(t *testing.T, s string) {
		safe := safeCell(s)
		if safe != "" && isFormula(safe[0]) {
			t.Fatalf("%q", safe)
		}
	})
}
