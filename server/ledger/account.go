package ledger

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

func accountKey(id string) string { return key(tableAccount, id) }

// PutAccount stores the account record and its address index. The caller
// appends the fact that says so. Changing the address moves the index; what waits
// in a queue is found by a changed profile at once, as far as the command has room
// (Reindex). Errors: ErrAddressTaken when another account has the address.
func (tx *Tx) PutAccount(a Account) error {
	old, err := tx.Account(a.ID)
	known := err == nil
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	owner, err := tx.rows.text(key(tableAddress, a.Profile.Email))
	if err != nil {
		return err
	}
	if owner != "" && owner != a.ID {
		return fmt.Errorf("put account %s: %w", a.ID, ErrAddressTaken)
	}
	if known && old.Profile.Email != a.Profile.Email {
		tx.rows.drop(key(tableAddress, old.Profile.Email))
	}
	tx.rows.put(key(tableAddress, a.Profile.Email), []byte(a.ID)) // one that was held for it lapses no more
	if err := store(tx.rows, accountKey(a.ID), a); err != nil {
		return err
	}
	if known && old.Profile == a.Profile {
		return nil
	}
	if !known || old.Profile.Email != a.Profile.Email {
		if _, err := tx.Rehold(a.ID, ""); err != nil {
			return err
		}
	}
	_, err = tx.Reindex(a.ID, "")
	return err
}

// Account returns an account by ID. Errors: ErrNotFound.
func (r *Reader) Account(id string) (Account, error) {
	return load[Account](r.rows, accountKey(id))
}

// HoldAddress keeps a former address of an account from every other one for a
// while, so that a change can be taken back.
func (tx *Tx) HoldAddress(email, account string, d time.Duration) {
	tx.rows.putFor(key(tableAddress, email), []byte(account), d)
}

// AccountByEmail returns an account by its canonical address. Errors: ErrNotFound.
func (r *Reader) AccountByEmail(email string) (Account, error) {
	a, err := r.AccountHolding(email)
	if err == nil && a.Profile.Email != email {
		return Account{}, ErrNotFound
	}
	return a, err
}

// AccountHolding returns the account that has an address, or had it until a
// short while ago. Errors: ErrNotFound.
func (r *Reader) AccountHolding(email string) (Account, error) {
	id, err := r.rows.get(key(tableAddress, email))
	if err != nil {
		return Account{}, err
	}
	return r.Account(string(id))
}

// AccountsCursor is the cursor of Accounts behind an address.
func AccountsCursor(email string) string { return sealCursor(cursorAccounts, email) }

// AccountsAfter is the address that a cursor of Accounts stands behind, "" for
// the start. Errors: ErrBadCursor.
func AccountsAfter(cursor string) (email string, err error) {
	return openCursor(cursorAccounts, cursor, 1)
}

// Accounts lists accounts whose address starts with prefix, by address.
func (r *Reader) Accounts(prefix, cursor string, limit int) (accounts []Account, next string, err error) {
	limit = capped(limit, maxList)
	after, err := AccountsAfter(cursor)
	if err != nil {
		return nil, "", err
	}
	w := r.rows.walk(key(tableAddress) + prefix)
	defer w.close()
	from := ""
	if after != "" {
		from = key(tableAddress, after) + "\x00"
	}
	for w.seek(from); w.ok; w.next() {
		if len(accounts) == limit {
			return accounts, AccountsCursor(accounts[limit-1].Profile.Email), nil
		}
		id, err := w.value()
		if err != nil {
			return nil, "", fmt.Errorf("list accounts: %w", err)
		}
		a, err := r.Account(string(id))
		if err != nil {
			return nil, "", fmt.Errorf("list accounts: account %s: %w", id, err)
		}
		if address, _, _ := strings.Cut(w.rest(), "\x00"); prefix+address == a.Profile.Email {
			accounts = append(accounts, a) // and not by an address that is only held
		}
	}
	return accounts, "", nil
}
