package i18n

// releaseTexts tell of a newer release of the browser program.
var releaseTexts = map[string]text{
	"release.region": {"New version", "新しいバージョン"},
	"release.ready":  {"A new version of this page is ready. What you have typed is kept.", "このページの新しいバージョンを利用できます。入力した内容は保持されます。"},
	"release.load":   {"Load the new version", "新しいバージョンを読み込む"},
}
