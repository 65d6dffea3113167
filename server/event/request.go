package event

import (
	"time"

	"accord/shared/access"
)

// RequestMoved is one transition of an access request; the first, from "", is
// its submission. It repeats what the request is, so that every projection can
// be made from the facts alone.
type RequestMoved struct {
	Request    string `json:"request"`
	Submission string `json:"submission"`
	Reference  string `json:"reference"` // "A-7K3M9Q2B-1"
	Account    string `json:"account"`   // the requester
	// For is the account of the third party who would hold the grant, "" for
	// the requester. It names an account that need not exist before the grant.
	For        string            `json:"for,omitempty"`
	Level      access.Level      `json:"level"`
	Identifier access.Identifier `json:"identifier"`

	// Scope is what the request is judged on: the contract (for a serial the
	// one it stands for) or the bill-to ID; zero when it is not in the registry.
	Scope access.Identifier `json:"scope,omitzero"`

	From    access.Status   `json:"from,omitempty"`
	To      access.Status   `json:"to"`
	Move    access.Move     `json:"move"`
	Reasons []access.Reason `json:"reasons,omitempty"`

	// Noted says that something was written with it. That is no part of the fact:
	// it lies in a record beside, so that it can be erased.
	Noted bool   `json:"noted,omitempty"`
	Note  string `json:"note,omitempty"` // what facts from before the record hold of it

	// Extends is the access that the request is to extend, nil for one that is
	// to give a new one.
	Extends *Extension `json:"extends,omitempty"`

	Belongs     bool         `json:"belongs,omitempty"`      // the requester certainly belongs to a company that the scope is for
	DuplicateOf string       `json:"duplicate_of,omitempty"` // request ID
	Switch      access.Level `json:"switch,omitempty"`       // level offered in one press
	DueAt       time.Time    `json:"due_at,omitzero"`        // who has it now answers by
	ExpiresAt   time.Time    `json:"expires_at,omitzero"`    // while pending
	RetryAt     time.Time    `json:"retry_at,omitzero"`      // looked at again until

	// Inactive says why the contract is not in force, to a requester who belongs.
	Inactive *access.Inactive `json:"inactive,omitempty"`

	Policy     string `json:"policy,omitempty"`     // version of the rules, when they were asked
	Generation uint64 `json:"generation,omitempty"` // of the registry they saw
	Trace      string `json:"trace,omitempty"`      // hex SHA-256 of the stored trace
}

// FactType names the fact.
func (*RequestMoved) FactType() Type { return TypeRequestMoved }

// GrantGiven says that an account holds a level on a contract or bill-to ID.
// What a third party has it for is no part of the fact: it lies in a record
// beside, so that it can be erased.
type GrantGiven struct {
	Grant   string            `json:"grant"`
	Account string            `json:"account"`
	Level   access.Level      `json:"level"`
	Scope   access.Identifier `json:"scope"`
	Request string            `json:"request,omitempty"` // the request it came from
	Starts  time.Time         `json:"starts_at"`
	Ends    time.Time         `json:"ends_at,omitzero"`

	Change     GrantChange `json:"change,omitempty"`      // what of it is new
	ThirdParty bool        `json:"third_party,omitempty"` // the holder sees no contract details

	// Purpose is what facts from before the record hold of it.
	Purpose string `json:"purpose,omitempty"`

	Extension string `json:"extension,omitempty"` // request by which an access that was given before goes on
}

// FactType names the fact.
func (*GrantGiven) FactType() Type { return TypeGrantGiven }

// GrantChange says what a grant that was given again has that it had not before.
type GrantChange string

// What is new of a grant.
const (
	GrantNew  GrantChange = ""     // all of it
	GrantEnd  GrantChange = "end"  // its end
	GrantKept GrantChange = "kept" // nothing: what the registry gives is written down before it is revoked
)

// GrantRevoked says that a grant was taken away, for good. What was written
// with it is no part of the fact: it lies in a record beside, so that it can be
// erased.
type GrantRevoked struct {
	Grant   string        `json:"grant"`
	Account string        `json:"account"`
	Reason  access.Reason `json:"reason,omitempty"` // one of access.RevokedReasons, "" in facts from before there were any

	// Note is what facts from before the record hold of it.
	Note string `json:"note,omitempty"`
}

// FactType names the fact.
func (*GrantRevoked) FactType() Type { return TypeGrantRevoked }
