package i18n

// emailTexts are the change of an account's e-mail address (guide ja,
// 「メールアドレスの編集」).
var emailTexts = map[string]text{
	"email.title":    {"Email address", "電子メールアドレス"},
	"email.now":      {"Your current address", "現在のメールアドレス"},
	"email.edit":     {"Change the email address", "メールアドレスの編集"},
	"email.new":      {"New email address", "新しいメールアドレス"},
	"email.password": {"Your password", "パスワード"},
	"email.send":     {"Email the link", "確認メールを送信"},
	"email.what": {
		"We email a link to the new address; nothing changes until you open it. After that, you sign in with the new address, and your other browsers are signed out. We also email your current address, so that you can undo the change for 7 days.",
		"新しいアドレスに確認用のリンクをお送りします。リンクを開くまで変更は行われません。変更後は新しいアドレスでログインしてください。ほかのブラウザからはログアウトします。現在のアドレスには、7 日間変更を取り消せるメールをお送りします。",
	},
	"email.keeps": {
		"You keep your requests, the access given to you in this portal and your history. New requests are evaluated by the domain of the new address.",
		"お客様のリクエスト、このポータルで付与されたアクセス権、履歴はそのまま引き継がれます。今後のリクエストは、新しいアドレスのドメインで判定されます。",
	},
	"email.registry": {
		"{0}’s registry lists you under your current address: as administrator of {1} contracts or bill-to IDs, and with {2} access rights. These do not move to the new address. First ask {0} to register the new address: {3}",
		"{0} の登録情報では、現在のメールアドレスでお客様を管理しています（契約管理者として {1} 件、アクセス権 {2} 件）。これらは新しいアドレスに自動では引き継がれません。事前に {0} へ新しいアドレスの登録をご依頼ください: {3}",
	}, // {0}: vendor, {1} {2}: counts, {3}: support's address
	"email.nobody":       {"To confirm a change you need a link sent by email, and this portal does not send email yet. For help, contact:", "変更を確認するには、メールでお送りするリンクが必要ですが、このポータルはまだメールを送信できません。こちらまでご連絡ください:"},
	"email.waits":        {"To complete the change to {0}, open the link in the email to that address by {1}.", "{0} に変更するには、{1} までにメール内のリンクを開いてください。"}, // {0}: address, {1}: time
	"email.waits.none":   {"No email? Check your spam folder, or start again.", "メールが届かない場合は、迷惑メールフォルダをご確認いただくか、もう一度お試しください。"},
	"email.keep":         {"Keep the current address", "変更をやめる"},
	"email.kept":         {"Your email address stays the same.", "メールアドレスの変更を取りやめました。"},
	"email.confirm":      {"Confirm the new email address", "新しいメールアドレスの確認"},
	"email.confirm.lead": {"This changes the email address of your account and signs out your other browsers.", "確認すると、お客様のアカウントのメールアドレスが変更され、ほかのブラウザからはログアウトします。"},
	"email.confirm.do":   {"Confirm and change", "確認して変更する"},
	"email.confirm.done": {"Your email address is now {0}. Sign in with it.", "メールアドレスを {0} に変更しました。今後はこのアドレスでログインしてください。"}, // {0}: address
	"email.undo":         {"Undo the change of email address", "メールアドレス変更の取り消し"},
	"email.undo.lead":    {"The account gets its previous address back, and every browser is signed out. You then set a new password.", "以前のメールアドレスに戻り、すべてのブラウザからログアウトします。その後、新しいパスワードの設定が必要です。"},
	"email.undo.do":      {"I did not change it: undo", "変更を取り消す"},
	"email.undo.done":    {"Your email address is {0} again. We are sending a link to it to set a new password.", "メールアドレスを {0} に戻しました。新しいパスワードを設定するためのリンクをお送りします。"}, // {0}: address
	"email.undo.report":  {"If someone else got into your account, tell us too:", "第三者によるアクセスが疑われる場合は、サポートにもご連絡ください:"},
	"email.link.bad":     {"This link is incomplete. Open it again from the email.", "リンクが正しくありません。メールからもう一度開いてください。"},

	"email.last":         {"Last sign-in", "最終ログイン"},
	"email.last.from":    {"{0}, from {1}", "{0}、接続元 {1}"}, // {0}: browser, {1}: network address
	"email.last.none":    {"This is your first sign-in.", "今回が初めてのログインです。"},
	"email.last.unknown": {"Was this not you? Sign out the other browsers below and change your password.", "お心当たりがない場合は、下の一覧からほかのブラウザをログアウトし、パスワードを変更してください。"},
}
