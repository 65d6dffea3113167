package validation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/shared/validation"
	"accord/shared/wire"
)

// verdict is an item as a test writes it: "1234567", "1234567=" (folded),
// "1234567x2" (double), or "12AB!contract.digits".
func verdicts(items validation.Items) []string {
	var out []string
	for _, it := range items {
		switch {
		case it.Problem != nil:
			out = append(out, it.Raw+"!"+it.Problem.Code)
		case it.Double:
			out = append(out, it.Value+" double")
		case it.Folded:
			out = append(out, it.Value+" folded")
		default:
			out = append(out, it.Value)
		}
	}
	return out
}

func TestContracts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"OneNumber", "1234567", []string{"1234567"}},
		{"NothingIsNoProblem", " \n　", nil},
		{"ShortNumber", "20", []string{"20"}},
		{"EverySeparator", "1,2 3\n4\t5、6，7;8；9　10", []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}},
		{"FullWidthDigitsAreFolded", "１２３４５６７", []string{"1234567 folded"}},
		{"LeadingZerosStay", "0012", []string{"0012"}},
		{"DoubleIsFoldedWithANote", "1234567, １２３４５６７", []string{"1234567", "1234567 double"}},
		{"BadEntriesHaveTheirOwnMessage", "1234567, 12AB, 1234567890123, abc, 2345678", []string{
			"1234567", "12AB!contract.digits", "1234567890123!contract.long", "abc!contract.digits", "2345678",
		}},
		{"OneBadEntryAlone", "12AB", []string{"12AB!contract.digits"}},
		{"TwelveDigitsAreGood", "123456789012", []string{"123456789012"}},
		{"WordBetweenSpacedNumbersIsNamed", "1234567 abc 2345678", []string{"1234567", "abc!contract.digits", "2345678"}},
		{"ConnectingWordsArePassedOver", "1234567 and 2345678", []string{"1234567", "2345678"}},
		{"QuotesAndBulletsAreTakenOff", "・ \"1234567\"\n・ (2345678)\n- #3456789", []string{"1234567 folded", "2345678 folded", "3456789 folded"}},
		{"OrdinalsOfANumberedListAreNoContracts", "1. 1234567\n2. 2345678", []string{"1234567", "2345678"}},
		{"HyphenIsNotGuessedAway", "123-4567", []string{"123-4567!contract.digits"}},
		{"NegativeIsNotGuessedAway", "-1234567", []string{"-1234567!contract.digits"}},
		{"EleventhIsSurplus", "1 2 3 4 5 6 7 8 9 10 11 11 1", []string{
			"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11!contract.too_many", "11!contract.too_many", "1 double",
		}},
		{"BadEntriesTakeNoPlace", "x 1 2 3 4 5 6 7 8 9 10", []string{"x!contract.digits", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}},

		{"LabelEnglish", "Contract: 1234567, 2345678", []string{"1234567", "2345678"}},
		{"LabelAttached", "Contract:1234567", []string{"1234567"}},
		{"LabelWithoutColon", "Contract 1234567, 2345678", []string{"1234567", "2345678"}},
		{"LabelNo", "Contract No.1234567", []string{"1234567"}},
		{"LabelJapanese", "契約番号：１２３４５６７、２３４５６７８", []string{"1234567 folded", "2345678 folded"}},
		{"LabelledListNamesItsBadEntries", "My contract numbers: 1234567, 12AB", []string{"1234567", "12AB!contract.digits"}},
		{"LabelOverLines", "Contracts:\n- 1234567\n- 2345678", []string{"1234567", "2345678"}},
		{"LabelThenASentence", "Contract: 1234567 is what I need.", []string{"1234567"}},
		{"ShortNumberAfterALabel", "契約 20: The information on your account", []string{"20"}},
		{"LabelledTooLongIsNamed", "Contract: 1234567890123", []string{"1234567890123!contract.long"}},
		{"JapaneseSentence", "契約番号1234567と2345678を追加してください。", []string{"1234567", "2345678"}},
		{"Mail", "Hello John,\n\nplease add 1234567 and 2345678 to my account before 2026-11-22 10:30.\n" +
			"Call me: +81 3 1234 5678, 03-1234-5678 or tel 0312345678.\nRegards, Aiko <aiko9@example.com>", []string{"1234567", "2345678"}},
		{"MailJapanese", "田中様\nお世話になっております。\n契約番号は下記です。\n1234567\n2345678\n電話：0312345678\n2026年11月22日", []string{"1234567", "2345678"}},
		{"SumsAndVersions", "The invoice of ¥12345678 for version 16.9.4 (order 99887766) is for contract 1234567.", []string{"1234567"}},
		{"OtherKindsAreNotTaken", "Bill-to ID 3146624321, contract 1234567, serial 12345678", []string{"1234567"}},
		{"DoubleInProse", "please add 1234567 and also 1234567 thanks a lot", []string{"1234567", "1234567 double"}},
		{"ProseWithoutANumber", "please add my contract.", []string{"please add my contract.!contract.none"}},

		{"TableReadsItsColumnOnly", "bill_to_id,contract_number,ends_at\n3146624321,1234567,2026-11-22\n3146624321,2345678,2026-11-22",
			[]string{"1234567", "2345678"}},
		{"TableWithQuotes", "Company;Contract number\r\n\"Amber; Rowe\";\"1234567\"\r\nVela;12AB\r\n", []string{"1234567 folded", "12AB!contract.digits"}},
		{"TableFromASpreadsheet", "会社\t契約番号\n青空 機械\t1234567", []string{"1234567"}},
		{"OneColumn", "contract_number\n1234567\n2345678", []string{"1234567", "2345678"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, verdicts(validation.Contracts(c.text))); diff != "" {
				t.Errorf("Contracts(%q), -want +got:\n%s", c.text, diff)
			}
		})
	}
}

