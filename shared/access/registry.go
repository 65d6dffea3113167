package access

import "time"

// CompanyKind is how a company stands to the vendor.
type CompanyKind string

// The kinds of company in the registry.
const (
	CompanyCustomer CompanyKind = "customer"
	CompanyPartner  CompanyKind = "partner"
	CompanyVendor   CompanyKind = "vendor"
)

// Company is an organisation of the registry.
type Company struct {
	ID        string      `json:"id"`
	Kind      CompanyKind `json:"kind"`
	Name      string      `json:"name"`       // English
	NameLocal string      `json:"name_local"` // local script, may be empty
	Aliases   []string    `json:"aliases,omitempty"`
	Domains   []string    `json:"domains,omitempty"` // lower case, without "@"
	ParentID  string      `json:"parent_id,omitempty"`
	Country   string      `json:"country,omitempty"`
}

// Names lists every name the company is known by, empty ones left out.
func (c *Company) Names() []string {
	var names []string
	for _, n := range append([]string{c.Name, c.NameLocal}, c.Aliases...) {
		if n != "" {
			names = append(names, n)
		}
	}
	return names
}

// ContractStatus is the registry's own word on a contract.
type ContractStatus string

// The statuses of a contract in the registry.
const (
	ContractActive     ContractStatus = "active"
	ContractPending    ContractStatus = "pending"
	ContractTerminated ContractStatus = "terminated"
)

// Branding says under whose name the service is sold.
type Branding string

// The brandings.
const (
	BrandingVendor  Branding = "vendor"
	BrandingPartner Branding = "partner"
)

// Support says who answers the customer's calls under the contract.
type Support string

// The kinds of support.
const (
	SupportDirect   Support = "direct"
	SupportReseller Support = "reseller"
)

// TooNew is how long after its issue a pending contract is too new to be asked
// for (domain page, rule 4).
const TooNew = 48 * time.Hour

// ServiceContract is a service contract of the registry. Starts and Ends are
// days (midnight UTC), both included.
type ServiceContract struct {
	Number       string         `json:"number"`
	HolderID     string         `json:"holder_id"`
	SellerID     string         `json:"seller_id,omitempty"`
	BillToID     string         `json:"bill_to_id,omitempty"`
	ServiceLevel string         `json:"service_level,omitempty"`
	Branding     Branding       `json:"branding"`
	Support      Support        `json:"support"`
	IssuedAt     time.Time      `json:"issued_at"`
	Starts       time.Time      `json:"starts_at"`
	Ends         time.Time      `json:"ends_at"`
	Status       ContractStatus `json:"status"`
}

// Term is how a contract stands on a day.
type Term string

// The ways a contract can stand.
const (
	TermActive     Term = "active"
	TermNotStarted Term = "not_started"
	TermExpired    Term = "expired"
	TermTerminated Term = "terminated" // before the end that it was made for
)

// TermAt is how the contract stands at the moment t: it is active where its
// status is, and t's day (UTC) lies from its start to its end, both included.
func (c *ServiceContract) TermAt(t time.Time) Term {
	day := Day(t)
	switch {
	case c.Status == ContractTerminated:
		return TermTerminated
	case day.After(Day(c.Ends)):
		return TermExpired
	case c.Status != ContractActive || day.Before(Day(c.Starts)):
		return TermNotStarted
	}
	return TermActive
}

// ActiveAt reports whether the contract is in force at the moment t.
func (c *ServiceContract) ActiveAt(t time.Time) bool { return c.TermAt(t) == TermActive }

// Inactive says why a contract is not in force. It is not told to those who may
// not know of the contract: a stranger who asks for it, a third party.
type Inactive struct {
	Term Term      `json:"term"`
	Day  time.Time `json:"day,omitzero"` // the last day of an expired one, the first of one that is to start; zero where the registry does not know
}

// InactiveAt says why the contract is not in force at the moment t, nil when it
// is. The registry does not know when a contract was terminated.
func (c *ServiceContract) InactiveAt(t time.Time) *Inactive {
	switch term := c.TermAt(t); {
	case term == TermActive:
		return nil
	case term == TermExpired:
		return &Inactive{term, Day(c.Ends)}
	case term == TermNotStarted && Day(c.Starts).After(t):
		return &Inactive{term, Day(c.Starts)}
	default:
		return &Inactive{Term: term}
	}
}

// TooNewAt reports whether the contract was issued under 48 hours before t and
// is not active yet.
func (c *ServiceContract) TooNewAt(t time.Time) bool {
	return c.Status == ContractPending && t.Sub(c.IssuedAt) < TooNew
}

// Day is midnight UTC of the moment's day.
func Day(t time.Time) time.Time {
	y, m, d := t.UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// BillToParty is the company behind a bill-to ID.
type BillToParty struct {
	ID        string `json:"id"`
	CompanyID string `json:"company_id"`
}

// CoveredProduct is a serial number under a contract.
type CoveredProduct struct {
	Serial      string `json:"serial"`
	Contract    string `json:"contract"`
	ProductID   string `json:"product_id,omitempty"`
	Description string `json:"description,omitempty"`
}
