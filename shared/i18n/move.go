package i18n

// moveTexts are what is done to a request: as a button ("move.<move>") and as
// a line of its history ("move.<move>.done"), where the status that it leads to
// does not say it. {0} is the vendor.
var moveTexts = map[string]text{
	"move.cancel":    {"Cancel this request", "リクエストをキャンセルする"},
	"move.confirm":   {"My information is correct", "アカウント情報に誤りはありません"},
	"move.reprocess": {"Reprocess the request", "リクエストを再処理する"},

	"move.reprocess.renewed": {"It has been renewed: check again", "更新済みのため再確認する"},
	"move.reprocess.active":  {"It is active now: check again", "有効になったため再確認する"},

	"move.submit.done":     {"Submitted and evaluated", "送信内容を判定しました"},
	"move.confirm.done":    {"Account information confirmed as correct", "アカウント情報が正しいことを確認しました"},
	"move.answer.done":     {"Question answered", "確認事項に回答しました"},
	"move.reprocess.done":  {"Evaluated again", "再処理しました"},
	"move.pass.done":       {"Passed to {0}", "{0} に引き継ぎました"},
	"move.ask.done":        {"A question was sent to the requester", "リクエストした方に確認のご連絡をしました"},
	"move.send_admin.done": {"Sent to the contract administrators", "契約管理者に送りました"},
	"move.no_answer.done":  {"No answer for 14 days: passed to {0}", "14 日間回答がなかったため、{0} に引き継ぎました"},
	"move.appeared.done":   {"The number is now in the registry: evaluated again", "番号が登録されたため、再処理しました"},

	"move.by.requester":     {"You", "お客様"},
	"move.by.administrator": {"Contract administrator", "契約管理者"},
	"move.by.reviewer":      {"{0}", "{0} 担当者"},
	"move.by.system":        {"This portal", "このポータル"},
}
