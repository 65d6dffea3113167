package registry

import (
	"bytes"
	"context"

	"github.com/dgraph-io/badger/v4"

	"accord/shared/wire"
)

// tableOf is the table whose rows have a key each in a space; ok is false for the
// spaces of lists.
func tableOf(space byte) (table int, ok bool) {
	switch space {
	case spaceCompany:
		return tableCompanies, true
	case spaceBillTo:
		return tableBillTo, true
	case spaceContract:
		return tableContracts, true
	case spaceSerial:
		return tableProducts, true
	case spaceAdministrators:
		return tableAdministrators, true
	case spacePerson:
		return tableAccounts, true
	case spaceGrant:
		return tableGrants, true
	}
	return 0, false
}

// comparison counts how rows differ from those of a generation. Both come in the
// order of their keys, so it holds one of each.
type comparison struct {
	old    *badger.Iterator // nil for the empty registry
	counts []wire.RowChanges
}

// compare counts how the rows that feed hands to take, in the order of their keys,
// differ from those of the generation, by file.
func (g *Generation) compare(feed func(take func(key, record []byte) error) error) (map[string]wire.RowChanges, error) {
	c := comparison{counts: make([]wire.RowChanges, len(tables()))}
	run := func() error {
		if err := feed(c.take); err != nil {
			return err
		}
		return c.goneBefore(nil)
	}
	var err error
	if g.db == nil {
		err = run()
	} else {
		err = g.db.View(func(txn *badger.Txn) error {
			c.old = txn.NewIterator(badger.IteratorOptions{})
			defer c.old.Close()
			c.old.Rewind()
			return run()
		})
	}
	changes := make(map[string]wire.RowChanges, len(c.counts))
	for i, t := range tables() {
		changes[t.file] = c.counts[i]
	}
	return changes, err
}

func (c *comparison) take(key, record []byte) error {
	table, ok := tableOf(key[0])
	if !ok {
		return nil
	}
	if err := c.goneBefore(key); err != nil {
		return err
	}
	count := &c.counts[table]
	if c.old == nil || !c.old.Valid() || !bytes.Equal(c.old.Item().Key(), key) {
		count.New++
		return nil
	}
	err := c.old.Item().Value(func(v []byte) error {
		if bytes.Equal(v, record) {
			count.Same++
		} else {
			count.Changed++
		}
		return nil
	})
	c.old.Next()
	return err
}

// goneBefore counts the old rows before a key, nil for all that are left; lists are
// leapt over.
func (c *comparison) goneBefore(key []byte) error {
	for c.old != nil && c.old.Valid() {
		old := c.old.Item().Key()
		if key != nil && bytes.Compare(old, key) >= 0 {
			return nil
		}
		table, ok := tableOf(old[0])
		switch {
		case ok:
			c.counts[table].Gone++
			c.old.Next()
		case old[0] == spaceMeta:
			return nil
		default:
			c.old.Seek([]byte{old[0] + 1})
		}
	}
	return nil
}

// changes compares what was read with the current generation. Errors: those of
// the sorter, ErrClosed.
func (s *Store) changes(ctx context.Context, b *batch) (changes map[string]wire.RowChanges, err error) {
	if err := b.entries.Finish(ctx); err != nil {
		return nil, err
	}
	err = s.Use(func(g *Generation) error {
		changes, err = g.compare(func(take func(key, record []byte) error) error { return b.good(ctx, "compare", take) })
		return err
	})
	return changes, err
}
