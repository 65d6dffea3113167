package registry

import (
	"bytes"

	"github.com/dgraph-io/badger/v4"

	"accord/shared/access"
)

// maxGrantsOf is how many grants of a scope are listed.
const maxGrantsOf = 5_000

// HeldGrant is access that grants.csv gives, with the address it gives it to.
type HeldGrant struct {
	Email string
	Grant
}

// GrantsOf lists the access that grants.csv gives to exactly this contract or
// bill-to ID, by address (bounded at 5,000). A generation from before such a
// list was written is read through once, at its first use.
func (g *Generation) GrantsOf(scope access.Identifier) ([]HeldGrant, error) {
	if g.db != nil && !g.meta.GrantsOf {
		all, err := g.oldGrants()
		held := all[scope.String()]
		return held[:min(len(held), maxGrantsOf)], err
	}
	var held []HeldGrant
	err := g.list(spaceGrantsOf, scope.String(), maxGrantsOf, func(item *badger.Item) error {
		h, err := heldGrant(item, emailOf(item.Key()))
		held = append(held, h)
		return err
	})
	return held, err
}

// readGrants sorts the grants of the whole generation by scope.
func (g *Generation) readGrants() (map[string][]HeldGrant, error) {
	all := map[string][]HeldGrant{}
	err := g.db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.IteratorOptions{Prefix: []byte{spaceGrant}})
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			email, _, _ := bytes.Cut(it.Item().Key()[1:], []byte{0})
			h, err := heldGrant(it.Item(), string(email))
			if err != nil {
				return err
			}
			all[h.Scope.String()] = append(all[h.Scope.String()], h)
		}
		return nil
	})
	return all, err
}

// emailOf is the middle part of the key of a scope's grant.
func emailOf(key []byte) string {
	return last(key[:bytes.LastIndexByte(key, 0)])
}

func heldGrant(item *badger.Item, email string) (h HeldGrant, err error) {
	err = item.Value(func(v []byte) error {
		grant, err := decodeGrant(string(v))
		h = HeldGrant{Email: email, Grant: *grant}
		return err
	})
	return h, err
}
