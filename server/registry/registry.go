// Package registry holds the vendor's contracts, companies, covered products,
// bill-to IDs, administrators, people and given access, as imported from CSV.
// Every import is a new generation: a Badger database of its own beside the
// old one, written by the bulk loader; one fact in the ledger switches to it.
package registry

import (
	"context"
	"io/fs"

	"accord/shared/access"
	"accord/shared/wire"
)

// Store owns the directory of generations. Safe for concurrent use.
type Store struct{}

// Open opens the generation that the ledger names (0: none yet, an empty
// registry) and removes every other one below dir, finished or not.
func Open(dir string, generation uint64) (*Store, error) { panic("contract") }

// Close closes the current generation once nobody reads it.
func (s *Store) Close() error { panic("contract") }

// Use calls read with the current generation, which stays open until read
// returns, even if an import switches meanwhile.
func (s *Store) Use(read func(*Generation) error) error { panic("contract") }

// Progress is told how far a check or load is, in rows or keys. May be nil.
type Progress func(stage string, done, total int)

// Report is the outcome of a check.
type Report struct {
	Digest     string          // hex SHA-256 over names and contents of the files
	Rows       map[string]int  // good rows by file
	Errors     []wire.RowError // the first 500
	ErrorCount int
}

// Check reads the files and reports every bad row; it changes nothing. Errors
// are those of reading; bad rows are in the report.
func (s *Store) Check(ctx context.Context, files fs.FS, p Progress) (Report, error) {
	panic("contract")
}

// Loaded is a new generation that nobody uses yet.
type Loaded struct {
	Report
	Generation uint64
}

// Load checks the files and writes a new generation beside the current one,
// in bounded memory. With bad rows it writes nothing and returns the report
// and ErrBadRows, unless skipBad. It does not switch: the caller writes the
// fact and then calls Switch. One load at a time: ErrBusy.
func (s *Store) Load(ctx context.Context, files fs.FS, skipBad bool, p Progress) (Loaded, error) {
	panic("contract")
}

// Switch makes a loaded generation the current one and removes the old one
// once nobody reads it.
func (s *Store) Switch(generation uint64) error { panic("contract") }

// Discard removes a loaded generation that will not be used.
func (s *Store) Discard(generation uint64) error { panic("contract") }

// Generation is one imported registry; reads only. Lookups return nil (or an
// empty list) and no error for what is not there. Values are in canonical
// form: digits, upper-case serials, lower-case addresses and domains.
type Generation struct{}

// Number is 0 for the empty registry.
func (g *Generation) Number() uint64 { panic("contract") }

// Contract returns a service contract by number.
func (g *Generation) Contract(number string) (*access.ServiceContract, error) { panic("contract") }

// Company returns a company by ID.
func (g *Generation) Company(id string) (*access.Company, error) { panic("contract") }

// BillTo returns the party of a bill-to ID.
func (g *Generation) BillTo(id string) (*access.BillToParty, error) { panic("contract") }

// SerialContracts lists the numbers of the contracts that cover a serial
// number (bounded at 100), in order.
func (g *Generation) SerialContracts(serial string) ([]string, error) { panic("contract") }

// CompaniesOfDomain lists the companies with exactly this mail domain.
func (g *Generation) CompaniesOfDomain(domain string) ([]access.Company, error) { panic("contract") }

// BillTosOf lists the bill-to IDs that belong to a company (bounded at 1,000).
func (g *Generation) BillTosOf(company string) ([]string, error) { panic("contract") }

// Administrators lists the addresses of those who decide for a contract or
// bill-to ID (bounded at 100).
func (g *Generation) Administrators(scope access.Identifier) ([]string, error) { panic("contract") }

// Administers lists the contracts and bill-to IDs an address decides for
// (bounded at 10,000).
func (g *Generation) Administers(email string) ([]access.Identifier, error) { panic("contract") }

// Person returns the accounts.csv row of an address.
func (g *Generation) Person(email string) (*Person, error) { panic("contract") }

// Grants lists the access that grants.csv gives an address (bounded at 2,000).
func (g *Generation) Grants(email string) ([]Grant, error) { panic("contract") }
