package wire

import "accord/shared/access"

// MaxDecisions is how many requests one bulk decision holds.
const MaxDecisions = 100

// Decisions is the body of POST /api/decisions: one move, with one note,
// on 1 to 100 requests.
type Decisions struct {
	Items []Decided   `json:"items"`
	Move  access.Move `json:"move"` // approve, deny, pass, ask or send_admin
	Note  string      `json:"note,omitempty"`

	EndsOn  string `json:"ends_on,omitempty"` // of an approval: the last day of each access, YYYY-MM-DD
	Purpose string `json:"purpose,omitempty"` // of an approval: of the access of each third party, who reads it
}

// Decided is one request of a bulk decision. Seq is the request's position the
// person was looking at, 0 when unknown.
type Decided struct {
	ID  string `json:"id"`
	Seq uint64 `json:"seq,omitempty"`
}

// DecisionList answers a bulk decision: one result an item, in the items' order.
type DecisionList struct {
	Results []DecisionResult `json:"results"`
}

// DecisionResult is what became of one item: the status the move led to, or why
// nothing of it was done.
type DecisionResult struct {
	ID      string        `json:"id"`
	Status  access.Status `json:"status,omitempty"`
	Problem *Problem      `json:"problem,omitempty"`
}
