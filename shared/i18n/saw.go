package i18n

// sawTexts name the facts that a rule looked at, as a decider reads them in
// the trace. The fixed set is in package policy.
var sawTexts = map[string]text{
	"saw.company_given":   {"Company name registered", "会社名の登録"},
	"saw.address_given":   {"Address registered", "住所の登録"},
	"saw.mail_domain":     {"Mail domain", "メールドメイン"},
	"saw.public_domain":   {"Public mail domain", "公開メールドメイン"},
	"saw.partner":         {"Mail domain of a partner", "パートナーのメールドメイン"},
	"saw.direct_buyer":    {"Mail domain of a direct buyer", "直接購入のお客様のメールドメイン"},
	"saw.in_registry":     {"In the registry", "レジストリへの記載"},
	"saw.offered":         {"In the programme list", "プログラム一覧への記載"},
	"saw.decides":         {"Decided by", "判断する方"},
	"saw.contract_status": {"Contract status", "契約の状態"},
	"saw.issued":          {"Issued", "発行日時"},
	"saw.starts":          {"Start", "開始日"},
	"saw.ends":            {"End", "終了日"},
	"saw.now":             {"Evaluated", "判定日時"},
	"saw.held":            {"Level held already", "取得済みのアクセス権"},
	"saw.pending_request": {"Same request pending", "確認待ちの同じリクエスト"},
	"saw.branding":        {"Branding", "ブランド"},
	"saw.seller_match":    {"Certainly belongs to the seller", "販売店への所属（確実）"},
	"saw.support":         {"Support", "サポート"},
	"saw.administrators":  {"Has administrators", "契約管理者の有無"},
	"saw.locked":          {"Locked", "ロック"},
	"saw.denied_domain":   {"Domain denied", "拒否されたドメイン"},
	"saw.approved_domain": {"Domain approved", "承認されたドメイン"},
	"saw.standing":        {"Standing approval", "継続承認"},
	"saw.name_match":      {"Name is an entitled company’s", "契約上の会社名との一致"},
	"saw.domain_match":    {"Mail domain is an entitled company’s", "契約上の会社のドメインとの一致"},
	"saw.certain_company": {"Certainly belongs to", "所属する会社（確実）"},
	"saw.other_company":   {"Mail domain belongs to", "メールドメインの会社"},
}
