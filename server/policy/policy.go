// Package policy decides access requests. It is pure: no clock, no I/O, no
// storage; the same facts give the same decision, with every rule that was
// looked at (the trace). Source of every rule: the domain page, "Evaluation".
package policy

import (
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// Version names this set of rules; it stands in every fact that they decided.
const Version = "2026-12"

// Request is what is asked for.
type Request struct {
	Level      access.Level
	Identifier access.Identifier
}

// Facts is all that the rules may know. Everything is looked up before Decide
// runs; a nil pointer means that the registry does not hold it.
type Facts struct {
	Now     time.Time
	Account Account

	// Scope is what the request is judged on: the contract or bill-to ID it
	// names, or the contract a serial stands for. Zero when unknown.
	Scope access.Identifier

	Contract *access.ServiceContract // of a contract or serial request
	BillTo   *access.BillToParty     // of a bill-to request
	Program  *wire.Program           // of an access programme's request, as the settings have it

	Holder        *access.Company
	Parent        *access.Company // the holder's
	Seller        *access.Company
	BillToCompany *access.Company // of the contract's bill-to ID

	// DomainCompanies are the registry's companies whose domain is the
	// account's mail domain or a parent of it.
	DomainCompanies []access.Company
	// DirectBuyers are the IDs of those DomainCompanies that a bill-to ID
	// belongs to.
	DirectBuyers []string

	Administrators    bool        // the scope has at least one administrator
	OnlyAdministrator bool        // and that is the requester, who does not decide their own
	Held              []Held      // the account's grants that have begun, not ended and not been revoked; of other scopes too
	Revoked           bool        // the account's last access to the scope, or to the bill-to ID above it, was taken away
	Duplicate         string      // ID of a pending request for the same scope and level
	Rules             event.Rules // of the scope
	PublicDomain      bool        // the account's mail domain is a public one
}

// Account is what the rules know of the requester.
type Account struct {
	ID           string
	Email        string // canonical, lower case
	Company      string
	CompanyLocal string
	Address      string // in either script
}

// domain is the part of the address after its last "@", "" when there is none.
func (a Account) domain() string {
	at := strings.LastIndexByte(a.Email, '@')
	if at < 0 {
		return ""
	}
	return a.Email[at+1:]
}

// Held is a level the account holds already.
type Held struct {
	Level access.Level
	Scope access.Identifier
}

// Decision is the outcome of a request.
type Decision struct {
	Status  access.Status
	Reasons []access.Reason
	Switch  access.Level // the level to offer in one press, may be empty
	Trace   []wire.RuleResult
}
