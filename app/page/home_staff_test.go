package page

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// TestHome_ToStaffTellsWhatThereIsToDo, and nothing of what customers come for.
func TestHome_ToStaffTellsWhatThereIsToDo(t *testing.T) {
	t.Run("Reviewer", func(t *testing.T) {
		m := reviewer(i18n.English)
		m.Counted.Epoch, m.Counts = "e", wire.QueueCounts{Total: 3, ByLevel: map[access.Level]int{access.Full: 2, access.Ordering: 1}}
		m.Chat.Loaded, m.Chat.Waiting = true, 2
		refuse(t, expect(t, (&Home{m: m}).Render(), "3 requests are waiting for your decision.", "/queue?level=full", "/queue?level=ordering",
			"2 conversations are waiting for an answer."), "Add Access", "Latest requests", "Email log")
	})
	t.Run("Operator", func(t *testing.T) {
		p := &Home{m: operatorOf(i18n.Japanese)}
		p.staff.imports = answer[wire.ImportList]{Here: true, Value: wire.ImportList{Imports: []wire.Import{
			{ID: "2", State: wire.ImportInvalid, At: noon()},
			{ID: "1", State: wire.ImportDone, Generation: 7, By: "dana@aster.example", At: noon(), Rows: map[string]int{"contracts.csv": 1200}},
		}}}
		p.staff.failed = answer[wire.MailList]{Here: true, Value: wire.MailList{Mails: []wire.Mail{
			{ID: "m", ChangedAt: noon()}, {ID: "old", ChangedAt: noon().AddDate(0, 0, -8)}}}}
		refuse(t, expect(t, p.Render(), "世代 7", "1,200 行", "直近のインポート:", "エラー行あり", "過去 7 日間に送信できなかったメールが 1 件あります。",
			"/operator/mail?state=failed"), "アクセス権の追加", "会話の一覧")
		p.staff.failed.Value = wire.MailList{Down: &wire.Down{Since: noon(), Error: "refused"}}
		expect(t, p.Render(), "メールサーバーに接続できません")
	})
}
