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
	"grant.every":    {"all contracts under the bill-to ID", "この請求先 ID のすべての契約"},
	"grant.withheld": {"not shown to other companies", "他社の方には表示されません"},
	"grant.no_end":   {"no end date", "期限なし"},
	"grant.resting":  {"Not in force now", "現在は無効です"},
	"grant.title":    {"Access", "対象"},

	"grant.ending":     {"Ends in {0}", "あと {0}で終了"}, // {0}: a span of days
	"grant.ending.day": {"Ends within a day", "1 日以内に終了"},
	"grant.ended":      {"Ended", "終了しました"},
	"grant.why.grant.ended": {
		"Its end date has passed.",
		"終了日を過ぎています。",
	},
	"grant.why.grant.not_started": {"It has not begun yet.", "まだ開始日前です。"},
	"grant.why.contract.inactive": {
		"The contract is not active: it has expired or ended, or has not started. Once it is renewed under the same number, this access is back without your doing anything.",
		"契約が有効ではありません（期限切れ、終了、または開始前）。同じ契約番号で更新されると、お手続きなしで再びご利用いただけます。",
	},
	"grant.why.billto.unknown":  {"The bill-to ID is not in the registry of {0} any more.", "この請求先 ID は {0} の登録から削除されています。"},
	"grant.why.program.unknown": {"{0} does not offer this programme any more.", "{0} はこのプログラムの提供を終了しました。"},

	"grant.revoked.why":  {"Reason", "理由"},
	"grant.revoked.next": {"If you still need it, ask whoever gave you the access, or email {0}.", "引き続き必要な場合は、付与元の会社の契約管理者、または {0} までご相談ください。"}, // {0}: address

	"grant.page":         {"Your access", "お客様のアクセス権"},
	"grant.missing":      {"You do not have this access", "このアクセス権はお持ちではありません"},
	"grant.missing.do":   {"It may have been taken away, or belong to another account.", "取り消されたか、別のアカウントのアクセス権の可能性があります。"},
	"grant.force":        {"State", "状態"},
	"grant.in_force":     {"In force", "有効"},
	"grant.extend":       {"Ask for an extension", "延長を依頼する"},
	"grant.extend.asked": {"Extension asked for", "延長を依頼済み"},
	"grant.extend.admins": {
		"One press sends it to the contract administrators. You are told by mail.",
		"ボタンを押すと契約管理者に送信されます。結果はメールでお知らせします。",
	},
	"grant.extend.vendor": {
		"One press sends it to {0}. You are told by mail.",
		"ボタンを押すと {0} に送信されます。結果はメールでお知らせします。",
	},
	"grant.extend.sent": {"Extension asked for. Reference number {0}", "延長を依頼しました。受付番号 {0}"}, // {0}: reference

	"grant.none":      {"—", "—"},
	"grant.empty":     {"No access yet", "アクセス権はまだありません"},
	"grant.empty.do":  {"Add the first one with a contract number or the serial number of a product.", "契約番号または製品のシリアル番号で追加できます。"},
	"grant.not_found": {"No access matches what you are looking for", "該当するアクセス権はありません"},
	"grant.clear":     {"Show everything", "すべて表示する"},
}
