package i18n

// ruleTexts are the short names of the evaluation's rules, by number, as a
// decider reads them in the trace (domain page, "Evaluation").
var ruleTexts = map[string]text{
	"rule.1":  {"Company name and address", "会社名と住所"},
	"rule.2":  {"Bill-to ID: partner or direct buyer", "請求先 ID: パートナーまたは直接購入"},
	"rule.3":  {"In the registry", "レジストリでの確認"},
	"rule.4":  {"Contract too new", "発行直後の契約"},
	"rule.5":  {"Contract active", "契約の有効性"},
	"rule.6":  {"Access already held", "取得済みのアクセス権"},
	"rule.7":  {"Request already pending", "重複するリクエスト"},
	"rule.8":  {"Partner-branded contract", "パートナーブランドの契約"},
	"rule.9":  {"Downloads without an administrator", "契約管理者のいないダウンロード"},
	"rule.10": {"Bill-to ID, full support", "請求先 ID（フルサポート）"},
	"rule.11": {"Bill-to ID, ordering", "請求先 ID（オーダリング）"},
	"rule.12": {"Contract locked, or earlier access revoked", "契約のロック、以前のアクセス権の取り消し"},
	"rule.13": {"Email domain denied by an administrator", "契約管理者によるドメイン却下"},
	"rule.14": {"Approved in advance by an administrator", "契約管理者による事前承認"},
	"rule.15": {"Downloads: an administrator decides", "ダウンロードの承認"},
	"rule.16": {"Belongs to an entitled company", "契約上の会社との一致"},
	"rule.17": {"Belongs to another company", "別の会社との一致"},
	"rule.18": {"Company cannot be determined", "会社を特定できない場合"},
	"rule.19": {"Access programme", "アクセスプログラム"},
}
