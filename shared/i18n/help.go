package i18n

// helpTexts are the page Help and the pieces of it on other pages. The links and
// contacts themselves are settings.
var helpTexts = map[string]text{
	"help.title":      {"Help and contacts", "ヘルプとお問い合わせ"},
	"help.lead":       {"Who to contact, and pages that can help.", "お問い合わせ先と、お役に立つページの一覧です。"},
	"help.contacts":   {"Contacts", "お問い合わせ先"},
	"help.about":      {"Your question is about", "お問合せ内容"},
	"help.whom":       {"Contact", "お問い合わせ先"},
	"help.links":      {"Other links", "その他各種リンク"},
	"help.links.none": {"No links have been set up.", "リンクは登録されていません。"},
	"help.content":    {"Content", "内容"},
	"help.address":    {"Address", "URL"},
	"help.card":       {"Help", "ヘルプ"},
	"help.all":        {"All links and contacts", "リンクとお問い合わせ先の一覧"},
	"help.questions":  {"Questions", "お問い合わせ先"},
	"help.ask":        {"Questions? Ask here:", "お問い合わせ先:"},
	"help.way.mailto": {"Email:", "メール:"},
	"help.way.tel":    {"Phone:", "電話:"},
	"help.way.https":  {"Web:", "ウェブ:"},
}
