package i18n

// keysTexts are the words of the queue's keyboard help.
var keysTexts = map[string]text{
	"keys.title":   {"Keyboard shortcuts", "キーボードショートカット"},
	"keys.button":  {"Keyboard shortcuts", "キーボードショートカット"},
	"keys.intro":   {"You can do everything without them too.", "ショートカットを使わなくても、すべての操作ができます。"},
	"keys.key":     {"Key", "キー"},
	"keys.does":    {"What it does", "動作"},
	"keys.next":    {"Next request", "次のリクエスト"},
	"keys.prev":    {"Previous request", "前のリクエスト"},
	"keys.open":    {"Open the request", "リクエストを開く"},
	"keys.approve": {"Approve: opens the confirmation, sends nothing yet", "承認: 確認画面を開きます（まだ送信しません）"},
	"keys.deny":    {"Deny: opens the reason field, sends nothing yet", "却下: 理由の入力欄を開きます（まだ送信しません）"},
	"keys.pick":    {"Select the request, in the list", "一覧でリクエストを選択"},
	"keys.find":    {"Find", "検索"},
	"keys.help":    {"This help", "このヘルプ"},
	"keys.on":      {"Use keyboard shortcuts on this device", "この端末でショートカットを使用する"},
}
