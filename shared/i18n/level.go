package i18n

// levelTexts name the access levels: short for tables and tags, long in the
// words of the guides' dialog, and what the holder can do. {0} is the vendor.
var levelTexts = map[string]text{
	"level.downloads": {"Downloads only", "ダウンロードのみ"},
	"level.full":      {"Full support", "フルサポート"},
	"level.ordering":  {"Ordering", "オーダリング"},
	"level.program":   {"Programme", "プログラム"},

	"level.downloads.long": {
		"Software Download, support tools, and entitled content on {0}",
		"{0} のソフトウェア ダウンロード、サポート ツール、および権限付きコンテンツ",
	},
	"level.full.long": {
		"TAC and RMA case creation, Software Download, support tools, and entitled content on {0}",
		"{0} の TAC および RMA ケース作成、ソフトウェア ダウンロード、サポート ツール、および権限付きコンテンツ",
	},
	"level.ordering.long": {
		"Creating and submitting orders with the commerce tools of {0}",
		"{0} のコマースツールでの注文の作成と送信",
	},
	"level.program.long": {"Access programme", "アクセスプログラム"},
	"level.can":          {"You now have access to the following for covered products:", "対象製品に関しては、以下にアクセスできます。"},
	"level.case":         {"Open a support case", "サポートケースをオープンする"},
	"level.download":     {"Downloads", "ダウンロード"},
	"level.order":        {"Place orders", "注文を作成する"},
}
