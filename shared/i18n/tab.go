package i18n

// tabTexts are the tabs of Access Management, in the guides' words, and what
// each of the tabs that this portal has not opened is for. {0} is the vendor.
var tabTexts = map[string]text{
	"tab.label":          {"Access programmes", "アクセス権の種類"},
	"tab.services":       {"Services & Support", "サービス&サポート"},
	"tab.smart_accounts": {"Smart Accounts", "スマートアカウント"},
	"tab.ordering":       {"Ordering Tools", "オーダリングツール"},
	"tab.smart_services": {"Smart Services", "スマートサービス"},
	"tab.ccie":           {"CCIE", "CCIE"},
	"tab.partner":        {"Partner", "パートナー"},
	"tab.pica":           {"PICA Users", "PICA ユーザ"},

	"tab.smart_accounts.about": {
		"A Smart Account holds the software licences of a whole company in one place and says who may manage them.",
		"スマートアカウントは、会社全体のソフトウェアライセンスを一か所にまとめ、管理できる方を定めるものです。",
	},
	"tab.ordering.about": {
		"Access to a bill-to ID for creating and submitting orders with the commerce tools of {0}. It does not include full support access.",
		"{0} のコマースツールで注文を作成して送信するために、請求先 ID へのアクセス権をリクエストするところです（フルサポートアクセスは含みません）。",
	},
	"tab.smart_services.about": {
		"Services that watch over your installed products and tell you about their coverage and their health.",
		"導入済みの製品について、保守契約の状況や機器の状態をお知らせするサービスです。",
	},
	"tab.ccie.about": {
		"For people with an expert certification: linking the certificate with the account.",
		"エキスパート認定をお持ちの方が、認定資格をアカウントに関連付けるところです。",
	},
	"tab.partner.about": {
		"For people who work for a partner company of {0}: linking the account with that company.",
		"{0} のパートナー企業にお勤めの方が、アカウントと会社を関連付けるところです。",
	},
	"tab.pica.about": {
		"For companies that show their own customers which contracts those customers may use.",
		"お取引先のお客様に、利用できる契約をお見せする企業様のためのものです。",
	},
	"tab.closed": {"Not open on this portal", "このポータルではご利用いただけません"},
	"tab.closed.text": {
		"The operator of this portal has not opened this programme, so there is nothing to do here. If you need it, write to",
		"このポータルの運営者は、この機能をまだ公開していません。ご利用を希望される場合は、次のアドレスまでご連絡ください。",
	},
}
