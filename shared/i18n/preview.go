package i18n

// previewTexts are what "Check your answers" says of each number before Submit.
// {0} is the vendor.
var previewTexts = map[string]text{
	"preview.busy":      {"Checking your account…", "お客様のアカウントを確認しています…"},
	"preview.clear":     {"No problems found in your account", "お客様のアカウントに問題はありません"},
	"preview.note":      {"This checks only your account: your profile, your access and your own requests. The numbers themselves are checked when you press Submit.", "この確認の対象は、お客様のプロフィール、アクセス権、リクエストのみです。番号そのものは、[送信] のクリック後に {0} が確認します。"},
	"preview.failed":    {"We could not check your account beforehand. You can still submit.", "事前の確認ができませんでした。このまま送信することもできます。"},
	"preview.leave_out": {"Leave it out", "この番号を除く"},
}
