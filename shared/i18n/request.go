package i18n

// requestTexts are what an access request says about itself wherever it is
// shown: what it is for, who has it now, how long it may take, what to do.
// {0} is the vendor, or what a comment says.
var requestTexts = map[string]text{
	"request.title":    {"Access request {0}", "リクエスト {0}"},                   // {0}: reference
	"request.contract": {"Contract {0}", "契約 {0}"},                            // {0}: number
	"request.serial":   {"Product Serial Number {0}", "製品のシリアル番号 {0}"},        // {0}: number
	"request.program":  {"{0}: {1}", "{0}: {1}"},                              // {0}: programme, {1}: what was entered
	"request.withheld": {"Access given by another company", "他社から付与されたアクセス権"}, //
	"request.bill_to":  {"Bill-to ID {0}", "請求先 ID {0}"},                      // {0}: ID
	"request.of":       {"on contract {0}", "契約 {0}"},                         // {0}: contract of a serial
	"request.asked":    {"Requested", "リクエスト日時"},                              //
	"request.changed":  {"Last change", "最終更新"},                               //
	"request.level":    {"Access", "アクセス権"},                                   //
	"request.ref":      {"Reference number", "受付番号"},                          //
	"request.history":  {"History", "履歴"},                                     //
	"request.same":     {"All requests sent together", "同時に送信したリクエスト"},        //
	"request.missing":  {"Request not found", "このリクエストは見つかりません"},              //
	"request.missing.do": {
		"It may belong to another account. Your own requests are listed under Your Access Requests.",
		"別のアカウントのリクエストかもしれません。お客様のリクエストは「アクセス権のリクエスト」でご確認ください。",
	},

	"request.next":          {"What to do next", "次にすること"},
	"request.extends":       {"extension of the access until {0}", "{0}までのアクセス権の延長"}, // {0}: day
	"request.extends.label": {"Extension of the access until", "延長を依頼するアクセス権の終了日"},
	"request.extends.new":   {"New end", "延長後の終了日"},
	"request.with":          {"Who has it now", "現在の担当"},
	"request.time":          {"How long it may take", "所要時間の目安"},
	"request.note":          {"Message from the person who looked at it", "担当者からのメッセージ"},
	"request.needless":      {"You have been given “{0}” here in the meantime, which includes what you requested. This request is no longer needed.", "その後「{0}」のアクセス権が付与されました。リクエストの内容も含まれるため、このリクエストは不要になりました。"},
	"request.needless.do":   {"No longer needed: cancel it", "不要になったためキャンセルする"},
	"request.answer":        {"Your answer", "ご回答"},
	"request.answer.hint":   {"Whoever decides on your request reads it. Correct your account first if the question is about it.", "リクエストの担当者に表示されます。アカウント情報についての確認の場合は、先に情報を修正してください。"},
	"request.answer.send":   {"Send the answer", "回答を送信する"},
	"request.answer.do":     {"Answer the question", "確認事項に回答する"},

	"request.with.PendingAdministrator":       {"Your company's contract administrators", "貴社またはご購入元の契約管理者"},
	"request.with.PendingAdministrator.other": {"The contract administrators", "契約管理者"},
	"request.with.PendingVendor":              {"{0}", "{0} の契約登録担当者"},
	"request.with.PendingAction":              {"You", "お客様"},

	"request.next.PendingAdministrator":       {"Wait for their answer, or follow up with your contract administrators.", "回答をお待ちください。お急ぎの場合は、契約管理者に状況をご確認ください。"},
	"request.next.PendingAdministrator.other": {"Wait for their answer. If you know who they are, you can follow up with them.", "回答をお待ちください。お急ぎの場合で、契約管理者をご存じのときは、直接ご確認いただけます。"},
	"request.next.PendingVendor":              {"Nothing. We will email you the answer.", "お待ちください。結果はメールでお知らせします。"},
	"request.next.Cancelled":                  {"Nothing. You can request access again at any time.", "必要なことはありません。いつでも改めてリクエストできます。"},
	"request.next.Expired":                    {"Request access again if you still need it.", "引き続き必要な場合は、改めてリクエストしてください。"},

	"request.time.PendingAdministrator": {
		"If they do not answer within 14 days, {0} decides.",
		"14 日間回答がない場合は {0} が判断します。",
	},
	"request.time.PendingVendor": {"Within {1}", "{1}以内"}, // {1}: a span of time
	"request.time.late": {
		"This is taking longer than promised. For urgent access, contact support.",
		"通常より時間がかかっています。お急ぎの場合はサポートまでご連絡ください。",
	},
	"request.time.PendingAction": {"It is waiting for you.", "お客様の操作をお待ちしています。"},
	"request.time.expires":       {"Open until", "有効期限"},
	"request.time.retry":         {"We check again automatically until", "自動的に再確認する期限"},
	"request.business_hours":     {"{0} business hours", "{0} 営業時間"},
	"request.hours":              {"{0} hours", "{0} 時間"},
	"request.hour":               {"1 hour", "1 時間"},
	"request.minutes":            {"{0} minutes", "{0} 分"},

	"request.cancel.sure":      {"Cancel this request for {0}?", "{0} のリクエストをキャンセルしますか？"}, // {0}: what it is for
	"request.cancel.yes":       {"Yes, cancel it", "はい、キャンセルします"},
	"request.cancel.no":        {"No, keep it", "いいえ、そのままにします"},
	"request.switch.full":      {"Request full support access instead", "フルサポートのアクセス権をリクエストする"},
	"request.switch.downloads": {"Request downloads only instead", "ダウンロードのみのアクセス権をリクエストする"},
	"request.switch.agreed": {
		"This sends a new request. The service descriptions you agreed to apply to it as well.",
		"新しいリクエストとして送信されます。同意いただいたサービスの説明が、このリクエストにも適用されます。",
	},
	"request.duplicate.open":   {"See the pending request", "確認待ちのリクエストを見る"},
	"request.duplicate.of":     {"See the earlier request {0}", "先のリクエスト {0} を見る"},                                                                                 // {0}: reference
	"request.duplicate.follow": {"Follow the earlier request {0} ({1}). You do not need to request it again.", "先のリクエスト {0}（{1}）の状況をご確認ください。再度リクエストいただく必要はありません。"}, // {0}: reference, {1}: what it is for
	"request.again":            {"Request again", "もう一度リクエストする"},
	"request.resolve":          {"Check and correct your account information", "アカウント情報を確認・修正する"},

	"request.mine":         {"Your Access Requests", "アクセス権のリクエスト"},
	"request.filter":       {"Show", "表示"},
	"request.filter.all":   {"All statuses", "すべてのステータス"},
	"request.find":         {"Find a number or a reference", "番号または受付番号で検索"},
	"request.count":        {"{0} requests", "{0} 件のリクエスト"}, // {0}: count, not 1
	"request.count.one":    {"1 request", "1 件のリクエスト"},
	"request.empty":        {"No requests yet", "リクエストはまだありません"},
	"request.empty.do":     {"Your requests appear here, and update automatically when someone decides.", "リクエストするとここに表示され、結果が出ると自動的に更新されます。"},
	"request.not_found":    {"No matching requests", "該当するリクエストはありません"},
	"request.not_found.do": {"Try another number or another status.", "番号またはステータスを変えてお試しください。"},

	"request.account":         {"Current {0} Account information:", "現在の {0} アカウント情報:"},
	"request.account.company": {"Your company name and address", "お客様の会社名と住所"},
	"request.account.email":   {"Your business email address", "お客様のビジネスメールアドレス"},
	"request.account.none":    {"Not registered", "登録されていません"},
	"request.account.wrong": {
		"If your {0} Account is not correct, correct it here and we reprocess the request. This resolves most issues quickly.",
		"{0} アカウントが正しくない場合は、ここで更新してリクエストを再処理することで、問題を迅速に解決できます。",
	},
	"request.account.right": {
		"If your {0} Account is correct, click here to complete the request. We will email you when it is completed. In some cases, {0} will email you to confirm information.",
		"お客様の {0} アカウントが正しい場合は、こちらをクリックしてリクエストを完了してください。登録が完了したメール、または場合によっては {0} 担当者より情報確認のメールを送ります。",
	},
	"request.account.behalf": {
		"Note: if you work on behalf of the company that owns the contract, cancel this request. Ask a representative of that company to check their profile and to grant you access under “Grant access to users at other companies”.",
		"注: 契約上に記載のある契約先会社様の代理で登録を行っている場合は、この申請をキャンセルしてください。契約先会社様の代表にコンタクトし、アカウントプロフィールを確認するよう伝え、「他社のユーザにアクセス権を付与する」から手続きを実施するようお伝えください。",
	},
	"request.account.hint":     {"English or Japanese is enough.", "英語または日本語のどちらか一方で構いません。"},
	"request.account.still":    {"We checked again, and still need something from you. If your information is correct, confirm it. Otherwise, correct it further.", "再処理しましたが、まだお客様の対応が必要です。情報が正しい場合は「アカウント情報に誤りはありません」を選択し、正しくない場合はさらに修正してください。"},
	"request.account.edit":     {"Correct my account information", "アカウント情報を修正する"},
	"request.account.before":   {"Register them here. Your request is evaluated with them when you submit it.", "ここで登録できます。リクエストは、送信時に登録内容をもとに判定されます。"},
	"request.account.register": {"Register your company name and address", "会社名・会社住所を登録する"},
	"request.account.save":     {"Save and reprocess", "保存して再処理する"},
	"request.account.private": {
		"For private use, register your own name as the company and your home address.",
		"Private Use のお客様は、社名をご自身のお名前で、住所をご自宅で登録してください。",
	},
	"request.account.mail": {"You can change the email address under Account Security:", "メールアドレスはアカウントセキュリティで変更できます:"},
}
