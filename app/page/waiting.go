package page

import (
	"time"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// soon is how little time may be left before a row is marked as pressing.
const soon = 30 * time.Minute

// remaining says how long an answer may still take.
type remaining struct {
	Text    string
	Overdue bool // the time is over
	Soon    bool // under half an hour is left
}

// remains tells the time left until a request goes on without an answer. It is
// empty when nothing is due.
func remains(m session.Model, row wire.QueueRow) remaining {
	if row.DueAt.IsZero() || m.Now.IsZero() {
		return remaining{}
	}
	left := row.DueAt.Sub(m.Now)
	if left < 0 {
		return remaining{Text: m.T("queue.overdue", part.Duration(m, -left)), Overdue: true}
	}
	return remaining{Text: m.T("queue.remains", part.Duration(m, left)), Soon: left < soon}
}
