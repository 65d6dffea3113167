package page

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
)

// TestAddForm_TellsWhatATextComesTo: in one line, in the person's language.
func TestAddForm_TellsWhatATextComesTo(t *testing.T) {
	for _, c := range []struct {
		lang i18n.Lang
		kind access.Kind
		text string
		want string
	}{
		{i18n.English, access.KindContract, "1001, 1002 1003 1001", "3 contract numbers: 1001, 1002, 1003; 1 repeated"},
		{i18n.English, access.KindContract, "1001, 12AB", "1 contract number: 1001; 1 to correct: 12AB"},
		{i18n.English, access.KindContract, "Hi Bob,\nplease add 1234567 by 2026-11-22", "1 contract number: 1234567; 6 words and numbers left out"},
		{i18n.English, access.KindContract, "please add my contract", "There is no contract number in this text. Enter numbers of up to 12 digits, separated by commas."},
		{i18n.English, access.KindSerial, "eam8159x9wh", "Serial number: EAM8159X9WH"},
		{i18n.English, access.KindContract, " ", ""},
		{i18n.Japanese, access.KindContract, "１００１、1002、1001、12AB", "契約番号 2 件: 1001、1002 ／ 重複 1 件 ／ 要修正 1 件: 12AB"},
		{i18n.Japanese, access.KindBillTo, "3146624321", "請求先 ID 1 件: 3146624321"},
	} {
		if got := liveText(customer(c.lang), c.kind, c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestAddForm_SaysWhatOfATextWasLeftOut names numbers first, and where a serial
// number or a bill-to ID can be entered.
func TestAddForm_SaysWhatOfATextWasLeftOut(t *testing.T) {
	mail := "Hello, our switch S/N EAM8159X9WH is under contract 1234567, bill-to 3146624321, until 2026-11-22."
	d := newDraft("me", access.Full).choose(access.KindContract).read(access.KindContract, mail)
	expect(t, addFormOf(customer(i18n.English), d).Render(), "Left out: 2026-11-22, Hello, our, switch, S/N and ",
		"EAM8159X9WH may be a serial number.", "3146624321: your text calls this a bill-to ID.", "Restore my text")
	d = newDraft("me", access.Downloads).choose(access.KindContract).read(access.KindContract, mail)
	refuse(t, expect(t, addFormOf(customer(i18n.Japanese), d).Render(), "EAM8159X9WH はシリアル番号の可能性があります"), "請求先 ID と記載")
}
