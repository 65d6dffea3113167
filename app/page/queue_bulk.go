package page

import (
	"slices"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// The IDs of the dialog in which a bulk decision is checked.
const (
	checkDialog = "batch-check"
	checkForm   = "batch-check-form"
	checkNote   = "batch-note"
)

// bulk is the question before a bulk decision: its move, and what is said once
// for all. What was typed survives closing the question.
type bulk struct {
	Move    access.Move
	Note    string
	Purpose string // of an approval: of the access of third parties
	EndsOn  string // of an approval: the last day of each access
	Wrong   *wire.FieldError
	key     string // of the decision that it was begun with
}

// pick turns a row's box.
func (p *Queue) pick(id string, shift bool) {
	p.choice = p.choice.pick(shownIDs(p.m, p.group), id, shift)
}

// pickAtCursor turns the box of the row that the keys stand on.
func (p *Queue) pickAtCursor() {
	if slices.Contains(shownIDs(p.m, p.group), p.cursor) {
		p.pick(p.cursor, false)
	}
}

func (p *Queue) pickAll(app.Context) { p.choice = p.choice.set(shownIDs(p.m, p.group), true) }

func (p *Queue) pickNone(ctx app.Context) {
	p.choice = choice{}
	part.Focus(ctx, "queue-list")
}

// pickGroup selects the rows of a group, or takes them out when all are in.
func (p *Queue) pickGroup(name string) {
	ids, all := p.groupIDs(name)
	p.choice = p.choice.set(ids, !all)
}

// groupIDs lists the rows of a group that can be selected, and whether all are.
func (p *Queue) groupIDs(name string) (ids []string, all bool) {
	for _, g := range p.group.groups(pickable(p.m)) {
		if g.Name != name {
			continue
		}
		for _, row := range g.Rows {
			ids = append(ids, row.ID)
		}
	}
	all = len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !p.choice.IDs[id] })
	return ids, all
}

func (p *Queue) groupAs(_ app.Context, by string) { p.group = groupBy(by) }

// askBulk opens the check of a move on what is selected.
func (p *Queue) askBulk(ctx app.Context, move access.Move) {
	p.keepBulk()
	if p.bulk.Move != move {
		p.bulk.Wrong = nil
	}
	p.bulk.Move = move
	part.OpenDialog(ctx, checkDialog)
	switch rows, _ := batchOf(p.choice.chosen(p.m), move); {
	case move.NeedsNote():
		part.Focus(ctx, checkNote)
	case move == access.MoveApprove && len(thirds(rows)) > 0:
		part.Focus(ctx, checkPurpose)
	default:
		part.Focus(ctx, "batch-do")
	}
}

// keepBulk takes what is typed as it stands in the fields.
func (p *Queue) keepBulk() { p.bulk = p.bulk.typed(part.FormValues(checkForm)) }

// typed is the question with the values of those of its fields that are there.
func (b bulk) typed(v part.Values) bulk {
	for name, into := range map[string]*string{"note": &b.Note, "purpose": &b.Purpose, "ends_on": &b.EndsOn} {
		if text, open := v[name]; open {
			*into = text
		}
	}
	return b
}

func (p *Queue) leaveBulkNote(_ app.Context, note string) { p.bulk.Note = note }

// insertBulk puts a ready text into the note, after what was typed.
func (p *Queue) insertBulk(ctx app.Context, text string) {
	p.keepBulk()
	if p.bulk.Note != "" {
		text = p.bulk.Note + "\n" + text
	}
	p.bulk.Note, p.bulk.Wrong = text, nil
	part.SetValue(checkNote, text)
	part.Focus(ctx, checkNote)
}

// begin holds the decision back for the undo window.
func (p *Queue) begin(ctx app.Context, v part.Values) {
	p.bulk = p.bulk.typed(v)
	rows, _ := batchOf(p.choice.chosen(p.m), p.bulk.Move)
	checked, wrong := p.bulk.checked(rows, time.Now())
	if p.bulk.Wrong = wrong; wrong != nil {
		part.Focus(ctx, "batch-"+wrong.Field)
		return
	}
	part.CloseDialog(checkDialog)
	if len(rows) == 0 || p.m.Batch.Open() {
		return // all of them left the queue meanwhile
	}
	b := session.Batch{Key: live.NewKey(), Move: checked.Move, Note: checked.Note, Purpose: checked.Purpose, EndsOn: checked.EndsOn,
		Until: time.Now().Add(session.UndoWindow)}
	for _, row := range rows {
		b.Items = append(b.Items, session.BatchItem{ID: row.ID, Seq: row.Seq, Reference: row.Reference, Name: row.Name})
	}
	p.bulk.key = b.Key
	part.EndDraft(ctx, p.m, "bulk/"+string(p.bulk.Move))
	session.Dispatch(p.ctx, session.BatchBegun{Batch: b})
}

// heldText says what will be done to a row whose decision is held back.
func heldText(m session.Model, move access.Move) string {
	switch move {
	case access.MoveApprove, access.MoveDeny, access.MoveAsk:
		return m.T("batch.held." + string(move))
	}
	return m.T("batch.held.other")
}

// countOf words a number of requests.
func countOf(m session.Model, n int) string {
	if n == 1 {
		return m.T("batch.one")
	}
	return m.T("batch.count", strconv.Itoa(n))
}
