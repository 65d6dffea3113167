package i18n

// mails are the subjects and texts of mail. {0} is the vendor's name; the other
// arguments are links, as server/desk sends them.
var mails = map[string]text{
	"mail.confirm.subject": {
		"Confirm your email address for {0}",
		"{0} アカウントのメールアドレスの確認",
	},
	"mail.confirm.text": {
		"Someone registered an account with this email address.\n\nTo confirm that the address is yours, open this link within 24 hours and sign in:\n\n{1}\n\nIf you did not register, you can ignore this email.\n\n{0}\n",
		"このメールアドレスでアカウントが登録されました。\n\nご本人のアドレスであることを確認するため、24 時間以内に次のリンクを開き、ログインしてください。\n\n{1}\n\nお心当たりがない場合は、このメールを破棄してください。\n\n{0}\n",
	},
	"mail.known.subject": {
		"You already have an account with {0}",
		"{0} アカウントは登録済みです",
	},
	"mail.known.text": {
		"Someone tried to register an account with this email address. It already has one.\n\nSign in: {1}\n\nForgotten your password? Set a new one: {2}\n\nIf it was not you, you can ignore this email.\n\n{0}\n",
		"このメールアドレスでアカウントを登録する操作がありましたが、すでに登録されています。\n\nログイン: {1}\n\nパスワードをお忘れの場合は、こちらで再設定してください: {2}\n\nお心当たりがない場合は、このメールを破棄してください。\n\n{0}\n",
	},
	"mail.reset.subject": {
		"Set your password for {0}",
		"{0} アカウントのパスワード設定",
	},
	"mail.reset.text": {
		"To set a password, open this link within 24 hours:\n\n{1}\n\nThe link works once. If you did not ask for it, you can ignore this email; your password stays the same.\n\n{0}\n",
		"パスワードを設定するには、24 時間以内に次のリンクを開いてください。\n\n{1}\n\nこのリンクは一度だけ使えます。お心当たりがない場合は、このメールを破棄してください。パスワードは変わりません。\n\n{0}\n",
	},
	"mail.newaddress.subject": {
		"Confirm the new email address of your {0} Account",
		"{0} アカウントの新しいメールアドレスの確認",
	},
	"mail.newaddress.text": {
		"Someone asked to make this the email address of their {0} Account. To complete the change, open this link within 24 hours:\n\n{1}\n\nThe link works once. If it was not you, you can ignore this email; nothing changes.\n\n{0}\n",
		"このメールアドレスを {0} アカウントのメールアドレスに変更するリクエストを受け付けました。変更を完了するには、24 時間以内に次のリンクを開いてください。\n\n{1}\n\nこのリンクは一度だけ使えます。お心当たりがない場合は、このメールを破棄してください。変更は行われません。\n\n{0}\n",
	},
	"mail.addresstaken.subject": {
		"This email address already belongs to an account at {0}",
		"このメールアドレスの {0} アカウントは登録済みです",
	},
	"mail.addresstaken.text": {
		"Someone asked to make this the email address of their {0} Account. It already has an account of its own, so nothing has changed.\n\nIf it was you, sign in with this address:\n\n{1}\n\nIf it was not you, you can ignore this email.\n\n{0}\n",
		"このメールアドレスを {0} アカウントのメールアドレスに変更するリクエストがありましたが、すでに別のアカウントに登録されているため、変更は行われません。\n\nお客様ご自身による場合は、このメールアドレスでログインしてください。\n\n{1}\n\nお心当たりがない場合は、このメールを破棄してください。\n\n{0}\n",
	},
	"mail.addresschanged.subject": {
		"The email address of your {0} Account was changed",
		"{0} アカウントのメールアドレスが変更されました",
	},
	"mail.addresschanged.text": {
		"Your {0} Account has a new email address. Sign in with the new one from now on; this address gets no more emails.\n\nIf you did not change it, undo the change by {2}. The account gets this address back, every browser is signed out, and you set a new password:\n\n{1}\n\n{0}\n",
		"お客様の {0} アカウントのメールアドレスが変更されました。今後は新しいメールアドレスでログインしてください。このアドレスにはメールが届かなくなります。\n\nお心当たりがない場合は、{2} までに次のリンクから変更を取り消してください。このアドレスに戻り、すべてのブラウザからログアウトします。その後、パスワードを再設定してください。\n\n{1}\n\n{0}\n",
	}, // {1}: link, {2}: time

	"mail.third.subject": {"You have access to services of {0}", "{0} のサービスへのアクセス権が付与されました"},
	"mail.third.text": {
		"A company that has a service contract with {0} asked us to give you access, and its request was approved. You can use the access now.\n\nThe contract belongs to that company, so you cannot see its details. If you need them, ask the company you work for.",
		"{0} とサービス契約を結んでいる会社様のご依頼により、アクセス権の付与が承認されました。すぐにご利用いただけます。\n\n契約情報に記載のない会社様は、契約情報を確認することはできません。契約情報の確認が必要な場合は、ご依頼元の会社様へご確認ください。",
	},
	"mail.third.link": {"See your access", "取得済みアクセス権を見る"},

	// Stands at the end of a letter to one who has no password yet.
	"mail.invited.text": {"To sign in to the {0} access portal, choose a password for your account with this email address. Open this link within 24 hours.", "{0} アクセスポータルにログインするには、24 時間以内に次のリンクを開き、このメールアドレスのアカウントのパスワードを設定してください。"},
	"mail.invited.link": {"Choose your password", "パスワードを設定する"},
	"mail.invited.late": {"The link works once. If it has expired, use “Forgotten your password?” on the sign-in page with this email address.", "このリンクは一度だけ使えます。期限が過ぎた場合は、ログイン画面の「パスワードをお忘れの場合」から、このメールアドレスで再設定してください。"},

	"mail.named.subject": {"You are now an administrator: {1}", "契約管理者に指定されました: {1}"}, // {1}: what for
	"mail.named.text": {
		"{2} has made you a contract administrator of {1}. From now on, you decide on its access requests.",
		"{2}が、お客様を契約管理者に指定しました（対象: {1}）。今後、アクセス権のリクエストをご判断いただきます。",
	},
	"mail.named.link":       {"Open Contract Management", "契約管理を開く"},
	"mail.released.subject": {"You are no longer an administrator: {1}", "契約管理者ではなくなりました: {1}"}, // {1}: what for
	"mail.released.text": {
		"{2} has removed you as an administrator of {1}. You no longer get its access requests. Your own access stays the same.",
		"{2}が、お客様を契約管理者から外しました（対象: {1}）。今後、アクセス権のリクエストは届きません。お客様ご自身のアクセス権は変わりません。",
	},
	"mail.by.administrator": {"A contract administrator", "契約管理者"},
	"mail.by.reviewer":      {"A reviewer of {0}", "{0} の担当者"}, // {0}: vendor
	"mail.by.name":          {"{0}", "{0} 様"},                  // {0}: an administrator's name

	"mail.added.subject": {"You have access: {1}", "アクセス権が付与されました: {1}"}, // {1}: what for
	"mail.added.text": {
		"{2} has given you access. You can use it now.",
		"{2}が、お客様にアクセス権を付与しました。すぐにご利用いただけます。",
	},
	"mail.added.link":      {"See your access", "取得済みアクセス権を見る"},
	"mail.end_set.subject": {"The end date of your access has changed: {1}", "アクセス権の終了日が変更されました: {1}"}, // {1}: which access
	"mail.end_set.text": {
		"{2} has changed the end date of your access. You can still use it on its last day.",
		"{2}が、お客様のアクセス権の終了日を変更しました。終了日当日もご利用いただけます。",
	},
	"mail.end_set.link":   {"See your access", "取得済みアクセス権を見る"},
	"mail.ending.subject": {"{2}: {1}", "【アクセス権】{2}: {1}"}, // {1}: which access, {2}: when it ends
	"mail.ending.text": {
		"This access ends on the day below. After that, you can no longer use it.\n\nIf you still need it, request an extension. It takes one click on this page.",
		"下記のアクセス権は、まもなく終了日を迎えます。終了後はご利用いただけません。\n\n引き続き必要な場合は、次のページのボタンを押して延長をご依頼ください。",
	},
	"mail.ending.link":   {"Request an extension", "延長を依頼する"},
	"mail.ended.subject": {"Your access has ended: {1}", "アクセス権が終了しました: {1}"}, // {1}: which access
	"mail.ended.text": {
		"The end date of this access has passed. You can no longer use it.\n\nIf you still need it, you can request an extension within 7 days, or request access again later.",
		"下記のアクセス権は終了日を過ぎたため、ご利用いただけなくなりました。\n\n引き続き必要な場合は、7 日以内であれば延長をご依頼いただけます。それ以降は、改めてアクセス権をリクエストしてください。",
	},
	"mail.ended.link":      {"Request an extension", "延長を依頼する"},
	"mail.revoked.subject": {"Your access was revoked: {1}", "アクセス権が取り消されました: {1}"}, // {1}: which access
	"mail.revoked.text": {
		"This access was revoked. You can no longer use it.",
		"下記のアクセス権は取り消されました。今後はご利用いただけません。",
	},
	"mail.revoked.link": {"See what happened and what you can do", "詳細と今後のお手続きを見る"},
	"mail.grant.link":   {"See your access", "アクセス権を見る"},

	"mail.dear":        {"Dear {0},", "{0} 様"}, // {0}: name
	"mail.dear.nobody": {"Hello,", "お客様各位"},
	"mail.foot": {
		"This email was sent automatically to the address of your {0} Account. Questions: {1}",
		"このメールは、{0} アカウントに登録されたメールアドレス宛てに自動配信されています。お問い合わせ: {1}",
	}, // {1}: support's address

	"mail.status.one":   {"{0}: {1} [{2}]", "{0}: {1} [{2}]"}, // {0}: status, {1}: what it is for, {2}: reference
	"mail.status.many":  {"Your access requests have been received [{0}]", "リクエストを受け付けました [{0}]"},
	"mail.status.intro": {"This is the status of your access request to {0}, as the portal shows it.", "{0} へのアクセス権リクエストのステータスをお知らせします。ポータルの画面と同じ内容です。"},
	"mail.status.title": {"{0} – {1} ({2})", "{0} – {1}（{2}）"}, // {0}: what it is for, {1}: level, {2}: reference
	"mail.status.link":  {"View it in the portal", "ポータルで確認する"},

	"mail.queue.subject":    {"Access request to decide: {0}, {1} [{2}]", "承認依頼: {0} 様、{1} [{2}]"},                                                // {0}: name, {1}: what it is for, {2}: reference
	"mail.queue.reminder":   {"Reminder: {0}", "【再通知】{0}"},                                                                                        // {0}: the subject
	"mail.queue.intro":      {"An access request is waiting for your decision as an administrator of {0}.", "{0} の契約管理者として、ご判断いただきたいリクエストがあります。"}, // {0}: contract or bill-to ID
	"mail.queue.waited":     {"It has been waiting for {0}.", "受付から {0}が経過しています。"},                                                                // {0}: a span of time
	"mail.queue.email":      {"Email address", "メールアドレス"},
	"mail.queue.until":      {"Please answer by (then {0} decides)", "回答期限（以後は {0} が判断します）"},
	"mail.queue.duty":       {"Approve access only for people who are entitled to this contract. If you cannot tell, pass the request to {0}.", "この契約を利用する権利のある方にのみ、アクセス権を付与してください。判断できない場合は、{0} に回付してください。"},
	"mail.queue.link":       {"Open the request and decide", "リクエストを開いて判断する"},
	"mail.queue.preference": {"Change under Settings how often you get these emails", "このメールの受信頻度は「設定条件」で変更できます"},

	"mail.summary.subject": {"Access requests to decide: {0}", "承認依頼 {0} 件"}, // {0}: count
	"mail.summary.intro":   {"These access requests are waiting for your decision as a contract administrator.", "契約管理者として、ご判断いただきたいリクエストです。"},
	"mail.summary.line":    {"{0}, {1}: {2}, {3} [{4}], by {5}", "{0} 様、{1}: {2}、{3} [{4}]、期限 {5}"}, // name, company, what, level, reference, until
	"mail.summary.and":     {", ", "、"},
	"mail.summary.more":    {"And {0} more.", "ほか {0} 件。"},
	"mail.summary.link":    {"Open your queue", "確認待ちリクエストを開く"},

	"mail.review.subject":         {"Access request to review: {0}, {1} [{2}]", "審査依頼: {0} 様、{1} [{2}]"}, // {0}: name, {1}: what it is for, {2}: reference
	"mail.review.intro":           {"An access request is waiting for review by {0}.", "{0} の審査が必要なリクエストがあります。"},
	"mail.review.until":           {"Answer promised by", "お客様への回答期限"},
	"mail.review.summary.subject": {"Access requests to review: {0}", "審査依頼 {0} 件"}, // {0}: count
	"mail.review.summary.intro":   {"These access requests are waiting for review by {0}.", "{0} の審査が必要なリクエストです。"},
	"mail.review.summary.link":    {"Open your queue", "確認待ちリクエストを開く"},

	"mail.recertify.subject": {"Confirm who still needs access: {1}", "アクセス権の棚卸しのお願い: {1}"}, // {1}: contract or bill-to ID
	"mail.recertify.text": {
		"From time to time, {0} asks contract administrators who still needs access through what they manage.\n\nPlease answer for each access right whether it is still needed. Access that no one confirms by the day below ends on that day.",
		"{0} では、アクセス権が引き続き必要かどうかの確認（棚卸し）を、契約管理者の皆様に定期的にお願いしています。\n\n次の契約のアクセス権について、引き続き必要かどうかをご回答ください。回答期限までにどなたからも確認がなかったアクセス権は、その日をもって終了します。",
	},
	"mail.recertify.link":    {"Confirm who still needs access", "引き続き必要かどうかを回答する"},
	"mail.recertify.waited":  {"You were asked {0} ago.", "ご依頼から {0}が経過しています。"}, // {0}: a span of time
	"mail.recertify.waiting": {"Waiting for an answer", "回答待ち"},
	"mail.recertify.until":   {"Please answer by", "回答期限"},

	"mail.recertify.summary.subject": {"Contracts or bill-to IDs with access to confirm: {0}", "アクセス権の棚卸しのお願い {0} 件"}, // {0}: count
	"mail.recertify.summary.intro":   {"From time to time, {0} asks contract administrators who still needs access. Please answer for each access right below whether it is still needed. Access that no one confirms by the day shown ends on that day.", "{0} では、アクセス権が引き続き必要かどうかの確認（棚卸し）を、契約管理者の皆様に定期的にお願いしています。次の契約のアクセス権について、引き続き必要かどうかをご回答ください。期限までにどなたからも確認がなかったアクセス権は、その日をもって終了します。"},
	"mail.recertify.line":            {"{0}: {1}, by {2}", "{0}: {1}、期限 {2}"}, // {0}: contract or bill-to ID, {1}: how many accesses, {2}: day
	"mail.recertify.summary.link":    {"Open Contract Management", "契約管理を開く"},

	"mail.chat.subject": {"Message from {0}", "{0} 様からのメッセージ"}, // {0}: name
	"mail.chat.about":   {"{0} [{1}]", "{0} [{1}]"},            // {0}: the subject, {1}: reference
	"mail.chat.intro": {
		"A customer wrote to {0} support while no one was available in the chat. The message is waiting for an answer.",
		"チャットがオフラインの間に、{0} サポート宛てのメッセージが届きました。回答をお願いします。",
	},
	"mail.chat.link":            {"Open the conversation and answer", "会話を開いて回答する"},
	"mail.chat.summary.subject": {"Conversations waiting for an answer: {0}", "回答待ちの会話 {0} 件"}, // {0}: count
	"mail.chat.summary.intro":   {"These customers wrote to {0} support while no one was available in the chat, and are waiting for an answer.", "チャットがオフラインの間に {0} サポート宛てに届いた、回答待ちのメッセージです。"},
	"mail.chat.summary.line":    {"{0}, {1}: waiting since {2}", "{0} 様、{1}: {2} から回答待ち"}, // name, company, time
	"mail.chat.summary.link":    {"Open the conversations", "会話の一覧を開く"},

	"mail.vacancy.subject": {"No administrator: {1}", "契約管理者の不在: {1}"}, // {1}: what for
	"mail.vacancy.text": {
		"The last administrator of {1} has left. {0} reviews its access requests until a new one is added.",
		"{1} の最後の契約管理者が退任しました。後任が決まるまで、アクセス権のリクエストは {0} が確認します。",
	},
	"mail.vacancy.link":            {"Open the administrators and add one", "契約管理者の画面を開き、後任を指定する"},
	"mail.vacancy.by":              {"Administrator who left", "退任した契約管理者"},
	"mail.vacancy.at":              {"When", "退任日時"},
	"mail.vacancy.summary.subject": {"Contracts without an administrator: {0}", "契約管理者のいない契約 {0} 件"}, // {0}: count
	"mail.vacancy.summary.intro":   {"The last administrator of these has left. {0} reviews their access requests until a new one is added.", "最後の契約管理者が退任した契約です。後任が決まるまで、アクセス権のリクエストは {0} が確認します。"},
	"mail.vacancy.summary.line":    {"{0}: since {1}", "{0}: {1} から不在"}, // {0}: contract or bill-to ID with its holder, {1}: time
	"mail.vacancy.summary.link":    {"Open Contract Management", "契約管理を開く"},

	"mail.expired.subject": {"Expired without a decision: {1}, {2} [{3}]", "期限切れ: {1} 様、{2} [{3}]"}, // {1}: name, {2}: what it is for, {3}: reference
	"mail.expired.text": {
		"An access request in your queue at {0} has expired: it was pending for 28 days. You no longer need to decide it. We told the requester, who can request access again.",
		"{0} で判断待ちだったリクエストは、28 日間完了しなかったため期限切れになりました。今後の対応は不要です。申請者には通知済みで、改めてリクエストできます。",
	},
	"mail.expired.link":            {"See the request", "リクエストを見る"},
	"mail.expired.summary.subject": {"Expired access requests: {0}", "期限切れのリクエスト {0} 件"}, // {0}: count
	"mail.expired.summary.intro":   {"These access requests in your queue at {0} have expired: they were pending for 28 days. We told the requesters, who can request access again.", "{0} で判断待ちのまま 28 日間完了せず、期限切れになったリクエストです。申請者には通知済みで、改めてリクエストできます。"},
	"mail.expired.summary.line":    {"{0}, {1}: {2}, {3} [{4}]", "{0} 様、{1}: {2}、{3} [{4}]"}, // name, company, what, level, reference
	"mail.expired.summary.link":    {"Open your queue", "確認待ちリクエストを開く"},

	"mail.answer.subject": {"{0} support has answered you", "{0} サポートから回答が届きました"},
	"mail.answer.intro": {
		"{0} support has answered your message. You were not connected, so we are sending you the answer by email. To reply, open the conversation.",
		"お問い合わせに {0} サポートが回答しました。ポータルに接続されていなかったため、メールでお知らせします。返信は会話の画面からお送りください。",
	},
	"mail.answer.link": {"Open the conversation", "会話を開く"},

	"mail.kind.chat":      {"Message", "メッセージ"},
	"mail.kind.recertify": {"Access to confirm", "アクセス権の棚卸し"},
	"mail.kind.status":    {"Status", "ステータス"},
	"mail.kind.queue":     {"Request to decide", "承認依頼"},
	"mail.kind.reminder":  {"Reminder", "再通知"},
	"mail.kind.summary":   {"Summary", "まとめ"},
	"mail.kind.notice":    {"Notice", "お知らせ"},
	"mail.kind.link":      {"Link", "リンク"},
}
