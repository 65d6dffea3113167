package i18n

// appTexts are the frame of every page and words used all over. {0} is what a
// comment says.
var appTexts = map[string]text{
	"app.portal":     {"{0} access portal", "{0} アクセスポータル"}, // {0}: vendor
	"app.window":     {"{0} – {1}", "{0} – {1}"},            // {0}: page, {1}: portal
	"app.error_mark": {"Error: {0}", "エラー: {0}"},            // {0}: window's title
	"app.skip":       {"Skip to main content", "本文へ移動"},

	"app.home":     {"Home", "ホーム"},
	"app.personal": {"Personal", "個人"},
	"app.security": {"Account Security", "アカウントセキュリティ"},
	"app.settings": {"Settings", "設定条件"},
	"app.access":   {"Access Management", "アクセス管理"},
	"app.queue":    {"Queue", "確認待ち"},
	"app.office":   {"Contract Management", "契約管理"},
	"app.registry": {"Registry", "レジストリ"},
	"app.people":   {"Users", "ユーザ"},
	"app.tokens":   {"Service tokens", "サービストークン"},
	"app.mails":    {"Email log", "メール送信履歴"},

	"app.navigation": {"Main navigation", "メインナビゲーション"},
	"app.menu":       {"Menu", "メニュー"},
	"app.language":   {"Language", "言語"},
	"app.manage":     {"Manage profile", "プロフィールの管理"},
	"app.signin":     {"Sign in", "ログイン"},
	"app.signout":    {"Sign out", "ログアウト"},
	"app.register":   {"Register", "アカウント登録"},

	"app.support": {"Support: {0}", "お問い合わせ: {0}"}, // {0}: mail address
	"app.version": {"Version {0}", "バージョン {0}"},
	"app.devmail": {"Local mailbox", "ローカルメールボックス"},

	"app.loading":     {"Loading…", "読み込み中…"},
	"app.retry":       {"Try again", "再試行"},
	"app.problem_id":  {"Problem number: {0}", "お問い合わせ番号: {0}"}, // {0}: request ID of the server's log
	"app.save":        {"Save", "保存"},
	"app.cancel":      {"Cancel", "キャンセル"},
	"app.close":       {"Close", "閉じる"},
	"app.back":        {"Back", "戻る"},
	"app.edit":        {"Change", "変更"},
	"app.find":        {"Find", "検索"},
	"app.optional":    {"optional", "任意"},
	"app.pages":       {"Pages", "ページ"},
	"app.previous":    {"Previous", "前へ"},
	"app.next":        {"Next", "次へ"},
	"app.more":        {"Show more", "さらに表示"},
	"app.showing":     {"Showing {0} to {1} of {2} entries", "{2} 件中 {0} ～ {1} 件を表示"},
	"app.fresh":       {"Show {0} new", "新着 {0} 件を表示"}, // {0}: count
	"app.link.copy":   {"Copy the link to this page", "このページのリンクをコピー"},
	"app.link.copied": {"Copied", "コピーしました"},
	"app.link.failed": {"The browser blocked copying. Copy the address of this page instead.", "ブラウザがコピーを許可しませんでした。アドレスバーからコピーしてください。"},
	"app.none":        {"None", "なし"},
	"app.errors":      {"There is a problem", "入力内容をご確認ください"},
	"app.busy":        {"Working…", "処理中…"},

	"app.not_yours.decider":  {"This page is for contract administrators and reviewers", "このページは契約管理者と審査担当者専用です"},
	"app.not_yours.operator": {"This page is for operators", "このページは運用管理者専用です"},
	"app.notfound":           {"Page not found", "ページが見つかりません"},
	"app.notfound.text":      {"There is no page at this address. You may have mistyped it, or the page may have moved.", "このアドレスのページはありません。入力に誤りがあるか、ページが移動した可能性があります。"},
	"app.notfound.home":      {"Go to Home", "ホームへ戻る"},
	"app.unreachable":        {"The portal cannot be reached", "ポータルに接続できません"},
}
