package i18n

// accountTexts are the pages of a person's own account; the labels of the
// profile are the Japanese guide's. {0} is what a comment says.
var accountTexts = map[string]text{
	"account.signin":           {"Sign in", "ログイン"},
	"account.signin.lead":      {"Use the e-mail address and password of your account.", "ご登録のメールアドレスとパスワードでログインしてください。"},
	"account.signin.first":     {"Sign in to go on.", "続けるにはログインしてください。"},
	"account.signin.confirm":   {"Sign in to confirm your e-mail address.", "メールアドレスを確認するため、ログインしてください。"},
	"account.signin.ended":     {"You have been signed out.", "ログアウトしました。"},
	"account.signin.revoked":   {"This session was ended from another browser. Sign in again to go on.", "別のブラウザからこのセッションが終了されました。続けるには、もう一度ログインしてください。"},
	"account.signin.expired":   {"Your session has expired. Sign in again to go on: what you had not sent yet is still on this device.", "セッションの有効期限が切れました。もう一度ログインしてください。未送信の内容はこの端末に残っています。"},
	"account.signin.over":      {"Your session has ended. Sign in again to go on.", "セッションは終了しました。続けるには、もう一度ログインしてください。"},
	"account.signin.role":      {"Your role has changed. Sign in again to go on.", "お客様の権限が変更されました。もう一度ログインしてください。"},
	"account.shared":           {"This is a shared computer", "共用のコンピューターを使用しています"},
	"account.shared.hint":      {"Nothing of yours is kept on it. You are signed out when the browser is closed, after 8 hours at the latest.", "お客様の情報はこのコンピューターに保存されません。ブラウザを閉じたとき、または 8 時間後に自動的にログアウトします。"},
	"account.signin.noaccount": {"No account yet?", "アカウントをお持ちでない場合"},
	"account.signin.forgot":    {"Forgotten your password?", "パスワードをお忘れの場合"},

	"account.email":        {"E-mail address", "電子メールアドレス"},
	"account.email.hint":   {"A business e-mail address is recommended.", "ビジネス用メールアドレスを推奨します。"},
	"account.password":     {"Password", "パスワード"},
	"account.password.new": {"New password", "新しいパスワード"},
	"account.password.old": {"Current password", "現在のパスワード"},
	"account.password.hint": {
		"At least {0} characters. A few words in a row are easy to remember.", // {0}: least number of characters
		"{0} 文字以上。いくつかの単語を並べると覚えやすくなります。",
	},
	"account.password.show": {"Show", "表示"},
	"account.password.hide": {"Hide", "非表示"},

	"account.register.given_name":  {"Given name", "名"},
	"account.register.family_name": {"Family name", "姓"},
	"account.register.script":      {"Latin or Japanese script", "日本語またはローマ字"},

	"account.register":        {"Register an account", "アカウント登録"},
	"account.register.lead":   {"With an account you can request access to what your service contracts entitle you to.", "アカウントを登録すると、サービス契約に基づくアクセス権をリクエストできます。"},
	"account.register.send":   {"Register", "登録する"},
	"account.register.done":   {"Check your mail", "メールをご確認ください"},
	"account.register.mail":   {"We are sending a mail to {0}. Open its link to confirm your address and sign in. The link works for 24 hours.", "{0} にメールをお送りします。メール内のリンクを開いてアドレスを確認し、ログインしてください。リンクは 24 時間有効です。"}, // {0}: address
	"account.register.known":  {"Have an account already?", "すでにアカウントをお持ちの場合"},
	"account.register.nobody": {"Registering ends with a link that is mailed, and this portal sends no mail yet. Ask for an account here:", "登録の完了にはメールのリンクが必要ですが、このポータルからはまだメールが送信されません。アカウントの作成は、こちらまでご依頼ください:"},
	"account.forgot.nobody":   {"A new password is set by a link that is mailed, and this portal sends no mail yet. Ask for help here:", "パスワードの再設定にはメールのリンクが必要ですが、このポータルからはまだメールが送信されません。こちらまでご連絡ください:"},
	"account.nomail":          {"No mail? Look in the spam folder, or write to {0}.", "メールが届かない場合は、迷惑メールフォルダをご確認いただくか、{0} までご連絡ください。"}, // {0}: support address

	"account.forgot":      {"Set a new password", "パスワードの再設定"},
	"account.forgot.lead": {"We send you a link for setting a new password.", "パスワードを再設定するためのリンクをお送りします。"},
	"account.forgot.send": {"Send the link", "リンクを送信"},
	"account.forgot.done": {"If {0} has an account, a mail with a link is on its way. The link works for 24 hours.", "{0} がご登録済みの場合、リンクを記載したメールをお送りします。リンクは 24 時間有効です。"}, // {0}: address
	"account.set":         {"Choose a new password", "新しいパスワードの設定"},
	"account.set.send":    {"Set the password", "パスワードを設定"},
	"account.set.done":    {"Your password is set. You can sign in with it now.", "パスワードを設定しました。新しいパスワードでログインしてください。"},
	"account.set.notoken": {"This link is not complete. Open it from the mail again, or ask for a new one.", "リンクが正しくありません。メールからもう一度開くか、新しいリンクを送信してください。"},
	"account.set.again":   {"Ask for a new link", "新しいリンクを送信"},

	"account.profile":      {"Account profile", "アカウントプロフィール"},
	"account.profile.last": {"Last sign-in: {0}", "最終ログイン: {0}"}, // {0}: moment
	"account.personal":     {"Personal information", "個人情報"},
	"account.company":      {"Company information", "会社情報"},
	"account.username":     {"Username", "ユーザ名"},
	"account.username.hint": {
		"Made for you from letters and digits. Give it when you are asked for an account ID.",
		"英数字で自動生成されます。アカウント ID を求められた場合にご利用ください。",
	},
	"account.given_name":        {"Given name (Latin letters)", "名 (ローマ字)"},
	"account.family_name":       {"Family name (Latin letters)", "姓 (ローマ字)"},
	"account.given_name_local":  {"Given name (Japanese)", "名 (日本語)"},
	"account.family_name_local": {"Family name (Japanese)", "姓 (日本語)"},
	"account.nickname":          {"Preferred name", "通称"},
	"account.company_latin":     {"Company name (English)", "会社名 (英語表記)"},
	"account.company_local":     {"Company name (Japanese)", "会社名 (日本語)"},
	"account.address":           {"Address (English)", "住所 (英語)"},
	"account.address_local":     {"Address (Japanese)", "住所 (日本語)"},
	"account.phone":             {"Company telephone number", "会社の電話番号"},
	"account.job_title":         {"Job title", "職種"},
	"account.country":           {"Country or region", "国や地域"},
	"account.country.none":      {"Please choose", "選択してください"},
	"account.company.hint": {
		"A company name and an address, in one of the scripts, are needed before you request access. For private use give your own name and your home address.",
		"契約登録に進まれる前に、会社名・会社住所を必ずご登録ください。個人でご利用の場合は、会社名にご自身のお名前、住所にご自宅の住所をご登録ください。",
	},
	"account.saved":   {"Your profile is saved.", "プロフィールを保存しました。"},
	"account.unsaved": {"The profile has changes that are not saved.", "保存されていない変更があります。"},
	"account.missing": {"Company name or address is missing", "会社名または住所が登録されていません"},

	"account.security.lead":   {"Your password, and the browsers that are signed in.", "パスワードと、ログイン中のブラウザを管理します。"},
	"account.change":          {"Change the password", "パスワードの変更"},
	"account.change.hint":     {"Other browsers are signed out when you change it.", "変更すると、他のブラウザはログアウトされます。"},
	"account.change.send":     {"Change the password", "パスワードを変更"},
	"account.change.done":     {"Your password is changed. Other browsers have been signed out.", "パスワードを変更しました。他のブラウザはログアウトされました。"},
	"account.sessions":        {"Signed-in browsers", "ログイン中のブラウザ"},
	"account.session":         {"Browser", "ブラウザ"},
	"account.session.from":    {"Network address", "ネットワークアドレス"},
	"account.session.since":   {"Signed in", "ログイン日時"},
	"account.session.seen":    {"Last seen", "最終アクセス"},
	"account.session.actions": {"Actions", "操作"},
	"account.session.this":    {"This browser", "このブラウザ"},
	"account.session.end":     {"Sign out", "ログアウトさせる"},
	"account.session.ended":   {"That browser is signed out.", "そのブラウザをログアウトさせました。"},

	"account.settings.lead": {"How the portal looks and speaks, and how it tells you of changes.", "表示、言語、通知の設定です。"},
	"account.language":      {"Language", "言語"},
	"account.language.hint": {"Used on every page and in mail.", "すべてのページとメールで使われます。"},
	"account.zone":          {"Time zone of email", "メールのタイムゾーン"},
	"account.zone.hint":     {"Times in email are in this zone. Pages use that of the device.", "メールに記載される日時に適用されます。画面では端末のタイムゾーンを使用します。"},
	"account.zone.none":     {"Not known yet", "未設定"},
	"account.theme":         {"Appearance", "表示モード"},
	"account.theme.hint":    {"Kept on this device.", "この端末にのみ保存されます。"},
	"account.theme.system":  {"As the device is set", "端末の設定に合わせる"},
	"account.theme.light":   {"Light", "ライト"},
	"account.theme.dark":    {"Dark", "ダーク"},

	"account.home.hello":   {"Hello, {0}", "{0} 様"}, // {0}: name
	"account.home.lead":    {"Access to software, support and content under your service contracts.", "サービス契約に基づくソフトウェア、サポート、コンテンツへのアクセス権を管理します。"},
	"account.home.about":   {"Some downloads, tools and support need access that comes with a service contract. Register your contract number, bill-to ID or serial number here once; renewals keep it.", "一部のダウンロード、ツール、サポートのご利用には、サービス契約に基づくアクセス権が必要です。契約番号、請求先 ID、またはシリアル番号を一度ご登録いただければ、同じ契約番号で更新された場合は再度のお手続きは不要です。"},
	"account.home.decide":  {"The requests that wait for your decision.", "判断が必要なリクエストの一覧です。"},
	"account.home.operate": {"Registry, people and service tokens.", "レジストリ、ユーザ、サービストークンを管理します。"},
	"account.home.company": {"Tell us your company", "会社情報のご登録"},
}
