package registry

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strconv"
	"strings"
)

// Load checks the files and writes a new generation beside the current one,
// in bounded memory. With bad rows it writes nothing and returns the report
// and ErrBadRows, unless skipBad: then bad rows are left out, and rows that
// refer to them as well. What makes a whole file unreadable (its encoding, a
// missing file or column) cannot be skipped. It does not switch: the caller
// writes the fact and then calls Switch. One load at a time: ErrBusy. Files
// that the current generation was made from: ErrSame, with what it holds.
func (s *Store) Load(ctx context.Context, files fs.FS, skipBad bool, p Progress) (l Loaded, err error) {
	if !s.loading.TryLock() {
		return Loaded{}, ErrBusy
	}
	defer s.loading.Unlock()
	err = s.work(func(dir string) error {
		b := newBatch(dir, true, p)
		l, err = s.load(ctx, files, skipBad, b)
		return errors.Join(err, b.close())
	})
	return l, err
}

func (s *Store) load(ctx context.Context, files fs.FS, skipBad bool, b *batch) (Loaded, error) {
	if err := b.readAll(ctx, files); err != nil {
		return Loaded{}, err
	}
	if l, same, err := s.same(b.report().Digest); same || err != nil {
		return l, err
	}
	if err := b.check(ctx); err != nil {
		return Loaded{}, err
	}
	l := Loaded{Report: b.report()}
	if b.found.fatal() || (l.ErrorCount > 0 && !skipBad) {
		return l, ErrBadRows
	}
	if err := b.entries.Finish(ctx); err != nil {
		return Loaded{}, err
	}
	number, err := s.next()
	if err != nil {
		return Loaded{}, err
	}
	m := meta{Format: format, Digest: l.Digest, Rows: l.Rows, GrantsOf: true, Endings: true, ContractsOf: true}
	err = s.Use(func(g *Generation) error {
		l.Changes, err = g.compare(func(take func(key, record []byte) error) error { return s.write(ctx, number, m, b, take) })
		return err
	})
	if err != nil {
		return Loaded{}, err
	}
	l.Generation = number
	return l, nil
}

// same reports whether the current generation was made from these files.
func (s *Store) same(digest string) (l Loaded, same bool, err error) {
	err = s.Use(func(g *Generation) error {
		if same = g.Digest() == digest && (g.db == nil || g.meta.GrantsOf && g.meta.Endings && g.meta.ContractsOf); same {
			l = Loaded{Report: Report{Digest: digest, Rows: maps.Clone(g.Rows())}, Generation: g.number}
			return ErrSame
		}
		return nil
	})
	return l, same, err
}

// next is a number that no generation has had since the start.
func (s *Store) next() (uint64, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return 0, fmt.Errorf("numbering the generation: %w", err)
	}
	var most uint64
	for _, e := range entries {
		text := strings.TrimSuffix(strings.TrimPrefix(e.Name(), generationPrefix), unfinished)
		if n, err := strconv.ParseUint(text, 10, 64); err == nil {
			most = max(most, n)
		}
	}
	current, err := s.number()
	return max(most, current) + 1, err
}

// write makes the generation under a name that Open removes, and gives it its
// own name once every byte of it is on disk.
func (s *Store) write(ctx context.Context, number uint64, m meta, b *batch, take func(key, record []byte) error) error {
	final := s.path(number)
	dir := final + unfinished
	err := room(s.dir, b.entries, freeSpace)
	if err == nil {
		err = writeDatabase(ctx, dir, m, b, take)
	}
	if err == nil {
		err = os.Rename(dir, final)
	}
	if err == nil {
		err = syncFile(s.dir)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	return nil
}

// work runs do with a directory of its own for sorted runs.
func (s *Store) work(do func(dir string) error) error {
	dir, err := os.MkdirTemp(s.dir, workPrefix)
	if err != nil {
		return fmt.Errorf("making room to sort: %w", err)
	}
	return errors.Join(do(dir), os.RemoveAll(dir))
}
