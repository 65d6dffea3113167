package i18n

// thirdTexts are the words about users at other companies (guide ja, chapter 5;
// its vendor-managed form has the items of 必要情報). {0} is the vendor, or what
// a comment says.
var thirdTexts = map[string]text{
	"third.title":   {"Grant access to users at other companies", "他社のユーザにアクセス権を付与する"},
	"third.contact": {"Contact Contract Administrators", "契約管理者への連絡"},
	"third.vendor":  {"Contact {0} Support", "{0} サポートへの連絡"},
	"third.intro": {
		"A user at another company, for example one that operates your equipment, can use your contract once someone has approved it.",
		"運用委託先など、契約情報に記載のない会社のユーザへの契約登録は、すでにアクセス権をお持ちの契約先会社の方からご依頼いただけます。",
	},
	"third.hidden": {
		"The user cannot see the details of your contract, such as its number, company or administrators.",
		"登録後も、第三者の会社様は契約情報（契約番号など）を確認することはできません。",
	},
	"third.choose": {"Choose the contract or bill-to ID", "対象の契約番号または請求先 ID を選択してください"},
	"third.choose.none": {
		"You have no access that you can request for others",
		"他社のユーザに付与を依頼できるアクセス権がありません",
	},
	"third.choose.none.do": {
		"You need current access, and your company name and email address must match the company on the contract.",
		"現在アクセス権をお持ちで、会社名とメールアドレスが契約先会社のものと一致している必要があります。",
	},
	"third.choose.admins": {"Contract Administrators decide", "契約管理者が確認します"},
	"third.choose.vendor": {"{0} Support decides", "{0} サポートが確認します"},
	"third.ask":           {"Request access for a user", "依頼する"},
	"third.not_here":      {"You cannot request this access for others", "このアクセス権では、他社のユーザへの付与を依頼できません"},
	"third.admins.text": {
		"Your message goes to the administrators of this contract. They decide, and we tell the user by email.",
		"アクセス権付与を行える契約管理者に通知メールが送られます。登録が完了したら、ご利用になる方に完了メールが送られます。",
	},
	"third.vendor.text": {
		"This contract is not managed by administrators: {0} decides, and needs the following.",
		"この契約は現在管理者により管理されていません。{0} が確認しますので、次の必要情報を入力してください。",
	},
	"third.contract":         {"Contract Number", "契約番号 (Contract Number)"},
	"third.billto":           {"Bill-to ID", "請求先 ID"},
	"third.level":            {"Access that the user should get", "付与するアクセス権"},
	"third.user":             {"The user at the other company", "契約登録ご希望のユーザ様"},
	"third.email":            {"Email address of the user’s account", "アカウントの E メールアドレス"},
	"third.email.hint":       {"If the user has no account yet, we invite them.", "アカウントがまだない場合は、登録のご案内をお送りします。"},
	"third.company":          {"The user's company", "ユーザ様の会社名"},
	"third.approver":         {"Who approves it at the company on the contract", "契約登録を承認される契約先会社ご担当者"},
	"third.approver.hint":    {"Filled in with your own details. Change them if someone else approves.", "お客様の情報を入力しています。別の方が承認される場合は変更してください。"},
	"third.approver_email":   {"Email address", "E メールアドレス"},
	"third.approver_name":    {"Name", "お名前"},
	"third.approver_company": {"Company", "会社名"},
	"third.message":          {"Message to the administrators", "管理者への説明"},
	"third.message.hint":     {"Explain why the user should get access to this contract.", "第三者ユーザへのアクセス権を付与するよう、説明を記載してください。"},
	"third.reason":           {"Reason for the association", "紐づけ理由"},
	"third.reason.hint":      {"For example: the company operates and maintains our network.", "例: 保守運用を依頼されているため等"},
	"third.send":             {"Send", "送信"},
	"third.sent":             {"Sent. Reference number {0}", "送信しました。受付番号 {0}"}, // {0}: reference
	"third.sent.admins":      {"The contract administrators have it now. You can follow it under Your Access Requests.", "契約管理者に通知しました。「アクセス権のリクエスト」で状況をご確認いただけます。"},
	"third.sent.vendor":      {"{0} has it now. You can follow it under Your Access Requests.", "{0} が確認します。「アクセス権のリクエスト」で状況をご確認いただけます。"},
	"third.sent.see":         {"See the request", "リクエストを見る"},
	"third.sent.more":        {"Request access for another user", "別のユーザについて依頼する"},

	"third.for":                {"for {0}", "{0} 様のアクセス権"}, // {0}: address
	"third.for.label":          {"For the user at another company", "付与先（他社のユーザ）"},
	"third.next.approved.kept": {"{0} now has access. No email was sent to them: this portal has no mail server.", "{0} 様にアクセス権が付与されました。メールサーバーが設定されていないため、メールでは通知されていません。"}, // {0}: address
	"third.next.approved":      {"{0} now has access. We told them by email.", "{0} 様にアクセス権が付与され、メールでお知らせしました。"},                                                             // {0}: address
	"third.purpose":            {"Purpose", "利用目的"},
	"third.held":               {"Current access", "取得済みのアクセス権"},

	"third.card":         {"For a user at another company", "他社のユーザへの付与"},
	"third.what":         {"{0} gets “{1}” at once. They see that they have access, its purpose and its end date, but no details of the contract.", "{0} 様に「{1}」をただちに付与します。ご本人には、アクセス権、利用目的、終了日のみが表示され、契約情報は表示されません。"}, // {0}: address, {1}: level
	"third.purpose.hint": {"Shown to the user. Do not name the contract or a person.", "ご利用になる方に表示されます。契約番号や個人名は記載しないでください。"},
	"third.end":          {"End date", "終了日"},
	"third.end.open":     {"Give the access an end date (optional)", "終了日を指定する（任意）"},
	"third.end.day":      {"Last day (optional)", "最終日（任意）"},
	"third.end.hint":     {"Up to {0}. Leave empty for no end date.", "{0}まで指定できます。指定しない場合は期限なしになります。"}, // {0}: day
}
