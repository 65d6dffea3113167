package event

import (
	"time"

	"accord/shared/access"
)

// RegistrySwitched says that a new generation of the registry is in force.
type RegistrySwitched struct {
	Generation uint64         `json:"generation"`
	Digest     string         `json:"digest"`            // hex SHA-256 over the imported files
	Rows       map[string]int `json:"rows"`              // by file
	Skipped    int            `json:"skipped,omitempty"` // bad rows left out; once their errors
}

// FactType names the fact.
func (*RegistrySwitched) FactType() Type { return TypeRegistrySwitched }

// RulesSet says what a contract's administrators let the evaluation decide:
// the whole of it, replacing what was there.
type RulesSet struct {
	Scope  access.Identifier `json:"scope"`
	Rules  Rules             `json:"rules"`
	Change RuleChange        `json:"change,omitzero"` // what of it is new, for the history
}

// RuleChange is the one thing in which rules differ from those before.
type RuleChange struct {
	Rule    RuleKind `json:"rule"`
	Value   string   `json:"value,omitempty"` // domain or company name
	Account string   `json:"account,omitempty"`
	Removed bool     `json:"removed,omitempty"`
}

// RuleKind names a part of Rules.
type RuleKind string

// The kinds of rule.
const (
	RuleLock     RuleKind = "lock"
	RuleDeny     RuleKind = "deny"
	RuleApprove  RuleKind = "approve"
	RuleStanding RuleKind = "standing"
	RuleName     RuleKind = "name"
)

// FactType names the fact.
func (*RulesSet) FactType() Type { return TypeRulesSet }

// Rules are an administrator's standing words on a contract or bill-to ID
// (domain page, rules 12 to 14, and remembered names).
type Rules struct {
	Locked   bool       `json:"locked,omitempty"`   // every request goes to a person
	Deny     []string   `json:"deny,omitempty"`     // mail domains
	Approve  []string   `json:"approve,omitempty"`  // mail domains
	Standing []Standing `json:"standing,omitempty"` // approvals with an end
	Names    []string   `json:"names,omitempty"`    // remembered aliases of the holder
}

// Standing approves a person or a domain until it ends. A person is named by
// account ID, for a fact holds no personal data: whoever approves an address
// that has no account makes one.
type Standing struct {
	Account string    `json:"account,omitempty"` // or:
	Address string    `json:"address,omitempty"` // a domain, "example.com"
	Ends    time.Time `json:"ends_at,omitzero"`
}
