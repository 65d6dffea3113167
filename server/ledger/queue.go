package ledger

import (
	"container/heap"
	"fmt"
	"slices"
	"strings"

	"accord/shared/access"
	"accord/shared/wire"
)

// Queue lists one window of the pending requests of the given queues, merged,
// longest waiting first. A cursor is the place of the last row shown, so what
// leaves or enters meanwhile neither repeats nor hides a row. With f.Find the
// windows cover the first 1,000 matches.
func (r *Reader) Queue(queues []string, f QueueFilter, cursor string, limit int) (requests []Request, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorQueue, cursor, 9)
	if err != nil {
		return nil, "", err
	}
	queues = slices.Compact(slices.Sorted(slices.Values(queues)))
	var places []place
	if strings.TrimSpace(f.Find) != "" {
		places, err = r.find(queues, queryWords(f.Find), f.Level, place(at), limit+1)
	} else {
		places, err = r.merge(queues, f.Level, place(at), limit+1)
	}
	if err != nil {
		return nil, "", fmt.Errorf("read queue: %w", err)
	}
	if len(places) > limit {
		places = places[:limit]
		next = sealCursor(cursorQueue, string(places[limit-1]))
	}
	for _, p := range places {
		q, err := r.Request(p.request())
		if err != nil {
			return nil, "", fmt.Errorf("read queue: request %s: %w", p.request(), err)
		}
		requests = append(requests, q)
	}
	return requests, next, nil
}

// merge returns the first n places after one, of all the queues. Its work is
// one look-up a queue, one seek for each queue that starts before the cursor,
// and one step a place.
func (r *Reader) merge(queues []string, level access.Level, after place, n int) ([]place, error) {
	w := r.rows.walk(key(tableQueue))
	defer w.close()
	var line laneHeap
	for _, name := range queues {
		l := lane{name, level}
		t, err := l.tally(r.rows)
		if err != nil {
			return nil, err
		}
		if t.count == 0 {
			continue
		}
		if t.first <= after {
			w.seek(l.row(after) + "\x00")
			if t.first = w.placeIn(l); t.first == "" {
				continue
			}
		}
		line = append(line, laneHead{l, t.first})
	}
	heap.Init(&line)
	var places []place
	for len(line) > 0 && len(places) < n {
		first := &line[0]
		places = append(places, first.at)
		if row := first.row(first.at); w.ok && w.key == row {
			w.next()
		} else {
			w.seek(row + "\x00")
		}
		if first.at = w.placeIn(first.lane); first.at == "" {
			heap.Pop(&line)
		} else {
			heap.Fix(&line, 0)
		}
	}
	return places, nil
}

// placeIn is the place of the walker's row, "" when it is not one of the lane.
func (w *walker) placeIn(l lane) place {
	prefix := l.prefix()
	if !w.ok || len(w.key) <= len(prefix) || w.key[:len(prefix)] != prefix {
		return ""
	}
	return place(w.key[len(prefix):])
}

// laneHead is a lane and its first place that was not taken yet.
type laneHead struct {
	lane
	at place
}

// laneHeap is a heap of lanes by their first place.
type laneHeap []laneHead

func (h laneHeap) Len() int           { return len(h) }
func (h laneHeap) Less(i, j int) bool { return h[i].at < h[j].at }
func (h laneHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push adds a laneHead; for package heap.
func (h *laneHeap) Push(x any) { *h = append(*h, x.(laneHead)) }

// Pop takes the last one; for package heap.
func (h *laneHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// QueueCounts adds up the kept counters of the given queues.
func (r *Reader) QueueCounts(queues []string) (wire.QueueCounts, error) {
	counts := wire.QueueCounts{ByLevel: map[access.Level]int{}}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(queues))) {
		all, err := lane{name, ""}.tally(r.rows)
		if err != nil {
			return wire.QueueCounts{}, err
		}
		if all.count == 0 {
			continue
		}
		counts.Total += int(all.count)
		for _, level := range []access.Level{access.Downloads, access.Full, access.Ordering} {
			t, err := lane{name, level}.tally(r.rows)
			if err != nil {
				return wire.QueueCounts{}, err
			}
			if t.count > 0 {
				counts.ByLevel[level] += int(t.count)
			}
		}
	}
	return counts, nil
}
