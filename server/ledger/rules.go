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
