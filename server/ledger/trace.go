package ledger

import (
	"encoding/json"
	"errors"
	"fmt"

	"accord/shared/wire"
)

// PutTrace stores the rules of a request's evaluation, in the place of those
// of its last one, and returns the hash that its fact carries.
func (tx *Tx) PutTrace(request string, rules []wire.RuleResult) (hash string, err error) {
	value, err := json.Marshal(rules)
	if err != nil {
		return "", fmt.Errorf("put trace of %s: %w", request, err)
	}
	tx.rows.put(key(tableTrace, request), value)
	return hashOf(value), nil
}

// Trace returns the rules of a request's last evaluation; nil when there was none.
func (r *Reader) Trace(request string) ([]wire.RuleResult, error) {
	rules, err := load[[]wire.RuleResult](r.rows, key(tableTrace, request))
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	return rules, err
}
