package i18n

// rosterTexts are the users of a contract or bill-to ID as CSV: out, and in with
// a check first. {0} is what a comment says.
var rosterTexts = map[string]text{
	"roster.open":           {"Many users (CSV)", "一括処理 (CSV)"},
	"roster.export":         {"Download the users", "ユーザ一覧のダウンロード"},
	"roster.export.text":    {"Everyone who has access, as a CSV file that opens in a spreadsheet.", "アクセス権をお持ちの方の一覧を、表計算ソフトで開ける CSV ファイルでダウンロードします。"},
	"roster.export.do":      {"Download CSV", "CSV をダウンロード"},
	"roster.rows":           {"Add and remove several users", "複数ユーザの追加・削除"},
	"roster.rows.text":      {"One user per line, up to {0}. Separate the values with commas, semicolons or tabs, in the order below, or in any order with a first line of column names. You can also edit a downloaded file and send it back. We check everything before anything changes.", "1 行に 1 名、{0} 行まで入力できます。値はコンマ、セミコロン、またはタブで区切り、次の順に入力してください。1 行目に列名を入れると、順番は自由です。ダウンロードしたファイルを編集して使用することもできます。実行前にすべての行を確認します。"}, // {0}: rows
	"roster.columns":        {"Columns: {0}", "列: {0}"},                                                                                                                                                                                                                                                                                                                                                                       // {0}: names
	"roster.column":         {"Column", "列名"},
	"roster.values":         {"Values", "値"},
	"roster.empty":          {"If empty", "省略した場合"},
	"roster.col.email":      {"Email address", "電子メールアドレス"},
	"roster.col.action":     {"add or remove", "add（追加）または remove（削除）"},
	"roster.col.level":      {"{0} or {1}", "{0} または {1}"}, // {0}, {1}: codes of levels
	"roster.col.ends_at":    {"Last day, such as 2027-12-31", "最終日（例: 2027-12-31）"},
	"roster.col.employer":   {"own (the contract’s company) or other (another company)", "own（契約先の会社）または other（他社）"},
	"roster.col.purpose":    {"What a user at another company needs the access for", "他社のユーザの利用目的"},
	"roster.none.email":     {"Required", "省略できません"},
	"roster.none.action":    {"add", "add"},
	"roster.none.level":     {"full; for remove, all access", "full（remove の場合はすべてのアクセス権）"},
	"roster.none.ends_at":   {"No end date", "期限なし"},
	"roster.none.employer":  {"The email domain decides", "メールドメインで判断します"},
	"roster.none.purpose":   {"Required to give a user at another company access", "他社のユーザを追加する場合は省略できません"},
	"roster.file":           {"Choose a CSV file", "CSV ファイルを選択"},
	"roster.text":           {"Rows", "入力内容"},
	"roster.text.hint":      {"Type them, or paste them from a spreadsheet.", "直接入力、または表計算ソフトから貼り付けてください。"},
	"roster.check":          {"Check the rows", "内容を確認"},
	"roster.result":         {"What this would do", "確認結果"},
	"roster.counts":         {"Add or change: {0}. Remove: {1}. No change: {2}.", "追加・変更: {0} 件、削除: {1} 件、変更なし: {2} 件"}, // {0}, {1}, {2}: rows
	"roster.bad":            {"Rows with an error: {0}", "エラーのある行: {0} 件"},                                              // {0}: rows
	"roster.good":           {"Rows that can be applied", "実行できる行"},
	"roster.action":         {"Action", "操作"},
	"roster.action.add":     {"Add or change", "追加・変更"},
	"roster.action.remove":  {"Remove", "削除"},
	"roster.action.same":    {"No change", "変更なし"},
	"roster.sample.purpose": {"Operating the branch network", "拠点ネットワークの運用"},
	"roster.employer":       {"Works at", "所属先"},
	"roster.own":            {"The contract’s company", "契約先の会社"},
	"roster.other":          {"Another company", "他社"},
	"roster.other.for":      {"Another company: {0}", "他社（{0}）"}, // {0}: purpose
	"roster.email":          {"Email address", "電子メールアドレス"},
	"roster.any":            {"All", "すべて"},
	"roster.nothing":        {"There are no changes to make.", "実行する操作はありません。"},
	"roster.mend":           {"Nothing is changed while rows have errors. Correct them above and check again, or leave them out.", "エラーのある行が残っている間は実行されません。上の欄で修正して再度確認するか、エラーのある行を除外してください。"},
	"roster.skip":           {"Leave out the rows with errors", "エラーのある行を除外する"},
	"roster.note":           {"Reason for the removals ({0})", "削除の理由（{0} 件共通）"}, // {0}: rows
	"roster.note.hint":      {"Shown to everyone who is removed.", "削除される方全員に表示されます。"},
	"roster.do":             {"Apply: add {0}, remove {1}", "実行する（追加 {0} 件・削除 {1} 件）"}, // {0}, {1}: rows
	"roster.done":           {"Done", "完了しました"},
	"roster.users":          {"See the users", "ユーザ一覧を見る"},
	"roster.again":          {"Another batch", "続けて入力する"},
}
