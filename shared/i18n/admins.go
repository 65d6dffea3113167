package i18n

// adminsTexts are the tab Administrators of Contract Management. {0} is the
// person or what a comment says.
var adminsTexts = map[string]text{
	"admins.caption":     {"Who decides about access", "アクセス権を判断する契約管理者"},
	"admins.text":        {"Each of them decides alone; the first answer counts.", "どなたか一人の判断で決まり、先に行われたものが有効になります。"},
	"admins.person":      {"Administrator", "契約管理者"},
	"admins.since":       {"Since", "指定日"},
	"admins.registry":    {"by the registry", "レジストリによる"},
	"admins.account":     {"Account", "アカウント"},
	"admins.account.yes": {"Yes", "あり"},
	"admins.account.no":  {"Has not been here yet", "未利用"},
	"admins.none":        {"Nobody administers this", "契約管理者はいません"},
	"admins.none.do":     {"Requests go to {0} for review until somebody is named.", "どなたかが指定されるまで、リクエストは {0} が確認します。"},

	"admins.name":               {"Name a fellow administrator", "契約管理者を追加"},
	"admins.name.reviewer":      {"Name an administrator", "契約管理者を指定"},
	"admins.name.text":          {"The person decides with you from now on, and is told by mail. Somebody without an account is invited.", "今後、一緒に判断していただきます。メールでお知らせし、アカウントをお持ちでない方にはご招待のメールをお送りします。"},
	"admins.name.text.reviewer": {"The person decides from now on, and is told by mail. Somebody without an account is invited.", "今後、この方が判断します。メールでお知らせし、アカウントをお持ちでない方にはご招待のメールをお送りします。"},
	"admins.email":              {"E-mail address", "電子メールアドレス"},
	"admins.name.do":            {"Name as an administrator", "契約管理者に指定する"},
	"admins.named":              {"{0} is an administrator now", "{0} 様を契約管理者に指定しました"},

	"admins.leave":          {"Hand over or step down", "引き継ぎ・退任"},
	"admins.leave.text":     {"You no longer decide about this, and get no mail about it. Your own access stays.", "今後この契約の判断は行わず、お知らせのメールも届かなくなります。ご自身のアクセス権はそのまま残ります。"},
	"admins.hand":           {"Hand over", "引き継ぐ"},
	"admins.hand.title":     {"Hand {0} over", "{0} を引き継ぐ"}, // {0}: contract or bill-to ID
	"admins.hand.text":      {"The successor decides from now on in your place, and is told by mail.", "後任の方が今後の判断を行います。メールでお知らせします。"},
	"admins.hand.who":       {"E-mail address of the successor", "後任の電子メールアドレス"},
	"admins.hand.do":        {"Hand over", "引き継ぐ"},
	"admins.handed":         {"You have handed {0} over to {1}", "{0} を {1} 様に引き継ぎました"}, // {0}: contract or bill-to ID, {1}: address
	"admins.down":           {"Step down", "退任する"},
	"admins.down.title":     {"Step down from {0}?", "{0} の契約管理者を退任しますか？"},                // {0}: contract or bill-to ID
	"admins.down.others":    {"{0} others go on deciding.", "ほかの契約管理者（{0} 名）が引き続き判断します。"}, // {0}: count
	"admins.down.other":     {"{0} goes on deciding.", "{0} 様が引き続き判断します。"},
	"admins.down.last":      {"You are the last administrator", "最後の契約管理者です"},
	"admins.down.last.text": {"What waits now and every later request goes to {0} for review. Better name a successor; else say a word to {0}.", "現在確認待ちのものを含め、今後のリクエストは {0} が確認します。後任への引き継ぎをお勧めします。退任される場合は {0} への連絡事項をご記入ください。"}, // {0}: vendor
	"admins.down.note":      {"A word to {0}", "{0} への連絡事項"},                                                                                                                                                                       // {0}: vendor
	"admins.down.note.hint": {"For instance who looks after the contract from now on. The reviewers read it.", "例: 今後の契約の担当者など。審査担当者が確認します。"},
	"admins.down.do":        {"Yes, step down", "退任する"},
	"admins.downed":         {"You no longer administer {0}", "{0} の契約管理者を退任しました"}, // {0}: contract or bill-to ID
	"admins.downed.text":    {"Your page shows it at once. Whoever stays was not changed.", "変更はただちに反映されました。"},
	"admins.downed.back":    {"To Contract Management", "契約管理へ"},
	"admins.downed.access":  {"To Your Current Access", "取得済みアクセス権へ"},
	"admins.release":        {"Release", "解任"},
	"admins.release.title":  {"Release {0} as an administrator?", "{0} 様を契約管理者から外しますか？"},
	"admins.release.text":   {"{0} no longer decides about this. Their own access stays.", "{0} 様は今後この契約の判断を行いません。ご本人のアクセス権はそのまま残ります。"},
	"admins.release.last":   {"This is the last administrator: what waits goes to {0} for review.", "最後の契約管理者です。確認待ちのリクエストは {0} が確認します。"},
	"admins.release.do":     {"Yes, release", "解任する"},
	"admins.released":       {"{0} is no longer an administrator", "{0} 様を契約管理者から外しました"},
	"admins.changed":        {"The administrators were changed by somebody else.", "ほかの方が契約管理者を変更しました。"},
}
