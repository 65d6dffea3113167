package i18n

// deliveryTexts are how far a mail has come, on the pages that show it.
var deliveryTexts = map[string]text{
	"delivery.title": {"Emails about this request", "このリクエストに関するメール"},
	"delivery.empty": {"No email yet", "メールはまだありません"},
	"delivery.kind":  {"Email", "メール"},
	"delivery.to":    {"To", "宛先"},
	"delivery.made":  {"Created", "作成日時"},
	"delivery.state": {"Delivery", "送信状況"},
	"delivery.do":    {"Send again", "再送信"},

	"delivery.state.queued":   {"Waiting to be sent", "送信待ち"},
	"delivery.state.retrying": {"Retrying", "再試行中"},
	"delivery.state.sent":     {"Sent", "送信済み"},
	"delivery.state.kept":     {"Not sent (local mailbox)", "未送信（ローカル保存）"},
	"delivery.state.failed":   {"Not delivered", "送信失敗"},
	"delivery.next":           {"Next try: {0}", "次回の送信: {0}"}, // {0}: time
	"delivery.tries":          {"{0} tries", "{0} 回試行"},        // {0}: count, not 1

	"delivery.error.connection": {"The connection to the mail server was lost.", "メールサーバーとの接続が切れました。"},
	"delivery.error.timeout":    {"The mail server is not responding.", "メールサーバーが応答しません。"},
	"delivery.error.tls":        {"The mail server does not offer a secure connection that can be trusted.", "メールサーバーと信頼できる暗号化接続ができません。"},
	"delivery.error.auth":       {"The mail server rejected our sign-in.", "メールサーバーにログインできませんでした。"},
	"delivery.error.settings":   {"The mail server settings are wrong.", "メールサーバーの設定に誤りがあります。"},
	"delivery.error.address":    {"This is not a valid email address.", "メールアドレスの形式が正しくありません。"},
	"delivery.error.refused":    {"The mail server rejected this email permanently.", "メールサーバーがこのメールを拒否しました。"},
	"delivery.error.later":      {"The mail server rejected this email for now.", "メールサーバーがこのメールを一時的に拒否しています。"},
	"delivery.error.other":      {"Something else went wrong.", "その他の問題が発生しました。"},

	"delivery.again":          {"The email is being sent again.", "メールを再送信しています。"},
	"delivery.log.title":      {"Email log", "メール送信履歴"},
	"delivery.log.intro":      {"All emails of the last 90 days, and whether the mail server has accepted them.", "過去 90 日間のすべてのメールと、その送信状況です。"},
	"delivery.log.intro.kept": {"All emails of the last 90 days. This portal has no mail server (--smtp-address), so none of them is sent.", "過去 90 日間のすべてのメールです。メールサーバー（--smtp-address）が設定されていないため、送信されません。"},
	"delivery.log.find":       {"Find by address", "メールアドレスで検索"},
	"delivery.log.all":        {"All", "すべて"},
	"delivery.log.empty":      {"No emails yet", "メールはまだありません"},
	"delivery.log.none":       {"No matching emails", "該当するメールはありません"},
	"delivery.log.none.do":    {"Try another address or delivery status.", "メールアドレスまたは送信状況を変えてお試しください。"},
	"delivery.log.fresh":      {"Show new emails", "新しいメールを表示"},
	"delivery.log.down":       {"The mail server has not accepted any email since {0}", "{0} からメールサーバーに接続できません"}, // {0}: time
	"delivery.log.down.do":    {"Emails wait, and are sent automatically when the server is back.", "メールは保留され、復旧後に自動的に送信されます。"},
	"delivery.log.requests":   {"{0} requests", "{0} 件のリクエスト"}, // {0}: count

	"delivery.local":  {"This portal is being tried out: emails are not sent, but appear in the", "このポータルは試用中です。メールは送信されず、次の画面で確認できます:"},
	"delivery.nobody": {"This portal does not send email yet. Where a page says that we email you, look in the portal instead. Questions: {0}", "このポータルはまだメールを送信できません。メールでお知らせするとご案内している内容も、ポータル上でのみご確認いただけます。お問い合わせ: {0}"}, // {0}: support's address

	"delivery.prefer":            {"Emails about requests to decide", "承認依頼メール"},
	"delivery.prefer.hint":       {"As a contract administrator, you get an email when a request is waiting for you.", "契約管理者として判断が必要なリクエストをメールでお知らせします。"},
	"delivery.prefer.once":       {"Immediately", "すぐに受信する"},
	"delivery.prefer.once.what":  {"If many arrive, you get the next ones as one summary every 15 minutes.", "続けて届いた場合は、15 分ごとに 1 通にまとめてお送りします。"},
	"delivery.prefer.daily":      {"Daily summary", "1 日 1 回まとめて受信する"},
	"delivery.prefer.daily.what": {"Every morning, with the requests that are still waiting.", "毎朝、対応待ちのリクエストをまとめてお送りします。"},
	"delivery.prefer.none":       {"No emails", "受信しない"},
	"delivery.prefer.none.what":  {"You check your queue yourself.", "「確認待ち」の画面をご自身でご確認ください。"},
	"delivery.prefer.saved":      {"Saved.", "保存しました。"},
}
