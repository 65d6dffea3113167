package i18n

// revokeTexts are the dialog in which an access is taken away, and the access
// that a request led to as its deciders see it. {0} is the holder, {1} an access
// level, but for what a comment says.
var revokeTexts = map[string]text{
	"revoke.card":       {"Access that was granted", "付与したアクセス権"},
	"revoke.open":       {"Revoke access", "アクセス権を取り消す"},
	"revoke.row":        {"Revoke", "取り消す"},
	"revoke.title":      {"Revoke the access of {0}?", "{0} 様のアクセス権を取り消しますか？"},
	"revoke.text":       {"“{1}” of {0} ends at once. We email them the reason, in their own language.", "{0} 様の「{1}」はただちに終了します。ご本人には、理由を添えてご本人の言語のメールでお知らせします。"},
	"revoke.own":        {"This is your own access. You remain an administrator.", "ご自身のアクセス権です。契約管理者の役割はそのまま残ります。"},
	"revoke.reason":     {"Reason", "理由"},
	"revoke.note":       {"Note", "補足"},
	"revoke.note.hint":  {"Shown to the user as you write it.", "入力した内容がご本人にそのまま表示されます。"},
	"revoke.note.third": {"Shown to the user at the other company. Do not name the contract or a person.", "ご利用になっていた他社の方に表示されます。契約番号や個人名は記載しないでください。"},
	"revoke.yes":        {"Yes, revoke", "取り消す"},
	"revoke.done":       {"The access of {0} was revoked", "{0} 様のアクセス権を取り消しました"},
	"revoke.heard":      {"{0} revoked this access.", "{0} 様がこのアクセス権を取り消しました。"}, // {0}: who did
}
