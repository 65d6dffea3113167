package ledger

import (
	"errors"

	"accord/server/event"
	"accord/shared/access"
)

func rulesKey(scope access.Identifier) string { return key(tableRules, scope.String()) }

// Rules returns the administrators' rules of a contract or bill-to ID; zero
// when none were set.
func (r *Reader) Rules(scope access.Identifier) (event.Rules, error) {
	rules, err := load[event.Rules](r.rows, rulesKey(scope))
	if errors.Is(err, ErrNotFound) {
		return event.Rules{}, nil
	}
	return rules, err
}

// Registry returns the last switch of the registry; false before the first.
func (r *Reader) Registry() (event.RegistrySwitched, bool, error) {
	last, err := load[event.RegistrySwitched](r.rows, key(tableRegistry))
	if errors.Is(err, ErrNotFound) {
		return last, false, nil
	}
	return last, err == nil, err
}
