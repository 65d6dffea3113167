package i18n

// shellTexts are the words of the page that the server sends before the
// browser program is there.
var shellTexts = map[string]text{
	"shell.title":       {"{0} Account Profile", "{0} アカウントプロフィール"},
	"shell.about":       {"Request software downloads and support under your service contracts, and see at once where each request stands.", "サービス契約に基づくソフトウェアのダウンロードとサポートのアクセス権をリクエストし、その状況をすぐに確認できます。"},
	"shell.loading":     {"Loading", "読み込み中"},
	"shell.noscript":    {"This page needs JavaScript. Turn it on in your browser and reload the page.", "このページの表示には JavaScript が必要です。ブラウザの設定で有効にして、再読み込みしてください。"},
	"shell.late":        {"The portal has not started. If this message stays, reload the page, or use a current version of Chrome, Edge, Firefox or Safari.", "ポータルを起動できていません。この表示が消えない場合は、ページを再読み込みするか、最新の Chrome、Edge、Firefox、Safari をご利用ください。"},
	"shell.not_built":   {"The browser program was not built into this server.", "このサーバーにはブラウザ用プログラムが含まれていません。"},
	"shell.build_it":    {"Run “make build” and start the server again.", "「make build」を実行してから、サーバーを起動し直してください。"},
	"shell.mail.title":  {"Local mailbox", "ローカルメールボックス"},
	"shell.mail.intro":  {"Emails from this portal are not sent. They stay here to be read, newest first.", "このポータルのメールは送信されません。ここに新しい順に表示されます。"},
	"shell.mail.empty":  {"No emails yet.", "メールはまだありません。"},
	"shell.mail.to":     {"To", "宛先"},
	"shell.mail.at":     {"Created", "作成日時"},
	"shell.mail.state":  {"Delivery", "送信状況"},
	"shell.mail.kept":   {"Kept here: this portal has no mail server", "メールサーバーが設定されていないため、ここに保存されています"},
	"shell.mail.html":   {"HTML version (source)", "HTML 形式の内容（ソース）"},
	"shell.mail.back":   {"All emails", "メール一覧"},
	"shell.mail.portal": {"Back to the portal", "ポータルに戻る"},
}
