package i18n

// statusTexts are the words of access.Status, as both guides show them. {0} is
// the vendor.
var statusTexts = map[string]text{
	"status.Approved":             {"Approved", "承認済み"},
	"status.PendingAdministrator": {"Pending contract administrator", "契約管理者による確認待ち"},
	"status.PendingVendor":        {"Pending {0} review", "{0} による確認待ち"},
	"status.PendingAction":        {"Pending further action", "お客様による確認待ち"},
	"status.Denied":               {"Denied", "登録不可"},
	"status.Cancelled":            {"Cancelled", "キャンセル済み"},
	"status.Expired":              {"Expired", "期限切れ"},
}
