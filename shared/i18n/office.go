package i18n

// officeTexts are Contract Management: the contracts and bill-to IDs that a
// person administers, and who has access through them. {0} is what a comment
// says.
var officeTexts = map[string]text{
	"office.inactive.not_started": {"Not started", "開始前"},
	"office.inactive.expired":     {"Expired", "期限切れ"},
	"office.inactive.terminated":  {"Terminated", "解約済み"},

	"office.title":          {"Contract Management", "契約管理"},
	"office.intro":          {"The contracts and bill-to IDs you manage: who has access, which rules apply, and who decides with you.", "管理されている契約番号と請求先 ID の一覧です。アクセス権をお持ちの方、自動承認などのルール、契約管理者を管理できます。"},
	"office.intro.reviewer": {"Any contract or bill-to ID: who has access, which rules apply, and who administers it.", "契約番号または請求先 ID ごとに、アクセス権をお持ちの方、自動承認などのルール、契約管理者を確認・変更できます。"},
	"office.back":           {"Contract Management", "契約管理"},

	"office.find":            {"Find a contract or bill-to ID", "契約番号または請求先 ID で検索"},
	"office.find.reviewer":   {"Enter the full number to open any contract or bill-to ID.", "番号をすべて入力すると、どの契約番号・請求先 ID でも表示できます。"},
	"office.clear":           {"Show all", "すべて表示する"},
	"office.none":            {"Nothing found for “{0}”", "「{0}」に該当するものはありません"}, // {0}: what was looked for
	"office.none.do":         {"Check the number. You see only what you manage.", "番号をご確認ください。表示されるのは、管理されているもののみです。"},
	"office.none.reviewer":   {"Check the number. To find a contract you do not administer, enter its full number.", "番号をご確認ください。担当外の契約は番号をすべて入力すると表示されます。"},
	"office.empty":           {"You do not administer any contracts", "管理されている契約はありません"},
	"office.empty.do":        {"When someone makes you an administrator, the contract appears here.", "契約管理者に指定されると、その契約がここに表示されます。"},
	"office.empty.reviewer":  {"Find any contract by its number", "番号で契約を検索してください"},
	"office.caption":         {"Contracts and bill-to IDs you manage", "管理している契約番号と請求先 ID"},
	"office.number":          {"Contract or bill-to ID", "契約番号・請求先 ID"},
	"office.company":         {"Company", "会社"},
	"office.count.users":     {"Users", "ユーザ"},
	"office.count.waiting":   {"Waiting requests", "確認待ち"},
	"office.count.admins":    {"Administrators", "契約管理者"},
	"office.term":            {"Term", "契約期間"},
	"office.term.of":         {"{0} to {1}", "{0} ～ {1}"}, // {0}, {1}: days
	"office.service":         {"Service level", "サービスレベル"},
	"office.active":          {"In force", "有効"},
	"office.inactive":        {"Not in force", "無効"},
	"office.locked":          {"Locked", "ロック中"},
	"office.many":            {"{0} or more", "{0} 以上"}, // {0}: count
	"office.review":          {"Review {0} waiting", "確認待ち {0} 件を見る"},
	"office.waiting.none":    {"None", "なし"},
	"office.vacancies":       {"No administrator", "契約管理者がいない契約"},
	"office.vacancies.text":  {"The last administrator has left. {0} reviews requests until a new one is added.", "最後の契約管理者が退任しました。後任が決まるまで、リクエストは {0} が確認します。"},
	"office.vacancy":         {"No administrator: {0} reviews requests", "契約管理者がいないため、リクエストは {0} が確認します"},
	"office.vacancy.by":      {"{0} left {1} and wrote:", "{0} 様（{1} 退任）からの連絡事項:"}, // {0}: name, {1}: when
	"office.reviewer":        {"You are viewing this as a reviewer. Your changes are recorded as made by {0}.", "審査担当者として表示しています。変更は {0} の操作として記録されます。"},
	"office.missing":         {"You do not manage this", "この番号は管理対象ではありません"},
	"office.missing.text":    {"There is no such contract or bill-to ID, or you are not one of its administrators.", "該当する契約番号・請求先 ID がないか、契約管理者に指定されていません。"},
	"office.tabs":            {"What to manage", "管理項目"},
	"office.tab.users":       {"Users", "ユーザ"},
	"office.tab.rules":       {"Rules", "ルール"},
	"office.tab.admins":      {"Administrators", "契約管理者"},
	"office.changed":         {"Someone else changed 1 entry in this list.", "ほかの方がこの一覧の 1 件を更新しました。"},
	"office.changed.many":    {"Someone else changed {0} entries in this list.", "ほかの方がこの一覧の {0} 件を更新しました。"},
	"office.not_fresh":       {"What you see may be out of date", "表示が最新でない可能性があります"},
	"office.yours":           {"Manage", "管理する"},
	"office.yours.of":        {"Manage {0}", "{0} を管理する"}, // {0}: contract or bill-to ID
	"office.remember":        {"Remember this company name for this contract", "この会社名をこの契約で記憶する"},
	"office.remember.name":   {"Names to remember: {0}", "記憶する会社名: {0}"}, // {0}: names
	"office.remember.hint":   {"From now on, this counts as a name of the contract’s company: the next person with this name and an email address of that company is approved at once. You can remove it under Rules.", "今後、この会社名は契約先会社の名称として扱われ、契約先会社のメールアドレスをお持ちの方のリクエストはただちに承認されます。「ルール」でいつでも取り消せます。"},
	"office.remember.joined": {"{0}, {1}", "{0}、{1}"}, // {0}, {1}: names

	"office.users.caption":  {"Who has access", "アクセス権をお持ちの方"},
	"office.users.find":     {"Find a user", "ユーザを検索"},
	"office.users.hint":     {"Part of the name, company or email address", "氏名、会社名、メールアドレスの一部"},
	"office.users.none":     {"No users found for “{0}”", "「{0}」に該当するユーザはいません"},
	"office.users.empty":    {"No users yet", "ユーザはまだいません"},
	"office.users.empty.do": {"Users appear here when their requests are approved, or when you add them.", "リクエストが承認されるか、ユーザを追加すると表示されます。"},
	"office.user":           {"User", "ユーザ"},
	"office.level":          {"Access", "アクセス権"},
	"office.how":            {"Source", "取得方法"},
	"office.since":          {"Since", "開始日"},
	"office.until":          {"Until", "終了日"},
	"office.actions":        {"Change", "操作"},
	"office.no_end":         {"no end date", "期限なし"},
	"office.ended":          {"Ended", "終了"},
	"office.you":            {"You", "ご自身"},

	"office.how.request":     {"Request", "リクエスト"},
	"office.how.rule":        {"By a rule", "ルールによる自動承認"},
	"office.how.registry":    {"From the registry", "レジストリ"},
	"office.how.added":       {"Added by an administrator", "管理者が追加"},
	"office.how.third_party": {"User at another company", "他社のユーザ"},

	"office.add":            {"Add a user", "ユーザを追加"},
	"office.add.title":      {"Add a user to {0}", "{0} にユーザを追加"}, // {0}: contract or bill-to ID
	"office.add.text":       {"The user gets access at once. We email an invitation if they have no account.", "ただちにアクセス権を付与します。アカウントをお持ちでない方には、ご招待のメールをお送りします。"},
	"office.add.email":      {"Email address", "電子メールアドレス"},
	"office.add.level":      {"Access", "アクセス権"},
	"office.add.employer":   {"Where does the user work?", "所属先"},
	"office.add.own":        {"At the contract’s company", "契約先の会社"},
	"office.add.other":      {"At another company (third party)", "他社（第三者）"},
	"office.add.other.hint": {"The user sees that they have access, its purpose and its end date, but no details of the contract.", "ご本人には、アクセス権、利用目的、終了日のみが表示され、契約情報は表示されません。"},
	"office.add.do":         {"Add", "追加する"},
	"office.added":          {"{0} now has access", "{0} 様にアクセス権を付与しました"},
	"office.end.set":        {"Set an end date", "終了日を設定"},
	"office.end.change":     {"Change the end date", "終了日を変更"},
	"office.end.again":      {"Extend", "延長する"},
	"office.end.title":      {"Access of {0}: end date", "{0} 様のアクセス権の終了日"},
	"office.end.now":        {"Now: until {0}", "現在: {0}まで"},   // {0}: day
	"office.end.now.ended":  {"It ended on {0}", "{0}に終了しました"}, // {0}: day
	"office.end.now.none":   {"Now: no end date", "現在: 期限なし"},  //
	"office.end.day":        {"Last day", "最終日"},               //
	"office.end.hint":       {"Up to {0}. The access still works on this day.", "{0}まで指定できます。最終日も利用できます。"},
	"office.end.optional":   {"Leave empty for no end date.", "期限なしの場合は空欄にしてください。"},
	"office.end.quick":      {"Choose a length", "期間から選ぶ"},
	"office.end.quick.30":   {"30 days", "30 日間"},
	"office.end.quick.90":   {"90 days", "90 日間"},
	"office.end.quick.365":  {"1 year", "1 年間"},
	"office.end.quick.none": {"No end date", "期限なし"},
	"office.end.do":         {"Save the end date", "終了日を保存"},
	"office.end.done":       {"The access of {0} ends on {1}", "{0} 様のアクセス権の終了日を{1}に設定しました"}, // {1}: day
	"office.end.done.none":  {"The access of {0} now has no end date", "{0} 様のアクセス権を期限なしに設定しました"},
}
