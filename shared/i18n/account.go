package i18n

// accountTexts are the pages of a person's own account; the labels of the
// profile are the Japanese guide's. {0} is what a comment says.
var accountTexts = map[string]text{
	"account.signin":           {"Sign in", "ログイン"},
	"account.signin.lead":      {"Use the email address and password of your account.", "ご登録のメールアドレスとパスワードでログインしてください。"},
	"account.signin.first":     {"Sign in to continue.", "続けるにはログインしてください。"},
	"account.signin.confirm":   {"Sign in to confirm your email address.", "メールアドレスを確認するため、ログインしてください。"},
	"account.signin.ended":     {"You have been signed out.", "ログアウトしました。"},
	"account.signin.revoked":   {"This session was ended from another browser. Sign in again to continue.", "別のブラウザからこのセッションが終了されました。続けるには、もう一度ログインしてください。"},
	"account.signin.expired":   {"Your session has expired. Sign in again to continue. Anything you have not sent yet is still on this device.", "セッションの有効期限が切れました。もう一度ログインしてください。未送信の内容はこの端末に残っています。"},
	"account.signin.over":      {"Your session has ended. Sign in again to continue.", "セッションが終了しました。続けるには、もう一度ログインしてください。"},
	"account.signin.role":      {"Your role has changed. Sign in again to continue.", "お客様の役割が変更されました。続けるには、もう一度ログインしてください。"},
	"account.shared":           {"This is a shared computer", "共用のコンピューターを使用しています"},
	"account.shared.hint":      {"Nothing of yours is saved on it. You are signed out when you close the browser, or after 8 hours at the latest.", "お客様の情報はこのコンピューターに保存されません。ブラウザを閉じたとき、または 8 時間後に、自動的にログアウトします。"},
	"account.signin.noaccount": {"No account yet?", "アカウントをお持ちでない場合"},
	"account.signin.forgot":    {"Forgotten your password?", "パスワードをお忘れの場合"},

	"account.email":        {"Email address", "電子メールアドレス"},
	"account.email.hint":   {"A business email address is recommended.", "ビジネス用メールアドレスを推奨します。"},
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
	"account.register.lead":   {"With an account, you can request the access that your service contracts entitle you to.", "アカウントを登録すると、サービス契約に基づくアクセス権をリクエストできます。"},
	"account.register.send":   {"Register", "登録する"},
	"account.register.done":   {"Check your email", "メールをご確認ください"},
	"account.register.mail":   {"We are sending an email to {0}. Open the link in it to confirm your address, then sign in. The link works for 24 hours.", "{0} にメールをお送りします。メール内のリンクを開いてアドレスを確認し、ログインしてください。リンクは 24 時間有効です。"}, // {0}: address
	"account.register.known":  {"Already have an account?", "すでにアカウントをお持ちの場合"},
	"account.register.nobody": {"To complete registration you need a link sent by email, and this portal does not send email yet. To get an account, contact:", "登録を完了するには、メールでお送りするリンクが必要ですが、このポータルはまだメールを送信できません。アカウントの作成は、こちらまでご依頼ください:"},
	"account.forgot.nobody":   {"To set a new password you need a link sent by email, and this portal does not send email yet. For help, contact:", "パスワードを再設定するには、メールでお送りするリンクが必要ですが、このポータルはまだメールを送信できません。こちらまでご連絡ください:"},
	"account.nomail":          {"No email? Check your spam folder, or contact {0}.", "メールが届かない場合は、迷惑メールフォルダをご確認いただくか、{0} までご連絡ください。"}, // {0}: support address

	"account.forgot":      {"Set a new password", "パスワードの再設定"},
	"account.forgot.lead": {"We will email you a link to set a new password.", "パスワードを再設定するためのリンクをお送りします。"},
	"account.forgot.send": {"Send the link", "リンクを送信"},
	"account.forgot.done": {"If {0} has an account, we are sending a link to that address. The link works for 24 hours.", "{0} がご登録済みの場合、リンクを記載したメールをお送りします。リンクは 24 時間有効です。"}, // {0}: address
	"account.set":         {"Choose a new password", "新しいパスワードの設定"},
	"account.set.send":    {"Set the password", "パスワードを設定"},
	"account.set.done":    {"Your password is set. You can now sign in with it.", "パスワードを設定しました。新しいパスワードでログインしてください。"},
	"account.set.notoken": {"This link is incomplete. Open it again from the email, or get a new one.", "リンクが正しくありません。メールからもう一度開くか、新しいリンクをご請求ください。"},
	"account.set.again":   {"Get a new link", "新しいリンクを請求する"},

	"account.profile":      {"Account profile", "アカウントプロフィール"},
	"account.profile.last": {"Last sign-in: {0}", "最終ログイン: {0}"}, // {0}: moment
	"account.personal":     {"Personal information", "個人情報"},
	"account.company":      {"Company information", "会社情報"},
	"account.username":     {"Username", "ユーザ名"},
	"account.username.hint": {
		"Generated from letters and digits. Use it when you are asked for an account ID.",
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
		"Before you request access, register a company name and an address, in English or Japanese. For private use, enter your own name and your home address.",
		"契約登録に進まれる前に、会社名・会社住所を必ずご登録ください。個人でご利用の場合は、会社名にご自身のお名前、住所にご自宅の住所をご登録ください。",
	},
	"account.saved":   {"Your profile is saved.", "プロフィールを保存しました。"},
	"account.unsaved": {"You have unsaved changes.", "保存されていない変更があります。"},
	"account.missing": {"Company name or address is missing", "会社名または住所が登録されていません"},

	"account.security.lead":   {"Your password and the browsers you are signed in with.", "パスワードと、ログイン中のブラウザを管理します。"},
	"account.change":          {"Change the password", "パスワードの変更"},
	"account.change.hint":     {"Changing it signs out your other browsers.", "変更すると、ほかのブラウザからはログアウトします。"},
	"account.change.send":     {"Change the password", "パスワードを変更"},
	"account.change.done":     {"Your password has been changed. Other browsers have been signed out.", "パスワードを変更しました。ほかのブラウザからはログアウトしました。"},
	"account.sessions":        {"Signed-in browsers", "ログイン中のブラウザ"},
	"account.session":         {"Browser", "ブラウザ"},
	"account.session.from":    {"Network address", "ネットワークアドレス"},
	"account.session.since":   {"Signed in", "ログイン日時"},
	"account.session.seen":    {"Last seen", "最終アクセス"},
	"account.session.actions": {"Actions", "操作"},
	"account.session.this":    {"This browser", "このブラウザ"},
	"account.session.end":     {"Sign out", "ログアウトさせる"},
	"account.session.ended":   {"That browser has been signed out.", "そのブラウザをログアウトさせました。"},

	"account.settings.lead": {"Appearance, language and notifications.", "表示、言語、通知の設定です。"},
	"account.language":      {"Language", "言語"},
	"account.language.hint": {"Used on every page and in emails.", "すべてのページとメールに適用されます。"},
	"account.zone":          {"Time zone for emails", "メールのタイムゾーン"},
	"account.zone.hint":     {"Times in emails are in this zone. Pages use the time zone of your device.", "メールに記載される日時に適用されます。画面では端末のタイムゾーンを使用します。"},
	"account.zone.none":     {"Not set", "未設定"},
	"account.theme":         {"Appearance", "表示モード"},
	"account.theme.hint":    {"Saved on this device only.", "この端末にのみ保存されます。"},
	"account.theme.system":  {"Same as the device", "端末の設定に合わせる"},
	"account.theme.light":   {"Light", "ライト"},
	"account.theme.dark":    {"Dark", "ダーク"},

	"account.home.hello":   {"Hello, {0}", "{0} 様"}, // {0}: name
	"account.home.lead":    {"Access to software, support and content under your service contracts.", "サービス契約に基づくソフトウェア、サポート、コンテンツへのアクセス権を管理します。"},
	"account.home.about":   {"Some downloads, tools and support need access that comes with a service contract. Register your contract number, bill-to ID or serial number once: when the contract is renewed under the same number, your access stays.", "一部のダウンロード、ツール、サポートのご利用には、サービス契約に基づくアクセス権が必要です。契約番号、請求先 ID、またはシリアル番号を一度ご登録いただければ、同じ契約番号で更新された場合は再度のお手続きは不要です。"},
	"account.home.decide":  {"Requests waiting for your decision.", "判断が必要なリクエストの一覧です。"},
	"account.home.operate": {"Registry, users and service tokens.", "レジストリ、ユーザ、サービストークンを管理します。"},
	"account.home.company": {"Tell us your company", "会社情報のご登録"},
}
