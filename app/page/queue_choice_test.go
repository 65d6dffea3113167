package page

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// rowOf is a row of a company, an address and a contract.
func rowOf(id, company, email, contract string) wire.QueueRow {
	return waiting(id, func(r *wire.QueueRow) { r.Company, r.Email, r.Contract = company, email, contract })
}

func picked(c choice, m session.Model) (ids []string) {
	for _, row := range c.chosen(m) {
		ids = append(ids, row.ID)
	}
	return ids
}

func TestChoice_PicksRowsAndRanges(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"), waiting("3"), waiting("4"))
	shown := shownIDs(m, groupNone)
	c := choice{}.pick(shown, "1", false)
	if diff := cmp.Diff([]string{"1"}, picked(c, m)); diff != "" {
		t.Error(diff)
	}
	c = c.pick(shown, "3", true)
	if diff := cmp.Diff([]string{"1", "2", "3"}, picked(c, m)); diff != "" {
		t.Errorf("a range: %s", diff)
	}
	c = c.pick(shown, "2", true)
	if diff := cmp.Diff([]string{"1"}, picked(c, m)); diff != "" {
		t.Errorf("a range taken out: %s", diff)
	}
}

func TestChoice_CountsOnlyWhatCanBeDecided(t *testing.T) {
	own := waiting("3", func(r *wire.QueueRow) { r.Email = "ito@aster.example" })
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"), own, waiting("4"))
	c := choice{}.set([]string{"1", "2", "3", "4"}, true)
	m = heard(m, 12, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "1", Status: access.Denied, Seq: 12}})
	if diff := cmp.Diff([]string{"2", "4"}, picked(c, m)); diff != "" {
		t.Error(diff)
	}
	begun := session.Batch{Key: "k", Move: access.MoveApprove, Items: []session.BatchItem{{ID: "4"}}}
	m = session.Reduce(m, session.BatchBegun{Batch: begun})
	if diff := cmp.Diff([]string{"2"}, picked(c, m)); diff != "" {
		t.Errorf("while one is being decided: %s", diff)
	}
	m = session.Reduce(m, session.BatchUndone{})
	if diff := cmp.Diff([]string{"2", "4"}, picked(c, m)); diff != "" {
		t.Errorf("after undo: %s", diff)
	}
}

func TestGroupBy(t *testing.T) {
	rows := []wire.QueueRow{
		rowOf("1", "Aoba Inc.", "a@aoba.example", "100"), rowOf("2", "Umi", "b@umi.example", "200"),
		rowOf("3", "AOBA INC.", "c@umi.example", "200"), rowOf("4", "", "d@aoba.example", "100"),
	}
	for by, want := range map[groupBy]string{
		groupNone: "[:1234]", groupCompany: "[Aoba Inc.:13 Umi:2 青葉:4]",
		groupDomain: "[aoba.example:14 umi.example:23]", groupContract: "[100:14 200:23]",
	} {
		var got []string
		for _, g := range by.groups(rows) {
			s := g.Name + ":"
			for _, row := range g.Rows {
				s += row.ID
			}
			got = append(got, s)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("by %q: %v, want %s", by, got, want)
		}
	}
}

func TestBatchOf_TakesWhatTheMoveIsFor(t *testing.T) {
	admin := waiting("1", func(r *wire.QueueRow) { r.Status = access.PendingAdministrator })
	vendor := waiting("2")
	rows := []wire.QueueRow{admin, vendor}
	if got := movesOnAny(rows); !slices.Equal(got, access.DeciderMoves()) {
		t.Errorf("offers %v", got)
	}
	for move, want := range map[access.Move]struct{ taken, leftOut int }{
		access.MoveApprove: {2, 0}, access.MovePass: {1, 1}, access.MoveAsk: {1, 1},
	} {
		if taken, leftOut := batchOf(rows, move); len(taken) != want.taken || leftOut != want.leftOut {
			t.Errorf("%s: takes %d, leaves out %d", move, len(taken), leftOut)
		}
	}
	many := slices.Repeat([]wire.QueueRow{vendor}, wire.MaxDecisions+5)
	if taken, leftOut := batchOf(many, access.MoveDeny); len(taken) != wire.MaxDecisions || leftOut != 0 {
		t.Errorf("takes %d, leaves out %d", len(taken), leftOut)
	}
}

func TestQueuePage_ChecksABulkDecision(t *testing.T) {
	own := waiting("3", func(r *wire.QueueRow) { r.Email = "ito@aster.example" })
	admin := waiting("4", func(r *wire.QueueRow) { r.Status = access.PendingAdministrator })
	for lang, want := range map[i18n.Lang][]string{
		i18n.English:  {"3 selected", "Check: Ask the requester, 2 requests", "Aoba Inc. (2)", "1 selected request is left out", "Your question", "Your own request"},
		i18n.Japanese: {"3 件を選択中", "確認: 申請者に問い合わせ（2 件）", "Aoba Inc.（2 件）", "選択中の 1 件は対象外", "問い合わせ内容"},
	} {
		m := loaded(reviewer(lang), "", waiting("1"), waiting("2"), own, admin)
		p := &Queue{m: m, choice: choice{}.set([]string{"1", "2", "3", "4"}, true), bulk: bulk{Move: access.MoveAsk}}
		expect(t, p.Render(), want...)
	}
}

func TestQueuePage_ShowsWhatIsHeld(t *testing.T) {
	m := loaded(reviewer(i18n.English), "", waiting("1"), waiting("2"))
	m = session.Reduce(m, session.BatchBegun{Batch: session.Batch{Key: "k", Move: access.MoveDeny, Items: []session.BatchItem{{ID: "1", Reference: "A-1"}}}})
	p := &Queue{m: m, choice: choice{}.set([]string{"2"}, true)}
	html := expect(t, p.Render(), "Will be denied", "Deny: 1 request. Nothing is sent yet", "Undo", "A decision is being sent")
	refuse(t, html, "bulk-approve", "pick-1")
	m = session.Reduce(m, session.BatchDue{Key: "k"})
	m = session.Reduce(m, session.BatchAnswered{Key: "k", Results: []wire.DecisionResult{
		{ID: "1", Problem: &wire.Problem{Code: wire.CodeDecided, Args: []string{"Ken Mori", "Approved"}}}}})
	expect(t, (&Queue{m: m}).Render(), "0 of 1 done", "A-1", "Ken Mori decided first: Approved", "Close")
}
