package i18n

// tabTexts name the row of tabs of Access Management; the tabs' own labels are
// settings.
var tabTexts = map[string]text{
	"tab.label": {"Access programmes", "アクセス権の種類"},
}
