package session

import (
	"slices"
	"strconv"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// UndoWindow is how long a bulk decision is held back before it is sent
// (issue 3, "Bulk decisions").
const UndoWindow = 10 * time.Second

// BatchState is how far a bulk decision is.
type BatchState string

// The states of a bulk decision.
const (
	BatchNone    BatchState = ""
	BatchHeld    BatchState = "held"    // nothing is sent: it can be undone
	BatchSending BatchState = "sending" // no answer yet
	BatchDone    BatchState = "done"    // Results say what became of each
	BatchFailed  BatchState = "failed"  // Problem says why there is no answer
)

// Batch is one bulk decision of this person. It is the session's and not the
// queue page's, so that it goes on, and can be undone, on every page. It is
// held in the browser, also on the device until it is answered (see
// heldRecord): the server knows only decisions that were made.
type Batch struct {
	Key     string // idempotency key, for every try
	Move    access.Move
	Note    string
	EndsOn  string // of an approval: last day of each access, "" for no end
	Purpose string // of an approval: of the access of third parties
	Review  Review // in place of a move: an answer about accesses
	Items   []BatchItem
	State   BatchState
	Until   time.Time // the end of the undo window, by the browser's clock
	Results []wire.DecisionResult
	Problem *wire.Problem
	Found   bool // begun by a page that ended before it was sent
}

// Review is what a bulk answer says of accesses through a contract or bill-to ID
// that wait to be confirmed.
type Review struct {
	Scope  access.Identifier // zero in a decision on requests
	Needed bool
	Reason access.Reason // of those that are not needed
}

// BatchItem is one request of a bulk decision, or one access of a bulk answer, as
// the person saw it.
type BatchItem struct {
	ID        string
	Seq       uint64
	Reference string
	Name      string // the requester's, or the holder's
}

// Holds reports whether a request is part of a decision that is on its way.
func (b Batch) Holds(id string) bool {
	return b.Open() && slices.ContainsFunc(b.Items, func(i BatchItem) bool { return i.ID == id })
}

// Open reports whether the decision is still on its way; another one waits.
func (b Batch) Open() bool {
	return b.State == BatchHeld || b.State == BatchSending || b.State == BatchFailed
}

// Command is where the decision is sent, and what.
func (b Batch) Command() (path string, body any) {
	if b.Review.Scope == (access.Identifier{}) {
		return wire.PathDecisions, b.decisions()
	}
	c := wire.Confirm{Needed: b.Review.Needed, Reason: b.Review.Reason, Note: b.Note}
	for _, i := range b.Items {
		c.Grants = append(c.Grants, i.ID)
	}
	return wire.OfficePath(wire.PathOfficeConfirm, b.Review.Scope), c
}

func (b Batch) decisions() wire.Decisions {
	d := wire.Decisions{Move: b.Move, Note: b.Note, EndsOn: b.EndsOn, Purpose: b.Purpose}
	for _, i := range b.Items {
		d.Items = append(d.Items, wire.Decided{ID: i.ID, Seq: i.Seq})
	}
	return d
}

// Refused lists the results of those items of which nothing was done.
func (b Batch) Refused() []wire.DecisionResult {
	return slices.DeleteFunc(slices.Clone(b.Results), func(r wire.DecisionResult) bool { return r.Problem == nil })
}

// Item returns the item of a request.
func (b Batch) Item(id string) BatchItem {
	for _, i := range b.Items {
		if i.ID == id {
			return i
		}
	}
	return BatchItem{ID: id, Reference: id}
}

// BatchBegun holds a decision back for the undo window. It is refused while
// another one is on its way.
type BatchBegun struct{ Batch Batch }

// BatchUndone takes back a decision that was not sent.
type BatchUndone struct{}

// BatchDue sends the decision of this key, when its time is over or after a
// failure.
type BatchDue struct{ Key string }

// BatchAnswered brings what became of the decision of this key.
type BatchAnswered struct {
	Key     string
	Results []wire.DecisionResult
	Problem *wire.Problem // no answer
}

// BatchClosed puts the results away, or gives a failed decision up.
type BatchClosed struct{}

func (BatchBegun) update()    {}
func (BatchUndone) update()   {}
func (BatchDue) update()      {}
func (BatchAnswered) update() {}
func (BatchClosed) update()   {}

// reduceBatch makes the state that follows for the bulk decision.
func (m Model) reduceBatch(u Update) Model {
	b := m.Batch
	switch u := u.(type) {
	case BatchBegun:
		if !b.Open() {
			b = u.Batch
			b.State, b.Results, b.Problem = BatchHeld, nil, nil
		}
	case BatchFound:
		if !b.Open() {
			b = u.Batch
			switch b.State = BatchHeld; {
			case u.Late:
				b.State, b.Problem = BatchFailed, &wire.Problem{Code: wire.CodeSessionExpired}
			case u.Due:
				b.State = BatchSending
			}
		}
	case BatchUndone:
		if b.State == BatchHeld {
			b = Batch{}
		}
	case BatchDue:
		if u.Key == b.Key && (b.State == BatchHeld || b.State == BatchFailed) {
			b.State, b.Problem = BatchSending, nil
		}
	case BatchAnswered:
		if u.Key == b.Key && b.State == BatchSending {
			b.State, b.Results, b.Problem = BatchDone, u.Results, u.Problem
			if u.Problem != nil {
				b.State = BatchFailed
			}
		}
	case BatchClosed:
		if b.State == BatchDone || b.State == BatchFailed {
			b = Batch{}
		}
	}
	m.Batch = b
	return m
}

// words are what is done, and to how many.
func (b Batch) words(m Model) (move, count string) {
	move, one, many := "decide."+string(b.Move), "batch.one", "batch.count"
	if b.Review.Scope != (access.Identifier{}) {
		one, many = "recertify.one", "recertify.count"
		if move = "recertify.gone"; b.Review.Needed {
			move = "recertify.needed"
		}
	}
	if len(b.Items) == 1 {
		return m.T(move, m.Vendor()), m.T(one)
	}
	return m.T(move, m.Vendor()), m.T(many, strconv.Itoa(len(b.Items)))
}

// Text says how far the decision is, for the page and to be read out.
func (b Batch) Text(m Model) string {
	move, count := b.words(m)
	if b.State == BatchDone {
		done := strconv.Itoa(len(b.Results) - len(b.Refused()))
		return m.T("batch.done", move, done, strconv.Itoa(len(b.Items)))
	}
	if b.State == BatchHeld && b.Found {
		return m.T("batch.still", move, count)
	}
	return m.T("batch."+string(b.State), move, count)
}
