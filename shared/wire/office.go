package wire

import (
	"time"

	"accord/shared/access"
)

// Limits of what administrators do to the users of a contract.
const (
	MaxBatch      = 500  // rows of a CSV batch
	MaxStanding   = 200  // standing approvals, and domains of a list, of one contract
	OfficePage    = 20   // contracts on a page
	UsersPage     = 25   // users on a page
	AdminsShown   = 100  // administrators of one contract that are shown at once
	MaxUsersShown = 5000 // of one contract: more are neither listed nor exported
	MaxDomains    = 200  // mail domains of its companies that are looked at
)

// OfficeScope is a contract or bill-to ID that somebody administers.
type OfficeScope struct {
	Kind           access.Kind `json:"kind"` // contract or bill_to
	ID             string      `json:"id"`
	Holder         string      `json:"holder"` // company of the contract or the bill-to ID
	HolderLocal    string      `json:"holder_local,omitempty"`
	ServiceLevel   string      `json:"service_level,omitempty"`
	StartsAt       time.Time   `json:"starts_at,omitzero"`
	EndsAt         time.Time   `json:"ends_at,omitzero"`
	Active         bool        `json:"active"`         // the contract is in force; always true of a bill-to ID
	Term           access.Term `json:"term,omitempty"` // of a contract that the registry has
	Users          int         `json:"users"`          // who have access through it now
	Waiting        int         `json:"waiting"`
	Unconfirmed    int         `json:"unconfirmed,omitempty"` // accesses that wait to be confirmed
	Administrators int         `json:"administrators"`
	Locked         bool        `json:"locked"`
}

// OfficeList answers GET /api/office: page numbers, by kind and number.
type OfficeList struct {
	Scopes        []OfficeScope `json:"scopes"`
	From          int           `json:"from"` // 1-based, 0 when empty
	Total         int           `json:"total"`
	Vacancies     []Vacancy     `json:"vacancies,omitempty"`      // for reviewers
	VacanciesNext string        `json:"vacancies_next,omitempty"` // cursor of those behind them, "" for none
	Position      Position      `json:"position"`
}

// VacancyList answers GET /api/office/vacancies, by contract or bill-to ID.
type VacancyList struct {
	Vacancies []Vacancy `json:"vacancies"`
	Next      string    `json:"next,omitempty"`
}

// Vacancy is a contract or bill-to ID whose last administrator has left.
type Vacancy struct {
	Kind access.Kind `json:"kind"`
	ID   string      `json:"id"`
	By   string      `json:"by"`
	Note string      `json:"note"`
	At   time.Time   `json:"at"`
}

// Office answers GET /api/office/{kind}/{id}: one contract or bill-to ID but
// for its users and its history.
type Office struct {
	Scope          OfficeScope           `json:"scope"`
	Mine           bool                  `json:"mine"` // the reader is an administrator of it
	Rules          OfficeRules           `json:"rules"`
	Administrators []OfficeAdministrator `json:"administrators"` // the first 100, and the reader
	Vacancy        *Vacancy              `json:"vacancy,omitempty"`
	Domains        []string              `json:"domains"` // mail domains of the companies that it is for
	Hidden         []string              `json:"hidden"`  // numbers that what a third party reads may not name
	Position       Position              `json:"position"`
}

// OfficeRules are what the administrators let the portal decide by itself
// (domain page, rules 12 to 14).
type OfficeRules struct {
	Locked   bool       `json:"locked"`
	Deny     []string   `json:"deny"`    // mail domains and their subdomains
	Approve  []string   `json:"approve"` // exactly these mail domains
	Standing []Standing `json:"standing"`
	Names    []string   `json:"names"` // remembered names of the holder
}

// Standing approves one address, or one mail domain, until it ends.
type Standing struct {
	Value  string    `json:"value"` // address or domain
	Name   string    `json:"name,omitempty"`
	EndsAt time.Time `json:"ends_at,omitzero"`
}

// OfficeAdministrators answers GET /api/office/{kind}/{id}/administrators: the first
// 100 whose address holds what is looked for, by address.
type OfficeAdministrators struct {
	Administrators []OfficeAdministrator `json:"administrators"`
	Total          int                   `json:"total"` // that were found
	Position       Position              `json:"position"`
}

// OfficeAdministrator is somebody who decides for the contract.
type OfficeAdministrator struct {
	Email     string    `json:"email"`
	Name      string    `json:"name"`
	NameLocal string    `json:"name_local,omitempty"`
	Since     time.Time `json:"since,omitzero"` // when named here; zero: by the registry
	Self      bool      `json:"self"`
	Account   bool      `json:"account"` // can sign in: a password is set
}

// OfficeUser is one access through the contract or bill-to ID.
type OfficeUser struct {
	Grant     string       `json:"grant"`
	Email     string       `json:"email"`
	Name      string       `json:"name"`
	NameLocal string       `json:"name_local,omitempty"`
	Company   string       `json:"company"`
	Level     access.Level `json:"level"`
	How       OfficeHow    `json:"how"`
	Reference string       `json:"reference,omitempty"` // of the request
	Request   string       `json:"request,omitempty"`   // its ID
	Purpose   string       `json:"purpose,omitempty"`   // of a third party's
	StartsAt  time.Time    `json:"starts_at"`
	EndsAt    time.Time    `json:"ends_at,omitzero"`
	Ended     bool         `json:"ended"`
	ConfirmBy time.Time    `json:"confirm_by,omitzero"` // it ends then unless an administrator confirms it
	Self      bool         `json:"self"`
}

// OfficeHow is how somebody got access.
type OfficeHow string

