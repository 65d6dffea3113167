package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
)

// PutLink stores a mailed one-time link beside the account's others: each stays
// good until its time is over or one of them has been used (DropLinks).
func (tx *Tx) PutLink(l Link) error {
	value, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("put link: %w", err)
	}
	ttl := l.ExpiresAt.Sub(tx.now)
	tx.rows.putFor(key(tableLink, l.Hash), value, ttl)
	tx.rows.putFor(key(tableLinkOf, l.Account, l.Hash), []byte(l.Hash), ttl)
	return nil
}

// DropLinks removes an account's links.
func (tx *Tx) DropLinks(account string) error {
	w := tx.rows.walk(key(tableLinkOf, account))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		hash, err := w.value()
		if err != nil {
			return fmt.Errorf("drop links: %w", err)
		}
		tx.rows.drop(key(tableLink, string(hash)))
		tx.rows.drop(w.key)
	}
	return nil
}

// TakeLink removes a link and returns it. Errors: ErrNotFound, also when it
// has expired.
func (tx *Tx) TakeLink(hash string) (Link, error) {
	l, err := load[Link](tx.rows, key(tableLink, hash))
	if errors.Is(err, ErrNotFound) {
		return Link{}, fmt.Errorf("link: %w", err)
	}
	if err != nil {
		return Link{}, err
	}
	tx.rows.drop(key(tableLink, hash))
	tx.rows.drop(key(tableLinkOf, l.Account, hash))
	if !tx.now.Before(l.ExpiresAt) {
		return Link{}, fmt.Errorf("link: %w", ErrNotFound)
	}
	return l, nil
}
