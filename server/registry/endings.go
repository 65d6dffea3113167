package registry

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// Ending is access of grants.csv that has an end, in the order of the ends.
type Ending struct {
	HeldGrant
	Place string // where it stands in the order; the same in every generation that has it
}

// EndingPlace is before every grant that ends at the moment or later.
func EndingPlace(ends time.Time) string { return ends.UTC().Format(time.RFC3339) }

// Endings lists the access whose place is after one and that ends up to and
// including a moment, in order. A generation from before such a list was written
// is read through once, at its first use.
func (g *Generation) Endings(after string, until time.Time, limit int) ([]Ending, error) {
	if g.db == nil {
		return nil, nil
	}
	if !g.meta.Endings {
		return g.oldEndings(after, until, limit)
	}
	var endings []Ending
	err := g.db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.IteratorOptions{Prefix: []byte{spaceEnding}})
		defer it.Close()
		for it.Seek(key(spaceEnding, after)); it.Valid() && len(endings) < limit; it.Next() {
			e, err := ending(it.Item())
			if err != nil {
				return err
			}
			if e.Ends.After(until) {
				return nil
			}
			if e.Place > after {
				endings = append(endings, e)
			}
		}
		return nil
	})
	return endings, err
}

func ending(item *badger.Item) (e Ending, err error) {
	err = item.Value(func(v []byte) error {
		d := decoder{rest: string(v)}
		e.Email = d.text()
		grant, err := decodeGrant(d.rest)
		e.Grant, e.Place = *grant, string(item.Key()[1:])
		return err
	})
	return e, err
}

func encodeEnding(email string, g *Grant) []byte {
	var e encoder
	e.text(email)
	return append(e, encodeGrant(g)...)
}

// oldEndings is Endings from the grants of the whole generation.
func (g *Generation) oldEndings(after string, until time.Time, limit int) ([]Ending, error) {
	all, err := g.oldGrants()
	var endings []Ending
	for _, held := range all {
		for _, h := range held {
			place := strings.Join([]string{EndingPlace(h.Ends), h.ID}, "\x00")
			if !h.Ends.IsZero() && place > after && !h.Ends.After(until) {
				endings = append(endings, Ending{h, place})
			}
		}
	}
	slices.SortFunc(endings, func(a, b Ending) int { return cmp.Compare(a.Place, b.Place) })
	return endings[:min(len(endings), limit)], err
}
