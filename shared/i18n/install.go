package i18n

// installTexts offer the portal as an app of the device.
var installTexts = map[string]text{
	"install.title": {"Keep the portal at hand", "ポータルをすぐに開けるようにする"},
	"install.about": {"Installed on this device, it opens from your start screen in a window of its own, also without a network.", "この端末にインストールすると、ホーム画面などから専用のウィンドウで開けます。オフラインでも利用できます。"},
	"install.do":    {"Install", "インストール"},
	"install.not":   {"Not now", "今はしない"},
}
