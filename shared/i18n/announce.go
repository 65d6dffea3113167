package i18n

// announceTexts are read out, politely, when something changes on the page.
var announceTexts = map[string]text{
	"announce.region":       {"Updates", "お知らせ"},
	"announce.see":          {"See it", "確認する"},
	"announce.close":        {"Close", "閉じる"},
	"announce.request":      {"Request {0}: {1}.", "リクエスト {0}: {1}。"}, // {0}: reference, {1}: status
	"announce.requests":     {"{0} of your requests changed.", "リクエスト {0} 件が更新されました。"},
	"announce.grant":        {"Your access changed.", "アクセス権が更新されました。"},
	"announce.grants":       {"{0} of your access rights changed.", "アクセス権 {0} 件が更新されました。"},
	"announce.ending":       {"{0}: {1}.", "{0}: {1}。"},                                                                              // {0}: which access, {1}: when it ends
	"announce.confirm":      {"{0}: we are asking your administrators whether you still need it.", "{0}: 引き続き必要かどうかを契約管理者に確認しています。"}, // {0}: which access
	"announce.confirmed":    {"{0}: you keep this access.", "{0}: 引き続きご利用いただけます。"},
	"announce.ended":        {"Your access has ended: {0}.", "アクセス権が終了しました: {0}。"},
	"announce.resting":      {"Your access is no longer in force: {0}.", "アクセス権が無効になりました: {0}。"},
	"announce.revoked":      {"Your access was revoked: {0}.", "アクセス権が取り消されました: {0}。"},
	"announce.arrived":      {"1 new request in the queue.", "新しいリクエストが 1 件あります。"},
	"announce.arrived_many": {"{0} new requests in the queue.", "新しいリクエストが {0} 件あります。"},
	"announce.left":         {"1 request left the queue.", "リクエスト 1 件が処理されました。"},
	"announce.left_many":    {"{0} requests left the queue.", "リクエスト {0} 件が処理されました。"},
	"announce.language":     {"This page is now in English.", "このページを日本語で表示しています。"},
	"announce.saved":        {"Saved.", "保存しました。"},
}
