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
		"Customers waiting for an answer, longest wait first.",
		"回答をお待ちのお客様の一覧です。待ち時間の長い順に表示します。",
	},

	"chat.online":      {"Chat Online", "チャット オンライン (Chat Online)"},
	"chat.offline":     {"Chat Offline", "チャット オフライン (Chat Offline)"},
	"chat.unknown":     {"Checking who is available…", "担当者の状況を確認しています…"},
	"chat.cut":         {"Chat: no connection", "チャット: 接続なし"},
	"chat.read":        {"Read the new messages", "新しいメッセージを読む"},
	"chat.online.text": {"An agent of {0} is available now. Your messages reach them at once.", "現在、{0} の担当者が対応しています。すぐにメッセージをお送りいただけます。"},
	"chat.offline.text": {
		"No one is available right now. Leave a message: we keep it here and tell {0} support by email. The answer appears here, and we email it to you if you are not connected.",
		"現在、対応できる担当者がいません。メッセージを残していただくと、{0} サポートにメールで通知します。回答はこの画面に表示され、ポータルに接続されていない場合はメールでお知らせします。",
	},
	"chat.offline.text.kept": { // {1}: support's address
		"No one is available right now. Leave a message: we keep it here, and the answer appears here. Nobody is told by email, as this portal has no mail server. If it is urgent, contact {1}.",
		"現在、対応できる担当者がいません。メッセージを残していただくと、回答はこの画面に表示されます。メールサーバーが設定されていないため、メールでの通知はありません。お急ぎの場合は {1} までご連絡ください。",
	},
	"chat.prefer.hint": {"As a reviewer, you get emails about requests waiting for review, chat messages sent while no one is available, contracts whose last administrator has left, and requests that expired in review.", "審査担当者として、審査待ちのリクエスト、チャットのオフライン中に届いたメッセージ、最後の契約管理者が退任した契約、審査中に期限切れになったリクエストをメールでお知らせします。"},
	"chat.now":         {"Chat with an agent", "今すぐチャットする"},
	"chat.leave":       {"Leave a message", "メッセージを残す"},
	"chat.about":       {"Chat about this request", "このリクエストについてチャットする"},
	"chat.ask":         {"Chat with the customer", "お客様とチャットする"},
	"chat.urgent":      {"Urgent, or any questions?", "お急ぎの場合、ご不明な点がある場合"},
	"chat.secret":      {"Never send a password. {0} support never asks for one.", "パスワードは送信しないでください。{0} サポートがパスワードをお尋ねすることはありません。"},
	"chat.others":      {"New answers about your requests", "リクエストについての新しい回答"},
	"chat.other":       {"{0}: {1} new", "{0}: 新着 {1} 件"}, // {0}: reference, {1}: count
	"chat.own":         {"Your other conversations", "ほかの会話"},
	"chat.own.none":    {"Conversations about your requests are listed here.", "リクエストについてメッセージをやり取りすると、その会話がここに表示されます。"},
	"chat.own.unread":  {"New", "新着"},
	"chat.own.all":     {"All your conversations", "すべての会話を見る"},
	"chat.unread":      {"{0} new", "新着 {0} 件"}, // {0}: count

	"chat.log":               {"Messages", "メッセージ"},
	"chat.empty":             {"No messages yet", "まだメッセージはありません"},
	"chat.empty.do":          {"Ask your question. {0} support reads it here.", "ご質問をお送りください。{0} サポートが確認します。"},
	"chat.empty.agent":       {"If the customer is not connected, we also email them your first message.", "お客様が接続していない場合、最初のメッセージはメールでも送られます。"},
	"chat.empty.agent.kept":  {"If the customer is not connected, they read it when they come back: this portal has no mail server.", "お客様が接続していない場合は、次回の接続時に表示されます。メールサーバーが設定されていないため、メールでは通知されません。"},
	"chat.older":             {"Show older messages", "以前のメッセージを表示"},
	"chat.you":               {"You", "自分"},
	"chat.vendor":            {"{0} support", "{0} サポート"},
	"chat.erased":            {"This message was erased", "このメッセージは消去されました"},
	"chat.mailed":            {"No one was available. We told {0} support by email.", "対応できる担当者がいなかったため、{0} サポートにメールで通知しました。"},
	"chat.mailed.kept":       {"No one was available. {0} support will read it in the portal: no mail server is set up to tell them by email.", "対応できる担当者がいませんでした。メールでは通知されていませんが、{0} サポートがポータルで確認します。"},
	"chat.mailed.agent.kept": {"The customer was not connected. They will read it in the portal: no mail server is set up to tell them by email.", "お客様は接続していませんでした。メールサーバーが設定されていないため、メールでは通知されていません。"},
	"chat.missed.agent.kept": {"No one was available, and no mail server is set up to tell the agents by email.", "対応できる担当者がいませんでした。メールサーバーが設定されていないため、メールでは通知されていません。"},
	"chat.mailed.agent":      {"The customer was not connected. We told them by email.", "お客様が接続していなかったため、メールでお知らせしました。"},
	"chat.missed.agent":      {"No one was available. We told the agents by email.", "対応できる担当者がいなかったため、担当者にメールで通知しました。"},
	"chat.missing":           {"Conversation not found", "この会話は見つかりません"},
	"chat.missing.do":        {"It may be about someone else’s request.", "ほかの方のリクエストについての会話の可能性があります。"},
	"chat.text":              {"Your message", "メッセージ"},
	"chat.text.hint":         {"Press Enter to send, Shift+Enter for a new line. Up to {0} characters.", "Enter で送信、Shift+Enter で改行します。{0} 文字まで入力できます。"}, // {0}: most characters
	"chat.send":              {"Send", "送信"},
	"chat.sending":           {"Sending…", "送信しています…"},
	"chat.unsent":            {"Not sent yet", "まだ送信されていません"},
	"chat.discard":           {"Discard", "破棄する"},
	"chat.not_connected":     {"No connection. Your messages wait here and are sent when the connection is back.", "接続が切れています。送信したメッセージはここに保持され、接続が戻ると自動的に送信されます。"},

	"chat.there":      {"Connected now", "接続中"},
	"chat.there.text": {"The customer has the portal open: your answer appears there at once.", "お客様はポータルを開いています。回答はすぐに表示されます。"},
	"chat.away":       {"Not connected", "接続していません"},
	"chat.away.text":  {"The customer is not connected: we will email your answer.", "お客様は接続していません。回答はメールでもお知らせします。"},

	"chat.away.text.kept": {"The customer is not connected, and reads your answer when they come back: this portal has no mail server.", "お客様は接続していません。回答は次回の接続時に表示されます。メールサーバーが設定されていないため、メールでは通知されません。"},

	"chat.serve":            {"Go online for chat", "チャット対応を開始する"},
	"chat.rest":             {"Go offline for chat", "チャット対応を終了する"},
	"chat.serving":          {"You are available for chat", "対応中です"},
	"chat.resting":          {"You are not available for chat", "対応していません"},
	"chat.serving.on":       {"Customers see “Chat Online”. This ends when you sign out or close every page of the portal.", "お客様の画面には「Chat Online」と表示されます。ログアウトするか、ポータルの画面をすべて閉じると終了します。"},
	"chat.serving.off":      {"While no one is available, customers see “Chat Offline”, and we email new messages to the agents.", "対応できる担当者がいない間、お客様の画面には「Chat Offline」と表示され、メッセージは担当者にメールで通知されます。"},
	"chat.serving.off.kept": {"While no one is available, customers see “Chat Offline”. This portal has no mail server, so agents are not told of new messages by email.", "対応できる担当者がいない間、お客様の画面には「Chat Offline」と表示されます。メールサーバーが設定されていないため、担当者へのメール通知はありません。"},
	"chat.waiting":          {"Waiting for an answer", "回答待ち"},
	"chat.all":              {"All conversations", "すべての会話"},
	"chat.customer":         {"Customer", "お客様"},
	"chat.topic":            {"About", "内容"},
	"chat.last":             {"Last message", "最新のメッセージ"},
	"chat.since":            {"Waiting since", "待機開始"},
	"chat.state":            {"State", "状況"},
	"chat.open":             {"Open", "開く"},
	"chat.general":          {"General", "全般"},
	"chat.unanswered":       {"{0} to answer", "未回答 {0} 件"}, // {0}: count
	"chat.answered":         {"Answered", "回答済み"},
	"chat.settled":          {"Settled", "対応済み"},
	"chat.settle":           {"Mark as settled (no answer needed)", "対応済みにする（回答不要）"},
	"chat.settled.text":     {"Settled. A new message moves the conversation back to waiting.", "対応済みにしました。新しいメッセージが届くと、再び回答待ちになります。"},
	"chat.none":             {"No one is waiting for an answer", "回答待ちの会話はありません"},
	"chat.none.do":          {"New messages appear here automatically.", "新しいメッセージは自動的にここに表示されます。"},
	"chat.none.all":         {"No conversations yet", "会話はまだありません"},
	"chat.fresh":            {"Show new messages", "新しいメッセージを表示"},
	"chat.request":          {"Open the request", "リクエストを開く"},
	"chat.not_yours":        {"Only reviewers can answer customers", "お客様に回答できるのは審査担当者のみです"},
	"chat.badge.unread":     {"unread messages", "件の未読メッセージ"},
	"chat.badge.waiting":    {"conversations waiting", "件の回答待ち"},
	"chat.news.one":         {"A new message has arrived.", "新しいメッセージが届きました。"},
	"chat.news.many":        {"{0} new messages have arrived.", "新しいメッセージが {0} 件届きました。"}, // {0}: count
}
