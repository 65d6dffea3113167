package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
)

// PutLink stores a mailed one-time link; an account has at most one, the last.
func (tx *Tx) PutLink(l Link) error {
	if err := tx.DropLink(l.Account); err != nil {
		return err
	}
	value, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("put link: %w", err)
	}
	ttl := l.ExpiresAt.Sub(tx.now)
	tx.rows.putFor(key(tableLink, l.Hash), value, ttl)
	tx.rows.putFor(key(tableLinkOf, l.Account), []byte(l.Hash), ttl)
	return nil
}

// DropLink removes an account's link, if there is one.
func (tx *Tx) DropLink(account string) error {
	hash, err := tx.rows.text(key(tableLinkOf, account))
	if err != nil || hash == "" {
		return err
	}
	tx.rows.drop(key(tableLink, hash))
	tx.rows.drop(key(tableLinkOf, account))
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
	tx.rows.drop(key(tableLinkOf, l.Account))
	if !tx.now.Before(l.ExpiresAt) {
		return Link{}, fmt.Errorf("link: %w", ErrNotFound)
	}
	return l, nil
}