func TestBillTos(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"TenDigits", "3146624321", []string{"3146624321"}},
		{"ElevenDigitsAreTooMany", "31466243210", []string{"31466243210!bill_to.long"}},
		{"Label", "Bill-to ID: 3146624321 (contract 1234567)", []string{"3146624321"}},
		{"LabelJapanese", "請求先ＩＤは３１４６６２４３２１です", []string{"3146624321"}},
		{"Table", "contract_number,bill_to_id\n1234567,3146624321", []string{"3146624321"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, verdicts(validation.BillTos(c.text))); diff != "" {
				t.Errorf("BillTos(%q), -want +got:\n%s", c.text, diff)
			}
		})
	}
}

func TestItems_ProblemNamesFieldAndEntry(t *testing.T) {
	got := validation.ContractsOf([]string{"1234567", " 12AB "}).Problems()
	want := []wire.FieldError{{Field: "contracts", Code: "contract.digits", Item: "12AB", Args: []string{"12AB"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSerial(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"GuidesOwn", "12345-AEK67-89", "12345-AEK67-89"},
		{"CaseIsFolded", "eam8159x9wh", "EAM8159X9WH"},
		{"FullWidth", "ＥＡＭ８１５９Ｘ９ＷＨ", "EAM8159X9WH"},
		{"EveryKindOfHyphen", "1‐2–3—4−5ー6ｰ7－8", "1-2-3-4-5-6-7-8"},
		{"StraySpaces", " EAM 8159 X9WH ", "EAM8159X9WH"},
		{"Label", "S/N: EAM8159X9WH", "EAM8159X9WH"},
		{"LabelJapanese", "シリアル番号：EAM8159X9WH", "EAM8159X9WH"},
		{"FourAreEnough", "AB12", "AB12"},
		{"Nothing", " 　", ""},
		{"TooShort", "AB1", "!serial.short"},
		{"TooLong", strings.Repeat("A", 41), "!serial.long"},
		{"StrangeCharacter", "EAM_8159", "!serial.chars"},
		{"LookAlikeLetter", "ЕAM8159X", "!serial.chars"}, // a Cyrillic capital
		{"OnlyHyphens", "-----", "!serial.chars"},
		{"TwoByComma", "AB12, CD34", "!serial.several"},
		{"TwoByLine", "AB12\nCD34", "!serial.several"},
		{"TwoBySpace", "12345-AEK67-89 374890-GTK92-98317", "!serial.several"},
	} {
		t.Run(c.name, func(t *testing.T) {
			it := validation.Serial(c.text)
			got := it.Value
			if it.Problem != nil {
				got = "!" + it.Problem.Code
			}
			if got != c.want {
				t.Errorf("Serial(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}
