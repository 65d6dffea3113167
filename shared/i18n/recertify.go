package i18n

// recertifyTexts are the tab of a contract or bill-to ID in which administrators
// say whether accesses are still needed. {0} is the holder, or what a comment
// says.
var recertifyTexts = map[string]text{
	"recertify.tab":     {"To confirm", "棚卸し"},
	"recertify.intro":   {"Please answer for each access right whether it is still needed. Access that no one confirms by its date ends on that day.", "アクセス権ごとに、引き続き必要かどうかをご回答ください。期限までにどなたからも確認がなかったアクセス権は、その日をもって終了します。"},
	"recertify.every":   {"We ask about an access right {0} days after it was given, extended or last confirmed. We do not ask about what administrators hold themselves, or what comes from the registry.", "アクセス権は、付与、延長、または前回の確認から {0} 日が経過すると確認の対象になります。契約管理者ご自身のアクセス権と、レジストリによるアクセス権は対象外です。"}, // {0}: days
	"recertify.none":    {"Nothing to confirm", "確認待ちのアクセス権はありません"},
	"recertify.caption": {"Access to confirm", "確認待ちのアクセス権"},
	"recertify.by":      {"Confirm by", "回答期限"},
	"recertify.answer":  {"Is it still needed?", "引き続き必要ですか"},
	"recertify.needed":  {"Still needed", "引き続き必要"},
	"recertify.gone":    {"No longer needed", "不要"},
	"recertify.waiting": {"To confirm: {0}", "棚卸し {0} 件"}, // {0}: count
	"recertify.tag":     {"To be confirmed", "棚卸し中"},
	"recertify.yours":   {"Your own: someone else answers", "ご自身のアクセス権は、ほかの方が回答します"},

	"recertify.one":           {"1 access right", "1 件"},
	"recertify.count":         {"{0} access rights", "{0} 件"}, // {0}: count
	"recertify.pick":          {"Select the access of {0}", "{0} 様のアクセス権を選択"},
	"recertify.held.needed":   {"Will be confirmed", "確認予定"},
	"recertify.held.gone":     {"Will end", "終了予定"},
	"recertify.done":          {"Confirmed: {0} keeps access", "{0} 様のアクセス権を「引き続き必要」として確認しました"},
	"recertify.end.title":     {"End the access of {0}?", "{0} 様のアクセス権を終了しますか？"},
	"recertify.end.several":   {"End {0}?", "アクセス権 {0}を終了しますか？"}, // {0}: how many accesses
	"recertify.end.text":      {"It ends at once. We email the user the reason, in their own language.", "ただちに終了します。ご本人には、理由を添えてご本人の言語のメールでお知らせします。"},
	"recertify.end.text.many": {"We email each user the reason, in their own language.", "それぞれのご本人に、理由を添えてご本人の言語のメールでお知らせします。"},
	"recertify.end.who":       {"Users", "対象の方"},
	"recertify.end.more":      {"{0} and {1} more", "{0}、ほか {1} 名"}, // {0}: names, {1}: count
	"recertify.end.window":    {"You can undo this for 10 seconds before access ends. If you close the page earlier, it is sent at once.", "10 秒間は取り消すことができ、その後に終了します。その前にページを閉じた場合は、ただちに送信されます。"},
	"recertify.end.do":        {"Yes, end it", "終了する"},
	"recertify.end.do.many":   {"Yes, end them", "終了する"},
	"recertify.end.done":      {"The access of {0} has ended", "{0} 様のアクセス権を終了しました"},
}
