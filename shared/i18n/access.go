package i18n

// accessTexts are the Access Management page's. {0} is the vendor.
var accessTexts = map[string]text{
	"access.title": {"Access Management", "アクセス管理"},
	"access.back":  {"Back to Access Management", "アクセス管理に戻る"},
	"access.intro": {
		"What type of access do you need? For full support access or downloads only access, associate your {0} account with your company's service contract, bill-to ID, or a product serial number.",
		"どのようなアクセス権が必要ですか？フルサポートアクセス権またはダウンロードのみのアクセス権が必要な場合は、{0} アカウントを貴社のサービス契約、請求先 ID、または製品のシリアル番号と関連付けてください。",
	},
	"access.add":      {"Add Access", "アクセス権の追加"},
	"access.current":  {"Your Current Access", "取得済みアクセス権"},
	"access.requests": {"Your Access Requests", "アクセス権のリクエスト"},
	"access.sub":      {"Your access", "お客様のアクセス権"},

	"access.others": {"Grant access to users at other companies", "他社のユーザにアクセス権を付与する"},
	"access.others.administrators": {
		"If the table says “Contract Administrators”, follow that link and tell them who needs access.",
		"管理者欄が「契約管理者」の場合は、そのリンクから契約管理者にアクセス権の付与をご依頼ください。",
	},
	"access.others.support": {
		"If it says “{0} Support”, that link opens a form for everything support needs to know: the user, who approves it for your company, and the reason.",
		"管理者欄が「{0} サポート」の場合は、そのリンクから、ご利用になる方、承認されるご担当者様、理由などの必要情報を送信してください。",
	},
	"access.others.hidden": {
		"A user at another company cannot see the details of your contract.",
		"他社のユーザには、契約の内容は表示されません。",
	},
	"access.issues":      {"For Access Issues", "アクセスに関する問題が生じた場合"},
	"access.issues.text": {"Does access that is listed here not work? Contact support and quote the reference number of the request.", "登録済みにもかかわらずご利用いただけない場合は、受付番号を添えて、サポートまでご連絡ください。"},
	"access.issues.mail": {"Email", "メール"},

	"access.home.held":    {"Current access", "取得済みアクセス権"},
	"access.home.latest":  {"Latest requests", "最近のリクエスト"},
	"access.home.all":     {"All requests", "すべてのリクエスト"},
	"access.home.manage":  {"See your access", "アクセス権を見る"},
	"access.home.none":    {"You have no access requests yet. With a contract number, it takes about a minute.", "まだリクエストはありません。契約番号があれば、1 分ほどで追加できます。"},
	"access.home.entries": {"{0} entries", "{0} 件"},
	"access.home.entry":   {"1 entry", "1 件"},
	"access.gap.title":    {"Register your company name and address first", "先に会社名と会社住所を登録してください"},
	"access.gap.text":     {"A request without them is denied.", "ご登録がないと、リクエストは登録不可になります。"},
	"access.gap.private":  {"For private use, give your own name as the company and your home address.", "個人でご利用の場合は、会社名にご自身のお名前、住所にご自宅の住所を登録してください。"},
	"access.gap.link":     {"Register your company", "会社情報を登録する"},
}
