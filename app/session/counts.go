package session

import (
	"maps"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/access"
	"accord/shared/wire"
)

// counted moves the queue's counts by one request of a level.
func counted(c wire.QueueCounts, level access.Level, by int) wire.QueueCounts {
	c.Total = max(0, c.Total+by)
	c.ByLevel = maps.Clone(c.ByLevel)
	if c.ByLevel == nil {
		c.ByLevel = map[access.Level]int{}
	}
	c.ByLevel[level] = max(0, c.ByLevel[level]+by)
	return c
}

// countsSince brings loaded counts up to what has been heard since the place at
// which they were read.
func (m Model) countsSince(c wire.QueueCounts, read wire.Position) wire.QueueCounts {
	for _, row := range m.Queue.Fresh {
		if row.Seq > read.Seq {
			c = counted(c, row.Level, 1)
		}
	}
	for _, left := range m.Gone {
		if left.Seq > read.Seq {
			c = counted(c, left.Level, -1)
		}
	}
	return c
}

// loadCounts asks a decider's portal how many requests wait: every page shows
// it, and only the queue's loads them. Of those that are shown it asks who has
// them open, which is no fact and not told again to who comes back.
func (r *runner) loadCounts(ctx app.Context) {
	if !r.model.decides() {
		return
	}
	limit := min(max(len(r.model.Queue.Rows), 1), maxViewed)
	ctx.Async(func() {
		// A failure leaves it unknown until the line is opened anew.
		if q, err := live.Get[wire.Queue](wire.PathQueue + "?limit=" + strconv.Itoa(limit)); err == nil {
			Dispatch(ctx, QueueCounted{Counts: q.Counts, Rows: q.Rows, Position: q.Position})
		}
	})
}

// decides reports whether the model's person is a decider.
func (m Model) decides() bool { return m.Me != nil && m.Me.Decides() }
