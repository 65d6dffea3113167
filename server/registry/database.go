package registry

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/dgraph-io/badger/v4/pb"
	"github.com/dgraph-io/ristretto/v2/z"
)

// format is the version of the key layout and the records. A generation of
// another format is not read: the import is repeated.
const format = 1

// restore is what a person can do about a generation that cannot be opened:
// nothing opens without it, the import neither.
const restore = "put the last backup of the whole data folder in its place and start again"

// meta is what a generation knows of itself.
type meta struct {
	Format int            `json:"format"`
	Digest string         `json:"digest"`
	Rows   map[string]int `json:"rows"`
	Keys   int            `json:"keys"` // in the whole database, this one included

	// GrantsOf says that the generation lists its grants by scope as well. One
	// that was written before does not; the same files may be imported again.
	GrantsOf bool `json:"grants_of"`

	// Endings says that it lists its grants by their end, in the same way.
	Endings bool `json:"endings"`

	// ContractsOf says that it lists the contracts of each bill-to ID.
	ContractsOf bool `json:"contracts_of"`
}

const (
	writeBatch = 1 << 20 // bytes handed to the stream writer at once
	tableSize  = 4 << 20 // of a Badger table; up to 18 wait in memory for a slow disk
	stream     = 1       // all keys are one sorted stream
	version    = 1       // of every key: a generation is written once
)

// databaseOptions are for one bulk write and then reads only. Values are not
// compressed and need no block cache: the kernel's page cache serves the
// mapped tables, and bloom filters stay in memory.
func databaseOptions(dir string) badger.Options {
	o := badger.DefaultOptions(dir).
		WithLogger(nil).WithMetricsEnabled(false).
		WithCompression(options.None).WithBlockCacheSize(0).WithIndexCacheSize(0).
		WithMemTableSize(8 << 20).WithNumMemtables(1).WithNumCompactors(0).
		WithBaseTableSize(tableSize).
		WithValueLogFileSize(1 << 20).WithNumGoroutines(1).WithDetectConflicts(false)
	o.TableSizeMultiplier = 1 // the stream writer takes this to the fifth power
	return o
}

// openDatabase opens a finished generation. Badger's read-only mode fails on a
// database that was not closed cleanly, which a generation always was before
// it got its name; in return nothing is written, mapped beyond a file's end or
// locked against others, so a full disk cannot kill the process here.
//
// A lookup in Badger takes a block whose checksum is wrong for a key that is
// not there, and a contract must not become unknown by a flipped bit. So every
// block is verified here (about a second for each GB), and the keys counted.
func openDatabase(dir string) (*badger.DB, meta, error) {
	if _, err := os.Stat(filepath.Join(dir, badger.ManifestFilename)); err != nil {
		return nil, meta{}, fmt.Errorf("%s is missing; %s: %w", dir, restore, err)
	}
	db, err := badger.Open(databaseOptions(dir).WithReadOnly(true).
		WithChecksumVerificationMode(options.OnTableRead))
	if err != nil {
		return nil, meta{}, fmt.Errorf("opening the registry in %s: %w", dir, err)
	}
	m, err := readMeta(db)
	if err == nil {
		err = m.fits(db)
	}
	if err != nil {
		return nil, meta{}, errors.Join(fmt.Errorf("opening the registry in %s: %w", dir, err), db.Close())
	}
	return db, m, nil
}

// fits reports whether the database is what its meta record says.
func (m meta) fits(db *badger.DB) error {
	if m.Format != format {
		return fmt.Errorf("it has format %d, this program reads %d; import it again", m.Format, format)
	}
	keys := 0
	for _, t := range db.Tables() {
		keys += int(t.KeyCount)
	}
	if keys != m.Keys {
		return fmt.Errorf("it has %d keys of %d: it is damaged; %s", keys, m.Keys, restore)
	}
	return nil
}

func readMeta(db *badger.DB) (meta, error) {
	var m meta
	err := db.View(func(txn *badger.Txn) error {
		item, err := txn.Get(key(spaceMeta))
		if err != nil {
			return err
		}
		return item.Value(func(v []byte) error { return json.Unmarshal(v, &m) })
	})
	return m, err
}

// writeDatabase writes a new generation into dir and closes it, synced. take hears
// of every key.
func writeDatabase(ctx context.Context, dir string, m meta, b *batch, take func(key, record []byte) error) error {
	db, err := badger.Open(databaseOptions(dir))
	if err != nil {
		return fmt.Errorf("creating the generation: %w", err)
	}
	err = fill(ctx, db, m, b, take)
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("writing the generation: %w", err)
	}
	return syncTree(dir)
}

func fill(ctx context.Context, db *badger.DB, m meta, b *batch, take func(key, record []byte) error) (err error) {
	w := db.NewStreamWriter()
	if err := w.Prepare(); err != nil {
		w.Cancel()
		return err
	}
	defer func() {
		if err != nil {
			w.Cancel()
		}
	}()
	out := &writer{to: w, buf: z.NewBuffer(2*writeBatch, "registry")}
	defer func() { err = errors.Join(err, out.buf.Release()) }()
	err = b.good(ctx, "write", func(key, record []byte) error {
		if err := take(key, record); err != nil {
			return err
		}
		return out.put(key, record)
	})
	if err != nil {
		return err
	}
	m.Keys = out.keys + 1
	about, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := out.put(key(spaceMeta), about); err != nil {
		return err
	}
	if err := out.flush(); err != nil {
		return err
	}
	return w.Flush()
}

// writer hands keys to the stream writer in batches.
type writer struct {
	to   *badger.StreamWriter
	buf  *z.Buffer
	kv   pb.KV
	keys int
}

func (w *writer) put(key, record []byte) error {
	w.kv.Key, w.kv.Value, w.kv.Version, w.kv.StreamId = key, record, version, stream
	badger.KVToBuffer(&w.kv, w.buf)
	w.keys++
	if w.buf.LenNoPadding() < writeBatch {
		return nil
	}
	return w.flush()
}

func (w *writer) flush() error {
	err := w.to.Write(w.buf)
	w.buf.Reset()
	return err
}

// syncTree makes a directory and the files in it durable. Badger syncs what it
// writes, except when it cuts files at closing.
func syncTree(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := syncFile(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return syncFile(dir)
}

// syncFile makes one file, or the names in one directory, durable.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
