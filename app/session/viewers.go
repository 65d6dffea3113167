package session

import (
	"maps"
	"slices"

	"accord/app/live"
	"accord/shared/wire"
)

// maxViewed is of how many requests it is asked at once who has them open, and
// maxLookedAt of how many it is kept; beyond, those at which nobody looks are
// forgotten.
const (
	maxViewed   = 50
	maxLookedAt = 500
)

// hearViewers takes who has a request open now.
func (m Model) hearViewers(v wire.Viewers) Model {
	all := maps.Clone(m.Viewers)
	if all == nil {
		all = map[string][]string{}
	}
	all[v.ID] = slices.Clone(v.Names)
	if len(all) > maxLookedAt {
		maps.DeleteFunc(all, func(id string, names []string) bool { return len(names) == 0 && !m.Queue.Has(id) })
	}
	m.Viewers = all
	return m
}

// forgetViewers forgets who has which request open: while the line was cut people
// came and went unheard.
func (m Model) forgetViewers() Model {
	if m.Line.State == live.Idle {
		return m // nothing was missed
	}
	m.Viewers = nil
	m.Queue.Rows, m.Queue.Fresh = unviewed(m.Queue.Rows), unviewed(m.Queue.Fresh)
	return m
}

func unviewed(rows []wire.QueueRow) []wire.QueueRow {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].Viewers = nil
	}
	return rows
}

// viewersWith is who has which request open, with what rows that were asked for
// say of those of which nothing was heard since.
func (m Model) viewersWith(rows []wire.QueueRow) map[string][]string {
	all := maps.Clone(m.Viewers)
	for _, row := range rows {
		if _, heard := all[row.ID]; !heard && len(row.Viewers) > 0 && m.Queue.Has(row.ID) {
			if all == nil {
				all = map[string][]string{}
			}
			all[row.ID] = row.Viewers
		}
	}
	return all
}
