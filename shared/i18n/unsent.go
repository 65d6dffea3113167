package i18n

// unsentTexts tell of what was done without a network and waits on the device.
var unsentTexts = map[string]text{
	"unsent.title":         {"Not yet sent", "未送信の操作"},
	"unsent.lead":          {"What you do without a connection is saved only on this device. We send it automatically, in this order, when the connection is back. Decisions are sent when you confirm them.", "接続がない間に行った操作は、この端末にのみ保存されています。接続が回復すると、この順に自動的に送信します。判断は、お客様が確認してから送信します。"},
	"unsent.none":          {"Everything has been sent", "未送信の操作はありません"},
	"unsent.none.do":       {"What you do without a connection waits here until it can be sent.", "接続がない間に行った操作は、送信できるまでここに表示されます。"},
	"unsent.bar.waiting":   {"Saved on this device, not yet sent: {0}", "この端末に保存済み（未送信）: {0} 件"},
	"unsent.bar.refused":   {"Not accepted: {0}", "受け付けられなかった操作: {0} 件"},
	"unsent.bar.draft":     {"Decisions not yet sent: {0}", "未送信の判断: {0} 件"},
	"unsent.region":        {"Not yet sent", "未送信の操作"},
	"unsent.show":          {"Show", "確認する"},
	"unsent.waiting":       {"Saved on this device, not yet sent", "この端末に保存済み（未送信）"},
	"unsent.refused":       {"Not accepted", "受け付けられませんでした"},
	"unsent.draft":         {"Decision not yet sent. It is checked before you send it.", "判断は未送信です。送信前に最新の状況を確認します。"},
	"unsent.check":         {"Checking what has happened in the meantime", "最新の状況を確認しています"},
	"unsent.check.free":    {"Nothing has happened to this request since. Send your decision?", "その後、このリクエストに変更はありません。判断を送信しますか？"},
	"unsent.check.changed": {"The request has changed since: {0}. Look at it before you send your decision.", "その後、リクエストに変更がありました（現在: {0}）。送信前に内容をご確認ください。"},
	"unsent.check.decided": {"{0} decided first: {1}. Your decision has not been sent.", "{0} 様が先に処理しました（{1}）。この判断は送信されていません。"},
	"unsent.check.gone":    {"You can no longer decide this request: {0}. Your decision has not been sent.", "現在、このリクエストはお客様の処理対象ではありません（{0}）。この判断は送信されていません。"},
	"unsent.check.own":     {"Your decision has already arrived: {0}.", "この判断はすでに送信されています（{0}）。"},
	"unsent.check.send":    {"Send the decision", "判断を送信する"},
	"unsent.at":            {"Done on {0}", "操作日時: {0}"}, // {0}: date and time
	"unsent.sent":          {"What was saved on this device has been sent.", "この端末に保存されていた操作を送信しました。"},
	"unsent.submit":        {"Add Access", "アクセス権の追加"},
	"unsent.profile":       {"Personal and company information", "個人情報・会社情報の変更"},
	"unsent.message":       {"Message", "メッセージ"},
	"unsent.others":        {"Request access for a user at another company", "他社のユーザへのアクセス権付与の依頼"},
	"unsent.extend":        {"Request an extension", "延長の依頼"},
	"unsent.about":         {"{0}: {1}", "{0}: {1}"}, // {0}: what was done, {1}: to what
	"unsent.discard":       {"Discard", "破棄する"},
	"unsent.correct":       {"Correct it", "内容を修正する"},
	"unsent.page":          {"Open the page", "ページを開く"},
	"unsent.signout":       {"You are still signed in", "まだログアウトしていません"},
	"unsent.signout.text":  {"If you sign out, what has not been sent is removed from this device and lost.", "ログアウトすると、未送信の操作はこの端末から削除され、失われます。"},
	"unsent.signout.do":    {"Discard all and sign out", "すべて破棄してログアウト"},
	"unsent.profile.saved": {"Your changes are saved on this device, not yet sent.", "変更内容はこの端末に保存されました（未送信）。"},
}
