package i18n

// chatTexts are the words of the chat with the vendor's agents (guide ja,
// 3 and 4: "Chat Online", "Chat Offline", "chat with an agent"). {0} is the
// vendor, or what a comment says.
var chatTexts = map[string]text{
	"chat.title":         {"Chat with {0} support", "{0} サポートとのチャット"},
	"chat.title.request": {"Chat about {0}", "{0} についてのチャット"},    // {0}: reference
	"chat.title.agent":   {"Conversation with {0}", "{0} 様との会話"}, // {0}: name
	"chat.nav":           {"Chat", "チャット"},
	"chat.list":          {"Conversations", "会話"},
	"chat.list.intro": {
		"Customers who wait for an answer, the longest waiting first.",
		"回答をお待ちのお客様の一覧です。待ち時間の長い順に表示します。",
	},

	"chat.online":      {"Chat Online", "チャット オンライン (Chat Online)"},
	"chat.offline":     {"Chat Offline", "チャット オフライン (Chat Offline)"},
	"chat.unknown":     {"Checking who is available …", "担当者の状況を確認しています…"},
	"chat.cut":         {"Chat: no connection", "チャット：接続なし"},
	"chat.read":        {"Read the new messages", "新しいメッセージを読む"},
	"chat.online.text": {"An agent of {0} is available now. What you write reaches them at once.", "現在、{0} の担当者が対応しています。すぐにメッセージをお送りいただけます。"},
	"chat.offline.text": {
		"Nobody is available right now. Leave a message: it is kept here, and {0} support is told by mail. The answer appears here, and is mailed to you when you are not connected.",
		"現在、対応できる担当者がいません。メッセージを残していただくと、{0} サポートにメールで通知されます。回答はこの画面に表示され、ポータルに接続されていない場合はメールでお知らせします。",
	},
	"chat.prefer.hint": {"As a reviewer you are told by email of messages that find nobody in the chat, of contracts whose last administrator has left, and of requests that expired in review.", "審査担当者として、チャットのオフライン中に届いたメッセージ、最後の契約管理者が退任した契約、審査中に期限切れになったリクエストをメールでお知らせします。"},
	"chat.now":         {"Chat with an agent", "今すぐチャットする"},
	"chat.leave":       {"Leave a message", "メッセージを残す"},
	"chat.about":       {"Chat about this request", "このリクエストについてチャットする"},
	"chat.ask":         {"Chat with the customer", "お客様とチャットする"},
	"chat.urgent":      {"Urgent, or anything unclear?", "お急ぎの場合、ご不明な点がある場合"},
	"chat.secret":      {"Never send a password. {0} support never asks for one.", "パスワードは送信しないでください。{0} サポートがパスワードをお尋ねすることはありません。"},
	"chat.others":      {"New answers about your requests", "リクエストについての新しい回答"},
	"chat.other":       {"{0}: {1} new", "{0}：新着 {1} 件"}, // {0}: reference, {1}: count
	"chat.own":         {"Your other conversations", "ほかの会話"},
	"chat.own.none":    {"When you write about a request, or are asked about one, the conversation is listed here.", "リクエストについてメッセージをやり取りすると、その会話がここに表示されます。"},
	"chat.own.unread":  {"New", "新着"},
	"chat.own.all":     {"All your conversations", "すべての会話を見る"},
	"chat.unread":      {"{0} new", "新着 {0} 件"}, // {0}: count

	"chat.log":           {"Messages", "メッセージ"},
	"chat.empty":         {"Nothing was written yet", "まだメッセージはありません"},
	"chat.empty.do":      {"Ask what you want to know. {0} support reads it here.", "ご質問をお送りください。{0} サポートが確認します。"},
	"chat.empty.agent":   {"What you write first is mailed to the customer when they are not connected.", "お客様が接続していない場合、最初のメッセージはメールでも送られます。"},
	"chat.older":         {"Show older messages", "以前のメッセージを表示"},
	"chat.you":           {"You", "あなた"},
	"chat.vendor":        {"{0} support", "{0} サポート"},
	"chat.erased":        {"This message was erased", "このメッセージは消去されました"},
	"chat.mailed":        {"Nobody was available: {0} support was told by mail.", "対応できる担当者がいなかったため、{0} サポートにメールで通知しました。"},
	"chat.mailed.agent":  {"The customer was not connected: told by mail.", "お客様が接続していなかったため、メールでお知らせしました。"},
	"chat.missed.agent":  {"Nobody was available: the agents were told by mail.", "対応できる担当者がいなかったため、担当者にメールで通知しました。"},
	"chat.missing":       {"There is no such conversation", "この会話は見つかりません"},
	"chat.missing.do":    {"It may be about a request of somebody else.", "ほかの方のリクエストについての会話の可能性があります。"},
	"chat.text":          {"Your message", "メッセージ"},
	"chat.text.hint":     {"Enter sends, Shift+Enter starts a new line. Up to {0} characters.", "Enter で送信、Shift+Enter で改行します。{0} 文字まで入力できます。"}, // {0}: most characters
	"chat.send":          {"Send", "送信"},
	"chat.sending":       {"Sending …", "送信しています…"},
	"chat.unsent":        {"Not sent yet", "まだ送信されていません"},
	"chat.discard":       {"Discard", "破棄する"},
	"chat.not_connected": {"There is no connection. What you send waits here and goes out once the connection is back.", "接続が切れています。送信したメッセージはここに保持され、接続が戻ると自動的に送信されます。"},

	"chat.there":      {"Connected now", "接続中"},
	"chat.there.text": {"The customer has the portal open: your answer appears there at once.", "お客様はポータルを開いています。回答はすぐに表示されます。"},
	"chat.away":       {"Not connected", "接続していません"},
	"chat.away.text":  {"The customer is not connected: your answer is mailed.", "お客様は接続していません。回答はメールでもお知らせします。"},

	"chat.serve":         {"Become available for chat", "チャット対応を開始する"},
	"chat.rest":          {"Stop being available", "チャット対応を終了する"},
	"chat.serving":       {"You are available", "対応中です"},
	"chat.resting":       {"You are not available", "対応していません"},
	"chat.serving.on":    {"Customers see “Chat Online”. Signing out, or closing every page of the portal, ends it.", "お客様の画面には「Chat Online」と表示されます。ログアウトするか、ポータルの画面をすべて閉じると終了します。"},
	"chat.serving.off":   {"While nobody is available, customers see “Chat Offline”, and new messages are mailed to the agents.", "対応できる担当者がいない間、お客様の画面には「Chat Offline」と表示され、メッセージは担当者にメールで通知されます。"},
	"chat.waiting":       {"Waiting for an answer", "回答待ち"},
	"chat.all":           {"All conversations", "すべての会話"},
	"chat.customer":      {"Customer", "お客様"},
	"chat.topic":         {"About", "内容"},
	"chat.last":          {"Last message", "最新のメッセージ"},
	"chat.since":         {"Waiting since", "待ち開始"},
	"chat.state":         {"State", "状況"},
	"chat.open":          {"Open", "開く"},
	"chat.general":       {"In general", "全般"},
	"chat.unanswered":    {"{0} to answer", "未回答 {0} 件"}, // {0}: count
	"chat.answered":      {"Answered", "回答済み"},
	"chat.settled":       {"Settled", "対応済み"},
	"chat.settle":        {"Settle: no answer is due", "対応済みにする（回答不要）"},
	"chat.settled.text":  {"Settled. A new message makes the conversation wait again.", "対応済みにしました。新しいメッセージが届くと、再び回答待ちになります。"},
	"chat.none":          {"Nobody waits for an answer", "回答待ちの会話はありません"},
	"chat.none.do":       {"New messages appear here by themselves.", "新しいメッセージは自動的にここに表示されます。"},
	"chat.none.all":      {"There is no conversation yet", "会話はまだありません"},
	"chat.fresh":         {"New messages: show", "新しいメッセージを表示"},
	"chat.request":       {"Open the request", "リクエストを開く"},
	"chat.not_yours":     {"Only reviewers answer customers", "お客様に回答できるのはベンダー担当者のみです"},
	"chat.badge.unread":  {"unread messages", "件の未読メッセージ"},
	"chat.badge.waiting": {"conversations wait", "件の回答待ち"},
	"chat.news.one":      {"A new message has arrived.", "新しいメッセージが届きました。"},
	"chat.news.many":     {"{0} new messages have arrived.", "新しいメッセージが {0} 件届きました。"}, // {0}: count
}
