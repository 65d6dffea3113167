package page

import (
	"slices"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// decideNews is what became of a request while a decider had it open.
type decideNews struct {
	By     string // who changed it, "" for the portal
	Status access.Status
}

// any reports whether there is something to tell.
func (n decideNews) any() bool { return n.Status != "" }

// turned compares what is shown with what has just been loaded.
func (n decideNews) turned(old, now wire.QueueItem) decideNews {
	if now.Row.Status == old.Row.Status && now.Row.Seq == old.Row.Seq {
		return n
	}
	n.By, n.Status = "", now.Row.Status
	if len(now.Steps) > 0 {
		n.By = now.Steps[len(now.Steps)-1].Name
	}
	return n
}

// newer is the number of the last change heard of a request, 0 when none was.
func newer(m session.Model, id string) uint64 {
	seq := m.Gone[id].Seq
	for _, row := range slices.Concat(m.Queue.Rows, m.Queue.Fresh) {
		if row.ID == id {
			seq = max(seq, row.Seq)
		}
	}
	return seq
}
