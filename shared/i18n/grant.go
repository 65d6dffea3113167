package i18n

// grantTexts are the table of current access. {0} is the vendor, or what a
// comment says.
var grantTexts = map[string]text{
	"grant.caption":        {"Your Current Access", "取得済みアクセス権"},
	"grant.contract":       {"Contract Number", "契約番号"},
	"grant.bill_to":        {"Bill-to ID", "請求先 ID"},
	"grant.level":          {"Access level", "アクセス権"},
	"grant.administrators": {"Administrators", "管理者"},
	"grant.since":          {"Since", "開始日"},
	"grant.until":          {"Until", "終了日"},

	"grant.find":    {"- Find Access -", "- アクセス権を検索 -"},
	"grant.find_in": {"Find access by {0}", "{0}で検索"}, // the column
	"grant.admins":  {"Contract Administrators", "契約管理者"},
	"grant.vendor":  {"{0} Support", "{0} サポート"},
	"grant.legend":  {"What the Administrators column says", "管理者欄の記載について"},
	"grant.admins.note": {
		"The administrators of your company, or of the company you bought from, decide on access to this contract.",
		"貴社またはご購入元の会社の契約管理者様にて契約登録を行っております。",
	},
	"grant.vendor.note": {
		"The company you bought from does not manage this contract: {0} decides.",
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
	"grant.why.grant.not_started": {"It has not started yet.", "まだ開始日前です。"},
	"grant.why.contract.inactive": {
		"The contract is not active: it has expired or ended, or has not started. When it is renewed under the same number, your access returns automatically.",
		"契約が有効ではありません（期限切れ、終了、または開始前）。同じ契約番号で更新されると、お手続きなしで再びご利用いただけます。",
	},
	"grant.why.contract.inactive.expired": {
		"The contract expired on {1}. When it is renewed under the same number, your access returns automatically.",
		"契約は{1}に期限切れとなりました。同じ契約番号で更新されると、お手続きなしで再びご利用いただけます。",
	}, // {1}: day
	"grant.why.contract.inactive.terminated": {
		"The contract was terminated. When it is renewed under the same number, your access returns automatically.",
		"契約は解約されています。同じ契約番号で更新されると、お手続きなしで再びご利用いただけます。",
	},
	"grant.why.contract.inactive.not_started": {
		"The contract starts on {1}. You can use this access from that day.",
		"契約は{1}に開始します。このアクセス権は、開始日からご利用いただけます。",
	}, // {1}: day
	"grant.why.billto.unknown":  {"The bill-to ID is no longer in {0}’s registry.", "この請求先 ID は {0} の登録から削除されています。"},
	"grant.why.program.unknown": {"{0} no longer offers this programme.", "{0} はこのプログラムの提供を終了しました。"},

	"grant.confirm": {
		"We asked the contract administrators whether you still need it. If they do not confirm, it ends on {0}.",
		"引き続き必要かどうかを契約管理者に確認しています。継続の確認がない場合は、{0}に終了します。",
	}, // {0}: day
	"grant.confirm.ended": {
		"We asked the contract administrators whether you still need it, and they did not confirm.",
		"契約管理者に継続の確認を依頼しましたが、確認されなかったため終了しました。",
	},

	"grant.why.grant.revoked": {"It was revoked.", "取り消されました。"},

	"grant.revoked":                   {"Revoked", "取り消し済み"},
	"grant.revoked.title":             {"Revoked access", "取り消されたアクセス権"},
	"grant.revoked.text":              {"You can no longer use it. It is listed here for 30 days.", "ご利用いただけなくなりました。取り消しから 30 日間、ここに表示されます。"},
	"grant.revoked.page":              {"This access was revoked", "このアクセス権は取り消されました"},
	"grant.revoked.when":              {"Revoked", "取り消し日時"},
	"grant.revoked.by":                {"Revoked by", "取り消した担当"},
	"grant.revoked.why":               {"Reason", "理由"},
	"grant.revoked.note":              {"Note", "補足"},
	"grant.revoked.again":             {"Request it again", "再度リクエストする"},
	"grant.revoked.agreed":            {"Requesting it again sends a new request, and means that you agree to the service descriptions.", "再度リクエストすると新しいリクエストが送信されます。送信により、サービスの説明に同意したものとみなされます。"},
	"grant.revoked.see":               {"What happened and what to do", "詳細と今後のお手続き"},
	"grant.revoked.for":               {"{0}’s access was revoked.", "{0} 様に付与されたアクセス権は取り消されました。"},                                         // {0}: address
	"grant.revoked.ask.administrator": {"Questions? Ask the contract administrators, or email {0}.", "ご不明な点は、契約管理者、または {0} までお問い合わせください。"}, // {0}: support's address
	"grant.revoked.ask.reviewer":      {"Questions? Email {0}.", "ご不明な点は、{0} までお問い合わせください。"},                                               // {0}: support's address
	"grant.revoked.ask.third": {
		"If you still need it, ask the company you work for. It can request access for you again.",
		"引き続き必要な場合は、ご依頼元の会社様にご相談ください。ご依頼元から再度依頼することができます。",
	},

	"grant.page":         {"Your access", "お客様のアクセス権"},
	"grant.missing":      {"You do not have this access", "このアクセス権はお持ちではありません"},
	"grant.missing.do":   {"It may have been revoked, or belong to another account.", "取り消されたか、別のアカウントのアクセス権の可能性があります。"},
	"grant.force":        {"State", "状態"},
	"grant.in_force":     {"In force", "有効"},
	"grant.extend":       {"Request an extension", "延長を依頼する"},
	"grant.extend.asked": {"Extension requested", "延長を依頼済み"},
	"grant.extend.admins": {
		"Your request goes to the contract administrators. You get their answer by email.",
		"ボタンを押すと契約管理者に送信されます。結果はメールでお知らせします。",
	},
	"grant.extend.vendor": {
		"Your request goes to {0}. You get the answer by email.",
		"ボタンを押すと {0} に送信されます。結果はメールでお知らせします。",
	},
	"grant.extend.sent": {"Extension requested. Reference number {0}", "延長を依頼しました。受付番号 {0}"}, // {0}: reference

	"grant.none":      {"—", "—"},
	"grant.empty":     {"No access yet", "アクセス権はまだありません"},
	"grant.empty.do":  {"Add access with a contract number or the serial number of a product.", "契約番号または製品のシリアル番号で追加できます。"},
	"grant.not_found": {"No matching access", "該当するアクセス権はありません"},
	"grant.clear":     {"Show all", "すべて表示する"},
}
