package i18n

// grantTexts are the table of current access. {0} is the vendor, or what a
// comment says.
var grantTexts = map[string]text{
	"grant.caption":        {"Your Current Access", "取得済みアクセス権"},
	"grant.contract":       {"Contract Number", "契約番号"},
	"grant.bill_to":        {"Bill-to ID", "請求先 ID"},
	"grant.level":          {"Access", "アクセス権"},
	"grant.administrators": {"Administrators", "管理者"},
	"grant.since":          {"Since", "開始日"},
	"grant.until":          {"Until", "終了日"},

	"grant.find":    {"- Find Access -", "- アクセス権を検索 -"},
	"grant.find_in": {"Find access by {0}", "{0}で検索"}, // the column
	"grant.admins":  {"Contract Administrators", "契約管理者"},
	"grant.vendor":  {"{0} Support", "{0} サポート"},
	"grant.legend":  {"What the Administrators column says", "管理者欄の記載について"},
	"grant.admins.note": {
		"The administrators of your company, or of the company you bought from, decide about access to this contract.",
		"貴社またはご購入元の会社の契約管理者様にて契約登録を行っております。",
	},
	"grant.vendor.note": {
		"Nobody at the company you bought from manages this contract: {0} decides.",
		"ご購入元の会社による契約管理ではなく、{0} にて契約登録を行っております。",
	},
	"grant.text": {
		"You have full support access to the products that these contracts cover. Contracts with downloads only access are listed as well.",
		"契約対象の製品には、フルサポートのアクセス権があります。ダウンロードのみのアクセス権も表示しています。",
	},
	"grant.every":     {"all contracts under the bill-to ID", "この請求先 ID のすべての契約"},
	"grant.withheld":  {"not shown to other companies", "他社の方には表示されません"},
	"grant.no_end":    {"no end date", "期限なし"},
	"grant.resting":   {"Not in force now", "現在は無効です"},
	"grant.none":      {"—", "—"},
	"grant.empty":     {"No access yet", "アクセス権はまだありません"},
	"grant.empty.do":  {"Add the first one with a contract number or the serial number of a product.", "契約番号または製品のシリアル番号で追加できます。"},
	"grant.not_found": {"No access matches what you are looking for", "該当するアクセス権はありません"},
	"grant.clear":     {"Show everything", "すべて表示する"},
}
