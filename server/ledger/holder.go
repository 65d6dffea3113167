package ledger

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"accord/shared/access"
)

// Holder is an access through a contract or bill-to ID that is not taken away, and
// the address of who holds it.
type Holder struct {
	Email  string
	Level  access.Level
	Grant  string
	Starts time.Time
	Ends   time.Time // zero for no end
}

func holderKey(email string, g *Grant) string {
	return key(tableHolder, g.Scope.String(), email, string(g.Level), g.ID)
}

// hold files a grant under its scope by its holder's address, as the account's
// record has it now; what is taken away is not filed. Where it stands is kept
// beside, for the address changes.
func hold(r *rows, g *Grant) error {
	was, err := r.text(key(tableHolderAt, g.ID))
	if err != nil {
		return err
	}
	now, term := "", ""
	if g.state() != "" {
		a, err := load[Account](r, accountKey(g.Account))
		if err != nil && !errors.Is(err, ErrNotFound) { // erased: what it held is taken away in a later fact
			return err
		}
		now, term = holderKey(a.Profile.Email, g), moment(g.Starts)
		if !g.Ends.IsZero() {
			term += moment(g.Ends)
		}
	}
	if was != now && was != "" {
		r.drop(was)
	}
	switch {
	case now != "":
		r.put(now, []byte(term))
		r.put(key(tableHolderAt, g.ID), []byte(now))
	case was != "":
		r.drop(key(tableHolderAt, g.ID))
	}
	return nil
}

// Rehold has what an account holds filed by its address as it is now, as Reindex
// does with its requests.
func (tx *Tx) Rehold(account, after string) (next string, err error) {
	w := tx.rows.walk(key(tableGrant, account))
	defer w.close()
	for w.seek(after); w.ok; w.next() {
		if !tx.Room() {
			return w.key, nil
		}
		g, err := here[Grant](w)
		if err == nil {
			err = hold(tx.rows, &g)
		}
		if err != nil {
			return "", err
		}
	}
	return "", nil
}

// Holders lists the accesses of exactly this contract or bill-to ID by their
// holders' addresses, so many at most; more says that there are others. It reads
// no grant.
func (r *Reader) Holders(scope access.Identifier, most int) (holders []Holder, more bool, err error) {
	w := r.rows.walk(key(tableHolder, scope.String()))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		if len(holders) == most {
			return holders, true, nil
		}
		term, err := w.value()
		if err != nil {
			return nil, false, fmt.Errorf("list holders: %w", err)
		}
		parts := strings.Split(w.rest(), "\x00") // of a key made by holderKey: four, the last one empty
		h := Holder{Email: parts[0], Level: access.Level(parts[1]), Grant: parts[2], Starts: momentOf(string(term))}
		if len(term) > 8 {
			h.Ends = momentOf(string(term[8:]))
		}
		holders = append(holders, h)
	}
	return holders, false, nil
}

// Known reports whether a grant was given here, or one of the registry's changed
// here.
func (r *Reader) Known(grant string) (bool, error) {
	at, err := r.rows.text(key(tableGrantAt, grant))
	return at != "", err
}
