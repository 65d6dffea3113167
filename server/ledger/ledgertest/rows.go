package ledgertest

import (
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// Row is a key and its value as the database has them.
type Row struct{ Key, Value []byte }

// Rows is every row of a ledger that is closed, of whatever table.
func Rows(t testing.TB, dir string) (rows []Row) {
	t.Helper()
	db, err := badger.Open(badger.DefaultOptions(dir + "/facts").WithLoggingLevel(badger.ERROR))
	if err != nil {
		t.Fatal(err)
	}
	err = db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.DefaultIteratorOptions)
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			value, err := it.Item().ValueCopy(nil)
			if err != nil {
				return err
			}
			rows = append(rows, Row{it.Item().KeyCopy(nil), value})
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	return rows
}
