package validation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/shared/validation"
)

func FuzzContracts(f *testing.F) {
	for _, s := range []string{"1234567, 12AB", "契約番号：１２３４５６７", "contract,a\n1,2", "1. 2\n", "Tel +81-3-1234 5678", "\"a\nb", "\xff1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkList(t, validation.Contracts(s), 12, validation.Contracts) })
}

func FuzzBillTos(f *testing.F) {
	f.Add("請求先ID 3146624321, 12345678901")
	f.Fuzz(func(t *testing.T, s string) { checkList(t, validation.BillTos(s), 10, validation.BillTos) })
}

// checkList holds for every text: at most ten values, each once, in stored
// form, and their list reads back as itself.
func checkList(t *testing.T, items validation.Items, digits int, read func(string) validation.Items) {
	values := items.Values()
	if len(values) > validation.MaxNumbers {
		t.Fatalf("%d values", len(values))
	}
	for i, v := range values {
		if v == "" || len(v) > digits || strings.Trim(v, "0123456789") != "" || slices.Contains(values[:i], v) {
			t.Fatalf("value %q of %q", v, values)
		}
	}
	again := read(strings.Join(values, ", "))
	if diff := cmp.Diff(values, again.Values()); diff != "" || len(again.Problems()) > 0 {
		t.Fatalf("read again, -want +got:\n%s", diff)
	}
}

func FuzzSerial(f *testing.F) {
	for _, s := range []string{"12345-AEK67-89", "S/N: ａｂ１２", "ab ー 12", "::::"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		it := validation.Serial(s)
		if it.Problem != nil || it.Value == "" {
			return
		}
		if again := validation.Serial(it.Value); again.Value != it.Value || again.Folded {
			t.Fatalf("%q read again is %+v", it.Value, again)
		}
	})
}

func FuzzEmail(f *testing.F) {
	f.Add("a@b.example")
	f.Fuzz(func(t *testing.T, s string) {
		got, problem := validation.Email(s)
		if problem != nil {
			return
		}
		if again, p := validation.Email(got); again != got || p != nil {
			t.Fatalf("%q read again is %q, %v", got, again, p)
		}
	})
}

func TestContracts_EveryEntryOfAListHasAVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfN(rapid.StringMatching(`[0-9]{1,14}|[0-9]{2}[A-F]{2}`), 1, 20).Draw(t, "entries")
		separator := rapid.SampledFrom([]string{",", ", ", " ", "\n", "\t", "、", "，", "\r\n", " ; "}).Draw(t, "separator")
		items := validation.Contracts(strings.Join(entries, separator))
		var raw []string
		for _, it := range items {
			raw = append(raw, it.Raw)
		}
		if diff := cmp.Diff(entries, raw); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		if diff := cmp.Diff(verdicts(validation.ContractsOf(entries)), verdicts(items)); diff != "" {
			t.Fatalf("separated entries are judged otherwise, -want +got:\n%s", diff)
		}
	})
}
