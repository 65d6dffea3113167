package desk

import (
	"time"

	"accord/server/ledger"
	"accord/server/policy"
	"accord/shared/access"
	"accord/shared/wire"
)

// explain says to its requester how a request was last evaluated; nil when no
// trace was kept.
func explain(r *ledger.Reader, request ledger.Request) (*wire.Explanation, error) {
	trace, err := r.Trace(request.ID)
	if err != nil || trace == nil {
		return nil, err
	}
	return &wire.Explanation{At: evaluatedAt(request), Policy: request.Policy, Rules: policy.Explain(trace)}, nil
}

// evaluatedAt is when the rules last looked at a request.
func evaluatedAt(request ledger.Request) time.Time {
	at := request.SubmittedAt
	for _, s := range request.Steps {
		if s.Move == access.MoveSubmit || s.Move == access.MoveReprocess || s.Move == access.MoveAppeared {
			at = s.At
		}
	}
	return at
}
