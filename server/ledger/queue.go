package ledger

import (
	"container/heap"
	"fmt"
	"strings"

	"accord/shared/access"
	"accord/shared/wire"
)

// Queue lists one window of the pending requests of the given queues, merged,
// what is to be answered first at the front. A cursor is the place of the last row shown, so what
// leaves or enters meanwhile neither repeats nor hides a row. With f.Find the
// windows cover the first 1,000 matches.
func (r *Reader) Queue(queues []string, f QueueFilter, cursor string, limit int) (requests []Request, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorQueue, cursor, 17)
	if err != nil {
		return nil, "", err
	}
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
// one step a lane, one seek for each lane that starts before the cursor, and at
// most one seek and some steps a place.
func (r *Reader) merge(queues []string, level access.Level, after place, n int) ([]place, error) {
	all, err := waiting(r.rows, queues, level)
	if err != nil {
		return nil, err
	}
	w := r.rows.walk(key(tableQueue))
	defer w.close()
	var line laneHeap
	for _, l := range all {
		if l.first > after || l.follow(w, after) {
			line = append(line, l)
		}
	}
	heap.Init(&line)
	var places []place
	for len(line) > 0 && len(places) < n {
		lead := &line[0]
		places = append(places, lead.first)
		if lead.count--; lead.count > 0 && lead.follow(w, lead.first) {
			heap.Fix(&line, 0)
		} else {
			heap.Pop(&line)
		}
	}
	return places, nil
}

// laneHeap is a heap of lanes by their first place that was not taken yet.
type laneHeap []tallied

func (h laneHeap) Len() int           { return len(h) }
func (h laneHeap) Less(i, j int) bool { return h[i].first < h[j].first }
func (h laneHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push adds a lane; for package heap.
func (h *laneHeap) Push(x any) { *h = append(*h, x.(tallied)) }

// Pop takes the last one; for package heap.
func (h *laneHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// QueueCounts adds up the kept counters of the given queues.
func (r *Reader) QueueCounts(queues []string) (wire.QueueCounts, error) {
	counts := wire.QueueCounts{ByLevel: map[access.Level]int{}}
	all, err := waiting(r.rows, queues, "")
	for _, l := range all {
		counts.Total += int(l.count)
		counts.ByLevel[l.level] += int(l.count)
	}
	return counts, err
}
