package i18n

// batchTexts are the words of bulk decisions. {0} is what is done ("Approve")
// and {1} how many requests, or what a comment says.
var batchTexts = map[string]text{
	"batch.region":  {"Decision on several requests", "複数リクエストの処理"},
	"batch.one":     {"1 request", "1 件"},
	"batch.count":   {"{0} requests", "{0} 件"},
	"batch.held":    {"{0}: {1}. Nothing is sent yet; you have 10 seconds to undo.", "{0}: {1}。まだ送信されていません。10 秒以内であれば取り消せます。"},
	"batch.still":   {"{0}: {1}. Nothing is sent yet; you can still undo.", "{0}: {1}。まだ送信されていません。取り消すことができます。"},
	"batch.found":   {"The page was closed before this decision was sent, so it continues here.", "送信前にページが閉じられたため、ここで処理を続けています。"},
	"batch.sending": {"{0}: {1}. Sending…", "{0}: {1}。送信しています…"},
	"batch.failed":  {"{0}: {1}. We could not confirm that it was done.", "{0}: {1}。処理を確認できていません。"},
	"batch.done":    {"{0}: {1} of {2} done.", "{0}: {2} 件中 {1} 件が完了しました。"}, // {1} {2}: counts
	"batch.left":    {"{0} s", "残り {0} 秒"},                                  // {0}: seconds
	"batch.undo":    {"Undo", "取り消す"},
	"batch.now":     {"Send now", "今すぐ送信"},
	"batch.undone":  {"Undone. Nothing was sent.", "取り消しました。何も送信されていません。"},
	"batch.refused": {"These were not changed:", "次の項目は処理されませんでした:"},
	"batch.first":   {"{0} decided first: {1}", "先に {0} 様が処理しました: {1}"}, // {0}: who, {1}: status
	"batch.of":      {"{0}, {1}", "{0}（{1} 様）"},                         // {0}: reference, {1}: requester
	"batch.give_up": {"Stop trying", "中止する"},
	"batch.late": {
		"Your session expired before this was sent. Check the requests, then try again.",
		"送信前にセッションの有効期限が切れました。リクエストをもう一度ご確認の上、再度お試しください。",
	},
	"batch.retry": {
		"Sending it again will not do anything twice. What is already done stays as it is.",
		"再送信しても二重に処理されることはありません。",
	},

	"batch.pick":         {"Select", "選択"},
	"batch.pick.of":      {"Select the request {1} of {0}", "{0} 様のリクエスト {1} を選択"}, // {0}: requester, {1}: reference
	"batch.all":          {"Select all shown ({0})", "表示中をすべて選択（{0} 件）"},           // {0}: count
	"batch.clear":        {"Clear selection", "選択を解除"},
	"batch.chosen":       {"{0} selected", "{0} 件を選択中"}, // {0}: count
	"batch.wait":         {"A decision is being sent. You can select more when it is done.", "処理中の判断があります。送信が完了してから選択してください。"},
	"batch.own":          {"Your own request", "ご自身のリクエスト"},
	"batch.group":        {"Group by", "グループ化"},
	"batch.group.none":   {"None", "なし"},
	"batch.by.company":   {"Company", "会社名"},
	"batch.by.domain":    {"Email domain", "メールドメイン"},
	"batch.by.contract":  {"Contract or bill-to ID", "契約番号・請求先 ID"},
	"batch.group.pick":   {"Select group", "グループを選択"},
	"batch.group.drop":   {"Deselect group", "グループの選択を解除"},
	"batch.group.head":   {"{0}: {1}", "{0}: {1}"}, // {0}: the group, {1}: how many
	"batch.group.empty":  {"Not given", "未登録"},
	"batch.held.approve": {"Will be approved", "承認予定"},
	"batch.held.deny":    {"Will be denied", "却下予定"},
	"batch.held.other":   {"Will be passed on", "回付予定"},
	"batch.held.ask":     {"Will be asked", "問い合わせ予定"},

	"batch.check.title":     {"Check: {0}, {1}", "確認: {0}（{1}）"},
	"batch.what.approve":    {"Each requester gets the access they asked for and sees it on their page.", "リクエストされたアクセス権を各申請者に付与します。結果は申請者の画面に表示されます。"},
	"batch.what.deny":       {"Each requester sees that the request is denied, and the reason you enter.", "各申請者の画面に、「登録不可」になったことと入力した理由が表示されます。"},
	"batch.what.pass":       {"The requests leave your queue; {0} decides them.", "リクエストはこの一覧から外れ、{0} が判断します。"}, // {0}: vendor
	"batch.what.ask":        {"Each requester sees your question and can correct their information.", "各申請者の画面に質問が表示され、情報を修正できるようになります。"},
	"batch.what.send_admin": {"The requests go to the contract administrators.", "リクエストを契約管理者に回付します。"},
	"batch.what.window":     {"You can undo this for 10 seconds before it is sent. If you close or leave this page earlier, it is sent at once.", "10 秒間は取り消すことができ、その後に送信されます。その前にページを閉じたり、別の画面に切り替えたりした場合は、ただちに送信されます。"},
	"batch.what.from":       {"{0} ({1})", "{0}（{1} 件）"},  // {0}: company, {1}: count
	"batch.what.more":       {"and {0} more", "ほか {0} 社"}, // {0}: companies
	"batch.what.companies":  {"Companies", "会社"},
	"batch.what.levels":     {"Access levels", "アクセスレベル"},
	"batch.left_out.one":    {"1 selected request is left out: this action is not possible for it, or it is your own.", "選択中の 1 件は対象外です（この操作ができないか、ご自身のリクエストです）。"},
	"batch.left_out":        {"{0} selected requests are left out: this action is not possible for them, or they are your own.", "選択中の {0} 件は対象外です（この操作ができないか、ご自身のリクエストです）。"}, // {0}: count
	"batch.most":            {"Only the first {0} are included, the most for one decision.", "先頭の {0} 件を処理します（一度に処理できる上限です）。"},                                                // {0}: count
	"batch.purpose.hint":    {"Shown to the users at other companies ({0}). Do not name a contract or a person.", "他社のユーザ（{0}）のご本人に表示されます。契約番号や個人名は記載しないでください。"},              // {0}: how many requests
	"batch.end.hint":        {"Applies to all access granted by this decision. Requests whose contract ends earlier are not decided. Leave the day empty for no end date.", "この処理で付与するすべてのアクセス権に適用されます。契約がそれより前に終了するリクエストは処理されません。指定しない場合は期限なしになります。"},
	"batch.quick":           {"Insert a ready text; each requester reads it in their own language", "定型文を挿入（各申請者の言語で送信されます）"},
	"batch.do":              {"{0}: {1}", "{0}: {1}"},
}
