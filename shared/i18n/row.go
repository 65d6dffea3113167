package i18n

// rowTexts say what is wrong with a row of a registry file. File, line and
// column stand beside them.
var rowTexts = map[string]text{
	"row.file_missing":      {"The file is missing.", "ファイルがありません。"},
	"row.file_empty":        {"The file is empty; a header row is required.", "ファイルが空です。見出し行が必要です。"},
	"row.shift_jis":         {"The file is in Shift_JIS. Save it as CSV UTF-8.", "ファイルの文字コードが Shift_JIS です。CSV UTF-8 形式で保存してください。"},
	"row.utf16":             {"The file is in UTF-16. Save it as CSV UTF-8.", "ファイルの文字コードが UTF-16 です。CSV UTF-8 形式で保存してください。"},
	"row.utf8":              {"The row has bytes that are not UTF-8.", "UTF-8 ではない文字が含まれています。"},
	"row.quote":             {"A quoted value does not end, or text follows its closing quote.", "引用符が閉じられていないか、閉じた引用符の後に文字があります。"},
	"row.too_long":          {"The row is longer than 64 KiB.", "行の長さが 64 KiB を超えています。"},
	"row.fields":            {"The row has {0} values; the header has {1}.", "値が {0} 個あります。見出しは {1} 列です。"},
	"row.column_missing":    {"The column {0} is missing.", "列 {0} がありません。"},
	"row.column_unknown":    {"This column is not known.", "この列は定義されていません。"},
	"row.column_twice":      {"The column {0} appears twice.", "列 {0} が重複しています。"},
	"row.required":          {"A value is required.", "値を入力してください。"},
	"row.one_of":            {"Give exactly one of {0} and {1}.", "{0} と {1} のどちらか一方を入力してください。"},
	"row.any_of":            {"Give at least one of {0} and {1}.", "{0} と {1} の少なくとも一方を入力してください。"},
	"row.control":           {"The value has control characters.", "値に制御文字が含まれています。"},
	"row.number":            {"Use digits only, at most {0}.", "{0} 桁以内の数字で入力してください。"},
	"row.serial":            {"A serial number has 4 to 40 letters, digits and hyphens.", "シリアル番号は、英数字とハイフンで 4 ～ 40 文字です。"},
	"row.email":             {"This is not an e-mail address.", "メールアドレスの形式が正しくありません。"},
	"row.domain":            {"{0} is not a mail domain.", "{0} はメールドメインとして正しくありません。"},
	"row.id":                {"An ID has at most {0} characters and no control characters.", "ID は {0} 文字以内で、制御文字は使用できません。"},
	"row.country":           {"Use a country code of two letters, such as US or JP.", "国コードは US や JP などの英字 2 文字で入力してください。"},
	"row.enum":              {"Use one of: {0}.", "次のいずれかを入力してください：{0}"},
	"row.date":              {"Use a date such as 2026-12-31 or 2026-12-31T09:00:00Z.", "日付は 2026-12-31 または 2026-12-31T09:00:00Z の形式で入力してください。"},
	"row.ends_before_start": {"The end is before the start.", "終了日が開始日より前です。"},
	"row.duplicate":         {"{0} is in line {1} already.", "{0} は {1} 行目にすでにあります。"},
	"row.unknown_reference": {"{0} is not in {1}.", "{0} は {1} にありません。"},
	"row.bad_reference":     {"It refers to line {0} of {1}, which has an error.", "参照先である {1} の {0} 行目にエラーがあります。"},
	"row.parent_cycle":      {"The parent companies form a circle (parent in line {0}).", "親会社の関係が循環しています（親会社は {0} 行目）。"},
}
