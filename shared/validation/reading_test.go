package validation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/shared/validation"
)

// TestReadContracts: of prose and of tables the numbers are taken, and what was
// left out is told once; a list names each of its bad entries.
func TestReadContracts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		left       []string // the first of it
		serials    []string
		others     []string
	}{
		{name: "ProseNamesNoContract", text: "Hi Bob, could you please add these for me and my team: 1234567 2345678. Thanks",
			want: []string{"1234567", "2345678"}, left: []string{"Hi", "Bob"}},
		{name: "LinesWithAGreeting", text: "Hi\n1234567\n2345678\n3456789\nThanks,\nBob", want: []string{"1234567", "2345678", "3456789"}, left: []string{"Hi", "Thanks", "Bob"}},
		{name: "ShortNumbersOnLinesOfTheirOwn", text: "Hi\n1001\n1002\n1003\nThanks,\nBob", want: []string{"1001", "1002", "1003"}, left: []string{"Hi"}},
		{name: "GreetingInJapanese", text: "田中様\n1234567\n2345678\n3456789\nよろしくお願いします\n山田", want: []string{"1234567", "2345678", "3456789"}, left: []string{"田中様"}},
		{name: "PlacesBesideTheNumbers", text: "1234567 Tokyo\n2345678 Osaka\n3456789", want: []string{"1234567", "2345678", "3456789"}, left: []string{"Tokyo", "Osaka"}},

		{name: "ASentenceWithMoreNumbersThanWords",
			text: "Hi, my number is 610001 and also 610002, call +81 3-1234-5678 by 2026-12-01. LF610001-A1 610005 999999999 610010",
			want: []string{"610001", "610002", "610005", "999999999", "610010"}, left: []string{"Hi", "my"}, serials: []string{"LF610001-A1"}},
		{name: "TwoWordsInAListAreSlips", text: "610001, 610002, old one, 610003", want: []string{"610001", "610002", "old!contract.digits", "one!contract.digits", "610003"}},

		{name: "TableWithoutAHeader", text: "Tokyo\t1234567\t2026-11-22\nOsaka\t2345678\t2027-03-31",
			want: []string{"1234567", "2345678"}, left: []string{"Tokyo", "2026-11-22", "Osaka", "2027-03-31"}},
		{name: "CSVWithoutAHeader", text: "1,1234567,\"Rowe, Amber\",2026-11-22\n2,2345678,Vela,2026-11-30",
			want: []string{"1234567", "2345678"}, left: []string{"1", "Rowe, Amber"}},
		{name: "HeaderWithoutTheWord", text: "会社\t番号\t終了日\n青空機械\t1234567\t2027/3/31", want: []string{"1234567"}, left: []string{"青空機械", "2027/3/31"}},
		{name: "ABadCellOfATableHasItsMessage", text: "Tokyo,1234567\nOsaka,12AB\nNara,2345678", want: []string{"1234567", "12AB!contract.digits", "2345678"}, left: []string{"Tokyo"}},
		{name: "AColumnOfPhoneNumbersIsNone", text: "Name,Phone\nSato,0312345678\nMori,0398765432", want: []string{"!contract.none"}, left: []string{"Name"}},
		{name: "TableNamesOtherColumns", text: "contract,bill-to ID,serial number\n1234567,3146624321,EAM8159X9WH", want: []string{"1234567"},
			left: []string{"3146624321", "EAM8159X9WH"}, serials: []string{"EAM8159X9WH"}, others: []string{"3146624321"}},
		{name: "TwoColumnsOfNumbersBesideWords", text: "1234567;Amber;3146624321\n2345678;Vela;3146624322",
			want: []string{"1234567", "3146624321", "2345678", "3146624322"}, left: []string{"Amber", "Vela"}},
		{name: "ColumnsOfNumbersAreAList", text: "1234567, 12AB\n2345678, 3456789", want: []string{"1234567", "12AB!contract.digits", "2345678", "3456789"}},

		{name: "PhoneDateAndSumAreNoContracts", text: "Please call 0312345678 by 20261122, the total is 1234567 USD or 2345678円, for 3456789 only.",
			want: []string{"3456789"}, left: []string{"Please"}},
		{name: "PostalCode", text: "〒1500002 東京都渋谷区\n契約番号 1234567", want: []string{"1234567"}, left: []string{"〒1500002"}},
		{name: "SerialAndBillToInAMail", text: "Our switch S/N EAM8159X9WH, contract 1234567, bill-to 3146624321.", want: []string{"1234567"},
			left: []string{"Our"}, serials: []string{"EAM8159X9WH"}, others: []string{"3146624321"}},
		{name: "SerialAndBillToInJapanese", text: "契約番号は1234567、請求先IDは3146624321、シリアル番号は12345-AEK67-89です。", want: []string{"1234567"},
			serials: []string{"12345-AEK67-89"}, others: []string{"3146624321"}},
		{name: "ASerialInAListIsNamedOne", text: "1234567, EAM8159X9WH", want: []string{"1234567", "EAM8159X9WH!contract.serial"}, serials: []string{"EAM8159X9WH"}},
		{name: "ASlipIsNoSerial", text: "1234567, 12AB, 123456A", want: []string{"1234567", "12AB!contract.digits", "123456A!contract.digits"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := validation.ReadContracts(c.text)
			want := c.want
			if len(want) == 1 && strings.HasPrefix(want[0], "!") {
				want = []string{c.text + want[0]}
			}
			if diff := cmp.Diff(want, verdicts(got.Items)); diff != "" {
				t.Errorf("items, -want +got:\n%s", diff)
			}
			if len(got.Left) < len(c.left) || !slices.Equal(got.Left[:len(c.left)], c.left) || c.left == nil && c.serials == nil && got.Left != nil {
				t.Errorf("left %q, want %q", got.Left, c.left)
			}
			if diff := cmp.Diff(c.serials, got.Serials); diff != "" {
				t.Errorf("serials, -want +got:\n%s", diff)
			}
			if diff := cmp.Diff(c.others, got.Others); diff != "" {
				t.Errorf("bill-to IDs, -want +got:\n%s", diff)
			}
		})
	}
}

