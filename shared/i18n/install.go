package i18n

// installTexts offer the portal as an app of the device.
var installTexts = map[string]text{
	"install.title": {"Install the portal", "ポータルをインストールする"},
	"install.about": {"On this device it then opens from your start screen in its own window, even without a network.", "この端末にインストールすると、ホーム画面などから専用のウィンドウで開けます。オフラインでも利用できます。"},
	"install.do":    {"Install", "インストール"},
	"install.not":   {"Not now", "今はしない"},
}
