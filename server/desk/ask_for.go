package desk

import (
	"context"
	"encoding/json"
	"fmt"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// askFor makes one request on the strength of an access that is there: to
// extend it, or for a user at another company. run writes it and answers its
// ID; a repeat of the command gets the first ID. The registry must still be the
// one that the caller looked at.
func (d *Desk) askFor(ctx context.Context, g *registry.Generation, who Who, fingerprint string, run func(*ledger.Tx) (string, error)) (id string, err error) {
	answer, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint,
		Run: func(tx *ledger.Tx) (any, error) {
			if err := d.current(g); err != nil {
				return nil, err
			}
			return run(tx)
		},
	})
	if err != nil {
		return "", commandError(err)
	}
	if err := json.Unmarshal(answer.Body, &id); err != nil {
		return "", fmt.Errorf("decode answer: %w", err)
	}
	return id, nil
}
