package session

import (
	"cmp"
	"maps"
	"slices"

	"accord/shared/wire"
)

// hearRow takes a row that entered the queue or changed in it.
func (m Model) hearRow(row wire.QueueRow, epoch string) Model {
	if left, ok := m.Gone[row.ID]; ok {
		if row.Seq < left.Seq { // with the same number it went from one of my queues to another
			return m
		}
		m.Gone = maps.Clone(m.Gone)
		delete(m.Gone, row.ID)
		if m.Queue.Has(row.ID) {
			m.Queue.Total++ // it stands struck through and is back
			m.Counts = counted(m.Counts, row.Level, 1)
		}
	}
	had := m.Queue.Has(row.ID)
	next, old := m.Queue.upsert(row, epoch)
	m.Queue = next
	if old || had || m.Counted.Covers(wire.Position{Epoch: epoch, Seq: row.Seq}) {
		return m
	}
	if m.Queue.Loaded {
		m.News.Arrived++
	}
	if m.Counted.Epoch != "" {
		m.Counts = counted(m.Counts, row.Level, 1)
	}
	return m
}

// stillGone keeps what left the queue after a newly loaded window was read.
func (m Model) stillGone(loaded wire.Position) map[string]wire.Left {
	gone := map[string]wire.Left{}
	for id, left := range m.Gone {
		if left.Seq > loaded.Seq {
			gone[id] = left
		}
	}
	return gone
}

// hearLeft keeps a shown row in its place, marked as gone, so that nothing
// moves under the cursor; one that only waits is dropped.
func (m Model) hearLeft(left wire.Left) Model {
	known, again := m.Gone[left.ID]
	row, shown := m.Queue.Row(left.ID)
	switch {
	case again && left.Seq <= known.Seq, shown && row.Seq > left.Seq:
		return m
	case !shown:
		m.Queue = m.Queue.remove(left.ID)
	case !again:
		m.Queue = m.Queue.mark(left.ID)
		m.Queue.Total--
		m.News.Left++
	}
	if !again && !m.Counted.Covers(wire.Position{Epoch: m.Position.Epoch, Seq: left.Seq}) {
		m.Counts = counted(m.Counts, left.Level, -1)
	}
	gone := maps.Clone(m.Gone)
	if gone == nil {
		gone = map[string]wire.Left{}
	}
	gone[left.ID] = left
	m.Gone = m.remembered(gone)
	return m
}

// How much is kept of what left the queue while its page is open: the rows that
// stand struck through, and what is remembered of any.
const (
	maxStruck = 50
	maxGone   = 500
)

// withoutOldest are the queue's rows, of those that left it only the last ones.
// It is asked when new ones are shown: only then may the rows move.
func (m Model) withoutOldest() []wire.QueueRow {
	struck := map[string]wire.Left{}
	for _, row := range m.Queue.Rows {
		if left, gone := m.Gone[row.ID]; gone {
			struck[row.ID] = left
		}
	}
	kept := lastLeft(struck, maxStruck)
	return slices.DeleteFunc(slices.Clone(m.Queue.Rows), func(row wire.QueueRow) bool {
		_, gone := struck[row.ID]
		_, keep := kept[row.ID]
		return gone && !keep
	})
}

// remembered is what is kept of what left: all that stands struck through, and
// of the rest the newest.
func (m Model) remembered(gone map[string]wire.Left) map[string]wire.Left {
	if len(gone) <= maxGone {
		return gone
	}
	rest := maps.Clone(gone)
	shown := map[string]wire.Left{}
	for _, row := range m.Queue.Rows {
		if left, ok := gone[row.ID]; ok {
			shown[row.ID] = left
			delete(rest, row.ID)
		}
	}
	kept := lastLeft(rest, maxGone)
	maps.Copy(kept, shown)
	return kept
}

// lastLeft is what left last, at most so many.
func lastLeft(gone map[string]wire.Left, most int) map[string]wire.Left {
	if len(gone) <= most {
		return gone
	}
	last := slices.SortedFunc(maps.Values(gone), func(a, b wire.Left) int { return cmp.Compare(b.Seq, a.Seq) })
	kept := make(map[string]wire.Left, most)
	for _, left := range last[:most] {
		kept[left.ID] = left
	}
	return kept
}
