package i18n

// draftTexts tell of what was typed and not sent.
var draftTexts = map[string]text{
	"draft.restored": {"We restored what you had typed by {0}. It has not been sent.", "{0} までに入力した内容を復元しました。まだ送信されていません。"}, // {0}: date and time
	"draft.discard":  {"Discard", "破棄する"},
}
