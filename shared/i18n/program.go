package i18n

// programTexts are the pages of access programmes and of ordering. What each
// programme is called and says comes from the operator's settings. {0} is the
// vendor, or what a comment says.
var programTexts = map[string]text{
	"program.request":        {"Request access", "アクセス権をリクエストする"},
	"program.request.of":     {"Request access: {0}", "アクセス権をリクエストする: {0}"}, // {0}: programme
	"program.grants":         {"What you get", "ご利用いただける内容"},
	"program.decides":        {"Who decides", "確認者"},
	"program.decides.vendor": {"A representative of {0}", "{0} の担当者"},
	"program.decides.nobody": {"No one: you get access at once", "確認なし（すぐにご利用いただけます）"},
	"program.example":        {"Example: {0}", "例: {0}"}, // {0}: an identifier
	"program.many":           {"Up to {0}, separated by commas or line breaks.", "複数ある場合は、カンマまたは改行で区切ってください（{0} 件まで）。"},
	"program.which":          {"Programme", "プログラム"},
	"program.gone":           {"This portal does not offer this programme", "このプログラムはご利用いただけません"},
	"program.gone.text":      {"It may have ended. Your earlier requests are still under Your Access Requests.", "提供が終了した可能性があります。以前のリクエストは「アクセス権のリクエスト」でご確認いただけます。"},
	"program.gone.tag":       {"No longer offered", "提供終了"},

	"program.order.title": {"Commerce Access", "商取引のアクセス"},
	"program.order.about": {
		"To get access for creating and submitting orders with the commerce tools of {0}, request access to your company’s bill-to ID.",
		"{0} のコマース ツールで注文を作成して送信するためのアクセス権を取得するには、貴社の請求先 ID へのアクセス権をリクエストします。",
	},
	"program.order.review": {
		"A bill-to ID for ordering does not include full support access. A representative of {0} checks it and gets back to you.",
		"オーダリングの請求先 ID（フルサポートアクセスを含まない）は、{0} の担当者が確認の上ご連絡します。",
	},
	"program.order.view": {"Access to view contracts", "契約の表示アクセス"},
	"program.order.view.text": {
		"Associate your {0} account with your company’s service contracts on the Services & Support tab. You can then use all technical services of {0}, and the viewing functions of its renewal tools.",
		"上の「サービス&サポート」タブをクリックして、{0} アカウントを自社のサービス契約に関連付ければ、{0} の全テクニカルサービスと、更新ツールの表示機能を利用できます。",
	},
	"program.order.view.link": {"Go to Services & Support", "サービス&サポートへ"},
	"program.order.partner": {
		"Partners: to ask about bill-to IDs for ordering, open a case with the contact below.",
		"オーダリングに関する請求先 ID 登録についてお問い合わせのあるパートナー様は、次の窓口からケースオープンをお願いします。",
	},
}
