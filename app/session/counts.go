package session

import (
	"maps"

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
