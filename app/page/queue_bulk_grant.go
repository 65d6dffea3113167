package page

import (
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// The fields of a bulk approval: "batch-" and the field's name.
const (
	checkPurpose = "batch-purpose"
	checkEnd     = "batch-ends_on"
)

// thirds are the rows that ask for a user at another company.
func thirds(rows []wire.QueueRow) []wire.QueueRow {
	return slices.DeleteFunc(slices.Clone(rows), func(row wire.QueueRow) bool { return row.For == "" })
}

// checked is the question as it is sent for these rows, or what is wrong with
// it. What an access is for and until when is said of approvals only, what for
// only where a third party gets one.
func (b bulk) checked(rows []wire.QueueRow, now time.Time) (bulk, *wire.FieldError) {
	var wrong *wire.FieldError
	if b.Note, wrong = validation.Note(b.Note, b.Move.NeedsNote()); wrong != nil {
		return b, wrong
	}
	if b.Move != access.MoveApprove {
		b.Purpose, b.EndsOn = "", ""
		return b, nil
	}
	if third := thirds(rows); len(third) == 0 {
		b.Purpose = ""
	} else {
		var hidden []string // those who read it may see none of their numbers
		for _, row := range third {
			hidden = append(hidden, row.Contract, row.BillTo, row.Identifier.Value)
		}
		if b.Purpose, wrong = validation.Purpose(b.Purpose, hidden...); wrong != nil {
			return b, wrong
		}
	}
	_, wrong = validation.LastDay(b.EndsOn, now, validation.LatestDay(now, nil))
	return b, wrong
}

// after forgets what was said of accesses once the decision is sent: the next
// ones are for something else. An undone decision has it again.
func (b bulk) after(sent session.Batch) bulk {
	if b.key != "" && b.key == sent.Key && sent.State != session.BatchHeld {
		b.key, b.Purpose, b.EndsOn = "", "", ""
	}
	return b
}

// grantFields are what is said once of all the accesses of a bulk approval:
// what for, where third parties get one, and until when.
func (p *Queue) grantFields(m session.Model, rows []wire.QueueRow) []app.UI {
	if p.bulk.Move != access.MoveApprove {
		return nil
	}
	var purpose app.UI
	if third := thirds(rows); len(third) > 0 {
		purpose = part.Field(part.FieldProps{
			ID: checkPurpose, Name: "purpose", Label: m.T("third.purpose"), Hint: m.T("batch.purpose.hint", countOf(m, len(third))),
			Value: p.bulk.Purpose, Error: p.wrongAt("purpose"), Wide: true, OnLeave: p.leaveBulkPurpose,
		})
	}
	end := part.Field(part.FieldProps{
		ID: checkEnd, Name: "ends_on", Type: "date", Label: m.T("third.end.day"), Hint: m.T("batch.end.hint"),
		Value: p.bulk.EndsOn, Error: p.wrongAt("ends_on"), OnLeave: p.leaveBulkEnd,
	})
	box := app.Details().ID("batch-end").Class("details").Open(p.bulk.EndsOn != "" || p.wrongAt("ends_on") != "")
	return []app.UI{part.Group(purpose), box.Body(app.Summary().Text(m.T("third.end.open")), end)}
}

func (p *Queue) leaveBulkPurpose(_ app.Context, typed string) { p.bulk.Purpose = typed }

func (p *Queue) leaveBulkEnd(_ app.Context, typed string) { p.bulk.EndsOn = typed }

// wrongAt words what is wrong with a field of the check.
func (p *Queue) wrongAt(field string) string {
	if p.bulk.Wrong == nil || p.bulk.Wrong.Field != field {
		return ""
	}
	return part.InvalidText(p.m, *p.bulk.Wrong)
}
