package i18n

// homeTexts are the home page of the vendor's staff.
var homeTexts = map[string]text{
	"home.staff.lead":      {"What is waiting for you, and how this portal is doing.", "対応が必要なことと、このポータルの状況をお知らせします。"},
	"home.staff.own":       {"Your own access is under", "ご自身のアクセス権はこちらでご確認いただけます:"},
	"home.chats":           {"{0} conversations are waiting for an answer.", "回答待ちの会話が {0} 件あります。"}, // {0}: count
	"home.chats.one":       {"1 conversation is waiting for an answer.", "回答待ちの会話が 1 件あります。"},
	"home.chats.none":      {"No conversations are waiting for an answer.", "回答待ちの会話はありません。"},
	"home.chats.unknown":   {"Conversations with customers.", "お客様との会話の一覧です。"},
	"home.registry":        {"Registry", "レジストリ"},
	"home.registry.open":   {"Import a registry", "レジストリをインポート"},
	"home.registry.last":   {"The last import:", "直近のインポート:"},
	"home.mail.open":       {"Open the email log", "メール送信履歴を開く"},
	"home.mail.fine":       {"No email has failed in the last 7 days.", "過去 7 日間に送信できなかったメールはありません。"},
	"home.mail.failed":     {"{0} emails could not be delivered in the last 7 days.", "過去 7 日間に送信できなかったメールが {0} 件あります。"}, // {0}: count
	"home.mail.failed.one": {"1 email could not be delivered in the last 7 days.", "過去 7 日間に送信できなかったメールが 1 件あります。"},
}
