package i18n

// connectionTexts say how the line to the server is.
var connectionTexts = map[string]text{
	"connection.live":         {"Live", "リアルタイム更新中"},
	"connection.reconnecting": {"Reconnecting", "再接続中"},
	"connection.offline":      {"Offline since {0}", "{0} からオフライン"}, // {0}: 15:04
	"connection.about":        {"Changes appear here as they happen", "変更はすぐに画面に反映されます"},
}
