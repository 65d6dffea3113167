package wire

import (
	"time"

	"accord/shared/access"
)

// ImportState is how far a registry import is.
type ImportState string

// The states of an import.
const (
	ImportChecking ImportState = "checking"
	ImportChecked  ImportState = "checked" // can be applied
	ImportInvalid  ImportState = "invalid" // has bad rows
	ImportLoading  ImportState = "loading"
	ImportDone     ImportState = "done"
	ImportFailed   ImportState = "failed"
	ImportSame     ImportState = "same" // the files are the registry's already
)

// Import is one registry import, checked or done.
type Import struct {
	ID           string                `json:"id"`
	State        ImportState           `json:"state"`
	By           string                `json:"by"` // who, "" for the command line
	At           time.Time             `json:"at"`
	Rows         map[string]int        `json:"rows,omitempty"` // good rows by file
	Errors       []RowError            `json:"errors,omitempty"`
	ErrorCount   int                   `json:"error_count"`            // all of them; Errors holds the first 500, causes first
	BadRows      int                   `json:"bad_rows"`               // rows that have one or more of the errors
	Consequences int                   `json:"consequences,omitempty"` // of them rows that only refer to a bad one
	Changes      map[string]RowChanges `json:"changes,omitempty"`      // by file, against the registry in use when it was checked or replaced
	Done         int                   `json:"done"`                   // keys written, while loading
	Total        int                   `json:"total"`
	Generation   uint64                `json:"generation,omitempty"`
	Failure      string                `json:"failure,omitempty"` // what the operator can do
}

// RowChanges counts how the good rows of a file differ from those in use.
type RowChanges struct {
	New     int `json:"new"`
	Changed int `json:"changed"`
	Gone    int `json:"gone"`
	Same    int `json:"same"`
}

// RowError is one error of a registry file.
type RowError struct {
	File   string   `json:"file"`
	Line   int      `json:"line"`   // 1 is the header
	Column string   `json:"column"` // its header, empty for the whole row
	Code   string   `json:"code"`   // text in the catalogue: "row.<code>"
	Args   []string `json:"args,omitempty"`
}

// ImportList answers GET /api/registry/imports: newest first, the last 50.
type ImportList struct {
	Imports []Import `json:"imports"`
}

// ApplyImport is the body of POST /api/registry/imports/{id}/apply.
type ApplyImport struct {
	SkipBadRows bool `json:"skip_bad_rows"`
}

// Person is, as an operator sees them, somebody with an account, or somebody of the registry who has none
// yet: then ID is "" and CreatedAt zero.
type Person struct {
	ID        string      `json:"id"`
	Email     string      `json:"email"`
	Name      string      `json:"name"`
	Company   string      `json:"company"`
	Role      access.Role `json:"role"`
	CreatedAt time.Time   `json:"created_at"`

	NoPassword bool `json:"no_password,omitempty"` // the account was made for them, and they have not set one: nobody signs in to it yet
}

// PersonList answers GET /api/people?find=: addresses that start with find.
type PersonList struct {
	People []Person `json:"people"`
	Next   string   `json:"next,omitempty"`
}

// TakeOver is the body of POST /api/people: the role of a person of the registry
// who has no account yet, which makes one.
type TakeOver struct {
	Email string      `json:"email"`
	Role  access.Role `json:"role"`
}

// SetRole is the body of PUT /api/people/{id}/role.
type SetRole struct {
	Role access.Role `json:"role"`
}

// EraseAccount is the body of POST /api/people/{id}/erase: the account's address,
// typed as a confirmation.
type EraseAccount struct {
	Email string `json:"email"`
}

// ServiceToken lets another system ask GET /api/entitlements/check.
type ServiceToken struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	CreatedAt time.Time `json:"created_at"`
	Secret    string    `json:"secret,omitempty"` // shown once, in the answer that makes it
}

// ServiceTokenList answers GET /api/tokens.
type ServiceTokenList struct {
	Tokens []ServiceToken `json:"tokens"`
}

// NewServiceToken is the body of POST /api/tokens.
type NewServiceToken struct {
	Name string `json:"name"`
}
