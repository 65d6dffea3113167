package session

import (
	"encoding/json"
	"time"

	"accord/shared/access"
)

// heldRecord is a bulk decision as the device keeps it until it is answered, so
// that a browser that ends without a word, as a phone's does, loses no decision.
// It holds the least possible: nobody's name or address.
type heldRecord struct {
	Account string      `json:"account"` // whose decision it is
	Key     string      `json:"key"`
	Move    access.Move `json:"move"`
	Note    string      `json:"note,omitempty"`
	EndsOn  string      `json:"ends_on,omitempty"`
	Purpose string      `json:"purpose,omitempty"`
	Review  Review      `json:"review,omitzero"`
	Until   time.Time   `json:"until"`          // the end of the undo window
	Late    bool        `json:"late,omitempty"` // the session has run out since
	Items   []heldItem  `json:"items"`
}

type heldItem struct {
	ID        string `json:"id"`
	Seq       uint64 `json:"seq,omitempty"`
	Reference string `json:"reference,omitempty"`
}

// keepText is a person's decision as the device keeps it.
func (b Batch) keepText(account string) string {
	r := heldRecord{Account: account, Key: b.Key, Move: b.Move, Note: b.Note, EndsOn: b.EndsOn, Purpose: b.Purpose, Review: b.Review, Until: b.Until}
	for _, i := range b.Items {
		r.Items = append(r.Items, heldItem{i.ID, i.Seq, i.Reference})
	}
	text, err := json.Marshal(r)
	if err != nil {
		return "" // our own types
	}
	return string(text)
}

// keptBatch reads what the device kept, and whether the session has run out since;
// none when it is another account's, or no decision.
func keptBatch(text, account string) (b Batch, late, ok bool) {
	var r heldRecord
	if json.Unmarshal([]byte(text), &r) != nil || r.Account != account || r.Key == "" || len(r.Items) == 0 {
		return Batch{}, false, false
	}
	b = Batch{Key: r.Key, Move: r.Move, Note: r.Note, EndsOn: r.EndsOn, Purpose: r.Purpose, Review: r.Review, Until: r.Until, Found: true}
	for _, i := range r.Items {
		b.Items = append(b.Items, BatchItem{ID: i.ID, Seq: i.Seq, Reference: i.Reference})
	}
	return b, r.Late, true
}

// BatchFound brings a decision that the device kept when its page ended. Due
// says that its undo window has passed: it is sent. Late says that the session has
// run out since, and the person is asked first. Another one that is on its way
// stands before it.
type BatchFound struct {
	Batch     Batch
	Due, Late bool
}

// lateText is what the device keeps of a decision once the session has run out; ""
// where it keeps none.
func lateText(text string) string {
	var r heldRecord
	if json.Unmarshal([]byte(text), &r) != nil {
		return ""
	}
	r.Late = true
	late, err := json.Marshal(r)
	if err != nil {
		return "" // our own type
	}
	return string(late)
}

func (BatchFound) update() {}
