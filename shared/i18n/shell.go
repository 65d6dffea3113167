package i18n

// shellTexts are the words of the page that the server sends before the
// browser program is there.
var shellTexts = map[string]text{
	"shell.title":       {"{0} Account Profile", "{0} アカウント プロファイル"},
	"shell.about":       {"Ask for software downloads and support under your service contracts, and see at once how each request stands.", "サービス契約に基づくソフトウェアのダウンロードとサポートのアクセス権を申請し、申請の状況をすぐに確認できます。"},
	"shell.loading":     {"Loading", "読み込み中"},
	"shell.noscript":    {"This page needs JavaScript. Turn it on in your browser and load the page again.", "このページの表示には JavaScript が必要です。ブラウザの設定で有効にして、再読み込みしてください。"},
	"shell.late":        {"The portal has not started. If this stays, load the page again, or use a current version of Chrome, Edge, Firefox or Safari.", "ポータルを起動できていません。この表示が消えない場合は、ページを再読み込みするか、最新の Chrome、Edge、Firefox、Safari をご利用ください。"},
	"shell.not_built":   {"The browser program was not built into this server.", "このサーバーにはブラウザ用プログラムが含まれていません。"},
	"shell.build_it":    {"Run “make build” and start the server again.", "「make build」を実行してから、サーバーを起動し直してください。"},
	"shell.mail.title":  {"Local mailbox", "ローカル メールボックス"},
	"shell.mail.intro":  {"Mail of this portal is not sent; it stays here to be read, the newest first.", "このポータルのメールは送信されず、ここに新しい順で表示されます。"},
	"shell.mail.empty":  {"No mail yet.", "メールはまだありません。"},
	"shell.mail.to":     {"To", "宛先"},
	"shell.mail.at":     {"Written", "作成日時"},
	"shell.mail.state":  {"Delivery", "送信状況"},
	"shell.mail.kept":   {"Kept here: this portal has no mail server", "メールサーバーが設定されていないため、ここに保存されています"},
	"shell.mail.html":   {"The same as HTML, as the mail program gets it", "HTML 形式の内容（ソース）"},
	"shell.mail.back":   {"All mail", "メール一覧"},
	"shell.mail.portal": {"Back to the portal", "ポータルに戻る"},
}
