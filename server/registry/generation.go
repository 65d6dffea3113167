package registry

import (
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/dgraph-io/badger/v4"

	"accord/shared/access"
)

// How much a list lookup returns at most.
const (
	maxSerialContracts = 100
	maxDomainCompanies = 1_000
	maxBillTosOf       = 1_000
	maxAdministrators  = 100
	mostAdministrators = 10_000
	maxAdministers     = 10_000
	maxGrants          = 2_000
)

// Generation is one imported registry; reads only. Lookups return nil (or an
// empty list) and no error for what is not there. Values are in canonical
// form: digits, upper-case serials, lower-case addresses and domains.
type Generation struct {
	number uint64
	meta   meta
	db     *badger.DB   // nil for the empty registry
	refs   atomic.Int64 // readers, and one of the store while it is current
	closed chan struct{}
	close  func() error
	err    error // of closing, once closed is

	oldGrants func() (map[string][]HeldGrant, error) // see GrantsOf
}

// Number is 0 for the empty registry.
func (g *Generation) Number() uint64 { return g.number }

// Digest is that of the files it was made from (see Report), "" for the empty
// registry.
func (g *Generation) Digest() string { return g.meta.Digest }

// Rows is the number of rows imported, by file. The caller must not change it.
func (g *Generation) Rows() map[string]int { return g.meta.Rows }

// Contract returns a service contract by number.
func (g *Generation) Contract(number string) (*access.ServiceContract, error) {
	return one(g, key(spaceContract, number), decodeContract)
}

// Company returns a company by ID.
func (g *Generation) Company(id string) (*access.Company, error) {
	return one(g, key(spaceCompany, id), decodeCompany)
}

// BillTo returns the party of a bill-to ID.
func (g *Generation) BillTo(id string) (*access.BillToParty, error) {
	return one(g, key(spaceBillTo, id), decodeBillTo)
}

// SerialContracts lists the numbers of the contracts that cover a serial
// number (bounded at 100), in order.
func (g *Generation) SerialContracts(serial string) ([]string, error) {
	return g.names(spaceSerial, serial, maxSerialContracts)
}

// CoveredProduct returns what a serial number is under a contract.
func (g *Generation) CoveredProduct(serial, contract string) (*access.CoveredProduct, error) {
	return one(g, key(spaceSerial, serial, contract), decodeProduct)
}

// CompaniesOfDomain lists the companies with exactly this mail domain (bounded
// at 1,000), by ID.
func (g *Generation) CompaniesOfDomain(domain string) ([]access.Company, error) {
	ids, err := g.names(spaceDomain, domain, maxDomainCompanies)
	if err != nil {
		return nil, err
	}
	var companies []access.Company
	for _, id := range ids {
		c, err := g.Company(id)
		if err != nil {
			return nil, err
		}
		if c != nil {
			companies = append(companies, *c)
		}
	}
	return companies, nil
}

// BillTosOf lists the bill-to IDs that belong to a company (bounded at 1,000).
func (g *Generation) BillTosOf(company string) ([]string, error) {
	return g.names(spaceBillTosOf, company, maxBillTosOf)
}

// ContractsOf counts the contracts under a bill-to ID, up to so many; known is
// false in a generation from before they were listed.
func (g *Generation) ContractsOf(billTo string, most int) (n int, known bool, err error) {
	err = g.list(spaceContractsOf, billTo, most, func(*badger.Item) error {
		n++
		return nil
	})
	return n, g.db == nil || g.meta.ContractsOf, err
}

// Administrators lists the addresses of those who decide for a contract or
// bill-to ID (bounded at 100).
func (g *Generation) Administrators(scope access.Identifier) ([]string, error) {
	return g.names(spaceAdministrators, scope.String(), maxAdministrators)
}

// AllAdministrators is Administrators for one who looks for somebody among many
// (bounded at 10,000).
func (g *Generation) AllAdministrators(scope access.Identifier) ([]string, error) {
	return g.names(spaceAdministrators, scope.String(), mostAdministrators)
}

// IsAdministrator reports whether an address is one of theirs, also of more than
// Administrators lists.
func (g *Generation) IsAdministrator(scope access.Identifier, email string) (bool, error) {
	found, err := one(g, key(spaceAdministrators, scope.String(), email), func(string) (*struct{}, error) { return &struct{}{}, nil })
	return found != nil, err
}

