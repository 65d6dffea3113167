package i18n

// peopleTexts are the words of the operator's page of people and roles.
var peopleTexts = map[string]text{
	"people.title":              {"Users", "ユーザ"},
	"people.intro":              {"Find a user by the start of their email address and change their role.", "電子メールアドレスの先頭の文字でユーザを検索し、役割を変更できます。"},
	"people.find":               {"Email address starts with", "電子メールアドレス（前方一致）"},
	"people.name":               {"Name", "氏名"},
	"people.email":              {"Email address", "電子メールアドレス"},
	"people.company":            {"Company", "会社名"},
	"people.role":               {"Role", "役割"},
	"people.since":              {"Since", "登録日"},
	"people.actions":            {"Actions", "操作"},
	"people.role.customer":      {"Customer", "お客様"},
	"people.role.reviewer":      {"Reviewer", "審査担当者"},
	"people.role.operator":      {"Operator", "運用管理者"},
	"people.role.customer.what": {"Requests access, and decides for contracts that they administer.", "アクセス権をリクエストします。契約管理者に指定された契約については判断も行います。"},
	"people.role.reviewer.what": {"Decides the requests that the vendor reviews.", "ベンダーが確認するリクエストを判断します。"},
	"people.role.operator.what": {"Imports the registry, changes roles, creates tokens.", "レジストリのインポート、役割の変更、トークンの作成を行います。"},
	"people.registry":           {"From the registry, no account yet", "レジストリに登録済み（アカウント未作成）"},
	"people.no_password":        {"Account not used yet: no password set", "未使用（パスワード未設定）"},
	"people.change":             {"Change role", "役割を変更"},
	"people.change.title":       {"New role of {0}", "{0} 様の新しい役割"},
	"people.change.warning":     {"It takes effect at once, on every device where {0} is signed in.", "{0} 様がログイン中のすべての端末に、ただちに反映されます。"},
	"people.change.registry":    {"{0} has no account yet. This creates one; with “Forgotten your password?”, {0} then gets a link to set a password.", "{0} 様のアカウントはまだありません。変更するとアカウントが作成されます。パスワードは、ご本人がログイン画面の「パスワードをお忘れの場合」から設定します。"},
	"people.change.do":          {"Change to {0}", "「{0}」に変更する"},
	"people.change.pick":        {"Choose another role first.", "別の役割を選択してください。"},
	"people.change.cancel":      {"Keep the current role", "変更しない"},
	"people.changed":            {"{0} is now: {1}", "{0} 様の役割を「{1}」に変更しました"},
	"people.erase":              {"Erase account", "アカウントを消去"},
	"people.erase.title":        {"Erase the account of {0}?", "{0} 様のアカウントを消去しますか？"},
	"people.erase.what":         {"This cannot be undone. {0} is signed out everywhere and loses all access. Pending requests are cancelled, and names, addresses, messages, notes and emails are erased. What was requested and decided stays on record without a name.", "この操作は取り消せません。{0} 様はすべての端末からログアウトされ、アクセス権はすべて失われます。確認待ちのリクエストはキャンセルされ、氏名、アドレス、メッセージ、補足、メールは消去されます。リクエストと判断の記録は、氏名のない形で残ります。"},
	"people.erase.rest":         {"If this was a contract’s last administrator, {0} reviews its requests, and we tell the reviewers.", "この方が最後の契約管理者だった契約のリクエストは {0} が確認します。審査担当者には通知されます。"}, // {0}: vendor
	"people.erase.registry":     {"Registry data about this address stays until an import without it. The address can be used to register again.", "このアドレスについてレジストリに登録されている情報は、次回のインポートで除かれるまで残ります。同じアドレスで再度登録することもできます。"},
	"people.erase.email":        {"To confirm, type {0}", "確認のため {0} と入力してください"}, // {0}: address
	"people.erase.do":           {"Erase the account", "アカウントを消去する"},
	"people.erased":             {"The account of {0} was erased", "{0} 様のアカウントを消去しました"}, // {0}: address
	"people.own":                {"This is you", "ご自身"},
	"people.none":               {"No address starts with “{0}”", "「{0}」で始まるアドレスのユーザはいません"},
	"people.none.text":          {"Check the spelling, or type fewer letters.", "つづりを確認するか、入力する文字数を減らしてください。"},
	"people.empty":              {"No users yet", "ユーザはまだいません"},
}
