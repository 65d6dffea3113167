package i18n

// invalidTexts say what is wrong with what was typed, and how to mend it. The
// arguments of each code are named in package validation.
var invalidTexts = map[string]text{
	"invalid.contract.digits":   {"“{0}” is not a contract number. Use digits only, for example 1234567.", "「{0}」は契約番号ではありません。数字のみで入力してください（例：1234567）。"},
	"invalid.contract.long":     {"“{0}” is too long. A contract number has up to {1} digits.", "「{0}」は長すぎます。契約番号は {1} 桁までです。"},
	"invalid.contract.too_many": {"“{0}” is more than one request can take. Enter up to {1} contract numbers; send the others in a second request.", "「{0}」は一度に送信できる数を超えています。契約番号は {1} 件までです。残りは次のリクエストで送信してください。"},
	"invalid.contract.none":     {"There is no contract number in this text. Enter numbers of up to 12 digits, separated by commas.", "入力内容に契約番号が見つかりません。12 桁までの番号をカンマ（,）区切りで入力してください。"},
	"invalid.contract.required": {"Enter at least one contract number", "契約番号を入力してください"},

	"invalid.bill_to.digits":   {"“{0}” is not a Bill-to ID. Use digits only.", "「{0}」は請求先 ID ではありません。数字のみで入力してください。"},
	"invalid.bill_to.long":     {"“{0}” is too long. A Bill-to ID has up to {1} digits.", "「{0}」は長すぎます。請求先 ID は {1} 桁までです。"},
	"invalid.bill_to.too_many": {"“{0}” is more than one request can take. Enter up to {1} Bill-to IDs; send the others in a second request.", "「{0}」は一度に送信できる数を超えています。請求先 ID は {1} 件までです。残りは次のリクエストで送信してください。"},
	"invalid.bill_to.none":     {"There is no Bill-to ID in this text. Enter numbers of up to 10 digits, separated by commas.", "入力内容に請求先 ID が見つかりません。10 桁までの番号をカンマ（,）区切りで入力してください。"},
	"invalid.bill_to.required": {"Enter at least one Bill-to ID", "請求先 ID を入力してください"},

	"invalid.serial.chars":    {"“{0}” is not a serial number. Use letters, digits and hyphens only.", "「{0}」はシリアル番号ではありません。英字、数字、ハイフンのみで入力してください。"},
	"invalid.serial.short":    {"“{0}” is too short. A serial number has at least {1} characters.", "「{0}」は短すぎます。シリアル番号は {1} 文字以上です。"},
	"invalid.serial.long":     {"“{0}” is too long. A serial number has up to {1} characters.", "「{0}」は長すぎます。シリアル番号は {1} 文字までです。"},
	"invalid.serial.several":  {"Enter one serial number. Any product covered by your service contract will do.", "シリアル番号は 1 つだけ入力してください。サービス契約の対象となる製品いずれか 1 つで結構です。"},
	"invalid.serial.required": {"Enter a product serial number", "製品のシリアル番号を入力してください"},

	"invalid.program.form":     {"“{0}” does not have the right form. An example: {1}", "「{0}」は形式が正しくありません（例：{1}）。"},
	"invalid.program.long":     {"“{0}” is too long. It can have up to {1} characters.", "「{0}」は長すぎます。{1} 文字までです。"},
	"invalid.program.too_many": {"“{0}” is one too many. One submission takes {1}.", "「{0}」は上限を超えています。一度に送信できるのは {1} 件までです。"},
	"invalid.program.required": {"Enter what the programme asks for", "必要な項目を入力してください"},
	"invalid.program.unknown":  {"This portal does not offer this programme any more.", "このプログラムは現在ご利用いただけません。"},
	"invalid.level.unknown":    {"Choose the type of access you are requesting", "必要なアクセス権の種類を選択してください"},
	"invalid.kind.unknown":     {"Choose contract numbers, a serial number or Bill-to IDs", "契約番号、シリアル番号、請求先 ID のいずれかを選択してください"},
	"invalid.kind.level":       {"This type of access cannot be requested this way. Downloads need a contract or serial number, ordering needs a Bill-to ID.", "この方法ではこのアクセス権をリクエストできません。ダウンロードは契約番号またはシリアル番号、オーダリングは請求先 ID でリクエストしてください。"},
	"invalid.agreed.required":  {"Confirm that you have reviewed and agree to the service descriptions", "サービスの説明の条項を確認し、同意してください"},

	"invalid.email.required": {"Enter your e-mail address", "電子メールアドレスを入力してください"},
	"invalid.email.form":     {"Enter an e-mail address like name@company.com", "電子メールアドレスを name@company.co.jp のように入力してください"},
	"invalid.email.long":     {"The e-mail address is too long. It may have up to {0} characters.", "電子メールアドレスが長すぎます。{0} 文字までです。"},

	"invalid.password.required": {"Enter a password", "パスワードを入力してください"},
	"invalid.password.short":    {"Use at least {0} characters", "パスワードは {0} 文字以上で入力してください"},
	"invalid.password.long":     {"Use up to {0} characters", "パスワードは {0} 文字以内で入力してください"},
	"invalid.password.address":  {"Your e-mail address cannot be your password", "電子メールアドレスはパスワードに使用できません"},
	"invalid.password.common":   {"This password is among the first that others try. Choose another one.", "このパスワードは推測されやすいため使用できません。別のパスワードを入力してください。"},
	"invalid.password.wrong":    {"This is not your current password", "現在のパスワードが正しくありません"},

	"invalid.role.unknown":   {"Choose a role from the list", "役割を一覧から選択してください"},
	"invalid.role.own":       {"You cannot change your own role. Ask another operator.", "ご自身の役割は変更できません。ほかの運用管理者にご依頼ください。"},
	"invalid.token.required": {"Enter a name", "名称を入力してください"},
	"invalid.action.unknown": {"Ask for one of the actions download, case and rma", "download、case、rma のいずれかを指定してください"},
	"invalid.product.one":    {"Name one serial number or one contract number", "シリアル番号または契約番号のどちらか 1 件を指定してください"},

	"invalid.name.required":    {"Enter your name", "お名前を入力してください"},
	"invalid.text.long":        {"Use up to {0} characters", "{0} 文字以内で入力してください"},
	"invalid.phone.form":       {"Enter a phone number like +81 3 1234 5678", "電話番号を 03-1234-5678 のように入力してください"},
	"invalid.country.unknown":  {"Choose a country or region from the list", "国や地域を一覧から選択してください"},
	"invalid.language.unknown": {"Choose English or Japanese", "英語または日本語を選択してください"},

	"invalid.items.count":  {"Choose 1 to {0} requests", "リクエストを 1～{0} 件選択してください"},
	"invalid.move.unknown": {"This cannot be done to several requests at once", "この操作は複数のリクエストに対して行えません"},

	"invalid.note.required":          {"Enter the reason", "理由を入力してください"},
	"invalid.note.long":              {"Use up to {0} characters", "{0} 文字以内で入力してください"},
	"invalid.mail.preference":        {"Choose how often you want mail", "メールの受信頻度を選択してください"},
	"invalid.third.email":            {"Enter the e-mail address of the user's account", "ご利用になる方のアカウントの電子メールアドレスを入力してください"},
	"invalid.third.own":              {"This is your own address. Enter that of the user at the other company.", "ご自身のアドレスです。他社のユーザーのアドレスを入力してください。"},
	"invalid.third.pending":          {"You have asked for this user already, and nobody has answered yet", "このユーザーについては依頼済みで、回答待ちです"},
	"invalid.third.message":          {"Say what the user needs the access for", "アクセス権が必要な理由を入力してください"},
	"invalid.third.company":          {"Enter the user's company", "ご利用になる方の会社名を入力してください"},
	"invalid.third.approver_name":    {"Enter the name of the person who approves it", "承認されるご担当者のお名前を入力してください"},
	"invalid.third.approver_company": {"Enter the company of the person who approves it", "承認されるご担当者の会社名を入力してください"},
	"invalid.purpose.required":       {"Say what the access is for", "利用目的を入力してください"},
	"invalid.purpose.number":         {"Do not name the contract: the user reads this and may not see its details", "利用目的はご利用になる方に表示されます。契約番号などは記載しないでください"},
	"invalid.day.form":               {"Enter a day like 2026-12-31", "日付を 2026-12-31 のように入力してください"},
	"invalid.day.past":               {"This day is over. Choose today or a later day.", "過去の日付です。本日以降の日付を指定してください。"},
	"invalid.day.late":               {"Choose {0} or an earlier day", "{0} 以前の日付を指定してください"},
}
