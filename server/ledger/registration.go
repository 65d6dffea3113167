package ledger

import (
	"encoding/json"
	"fmt"
)

// PutRegistration stores what an address was registered with last.
func (tx *Tx) PutRegistration(r Registration) error {
	value, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("put registration: %w", err)
	}
	tx.rows.putFor(key(tableRegistration, r.Email), value, r.ExpiresAt.Sub(tx.now))
	return nil
}

// Registration returns what an address was registered with last. Errors:
// ErrNotFound. It may be there for a while after its time.
func (r *Reader) Registration(email string) (Registration, error) {
	return load[Registration](r.rows, key(tableRegistration, email))
}

// DropRegistration forgets what an address was registered with.
func (tx *Tx) DropRegistration(email string) { tx.rows.drop(key(tableRegistration, email)) }
