// Package registry holds the vendor's contracts, companies, covered products,
// bill-to IDs, administrators, people and given access, as imported from CSV.
// Every import is a new generation: a Badger database of its own beside the
// old one, written by the bulk loader; one fact in the ledger switches to it.
//
// # Directory
//
//	gen-7       a generation, complete and synced: it got this name last
//	gen-8.tmp   one being written
//	work-*      sorted runs of a check or load
//
// Only the generation that the ledger names is kept at the start; a process
// killed at any moment leaves it untouched.
//
// # Keys of a generation
//
// A key is a space (one byte) and its parts with a zero byte between them. All
// have version 1; values are the records of codec.go, empty for pure lists.
//
//	a kind:value  email      administrators of a contract or bill-to ID
//	b bill-to                bill-to party
//	c number                 service contract
//	d domain      company    companies of a mail domain
//	e email       kind:value what an address administers
//	g email       grant      access given by grants.csv
//	h kind:value  email grant  who has access through a contract or bill-to ID
//	k company                company
//	n bill-to     contract   contracts under a bill-to ID
//	p email                  person
//	s serial      contract   covered product
//	w end         grant      access with an end, and whom it is given to
//	y company     bill-to    bill-to IDs of a company
//	ff                       format, digest, row counts and number of keys, as JSON
//
// # Loading
//
// The files are read once, row by row. What a row says of other rows goes as
// claims (claim.go) into one external sorter, the keys to write into another;
// both keep two blocks of 16 MiB in memory and the rest in sorted runs on disk.
// The sorted claims show every double and every dangling reference; then the
// sorted keys go to Badger's StreamWriter, those of bad rows left out. Memory
// does not grow with the files but for a bit a row and four bytes a company.
package registry

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"accord/shared/wire"
)

// Store owns the directory of generations. Safe for concurrent use.
type Store struct {
	dir     string
	loading sync.Mutex // held by a load
	change  sync.Mutex // held by whoever replaces the current generation

	mu      sync.Mutex // guards current
	current *Generation
}

// Open opens the generation that the ledger names (0: none yet, an empty
// registry) and removes every other one below dir, finished or not.
func Open(dir string, generation uint64) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("opening the registry: %w", err)
	}
	s := &Store{dir: dir}
	g, err := s.open(generation)
	if err != nil {
		return nil, err
	}
	s.current = g
	if err := s.sweep(generation); err != nil {
		g.release()
		return nil, err
	}
	return s, nil
}

// sweep removes what earlier processes left behind.
func (s *Store) sweep(keep uint64) error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return fmt.Errorf("cleaning the registry: %w", err)
	}
	for _, e := range entries {
		ours := strings.HasPrefix(e.Name(), generationPrefix) || strings.HasPrefix(e.Name(), workPrefix)
		if !ours || e.Name() == generationName(keep) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(s.dir, e.Name())); err != nil {
			return fmt.Errorf("cleaning the registry: %w", err)
		}
	}
	return nil
}

const (
	generationPrefix = "gen-"
	workPrefix       = "work-"
	unfinished       = ".tmp"
)

func generationName(number uint64) string { return generationPrefix + strconv.FormatUint(number, 10) }

func (s *Store) path(number uint64) string { return filepath.Join(s.dir, generationName(number)) }

func (s *Store) open(number uint64) (*Generation, error) {
	g := &Generation{number: number, closed: make(chan struct{}), close: func() error { return nil }}
	g.refs.Store(1)
	if number == 0 {
		return g, nil
	}
	db, m, err := openDatabase(s.path(number))
	if err != nil {
		return nil, err
	}
	g.db, g.meta, g.close = db, m, db.Close
	g.oldGrants = sync.OnceValues(g.readGrants)
	return g, nil
}

// release gives one reference back; the last one closes. What fails then is no
// matter of the reader who happens to be last: Close tells it, and what an old
// generation leaves on disk is swept at the next start.
func (g *Generation) release() {
	if g.refs.Add(-1) == 0 {
		g.err = g.close()
		close(g.closed)
	}
}

