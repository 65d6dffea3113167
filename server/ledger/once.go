package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"accord/shared/wire"
)

// remembered is how long an idempotency key is known: longer than anything lies in
// the outbox of a browser, which waits for as long as a session lives (30 days) and
// for as long as it is known afterwards that it ran out.
const remembered = sessionTrace + 40*24*time.Hour

// once is the answer that an idempotency key of an account got. The same key
// with another fingerprint is another command, and refused.
type once struct {
	Fingerprint string          `json:"fingerprint"`
	Body        json.RawMessage `json:"body"`
	Seq         uint64          `json:"seq"`
	Until       time.Time       `json:"until"`
}

func onceKey(cmd Command) string { return key(tableOnce, cmd.By.Account, cmd.Key) }

// answered returns the answer that the command's key got before, if any.
// Errors: ErrKeyReused.
func (tx *Tx) answered(cmd Command) (Answer, bool, error) {
	if cmd.Key == "" {
		return Answer{}, false, nil
	}
	o, err := load[once](tx.rows, onceKey(cmd))
	if errors.Is(err, ErrNotFound) || (err == nil && !tx.now.Before(o.Until)) {
		return Answer{}, false, nil
	}
	if err != nil {
		return Answer{}, false, err
	}
	if o.Fingerprint != cmd.Fingerprint {
		return Answer{}, false, ErrKeyReused
	}
	at := wire.Position{Epoch: tx.Position().Epoch, Seq: o.Seq}
	return Answer{Body: o.Body, Repeated: true, Position: at}, true, nil
}

// remember keeps the answer under the command's key, with the command's facts.
func (tx *Tx) remember(cmd Command, a Answer) error {
	if cmd.Key == "" {
		return nil
	}
	value, err := json.Marshal(once{cmd.Fingerprint, a.Body, a.Position.Seq, tx.now.Add(remembered)})
	if err != nil {
		return fmt.Errorf("remember answer: %w", err)
	}
	tx.rows.putFor(onceKey(cmd), value, remembered)
	return nil
}
