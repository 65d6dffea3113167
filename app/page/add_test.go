package page

import (
	"testing"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func addFormOf(m session.Model, d draft) *AddForm {
	return &AddForm{Level: d.Level, model: m, draft: d, faults: d.Problems}
}

func TestAdd_AsksForTheKindInTheGuidesWords(t *testing.T) {
	expect(t, (&Add{model: customer(i18n.English)}).Render(), "What type of access are you requesting?",
		"Software Download, support tools, and entitled content on Aster Networks",
		"TAC and RMA case creation, Software Download, support tools, and entitled content on Aster Networks",
		"Partner-Branded Service support contract", "Go")
	expect(t, (&Add{model: customer(i18n.Japanese)}).Render(),
		"Aster Networks の TAC および RMA ケース作成、ソフトウェア ダウンロード、サポート ツール、および権限付きコンテンツ", "検索")
}

func TestAddForm_Downloads(t *testing.T) {
	html := expect(t, addFormOf(customer(i18n.English), newDraft("me", access.Downloads)).Render(),
		"Enter up to 10 contract numbers or one product serial number", "Contract Number(s)", "Product Serial Number",
		"https://aster.example/terms")
	refuse(t, html, "Bill-to ID")
}

func TestAddForm_FullOffersBillToContractsAndSerial(t *testing.T) {
	d := newDraft("me", access.Full).choose(access.KindContract)
	expect(t, addFormOf(customer(i18n.Japanese), d).Render(), "請求先 ID", "特定の契約", "サービス契約番号で検索", "シリアル番号で検索",
		"送信されたすべてのリクエストは、管理者によって確認されます。")
}

func TestAddForm_GivesEachNumberItsVerdict(t *testing.T) {
	d := filled("1001, 1001, 10x3, 1234567890123").check()
	html := expect(t, addFormOf(customer(i18n.English), d).Render(),
		"Ready", "Entered twice", "2 of 4 entries cannot be sent", "Continue with the 1 valid one", "error-summary", "10x3")
	refuse(t, html, "invalid.")
}

func TestAddForm_CheckShowsEverythingThatWillBeSent(t *testing.T) {
	d := filled("1001, 1002").check()
	expect(t, addFormOf(customer(i18n.English), d).Render(), "Check your answers", "1001", "1002",
		"Aoba Inc.", "hana@aoba.example", "Reviewed and agreed", "Submit")
}

func TestAddForm_FailureKeepsTheAnswersAndOffersToSendAgain(t *testing.T) {
	d := filled("1001").check().press(counter()).failed(&wire.Problem{Code: wire.CodeOffline})
	expect(t, addFormOf(customer(i18n.English), d).Render(), "1001", "Send again", "We could not confirm that your request has arrived")
}
