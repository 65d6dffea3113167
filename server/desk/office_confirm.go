package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Confirm answers for up to 100 accesses that wait to be confirmed whether they
// are still needed. Those that are not end at once, with one reason for all of
// them. Each item has its own result, so one that somebody else has answered
// otherwise meanwhile does not stop the rest. Nobody answers for their own.
// Errors: not_found, validation; of an item: not_found, own_request, not_asked.
func (d *Desk) Confirm(ctx context.Context, who Who, scope access.Identifier, b wire.Confirm) ([]wire.DecisionResult, error) {
	why, wrong := confirmable(&b)
	if len(wrong) > 0 {
		return nil, invalid(wrong...)
	}
	answer, err := d.manage(ctx, who, scope, "confirm", b, naming(), func(tx *ledger.Tx, o office) (any, error) {
		results := make([]wire.DecisionResult, 0, len(b.Grants))
		for _, id := range b.Grants {
			result := wire.DecisionResult{ID: id}
			err := o.confirm(tx, who, id, b.Needed, why)
			if err = notFound(err); err != nil && !errors.As(err, &result.Problem) {
				return nil, err
			}
			results = append(results, result)
		}
		return results, nil
	})
	if err != nil {
		return nil, err
	}
	var results []wire.DecisionResult
	if err := json.Unmarshal(answer.Body, &results); err != nil {
		return nil, fmt.Errorf("decode answer: %w", err)
	}
	return results, nil
}

// confirmable checks what holds for all items at once, and takes doubles out.
func confirmable(b *wire.Confirm) (why wire.Revoke, wrong []wire.FieldError) {
	var distinct []string
	for _, id := range b.Grants {
		if !slices.Contains(distinct, id) {
			distinct = append(distinct, id)
		}
	}
	b.Grants = distinct
	if len(distinct) == 0 || len(distinct) > wire.MaxDecisions {
		wrong = append(wrong, wire.FieldError{Field: "grants", Code: "items.count", Args: []string{strconv.Itoa(wire.MaxDecisions)}})
	}
	if b.Needed {
		return why, wrong
	}
	why, bad := validation.Revoke(wire.Revoke{Reason: b.Reason, Note: b.Note})
	return why, append(wrong, bad...)
}

// confirm answers for one access. The same answer twice is no error.
func (o *office) confirm(tx *ledger.Tx, who Who, id string, needed bool, why wire.Revoke) error {
	g, err := tx.Grant(id)
	if err != nil {
		return err
	}
	switch {
	case g.Scope != o.scope:
		return ledger.ErrNotFound
	case g.Account == who.Account:
		return problem(wire.CodeOwnRequest)
	case !needed && g.Revoked, needed && !g.Waits() && !g.Revoked && !passed(g.Ends, tx.Now()):
		return nil
	case !g.Waits():
		return problem(wire.CodeNotAsked)
	case !needed:
		return o.revoke(tx, g, why)
	}
	_, err = tx.Append(&event.GrantConfirmed{Grant: g.ID, Account: g.Account})
	return err
}
