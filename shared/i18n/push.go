package i18n

// pushTexts are what a device is told while no page is open, and the switch for
// it. A locked screen shows them to anybody: they name a request by its
// reference only.
var pushTexts = map[string]text{
	"push.request": {"{0}: request {1}", "{0}: リクエスト {1}"}, // {0}: status, {1}: reference
	"push.open":    {"Open the portal to see the details.", "詳細はポータルでご確認ください。"},
	"push.added":   {"You have been given access", "アクセス権が付与されました"},
	"push.third":   {"You have been given access", "アクセス権が付与されました"},
	"push.end_set": {"The end date of your access has changed", "アクセス権の終了日が変更されました"},
	"push.ending":  {"Some of your access ends soon", "まもなく終了するアクセス権があります"},
	"push.ended":   {"Some of your access has ended", "終了したアクセス権があります"},
	"push.access":  {"Your access has changed", "アクセス権が変更されました"},
	"push.revoked": {"Some of your access was revoked", "取り消されたアクセス権があります"},
	"push.answer":  {"{0} support has answered you", "{0} サポートから回答が届きました"}, // {0}: vendor

	"push.title": {"Notifications on this device", "この端末への通知"},
	"push.ask":   {"Notify me of the decision on this device", "結果をこの端末に通知する"},
	"push.ask.text": {
		"You get a notification even when this page is closed. It shows only the reference number and the status.",
		"このページを閉じていても通知でお知らせします。通知に表示されるのは受付番号とステータスのみです。",
	},
	"push.ask.on":  {"Turn on", "通知を受け取る"},
	"push.ask.not": {"Not now", "今はしない"},
	"push.asked":   {"We will notify you on this device. You can change this under Settings.", "結果をこの端末に通知します。「設定条件」でいつでも変更できます。"},
	"push.hint": {
		"Get notified on this device about your requests and your access, even when no page is open. This ends when you sign out here.",
		"リクエストとアクセス権に変更があると、ページを開いていなくてもこの端末に通知します。この端末でログアウトすると終了します。",
	},
	"push.on":          {"On", "オン"},
	"push.off":         {"Off", "オフ"},
	"push.unknown":     {"Checking this device…", "この端末の状態を確認しています…"},
	"push.blocked":     {"This browser blocks notifications from this site. Allow them in the browser’s site settings, then reload this page.", "ブラウザがこのサイトの通知をブロックしています。ブラウザのサイト設定で通知を許可してから、このページを再読み込みしてください。"},
	"push.unsupported": {"This browser cannot show notifications. On an iPhone or iPad, add the portal to the home screen first.", "このブラウザでは通知を表示できません。iPhone と iPad では、まずポータルをホーム画面に追加してください。"},
	"push.shared":      {"Not available on a shared computer.", "共用のコンピューターではご利用いただけません。"},
	"push.failed":      {"The browser could not turn notifications on. Check the connection and try again.", "通知をオンにできませんでした。接続を確認して、もう一度お試しください。"},
}
