package i18n

// connectionTexts say how the line to the server is.
var connectionTexts = map[string]text{
	"connection.live":         {"Live", "リアルタイム更新中"},
	"connection.reconnecting": {"Reconnecting", "再接続中"},
	"connection.offline":      {"Offline since {0}", "{0} からオフライン"},                                                                                                            // {0}: 15:04
	"connection.kept":         {"No connection to the portal. This information is from {0} and may have changed since.", "ポータルに接続できません。{0} 時点の情報を表示しています。その後変更されている可能性があります。"}, // {0}: date and time
	"connection.needed":       {"This needs a connection to the portal", "表示するにはポータルへの接続が必要です"},
	"connection.needed.text":  {"It appears here as soon as the connection is back.", "接続が回復すると自動的に表示されます。"},
	"connection.about":        {"Changes appear here as they happen", "変更はすぐに画面に反映されます"},
}
