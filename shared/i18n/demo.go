package i18n

// demoTexts name the ready people of the example on the sign-in page; their
// keys are wire.DemoSignIn.Who.
var demoTexts = map[string]text{
	"demo.title":         {"Example sign-ins", "サンプルのログイン"},
	"demo.about":         {"This portal is running with example data. Select a person to sign in. All others in the example have no password yet: with “Forgotten your password?”, they get a link in the local mailbox.", "このポータルはサンプルデータで動作しています。選択すると、そのままログインできます。一覧にない方のパスワードは未設定です。「パスワードをお忘れの場合」から設定してください（リンクはローカルメールボックスに届きます）。"},
	"demo.customer":      {"Customer", "お客様"},
	"demo.customer2":     {"Customer with a private email address", "お客様（個人メールアドレス）"},
	"demo.public":        {"Customer with a private email address", "お客様（個人メールアドレス）"},
	"demo.partner":       {"Partner", "パートナー"},
	"demo.administrator": {"Contract administrator", "契約管理者"},
	"demo.reviewer":      {"Vendor reviewer", "審査担当者"},
	"demo.reviewer1":     {"Vendor reviewer", "審査担当者"},
	"demo.reviewer2":     {"Second vendor reviewer", "審査担当者（2 人目）"},
	"demo.operator":      {"Operator", "運用管理者"},
}
