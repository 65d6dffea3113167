package wire

import (
	"slices"
	"time"

	"accord/shared/access"
)

// KeyHeader carries the client's idempotency key of a command: 16 to 64
// letters, digits or hyphens. A repeat with the same body gets the first answer.
const KeyHeader = "Idempotency-Key"

// AccountHeader names the account in whose name a command was made that waited
// on the device. Where somebody else is signed in by now, it is refused as
// without a session.
const AccountHeader = "Accord-Account"

// Submit is the body of POST /api/submissions: one level and 1 to 10
// identifiers of one kind, as typed or folded.
type Submit struct {
	Level       access.Level `json:"level"`
	Kind        access.Kind  `json:"kind"`
	Identifiers []string     `json:"identifiers"`
	Program     string       `json:"program,omitempty"` // ID of the access programme, with the kind "program"
	Agreed      bool         `json:"agreed"`            // "I have reviewed and agree to the service descriptions"
}

// Submission is what one press of Submit sent, as its sender sees it.
type Submission struct {
	ID        string       `json:"id"`
	Reference string       `json:"reference"` // short, for people: "A-7K3M9Q2B"
	Level     access.Level `json:"level"`
	At        time.Time    `json:"at"`
	Requests  []Request    `json:"requests"`
	Position  Position     `json:"position"`
}

// Request is an access request as its requester sees it. It says nothing of
// the contract's holder or administrators.
type Request struct {
	ID           string            `json:"id"`
	SubmissionID string            `json:"submission_id"`
	Reference    string            `json:"reference"` // the submission's, with "-n": "A-7K3M9Q2B-1"
	Level        access.Level      `json:"level"`
	Identifier   access.Identifier `json:"identifier"`
	Contract     string            `json:"contract,omitempty"` // of a serial, once approved
	For          string            `json:"for,omitempty"`      // address of the user at another company who would get the access
	Status       access.Status     `json:"status"`
	Reasons      []access.Reason   `json:"reasons"`
	Note         string            `json:"note,omitempty"` // the decider's reason or question
	SubmittedAt  time.Time         `json:"submitted_at"`
	ChangedAt    time.Time         `json:"changed_at"`
	DueAt        time.Time         `json:"due_at,omitzero"`     // vendor review answers by
	ExpiresAt    time.Time         `json:"expires_at,omitzero"` // while pending
	RetryAt      time.Time         `json:"retry_at,omitzero"`   // contract.too_new, contract.unknown: looked at again until
	Extends      *Extension        `json:"extends,omitempty"`   // of a request to extend an access
	Held         access.Level      `json:"held,omitempty"`      // of one that waits: what the requester has of it meanwhile, which makes it needless
	Belongs      bool              `json:"belongs,omitempty"`   // the requester certainly belongs to a company that the contract or bill-to ID is for
	Inactive     *access.Inactive  `json:"inactive,omitempty"`  // why the contract is not in force; only with Belongs
	DuplicateOf  string            `json:"duplicate_of,omitempty"`
	Earlier      *Earlier          `json:"earlier,omitempty"` // the one of DuplicateOf
	Moves        []access.Move     `json:"moves,omitempty"`   // what the requester may do now
	Switch       access.Level      `json:"switch,omitempty"`  // the level to ask for instead, in one press
	Steps        []Step            `json:"steps,omitempty"`   // history, oldest first; on the request's own page
	Why          *Explanation      `json:"why,omitempty"`     // of the last evaluation; on the request's own page
	Revoked      *Revocation       `json:"revoked,omitempty"` // of the access that it led to
	Seq          uint64            `json:"seq"`               // of the last change
}

// Questioned reports whether the request waits for its requester's answer to a
// reviewer's question. "My information is correct" is no such answer: that takes
// words.
func (r Request) Questioned() bool {
	return slices.Contains(r.Reasons, access.VendorAsked) && slices.Contains(r.Moves, access.MoveConfirm)
}

// Earlier names the requester's own request that another one repeats.
type Earlier struct {
	Reference  string            `json:"reference"`
	Identifier access.Identifier `json:"identifier"`
}

// Explanation is how a request was last evaluated, as its requester may know
// it: the rules that looked, in order, with the requester's own data alone.
type Explanation struct {
	At     time.Time    `json:"at"`
	Policy string       `json:"policy"` // version of the rules
	Rules  []RuleResult `json:"rules"`
}

