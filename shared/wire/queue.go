package wire

import (
	"time"

	"accord/shared/access"
)

// QueueRow is a pending request as a decider sees it in the queue.
type QueueRow struct {
	ID           string            `json:"id"`
	Reference    string            `json:"reference"`
	Name         string            `json:"name"`       // in the account's own order and script
	NameLocal    string            `json:"name_local"` //
	Email        string            `json:"email"`
	Company      string            `json:"company"`
	CompanyLocal string            `json:"company_local"`
	Level        access.Level      `json:"level"`
	Identifier   access.Identifier `json:"identifier"`
	Contract     string            `json:"contract,omitempty"`
	BillTo       string            `json:"bill_to,omitempty"`
	For          string            `json:"for,omitempty"`         // address of the third party who would get the access
	ForCompany   string            `json:"for_company,omitempty"` // as the requester calls it
	Until        time.Time         `json:"until,omitzero"`        // of a request to extend an access: when that ends
	Status       access.Status     `json:"status"`
	Reasons      []access.Reason   `json:"reasons"`
	SubmittedAt  time.Time         `json:"submitted_at"`
	Since        time.Time         `json:"since"`             // in this queue
	DueAt        time.Time         `json:"due_at,omitzero"`   // when it goes on without an answer
	Viewers      []string          `json:"viewers,omitempty"` // names of others who have it open
	Seq          uint64            `json:"seq"`
}

// Queue answers GET /api/queue: one window, longest waiting first.
type Queue struct {
	Rows     []QueueRow  `json:"rows"`
	Next     string      `json:"next,omitempty"` // cursor of the next window
	Counts   QueueCounts `json:"counts"`
	Position Position    `json:"position"`
}

// QueueCounts are the pending requests the decider may decide, of the whole
// queue and not only the window or the find.
type QueueCounts struct {
	Total   int                  `json:"total"`
	ByLevel map[access.Level]int `json:"by_level"`
}

// QueueItem answers GET /api/queue/{id}: all a decider needs, also after the
// decision.
type QueueItem struct {
	Row        QueueRow      `json:"row"`
	Profile    Profile       `json:"profile"`
	Moves      []access.Move `json:"moves"` // what this decider may do now
	Trace      []RuleResult  `json:"trace"` // of the last evaluation
	Evaluated  time.Time     `json:"evaluated,omitzero"`
	Policy     string        `json:"policy"`
	Generation uint64        `json:"generation"`
	Facts      ContractFacts `json:"facts"`
	Advice     []Similarity  `json:"advice,omitempty"`
	Steps      []Step        `json:"steps"`
	Third      *ThirdParty   `json:"third,omitempty"`      // who it is for, as the requester told
	ThirdHeld  access.Level  `json:"third_held,omitempty"` // what they have of it already
	Extended   *Extended     `json:"extended,omitempty"`   // the access it is to extend
	LatestEnd  time.Time     `json:"latest_end,omitzero"`  // the last day that an approval may be given for
	Given      *Grant        `json:"given,omitempty"`      // the access that it led to, which whoever reads this may take away
	Note       string        `json:"note,omitempty"`
	Position   Position      `json:"position"`
}

// MostContracts is how many contracts under a bill-to ID are counted.
const MostContracts = 1_000

// ContractFacts is what the registry holds of what is asked for.
type ContractFacts struct {
	Contract  *access.ServiceContract `json:"contract,omitempty"`
	BillTo    string                  `json:"bill_to,omitempty"`
	Holder    CompanyName             `json:"holder,omitzero"`
	Parent    CompanyName             `json:"parent,omitzero"`
	Seller    CompanyName             `json:"seller,omitzero"`
	BillToOf  CompanyName             `json:"bill_to_of,omitzero"` // company of the bill-to ID
	Contracts *int                    `json:"contracts,omitempty"` // under the bill-to ID that is asked for, up to MostContracts
	Admins    int                     `json:"admins"`
	HeldLevel access.Level            `json:"held_level,omitempty"` // what the requester has already
}

// CompanyName is a company's name in the registry, in Latin and in local script.
type CompanyName struct {
	Name      string `json:"name,omitempty"`
	NameLocal string `json:"name_local,omitempty"`
}

// Similarity helps a reviewer see how close a name is. It never approves.
type Similarity struct {
	Company string `json:"company"` // the entitled company's name
	Percent int    `json:"percent"` // 0 to 100
}

// RuleResult is one rule of the trace: what it looked at and what it said.
type RuleResult struct {
	Rule    int             `json:"rule"` // 1 to 18, 19 for an access programme
	Saw     []Seen          `json:"saw,omitempty"`
	Outcome Outcome         `json:"outcome"`
	Status  access.Status   `json:"status,omitempty"`
	Reasons []access.Reason `json:"reasons,omitempty"`
}

// Seen is one fact that a rule used: a name from a fixed set and its value.
type Seen struct {
	Fact  string `json:"fact"` // text in the catalogue: "saw.<fact>"
	Value string `json:"value"`
}

// Outcome is what a rule said.
type Outcome string

// The outcomes of a rule.
const (
	OutcomeSkip   Outcome = "skip"   // the rule is not for this request
	OutcomePass   Outcome = "pass"   // looked, nothing to say
	OutcomeDecide Outcome = "decide" // ended the matter
)
