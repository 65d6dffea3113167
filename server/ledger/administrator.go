package ledger

import (
	"time"

	"accord/shared/access"
)

// How many administrators of a scope, and scopes of an administrator, are read.
const (
	maxNamed   = 1_000
	maxNamedOf = 10_000
)

// Administrator is the last word on whether an account decides for a contract
// or bill-to ID. It stands above the registry's, also above later imports.
type Administrator struct {
	Account string            `json:"account"`
	Scope   access.Identifier `json:"scope"`
	Left    bool              `json:"left,omitempty"`
	At      time.Time         `json:"at"`
	Seq     uint64            `json:"seq"`
}

func namedKey(scope access.Identifier, account string) string {
	return key(tableNamed, scope.String(), account)
}

func projectAdministrator(r *rows, scope access.Identifier, a Administrator) error {
	if err := store(r, namedKey(scope, a.Account), a); err != nil {
		return err
	}
	return store(r, key(tableNamedOf, a.Account, scope.String()), a)
}

// Administrator returns the last word on an account and a scope. Errors:
// ErrNotFound when nothing was said and the registry's word holds.
func (r *Reader) Administrator(scope access.Identifier, account string) (Administrator, error) {
	return load[Administrator](r.rows, namedKey(scope, account))
}

// Administrators lists what was said of the administrators of a scope, those
// who left too (bounded at 1,000).
func (r *Reader) Administrators(scope access.Identifier) ([]Administrator, error) {
	return list[Administrator](r.rows, key(tableNamed, scope.String()), maxNamed)
}

// Administers lists what was said of an account, what it left too (bounded at
// 10,000).
func (r *Reader) Administers(account string) ([]Administrator, error) {
	return list[Administrator](r.rows, key(tableNamedOf, account), maxNamedOf)
}
