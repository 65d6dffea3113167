package i18n

// explainTexts tell a requester how their request was evaluated: a sentence for
// each rule that looked and had nothing against it, by its number. The rule
// that decided speaks by its reasons. They say nothing about who holds or
// administers a contract (domain page, "Privacy"). {0} is the vendor, or what a
// comment says.
var explainTexts = map[string]text{
	"explain.title":  {"Why?", "この結果の理由"},
	"explain.intro":  {"We checked your request against these rules in order, until one of them decided it.", "リクエストは次の順に確認され、いずれかの項目で結果が決まりました。"},
	"explain.when":   {"Evaluated {0}. Policy {1}.", "判定日時: {0}、ポリシー: {1}"}, // {0}: moment, {1}: policy version
	"explain.after":  {"After that, a person decided. See the history below.", "その後、担当者が判断しました。下の履歴をご確認ください。"},
	"explain.passed": {"No objection", "問題なし"},
	"explain.ended":  {"This decided it", "結果を決めた項目"},
	"explain.none":   {"There is no record of how it was evaluated.", "判定の経過は記録されていません。"},
	"explain.own":    {"Your data: {0}", "お客様の情報: {0}"}, // {0}: facts
	"explain.fact":   {"{0}: {1}", "{0}: {1}"},          // {0}: a fact's name, {1}: its value
	"explain.person": {"This does not show what a person would compare or decide, or anything about other companies.", "担当者が照合または判断する内容、および他社に関する情報はここには表示されません。"},

	"explain.1":  {"Your profile has a company name and an address.", "プロフィールに会社名と住所が登録されています。"},
	"explain.2":  {"Your email domain lets you request access by bill-to ID.", "お客様のメールドメインでは、請求先 ID によるリクエストが可能です。"},
	"explain.3":  {"The number you entered is known to {0}.", "入力された番号は {0} に登録されています。"},
	"explain.4":  {"It is not too new to be used.", "発行直後で利用開始前の契約ではありません。"},
	"explain.5":  {"It is in force.", "契約は有効です。"},
	"explain.6":  {"You do not have this access yet.", "同じアクセス権はまだお持ちではありません。"},
	"explain.7":  {"You have no other pending request for the same access.", "同じ内容の確認待ちリクエストはありません。"},
	"explain.8":  {"The terms of the contract allow this type of access to be requested.", "契約条件上、この種類のアクセス権をリクエストできます。"},
	"explain.9":  {"The terms of the contract allow downloads to be requested.", "契約条件上、ダウンロードのアクセス権をリクエストできます。"},
	"explain.12": {"Not every request for it goes to a person, and no access you had to it was revoked.", "すべてのリクエストを担当者が確認する設定ではなく、以前のアクセス権の取り消しもありません。"},
	"explain.13": {"No rule denies your email domain.", "お客様のメールドメインを却下の対象とするルールはありません。"},
	"explain.14": {"You are not covered by an approval given in advance.", "お客様を対象とする事前承認はありません。"},
	"explain.16": {"Your company name and email domain are not enough to be certain that the contract is your company’s.", "ご登録の会社名とメールドメインだけでは、貴社の契約であることを確認できませんでした。"},
	"explain.17": {"Your email domain does not show for certain that the contract is another company’s.", "お客様のメールドメインからは、別の会社の契約であるとも確認できませんでした。"},
}
