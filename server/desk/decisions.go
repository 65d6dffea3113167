package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"sync"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Decision is what became of one item of a bulk decision: the status that the
// move led to, or the error that Move would have answered.
type Decision struct {
	Request string
	Status  access.Status
	Err     error
}

// Decide makes one decider's move on up to 100 requests. Each is a command of
// its own, checked like any other, so one that somebody else has decided
// meanwhile does not stop the rest; they wait for the writer together, which
// writes them as one batch. An item named twice counts once. The idempotency
// key holds for each item by itself: a repeat after a lost answer does again
// only what was not done. An approval's end date is for every item, its purpose
// for those for third parties. Errors: validation; of an item, those of Move.
func (d *Desk) Decide(ctx context.Context, who Who, body wire.Decisions) ([]Decision, error) {
	items := distinctItems(body.Items)
	note, wrong := d.decidable(items, body)
	if len(wrong) > 0 {
		return nil, invalid(wrong...)
	}
	decisions := make([]Decision, len(items))
	var all sync.WaitGroup
	for i, item := range items {
		all.Go(func() {
			one := who
			one.Key = itemKey(who.Key, item.ID)
			r, err := d.Move(ctx, one, item.ID, body.Move, wire.Moved{Note: note, Seq: item.Seq, EndsOn: body.EndsOn, Purpose: body.Purpose})
			decisions[i] = Decision{Request: item.ID, Status: r.Status, Err: err}
		})
	}
	all.Wait()
	return decisions, nil
}

// decidable checks what holds for all items at once; what an end date or a
// purpose must be beside that, each item's contract says.
func (d *Desk) decidable(items []wire.Decided, body wire.Decisions) (note string, wrong []wire.FieldError) {
	if len(items) == 0 || len(items) > wire.MaxDecisions {
		wrong = append(wrong, wire.FieldError{Field: "items", Code: "items.count", Args: []string{strconv.Itoa(wire.MaxDecisions)}})
	}
	if !slices.Contains(access.DeciderMoves(), body.Move) {
		wrong = append(wrong, wire.FieldError{Field: "move", Code: "move.unknown"})
	}
	note, bad := validation.Note(body.Note, body.Move.NeedsNote())
	if bad != nil {
		wrong = append(wrong, *bad)
	}
	if _, bad := validation.LastDay(body.EndsOn, d.Now(), validation.LatestDay(d.Now(), nil)); bad != nil {
		wrong = append(wrong, *bad)
	}
	if _, bad := validation.Purpose(body.Purpose); bad != nil && body.Purpose != "" {
		wrong = append(wrong, *bad)
	}
	return note, wrong
}

func distinctItems(items []wire.Decided) []wire.Decided {
	seen := map[string]bool{}
	var distinct []wire.Decided
	for _, item := range items {
		if !seen[item.ID] {
			seen[item.ID] = true
			distinct = append(distinct, item)
		}
	}
	return distinct
}

// itemKey derives an item's idempotency key from the batch's.
func itemKey(batch, request string) string {
	if batch == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(batch + "\n" + request))
	return hex.EncodeToString(sum[:])
}
