package i18n

// emailTexts are the change of an account's e-mail address (guide ja,
// 「メールアドレスの編集」).
var emailTexts = map[string]text{
	"email.title":    {"E-mail address", "電子メールアドレス"},
	"email.now":      {"Your address now", "現在のメールアドレス"},
	"email.edit":     {"Change the e-mail address", "メールアドレスの編集"},
	"email.new":      {"New e-mail address", "新しいメールアドレス"},
	"email.password": {"Your password", "パスワード"},
	"email.send":     {"Mail the link", "確認メールを送信"},
	"email.what": {
		"We mail a link to the new address; nothing changes before you open it. Then you sign in with the new address, your other browsers are signed out, and your present address gets a mail by which the change can be taken back for 7 days.",
		"新しいアドレスに確認用のリンクをお送りします。リンクを開くまで変更は行われません。変更後は新しいアドレスでログインしてください。他のブラウザはログアウトされ、現在のアドレスには 7 日間変更を取り消せるメールをお送りします。",
	},
	"email.keeps": {
		"What is your account's own stays: your requests, the access given to you in this portal and your history. Requests are judged by the domain of the new address from then on.",
		"お客様のリクエスト、このポータルで付与されたアクセス権、履歴はそのまま引き継がれます。今後のリクエストは、新しいアドレスのドメインで判定されます。",
	},
	"email.registry": {
		"{0}'s registry names you by your present address: {1} contracts or bill-to IDs that you administer, {2} accesses. These do not follow the change. Ask {0} to name the new address first: {3}",
		"{0} の登録情報では、現在のメールアドレスでお客様を管理しています（契約管理者として {1} 件、アクセス権 {2} 件）。これらは新しいアドレスに自動では引き継がれません。事前に {0} へ新しいアドレスの登録をご依頼ください: {3}",
	}, // {0}: vendor, {1} {2}: counts, {3}: support's address
	"email.nobody":       {"A change is confirmed by a link that is mailed, and this portal sends no mail yet. Ask for help here:", "変更の確認にはメールのリンクが必要ですが、このポータルからはまだメールが送信されません。こちらまでご連絡ください:"},
	"email.waits":        {"The change to {0} waits until {1} for the link in the mail to that address.", "{0} への変更は、{1} までにメール内のリンクを開くと完了します。"}, // {0}: address, {1}: time
	"email.waits.none":   {"No mail? Look in the spam folder, or begin again.", "メールが届かない場合は、迷惑メールフォルダをご確認いただくか、もう一度お試しください。"},
	"email.keep":         {"Keep the present address", "変更をやめる"},
	"email.kept":         {"Your address stays as it is.", "メールアドレスは変更されません。"},
	"email.confirm":      {"Confirm the new e-mail address", "新しいメールアドレスの確認"},
	"email.confirm.lead": {"With this the address becomes that of your account, and other browsers are signed out.", "確認すると、お客様のアカウントのメールアドレスが変更され、他のブラウザはログアウトされます。"},
	"email.confirm.do":   {"Confirm and change", "確認して変更する"},
	"email.confirm.done": {"Your e-mail address is {0} now. Sign in with it.", "メールアドレスを {0} に変更しました。今後はこのアドレスでログインしてください。"}, // {0}: address
	"email.undo":         {"Take the change of the address back", "メールアドレス変更の取り消し"},
	"email.undo.lead":    {"The account gets its former address again, every browser is signed out, and a new password must be set.", "以前のメールアドレスに戻り、すべてのブラウザからログアウトされます。新しいパスワードの設定が必要です。"},
	"email.undo.do":      {"I did not change it: take it back", "変更を取り消す"},
	"email.undo.done":    {"Your e-mail address is {0} again. We mail it a link for setting a new password.", "メールアドレスを {0} に戻しました。新しいパスワードを設定するためのリンクをお送りします。"}, // {0}: address
	"email.undo.report":  {"If somebody else got into your account, tell us too:", "第三者によるアクセスが疑われる場合は、サポートにもご連絡ください:"},
	"email.link.bad":     {"This link is not complete. Open it from the mail once more.", "リンクが正しくありません。メールからもう一度開いてください。"},

	"email.last":         {"Last sign-in", "最終ログイン"},
	"email.last.from":    {"{0}, from {1}", "{0}、接続元 {1}"}, // {0}: browser, {1}: network address
	"email.last.none":    {"This is your first sign-in.", "今回が初めてのログインです。"},
	"email.last.unknown": {"Was it not you? End the other browsers below and change your password.", "お心当たりがない場合は、下の一覧から他のブラウザをログアウトし、パスワードを変更してください。"},
}