// Administers lists the contracts and bill-to IDs an address decides for
// (bounded at 10,000).
func (g *Generation) Administers(email string) ([]access.Identifier, error) {
	names, err := g.names(spaceAdministers, email, maxAdministers)
	if err != nil || len(names) == 0 {
		return nil, err
	}
	scopes := make([]access.Identifier, len(names))
	for i, n := range names {
		scopes[i] = scope(n)
	}
	return scopes, nil
}

// Person returns the accounts.csv row of an address.
func (g *Generation) Person(email string) (*Person, error) {
	return one(g, key(spacePerson, email), decodePerson)
}

// People lists accounts.csv rows whose address starts with prefix and comes
// after another one, by address.
func (g *Generation) People(prefix, after string, limit int) (people []Person, err error) {
	if g.db == nil {
		return nil, nil
	}
	err = g.db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.IteratorOptions{Prefix: key(spacePerson, prefix)})
		defer it.Close()
		for it.Seek(key(spacePerson, max(prefix, after))); it.Valid() && len(people) < limit; it.Next() {
			err := it.Item().Value(func(v []byte) error {
				p, err := decodePerson(string(v))
				if err == nil && p.Profile.Email > after {
					people = append(people, *p)
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("registry, people: %w", err)
	}
	return people, nil
}

// Grants lists the access that grants.csv gives an address (bounded at 2,000).
func (g *Generation) Grants(email string) ([]Grant, error) {
	var grants []Grant
	err := g.list(spaceGrant, email, maxGrants, func(item *badger.Item) error {
		return item.Value(func(v []byte) error {
			grant, err := decodeGrant(string(v))
			grants = append(grants, *grant)
			return err
		})
	})
	return grants, err
}

// Knows reports whether an address has a row in accounts.csv or grants.csv.
func (g *Generation) Knows(email string) (bool, error) {
	person, err := g.Person(email)
	if err != nil || person != nil {
		return person != nil, err
	}
	granted, err := g.names(spaceGrant, email, 1)
	return len(granted) > 0, err
}

// Grant returns what grants.csv gives an address under an ID.
func (g *Generation) Grant(email, id string) (*Grant, error) {
	return one(g, key(spaceGrant, email, id), decodeGrant)
}

// GrantsOn lists the access that grants.csv gives an address on exactly these
// contracts and bill-to IDs.
func (g *Generation) GrantsOn(email string, scopes ...access.Identifier) ([]Grant, error) {
	var grants []Grant
	for _, scope := range scopes {
		for _, level := range access.Levels() {
			grant, err := g.Grant(email, grantID(email, level, scope))
			if err != nil {
				return nil, err
			}
			if grant != nil {
				grants = append(grants, *grant)
			}
		}
	}
	return grants, nil
}

// one reads a single record, nil when there is none.
func one[T any](g *Generation, key []byte, decode func(string) (*T, error)) (*T, error) {
	if g.db == nil {
		return nil, nil
	}
	var found *T
	err := g.db.View(func(txn *badger.Txn) error {
		item, err := txn.Get(key)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return item.Value(func(v []byte) (err error) {
			found, err = decode(string(v))
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("registry, a key of %q: %w", key[:1], err) // the rest may be a person's address
	}
	return found, nil
}

// names lists the last parts of the keys under an owner.
func (g *Generation) names(space byte, owner string, most int) ([]string, error) {
	var names []string
	err := g.list(space, owner, most, func(item *badger.Item) error {
		names = append(names, last(item.Key()))
		return nil
	})
	return names, err
}

// list calls each with at most so many items under an owner, in key order.
func (g *Generation) list(space byte, owner string, most int, each func(*badger.Item) error) error {
	if g.db == nil {
		return nil
	}
	prefix := listKey(space, owner)
	err := g.db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.IteratorOptions{Prefix: prefix})
		defer it.Close()
		for it.Rewind(); it.Valid() && most > 0; it.Next() {
			if err := each(it.Item()); err != nil {
				return err
			}
			most--
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("registry, keys of %q: %w", prefix[:1], err)
	}
	return nil
}
