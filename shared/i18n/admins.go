package i18n

// adminsTexts are the tab Administrators of Contract Management. {0} is the
// person or what a comment says.
var adminsTexts = map[string]text{
	"admins.caption":      {"Who decides on requests", "リクエストを判断する契約管理者"},
	"admins.text":         {"Any one of them can decide. The first answer counts.", "どなたか 1 名が判断すると決定します。最初の判断が有効です。"},
	"admins.person":       {"Administrator", "契約管理者"},
	"admins.since":        {"Since", "指定日"},
	"admins.registry":     {"from the registry", "レジストリ"},
	"admins.account":      {"Account", "アカウント"},
	"admins.account.yes":  {"Yes", "あり"},
	"admins.account.no":   {"Has not signed in yet", "未ログイン"},
	"admins.more":         {"and {0} more. Find them by email address.", "ほか {0} 名。電子メールアドレスで検索できます。"}, // {0}: administrators
	"admins.find":         {"Find by email address", "電子メールアドレスで検索"},
	"admins.find.none":    {"No administrator matches “{0}”", "「{0}」に一致する契約管理者はいません"}, // {0}: what was typed
	"admins.find.none.do": {"Check the address, or enter a part of it.", "アドレスをご確認いただくか、アドレスの一部を入力してください。"},
	"admins.none":         {"No administrators", "契約管理者はいません"},
	"admins.none.do":      {"{0} reviews requests until an administrator is added.", "契約管理者が指定されるまで、リクエストは {0} が確認します。"},

	"admins.name":               {"Add an administrator", "契約管理者を追加"},
	"admins.name.reviewer":      {"Add an administrator", "契約管理者を追加"},
	"admins.name.text":          {"This person will decide with you from now on. We tell them by email, and invite them if they have no account.", "今後、一緒に判断していただきます。メールでお知らせし、アカウントをお持ちでない方にはご招待のメールをお送りします。"},
	"admins.name.text.reviewer": {"This person will decide from now on. We tell them by email, and invite them if they have no account.", "今後、この方が判断します。メールでお知らせし、アカウントをお持ちでない方にはご招待のメールをお送りします。"},
	"admins.email":              {"Email address", "電子メールアドレス"},
	"admins.name.do":            {"Add as administrator", "契約管理者に指定する"},
	"admins.named":              {"{0} is now an administrator", "{0} 様を契約管理者に指定しました"},

	"admins.leave":          {"Hand over or step down", "引き継ぎ・退任"},
	"admins.leave.text":     {"You will no longer decide on requests here or get emails about them. You keep your own access.", "今後この契約の判断は行わず、お知らせのメールも届かなくなります。ご自身のアクセス権はそのまま残ります。"},
	"admins.hand":           {"Hand over", "引き継ぐ"},
	"admins.hand.title":     {"Hand {0} over", "{0} を引き継ぐ"}, // {0}: contract or bill-to ID
	"admins.hand.text":      {"Your successor decides in your place from now on. We tell them by email.", "後任の方が今後の判断を行います。メールでお知らせします。"},
	"admins.hand.who":       {"Email address of your successor", "後任の電子メールアドレス"},
	"admins.hand.do":        {"Hand over", "引き継ぐ"},
	"admins.handed":         {"You have handed {0} over to {1}", "{0} を {1} 様に引き継ぎました"}, // {0}: contract or bill-to ID, {1}: address
	"admins.down":           {"Step down", "退任する"},
	"admins.down.title":     {"Step down from {0}?", "{0} の契約管理者を退任しますか？"},                                  // {0}: contract or bill-to ID
	"admins.down.others":    {"{0} other administrators continue to decide.", "ほかの契約管理者（{0} 名）が引き続き判断します。"}, // {0}: count
	"admins.down.other":     {"{0} continues to decide.", "{0} 様が引き続き判断します。"},
	"admins.down.last":      {"You are the last administrator", "最後の契約管理者です"},
	"admins.down.last.text": {"{0} will review all requests, including those waiting now. We recommend that you hand over to a successor. Otherwise, leave a message for {0}.", "現在確認待ちのものを含め、今後のリクエストは {0} が確認します。後任への引き継ぎをお勧めします。退任される場合は {0} への連絡事項をご記入ください。"}, // {0}: vendor
	"admins.down.note":      {"Message to {0}", "{0} への連絡事項"},                                                                                                                                                                                                     // {0}: vendor
	"admins.down.note.hint": {"For example, who will look after the contract. The reviewers read this.", "例: 今後の契約の担当者など。審査担当者が確認します。"},
	"admins.down.do":        {"Yes, step down", "退任する"},
	"admins.downed":         {"You are no longer an administrator of {0}", "{0} の契約管理者を退任しました"}, // {0}: contract or bill-to ID
	"admins.downed.text":    {"The change has taken effect.", "変更はただちに反映されました。"},
	"admins.downed.back":    {"To Contract Management", "契約管理へ"},
	"admins.downed.access":  {"To Your Current Access", "取得済みアクセス権へ"},
	"admins.release":        {"Remove", "解任"},
	"admins.release.title":  {"Remove {0} as an administrator?", "{0} 様を契約管理者から外しますか？"},
	"admins.release.text":   {"{0} will no longer decide on requests here. They keep their own access.", "{0} 様は今後この契約の判断を行いません。ご本人のアクセス権はそのまま残ります。"},
	"admins.release.last":   {"This is the last administrator: {0} will review the waiting requests.", "最後の契約管理者です。確認待ちのリクエストは {0} が確認します。"},
	"admins.release.do":     {"Yes, remove", "解任する"},
	"admins.released":       {"{0} is no longer an administrator", "{0} 様を契約管理者から外しました"},
	"admins.changed":        {"Someone else changed the administrators.", "ほかの方が契約管理者を変更しました。"},
}
