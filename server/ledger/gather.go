package ledger

import (
	"errors"
	"fmt"
	"time"
)

// MaxGathered is how many entries one summary holds; those beyond are counted.
const MaxGathered = 200

// Gather is what waits to be written to one administrator as one summary. While
// there is one, nothing is written to them at once.
type Gather struct {
	Address string        `json:"address"`
	Account string        `json:"account,omitempty"`
	Due     time.Time     `json:"due"`
	Daily   bool          `json:"daily,omitempty"`
	Entries []GatherEntry `json:"entries,omitempty"`
	More    int           `json:"more,omitempty"` // entries that found no room
}

// GatherEntry is one request of a summary, one conversation, one vacancy, or one
// contract or bill-to ID of which accesses wait to be confirmed.
type GatherEntry struct {
	Request      string `json:"request,omitempty"`
	Conversation string `json:"conversation,omitempty"`
	Vacancy      string `json:"vacancy,omitempty"`     // its scope
	Unconfirmed  string `json:"unconfirmed,omitempty"` // its scope
	Days         int    `json:"days,omitempty"`        // it has waited, of a reminder
}

// Add takes an entry in; one of the same takes the place of the other.
func (g Gather) Add(e GatherEntry) Gather {
	entries := make([]GatherEntry, 0, len(g.Entries)+1)
	for _, old := range g.Entries {
		if !old.same(e) {
			entries = append(entries, old)
		}
	}
	if len(entries) == MaxGathered {
		g.More++
	} else {
		entries = append(entries, e)
	}
	g.Entries = entries
	return g
}

func (e GatherEntry) same(f GatherEntry) bool {
	return e.Request == f.Request && e.Conversation == f.Conversation && e.Vacancy == f.Vacancy && e.Unconfirmed == f.Unconfirmed
}

func (g *Gather) dueKey() string {
	return key(tableGatherDue) + moment(g.Due) + g.Address
}

// PutGather stores what is gathered for an address.
func (tx *Tx) PutGather(g Gather) error {
	if err := tx.DropGather(g.Address); err != nil {
		return err
	}
	tx.rows.put(g.dueKey(), []byte(g.Address))
	return store(tx.rows, key(tableGather, g.Address), g)
}

// DropGather removes what is gathered for an address, if there is something.
func (tx *Tx) DropGather(address string) error {
	g, err := tx.Gather(address)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	tx.rows.drop(g.dueKey())
	tx.rows.drop(key(tableGather, address))
	return nil
}

// Gather returns what is gathered for an address. Errors: ErrNotFound.
func (r *Reader) Gather(address string) (Gather, error) {
	return load[Gather](r.rows, key(tableGather, address))
}

// DueGathers lists up to 50 gathers whose time has come, and the moment of the
// one after those, zero when there is none.
func (r *Reader) DueGathers(to time.Time) (due []Gather, next time.Time, err error) {
	const limit = 50
	w := r.rows.walk(key(tableGatherDue))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		at := momentOf(w.rest())
		if at.After(to) || len(due) == limit {
			return due, at, nil
		}
		address, err := w.value()
		if err != nil {
			return nil, next, fmt.Errorf("list summaries: %w", err)
		}
		g, err := r.Gather(string(address))
		if err != nil {
			return nil, next, fmt.Errorf("list summaries: %s: %w", address, err)
		}
		due = append(due, g)
	}
	return due, next, nil
}