// The ways to access.
const (
	HowRequest    OfficeHow = "request"
	HowRule       OfficeHow = "rule" // a domain rule or standing approval let a request through
	HowRegistry   OfficeHow = "registry"
	HowAdded      OfficeHow = "added" // directly, by an administrator
	HowThirdParty OfficeHow = "third_party"
)

// OfficeUsers answers GET /api/office/{kind}/{id}/users.
type OfficeUsers struct {
	Users    []OfficeUser `json:"users"` // by address
	From     int          `json:"from"`
	Total    int          `json:"total"`
	Position Position     `json:"position"`
}

// AddUser is the body of POST /api/office/{kind}/{id}/users. EndsOn is a day,
// YYYY-MM-DD, that still counts; "" for no end.
type AddUser struct {
	Email    string       `json:"email"`
	Level    access.Level `json:"level"`
	EndsOn   string       `json:"ends_on,omitempty"`
	Employer Employer     `json:"employer,omitempty"` // "": by the mail domain
	Purpose  string       `json:"purpose,omitempty"`  // what a third party has it for
}

// Employer is whom somebody works for who is given access.
type Employer string

// Whom somebody works for. A user at another company is a third party, who sees
// no contract details.
const (
	EmployerOwn   Employer = "own"   // a company that the contract or bill-to ID is for
	EmployerOther Employer = "other" // another company
)

// SetEnd is the body of PUT /api/office/{kind}/{id}/users/{grant}.
type SetEnd struct {
	EndsOn string `json:"ends_on"` // a day that still counts, "" for no end
}

// ChangeRule is the body of POST /api/office/{kind}/{id}/rules: one change, so
// that two administrators do not undo each other's.
type ChangeRule struct {
	Rule   string `json:"rule"`              // lock, deny, approve, standing, name
	Value  string `json:"value,omitempty"`   // domain, address or company name
	EndsOn string `json:"ends_on,omitempty"` // of standing: the last day, YYYY-MM-DD
	Remove bool   `json:"remove,omitempty"`  // take it away
}

// NameAdministrator is the body of POST /api/office/{kind}/{id}/administrators.
type NameAdministrator struct {
	Email string `json:"email"`
}

// LeaveOffice is the body of POST /api/office/{kind}/{id}/administrators/leave:
// one's own stepping down or, by a reviewer, somebody else's.
type LeaveOffice struct {
	Email     string `json:"email,omitempty"`     // who leaves, "" for oneself
	Successor string `json:"successor,omitempty"` // hand over to this address
	Note      string `json:"note,omitempty"`      // the last one's word to the vendor
}

// Batch is the body of POST /api/office/{kind}/{id}/batch: CSV text with the
// columns email, action (add, remove), level, ends_at, employer and purpose.
// Without Confirm it is only checked.
type Batch struct {
	Text    string `json:"text"`
	Confirm bool   `json:"confirm,omitempty"`
	SkipBad bool   `json:"skip_bad,omitempty"` // leave bad rows out; else nothing is done with any

	Reason access.Reason `json:"reason,omitempty"` // for the removals, as in Revoke
	Note   string        `json:"note,omitempty"`   // their holders read it
}

// BatchResult says what a batch would do or did.
type BatchResult struct {
	Rows   []BatchRow `json:"rows"` // good ones, in order
	Errors []RowError `json:"errors"`
	Add    int        `json:"add"`
	Remove int        `json:"remove"`
	Same   int        `json:"same"` // rows that change nothing
	Done   bool       `json:"done"`
}

// BatchRow is one good row of a batch.
type BatchRow struct {
	Line   int          `json:"line"`
	Email  string       `json:"email"`
	Action BatchAction  `json:"action"`
	Level  access.Level `json:"level"`
	EndsOn string       `json:"ends_on,omitempty"`

	Employer Employer `json:"employer,omitempty"` // of somebody who gets access that they had not; other of a third party who loses it
	Purpose  string   `json:"purpose,omitempty"`  // of a third party's
}

// BatchAction is what a row of a batch does.
type BatchAction string

// What a row of a batch does.
const (
	BatchAdd    BatchAction = "add"
	BatchRemove BatchAction = "remove"
	BatchSame   BatchAction = "same" // changes nothing
)

// OfficeEvent is one thing that happened to a contract or bill-to ID.
type OfficeEvent struct {
	Seq       uint64        `json:"seq"`
	At        time.Time     `json:"at"`
	By        access.Party  `json:"by"`
	ByName    string        `json:"by_name,omitempty"`
	What      string        `json:"what"`          // request, grant, end, revoked, asked, confirmed, dropped, rule, named, left
	Who       string        `json:"who,omitempty"` // whom it is about
	Level     access.Level  `json:"level,omitempty"`
	Status    access.Status `json:"status,omitempty"`
	Reference string        `json:"reference,omitempty"`
	Request   string        `json:"request,omitempty"`
	EndsAt    time.Time     `json:"ends_at,omitzero"`
	Count     int           `json:"count,omitempty"` // of accesses that were asked about
	Rule      string        `json:"rule,omitempty"`
	Value     string        `json:"value,omitempty"`
	Removed   bool          `json:"removed,omitempty"`
	Last      bool          `json:"last,omitempty"`
	Reason    access.Reason `json:"reason,omitempty"` // of an access that was taken away
	Note      string        `json:"note,omitempty"`
}

// OfficeHistory answers GET /api/office/{kind}/{id}/history, newest first.
type OfficeHistory struct {
	Events   []OfficeEvent `json:"events"`
	Next     string        `json:"next,omitempty"`
	Position Position      `json:"position"`
}

// OfficeChange says that something of a contract or bill-to ID changed: who
// shows it loads it again.
type OfficeChange struct {
	Scope string `json:"scope"` // access.Identifier.String
	Seq   uint64 `json:"seq"`
}
