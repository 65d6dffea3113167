package i18n

// rulesTexts are the tab Rules of Contract Management: what the administrators
// let the portal decide by itself. {0} is what a comment says.
var rulesTexts = map[string]text{
	"rules.intro":       {"The portal checks these in the order shown whenever someone requests access to this contract. The first one that applies decides; if none applies, the company is checked as usual.", "この契約へのリクエストがあるたびに、上から順に確認します。最初に該当したルールで決まり、どれにも該当しない場合は通常どおり会社情報で判定します。"},
	"rules.billto":      {"Rules are for contracts", "ルールは契約番号にのみ設定できます"},
	"rules.billto.text": {"A person decides every request for a bill-to ID.", "請求先 ID へのリクエストは、すべて担当者が確認します。"},
	"rules.effect":      {"Effect on the next request", "次のリクエストへの影響"},
	"rules.since":       {"Rules do not change existing access.", "すでにアクセス権をお持ちの方には影響しません。"},

	"rules.lock":        {"Lock", "ロック"},
	"rules.lock.text":   {"While the contract is locked, every request goes to an administrator, even one that a rule below would decide.", "ロック中は、下のルールに該当する場合も含め、すべてのリクエストを契約管理者が確認します。"},
	"rules.lock.on":     {"Locked: every request goes to an administrator", "ロック中: すべてのリクエストを契約管理者が確認します"},
	"rules.lock.off":    {"Not locked: the rules below decide", "ロックなし: 下のルールで判定します"},
	"rules.lock.do":     {"Lock the contract", "契約をロックする"},
	"rules.unlock.do":   {"Unlock the contract", "ロックを解除する"},
	"rules.lock.title":  {"Lock {0}?", "{0} をロックしますか？"}, // {0}: contract
	"rules.lock.what":   {"Every request then goes to a contract administrator, even one that a rule or the company would decide at once.", "ロック中は、ルールや会社情報ですぐに判定できるものも含め、すべてのリクエストを契約管理者が確認します。"},
	"rules.lock.rest":   {"Existing access does not change. You can unlock the contract at any time.", "すでに付与されているアクセス権には影響しません。ロックはいつでも解除できます。"},
	"rules.lock.done":   {"The contract is locked", "契約をロックしました"},
	"rules.unlock.done": {"The contract is no longer locked", "ロックを解除しました"},

	"rules.deny":          {"Deny by email domain", "メールドメインによる却下"},
	"rules.deny.text":     {"Requests from these domains and their subdomains are denied at once.", "次のドメイン（サブドメインを含む）のアドレスからのリクエストを、ただちに却下します。"},
	"rules.deny.none":     {"No domain is denied.", "却下の対象とするドメインはありません。"},
	"rules.deny.do":       {"Deny this domain", "このドメインを却下の対象にする"},
	"rules.deny.done":     {"Requests from {0} are denied at once from now on", "{0} からのリクエストを今後ただちに却下します"}, // {0}: domain
	"rules.deny.taken":    {"Requests from {0} are no longer denied", "{0} の自動却下を取り消しました"},
	"rules.approve":       {"Approve by email domain", "メールドメインによる承認"},
	"rules.approve.text":  {"Requests from exactly these domains are approved at once, whatever the company. Subdomains do not count, and public email domains cannot be approved.", "次のドメインと完全に一致するアドレスからのリクエストを、会社名にかかわらずただちに承認します。サブドメインは対象外です。公開メールドメインは登録できません。"},
	"rules.approve.none":  {"No domain is approved.", "承認しているドメインはありません。"},
	"rules.approve.do":    {"Approve this domain", "このドメインを承認する"},
	"rules.approve.done":  {"Requests from {0} are approved at once from now on", "{0} からのリクエストを今後ただちに承認します"},
	"rules.approve.taken": {"Requests from {0} are no longer approved automatically", "{0} の自動承認を取り消しました"},
	"rules.domain":        {"Email domain", "メールドメイン"},
	"rules.domain.hint":   {"For example, company.com", "例: company.co.jp"},

	"rules.standing":       {"Standing approvals", "継続承認"},
	"rules.standing.text":  {"Requests from these people or domains are approved at once, until the last day. After that, they are evaluated as usual.", "次の方またはドメインからのリクエストを、最終日までただちに承認します。最終日を過ぎると通常どおり判定します。"},
	"rules.standing.none":  {"No standing approvals.", "継続承認はありません。"},
	"rules.standing.who":   {"Email address or email domain", "電子メールアドレスまたはメールドメイン"},
	"rules.standing.hint":  {"One person, such as name@company.com, or everyone at company.com", "お一人の場合は name@company.co.jp、ドメイン全体の場合は company.co.jp"},
	"rules.standing.until": {"Until", "最終日"},
	"rules.standing.do":    {"Add the standing approval", "継続承認を追加する"},
	"rules.standing.done":  {"Requests from {0} are approved at once from now on", "{0} からのリクエストを今後ただちに承認します"},
	"rules.standing.taken": {"The standing approval of {0} was removed", "{0} の継続承認を取り消しました"},
	"rules.standing.over":  {"Ended", "終了"},

	"rules.name":       {"Remembered company names", "記憶した会社名"},
	"rules.name.text":  {"Each of these counts as a name of the company on the contract: a request with this name and an email address of that company is approved at once. To remember a name, select the box when you approve a request.", "契約先会社の名称として扱い、この会社名と契約先会社のメールアドレスをお持ちの方のリクエストをただちに承認します。リクエストを承認する画面のチェックボックスで記憶できます。"},
	"rules.name.none":  {"No names are remembered.", "記憶した会社名はありません。"},
	"rules.name.taken": {"“{0}” is no longer remembered", "「{0}」の記憶を取り消しました"},

	"rules.take":    {"Remove", "取り消す"},
	"rules.changed": {"Someone else changed the rules.", "ほかの方がルールを更新しました。"},
}