// Close closes the current generation once nobody reads it, and returns then.
// A load that is running is waited for: end its context first.
func (s *Store) Close() error {
	s.loading.Lock()
	defer s.loading.Unlock()
	s.change.Lock()
	defer s.change.Unlock()
	g := s.replace(nil)
	if g == nil {
		return nil
	}
	g.release()
	<-g.closed
	return g.err
}

// replace makes g the current generation and returns the one before.
func (s *Store) replace(g *Generation) *Generation {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.current
	s.current = g
	return old
}

// pin takes a reference to the current generation, nil when closed.
func (s *Store) pin() *Generation {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current != nil {
		s.current.refs.Add(1)
	}
	return s.current
}

// Use calls read with the current generation, which stays open until read
// returns, even if an import switches meanwhile. Errors: read's, ErrClosed.
func (s *Store) Use(read func(*Generation) error) error {
	g := s.pin()
	if g == nil {
		return ErrClosed
	}
	defer g.release()
	return read(g)
}

// number is that of the current generation.
func (s *Store) number() (n uint64, err error) {
	err = s.Use(func(g *Generation) error {
		n = g.number
		return nil
	})
	return n, err
}

// Progress is told how far a check or load is, by stage: "read" in bytes of
// the files, "sort" and "check" in claims of rows, "compare" and "write" in keys. It is
// called from one goroutine, every few thousand steps. May be nil.
type Progress func(stage string, done, total int)

// Report is the outcome of a check.
type Report struct {
	Digest     string          // hex SHA-256 over names and contents of the files
	Rows       map[string]int  // good rows by file: what an import that skips bad rows takes
	Errors     []wire.RowError // the first 500, by file and line, causes first
	ErrorCount int
	BadRows    int // rows that have one or more of the errors

	// Changes says by file how the good rows differ from the registry in use. Nil
	// where a file cannot be read, and for the files of the registry itself.
	Changes map[string]wire.RowChanges

	// Consequences is how many of the errors are rows that refer to a bad one
	// and have no fault of their own.
	Consequences int
}

// Loaded is a new generation that nobody uses yet.
type Loaded struct {
	Report
	Generation uint64
}

// Switch makes a loaded generation the current one and removes the old one
// once nobody reads it. The current one is no error.
func (s *Store) Switch(generation uint64) error {
	s.change.Lock()
	defer s.change.Unlock()
	if n, err := s.number(); err != nil || n == generation {
		return err
	}
	g, err := s.open(generation)
	if err != nil {
		return err
	}
	old := s.replace(g)
	closeOld, path := old.close, s.path(old.number)
	old.close = func() error { return errors.Join(closeOld(), os.RemoveAll(path)) }
	old.release()
	return nil
}

// Discard removes a loaded generation that will not be used. The current one
// is an error.
func (s *Store) Discard(generation uint64) error {
	s.change.Lock()
	defer s.change.Unlock()
	n, err := s.number()
	if err == nil && n == generation {
		err = errors.New("it is in use")
	}
	if err == nil {
		err = os.RemoveAll(s.path(generation))
	}
	if err != nil {
		return fmt.Errorf("discarding registry generation %d: %w", generation, err)
	}
	return nil
}

// Check reads the files and reports every bad row; it changes nothing. Errors
// are those of reading; bad rows are in the report.
func (s *Store) Check(ctx context.Context, files fs.FS, p Progress) (r Report, err error) {
	err = s.work(func(dir string) error {
		b := newBatch(dir, false, p)
		err := b.readAll(ctx, files)
		if err == nil {
			err = b.check(ctx)
		}
		r = b.report()
		if err == nil && !b.found.fatal() {
			r.Changes, err = s.changes(ctx, b)
		}
		return errors.Join(err, b.close())
	})
	return r, err
}
