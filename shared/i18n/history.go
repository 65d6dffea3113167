package i18n

// historyTexts are the history of a contract or bill-to ID. {0} is whom it is
// about, {1} an access level and {2} a day, but for what a comment says.
var historyTexts = map[string]text{
	"history.tab":       {"History", "履歴"},
	"history.caption":   {"What happened, newest first", "変更履歴（新しい順）"},
	"history.when":      {"When", "日時"},
	"history.what":      {"What", "内容"},
	"history.by":        {"By", "実行者"},
	"history.empty":     {"No history yet", "履歴はまだありません"},
	"history.empty.do":  {"Decisions, and changes to access, rules and administrators, are listed here.", "リクエストの判断、アクセス権・ルール・契約管理者の変更がここに表示されます。"},
	"history.by.system": {"The portal (automatic)", "ポータル（自動）"},
	"history.erased":    {"a deleted account", "削除されたアカウント"},
	"history.news":      {"1 new entry in the history.", "履歴に 1 件追加されました。"},
	"history.news.many": {"{0} new entries in the history.", "履歴に {0} 件追加されました。"}, // {0}: count

	"history.request":    {"Request of {0} for “{1}”", "{0} 様のリクエスト（{1}）"},
	"history.grant":      {"{0} was given “{1}” until {2}", "{0} 様に「{1}」を付与（{2}まで）"},
	"history.grant.open": {"{0} was given “{1}”", "{0} 様に「{1}」を付与"},
	"history.end":        {"“{1}” of {0}: the end date is now {2}", "{0} 様の「{1}」の終了日を{2}に変更"},
	"history.end.open":   {"“{1}” of {0} no longer has an end date", "{0} 様の「{1}」の終了日を解除"},
	"history.revoked":    {"“{1}” of {0} was revoked", "{0} 様の「{1}」を取り消し"},
	"history.confirmed":  {"“{1}” of {0} was confirmed as still needed", "{0} 様の「{1}」を「引き続き必要」と確認"},
	"history.asked":      {"Administrators were asked to confirm access: {0}, by {2}", "棚卸しを依頼（{0}、期限 {2}）"}, // {0}: how many accesses
	"history.dropped":    {"Administrators no longer need to confirm access: {0}", "棚卸しの依頼を取り消し（{0}）"},       // {0}: how many accesses
	"history.named":      {"{0} was added as an administrator", "{0} 様を契約管理者に指定"},
	"history.left":       {"{0} is no longer an administrator", "{0} 様が契約管理者を退任"},
	"history.left.last":  {"{0}, the last administrator, left with a message to {1}", "最後の契約管理者 {0} 様が退任（{1} への連絡事項あり）"}, // {1}: vendor

	"history.rule.lock":             {"Locked: every request goes to an administrator", "ロックを設定（すべてのリクエストを契約管理者が確認）"},
	"history.rule.lock.removed":     {"The lock was removed", "ロックを解除"},
	"history.rule.deny":             {"Requests from {0} are denied", "{0} からのリクエストを自動で却下するルールを追加"}, // {0}: mail domain
	"history.rule.deny.removed":     {"Requests from {0} are no longer denied", "{0} からのリクエストを自動で却下するルールを取り消し"},
	"history.rule.approve":          {"Requests from {0} are approved automatically", "{0} からのリクエストを自動で承認するルールを追加"},
	"history.rule.approve.removed":  {"Requests from {0} are no longer approved automatically", "{0} からのリクエストを自動で承認するルールを取り消し"},
	"history.rule.standing":         {"Standing approval for {0}", "{0} の継続承認を追加・変更"}, // {0}: person or mail domain
	"history.rule.standing.removed": {"The standing approval for {0} was removed", "{0} の継続承認を取り消し"},
	"history.rule.name":             {"The company name “{0}” was remembered", "会社名「{0}」を記憶"},
	"history.rule.name.removed":     {"The company name “{0}” is no longer remembered", "会社名「{0}」の記憶を取り消し"},
}
