package page

import (
	"testing"
	"time"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// other is a row that asks for a user at another company.
func other(id, contract string) wire.QueueRow {
	return waiting(id, func(r *wire.QueueRow) { r.For, r.Contract = "sol@operations.example", contract })
}

func TestBulk_IsCheckedBeforeItIsHeld(t *testing.T) {
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	own, third := []wire.QueueRow{waiting("1")}, []wire.QueueRow{waiting("1"), other("2", "610002")}
	for _, c := range []struct {
		name  string
		bulk  bulk
		rows  []wire.QueueRow
		wrong string // field and code
		sent  bulk
	}{
		{"DenialNeedsItsReason", bulk{Move: access.MoveDeny}, own, "note note.required", bulk{}},
		{"NoPurposeIsAskedForOnesOwn", bulk{Move: access.MoveApprove, Purpose: "left over"}, own, "", bulk{Move: access.MoveApprove}},
		{"ThirdPartiesNeedOne", bulk{Move: access.MoveApprove, Purpose: "  "}, third, "purpose purpose.required", bulk{}},
		{"ThatNamesNoContract", bulk{Move: access.MoveApprove, Purpose: "Contract 610002"}, third, "purpose purpose.number", bulk{}},
		{"ADayThatIsOver", bulk{Move: access.MoveApprove, EndsOn: "2026-11-30"}, own, "ends_on day.past", bulk{}},
		{"AllWell", bulk{Move: access.MoveApprove, Purpose: " Runs it ", EndsOn: "2027-01-31"}, third, "", bulk{Move: access.MoveApprove, Purpose: "Runs it", EndsOn: "2027-01-31"}},
		{"OfADenialNothingIsSaid", bulk{Move: access.MoveDeny, Note: "No.", Purpose: "x", EndsOn: "y"}, third, "", bulk{Move: access.MoveDeny, Note: "No."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, wrong := c.bulk.checked(c.rows, now)
			switch {
			case wrong == nil && c.wrong == "":
				if got != c.sent {
					t.Errorf("sends %+v, want %+v", got, c.sent)
				}
			case wrong == nil || wrong.Field+" "+wrong.Code != c.wrong:
				t.Errorf("wrong: %+v, want %s", wrong, c.wrong)
			}
		})
	}
}

func TestBulk_ForgetsWhatWasSentOnly(t *testing.T) {
	b := bulk{Move: access.MoveApprove, Note: "n", Purpose: "p", EndsOn: "2027-01-31", key: "k"}
	for _, c := range []struct {
		batch session.Batch
		kept  bool
	}{
		{session.Batch{Key: "k", State: session.BatchHeld}, true},
		{session.Batch{}, true}, // undone
		{session.Batch{Key: "k", State: session.BatchSending}, false},
		{session.Batch{Key: "k", State: session.BatchDone}, false},
		{session.Batch{Key: "other", State: session.BatchDone}, true},
	} {
		if got := b.after(c.batch); (got.Purpose == "p") != c.kept || (got.EndsOn != "") != c.kept || got.Note != "n" {
			t.Errorf("after %+v: %+v", c.batch, got)
		}
	}
}

func TestQueuePage_AsksWhatThirdPartiesGetTheirAccessFor(t *testing.T) {
	for lang, want := range map[i18n.Lang][]string{
		i18n.English:  {"Purpose", "users at other companies (1 request)", "Give the access an end date"},
		i18n.Japanese: {"利用目的", "他社のユーザ（1 件）", "終了日を指定する"},
	} {
		m := loaded(reviewer(lang), "", waiting("1"), other("2", "610002"))
		p := &Queue{m: m, choice: choice{}.set([]string{"1", "2"}, true), bulk: bulk{Move: access.MoveApprove}}
		expect(t, p.Render(), want...)
		p.choice = choice{}.set([]string{"1"}, true)
		refuse(t, expect(t, p.Render(), want[2]), checkPurpose)
		p.bulk.Move = access.MoveDeny
		refuse(t, expect(t, p.Render()), checkPurpose, checkEnd)
	}
}