// TestReadBillTos names the contract numbers of a text, which are not taken.
func TestReadBillTos(t *testing.T) {
	got := validation.ReadBillTos("Contract 1234567 under bill-to ID 3146624321")
	if diff := cmp.Diff([]string{"3146624321"}, got.Values()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1234567"}, got.Others); diff != "" {
		t.Error(diff)
	}
}

// TestReadContracts_OfATableOneColumnIsRead: whatever stands beside the numbers,
// in whatever order the columns come.
func TestReadContracts_OfATableOneColumnIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfNDistinct(rapid.StringMatching(`[1-9][0-9]{5,6}`), 2, 10, rapid.ID).Draw(t, "numbers")
		mark := rapid.SampledFrom([]string{"\t", ",", ";"}).Draw(t, "mark")
		place := rapid.SampledFrom([]string{"Tokyo", "東京", "New York", "2026-11-22", "¥1200"})
		before := rapid.Bool().Draw(t, "before")
		var lines []string
		for _, n := range numbers {
			cells := []string{n, place.Draw(t, "beside")}
			if before {
				slices.Reverse(cells)
			}
			lines = append(lines, strings.Join(cells, mark))
		}
		got := validation.ReadContracts(strings.Join(lines, "\n"))
		if diff := cmp.Diff(numbers, got.Values()); diff != "" || len(got.Problems()) > 0 || len(got.Left) != len(numbers) {
			t.Fatalf("-want +got:\n%s\n%+v, left %q", diff, got.Problems(), got.Left)
		}
	})
}

// FuzzReadContracts: what is taken and what is left out are apart, and nothing of
// it is made up.
func FuzzReadContracts(f *testing.F) {
	for _, s := range []string{"Tokyo\t1234567\nOsaka\t2345678", "Hi\n1001\nBob, S/N ab12-cd34", "請求先ID 3146624321 契約 12", "a,b\n1,2\n", "\xff\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := validation.ReadContracts(s)
		if diff := cmp.Diff(validation.Contracts(s), got.Items); diff != "" {
			t.Fatal(diff)
		}
		valid := strings.ToValidUTF8(s, "")
		for _, left := range got.Left {
			if left == "" || !strings.Contains(valid, left) {
				t.Fatalf("%q was never in %q", left, s)
			}
		}
		if len(got.Left) > 0 && len(got.Items) == 0 {
			t.Fatalf("left %q of nothing", got.Left)
		}
	})
}