// Step is one transition of a request's history.
type Step struct {
	At      time.Time       `json:"at"`
	From    access.Status   `json:"from,omitempty"`
	To      access.Status   `json:"to"`
	By      access.Party    `json:"by"`
	Name    string          `json:"name,omitempty"` // of the person; only for deciders
	Move    access.Move     `json:"move"`
	Reasons []access.Reason `json:"reasons,omitempty"`
	Note    string          `json:"note,omitempty"`
}

// RequestList answers GET /api/requests.
type RequestList struct {
	Requests []Request `json:"requests"` // newest first
	Next     string    `json:"next,omitempty"`
	Total    int       `json:"total"`
	Position Position  `json:"position"`
}

// Moved is the body of POST /api/requests/{id}/{move}. Seq is the request's
// position the person was looking at, 0 when unknown.
type Moved struct {
	Note string `json:"note,omitempty"`
	Seq  uint64 `json:"seq,omitempty"`

	EndsOn  string `json:"ends_on,omitempty"` // of an approval: the last day of the access, YYYY-MM-DD
	NoEnd   bool   `json:"no_end,omitempty"`  // of the approval of an extension, in place of a day
	Purpose string `json:"purpose,omitempty"` // of an approval for a third party, who reads it

	// Remember keeps the requester's company names for the contract, with an
	// approval.
	Remember bool `json:"remember,omitempty"`
}

// Grant is an access as its holder sees it. A third party sees no contract
// details, so Contract and BillTo may both be empty.
type Grant struct {
	ID             string           `json:"id"`
	Level          access.Level     `json:"level"`
	Contract       string           `json:"contract,omitempty"`
	BillTo         string           `json:"bill_to,omitempty"`
	Program        string           `json:"program,omitempty"` // access programme: "id:what was entered"
	Administrators bool             `json:"administrators"`    // false: the vendor's support decides
	Manages        bool             `json:"manages,omitempty"` // its holder is one of the administrators
	StartsAt       time.Time        `json:"starts_at"`
	EndsAt         time.Time        `json:"ends_at,omitzero"`
	InForce        bool             `json:"in_force"`              // the contract is active and the grant has not ended
	Why            string           `json:"why,omitempty"`         // it is not in force: grant.revoked, grant.ended, grant.not_started, contract.inactive, billto.unknown, program.unknown
	Inactive       *access.Inactive `json:"inactive,omitempty"`    // with contract.inactive, where the registry has the contract; not of a third party
	ChangesAt      time.Time        `json:"changes_at,omitzero"`   // when that changes by itself, as far as is known; a third party, who is not told a contract's days, looks again then
	EndingDays     int              `json:"ending_days,omitempty"` // before the end, of the last warning
	ConfirmBy      time.Time        `json:"confirm_by,omitzero"`   // its administrators were asked whether it is still needed: the end that it has, or had, without their answer
	Seq            uint64           `json:"seq"`

	Extend    access.Party `json:"extend,omitempty"`    // who decides on an extension, where one may be asked for
	Extension string       `json:"extension,omitempty"` // ID of the request for one that waits

	ThirdParty bool   `json:"third_party,omitempty"` // the contract is another company's
	Purpose    string `json:"purpose,omitempty"`     // what a third party has it for
	Share      *Share `json:"share,omitempty"`       // what may be asked for users at other companies

	Revoked *Revocation `json:"revoked,omitempty"` // it was taken away
}

// GrantList answers GET /api/grants: page numbers, as the guides show
// "Showing 1 to n of n entries".
type GrantList struct {
	Grants   []Grant  `json:"grants"`
	Revoked  []Grant  `json:"revoked,omitempty"` // taken away in the last 30 days and not given again, newest first, 20 at most; of every page
	From     int      `json:"from"`              // 1-based, 0 when empty
	Total    int      `json:"total"`
	Position Position `json:"position"`
}

// Entitlement answers GET /api/entitlements/check.
type Entitlement struct {
	Entitled bool         `json:"entitled"`
	Reason   string       `json:"reason"` // grant.active, grant.none, grant.ended, grant.not_started, level.insufficient, contract.inactive, contract.unknown, serial.unknown, program.unknown, account.unknown
	Level    access.Level `json:"level,omitempty"`
	Contract string       `json:"contract,omitempty"`

	Program    string `json:"program,omitempty"`    // the access programme's ID
	Identifier string `json:"identifier,omitempty"` // what was entered for it
}
