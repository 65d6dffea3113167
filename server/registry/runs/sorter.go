// Package runs sorts more records than fit in memory: blocks of a fixed size
// are sorted and written to files (runs), which one merge then reads in order.
// Records are ordered by the bytes of their keys; those of equal keys come in
// no particular order.
package runs

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

const (
	// DefaultBlock is the size of a block in bytes. Two are in memory at once:
	// one is filled while the other is sorted and written.
	DefaultBlock = 16 << 20

	maxFanIn   = 64       // runs merged at once: bounds open files and buffers
	bufferSize = 64 << 10 // of each open run
	maxRecord  = 1 << 20  // bytes of a key or value; more is damage
	checkEvery = 4096     // records between looks at the context
)

// Sorter takes records, then gives them back in order. Not safe for
// concurrent use.
type Sorter struct {
	dir   string // its own, created when the first run is written
	size  int
	count int
	bytes int64

	block   *block
	spare   *block     // the one that is not being filled, nil while written
	writing chan error // of the block being written, nil for none
	made    int        // runs ever written, names them
	paths   []string
}

// New returns a sorter that keeps its runs in dir, which must not exist yet
// and is removed by Close. Size is that of a block in bytes.
func New(dir string, size int) *Sorter {
	return &Sorter{dir: dir, size: size, block: &block{}, spare: &block{}}
}

// Len is the number of records added.
func (s *Sorter) Len() int { return s.count }

// Bytes is the size of all keys and values added.
func (s *Sorter) Bytes() int64 { return s.bytes }

// Add takes a record; it copies both. Errors are those of writing a run.
func (s *Sorter) Add(key, value []byte) error {
	if s.block.full(s.size, len(key)+len(value)) {
		if err := s.spill(); err != nil {
			return err
		}
	}
	s.block.add(key, value)
	s.count++
	s.bytes += int64(len(key) + len(value))
	return nil
}

// spill hands the full block to a goroutine of its own, at most one at a time.
func (s *Sorter) spill() error {
	if err := s.settle(); err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return fmt.Errorf("sorting: %w", err)
	}
	path := s.newPath()
	s.paths = append(s.paths, path)
	full, done := s.block, make(chan error, 1)
	s.block, s.spare, s.writing = s.spare, full, done
	s.block.reset()
	go func() { done <- full.write(path) }()
	return nil
}

// settle waits for the block that is being written.
func (s *Sorter) settle() error {
	if s.writing == nil {
		return nil
	}
	err := <-s.writing
	s.writing = nil
	if err != nil {
		return fmt.Errorf("sorting: %w", err)
	}
	return nil
}

func (s *Sorter) newPath() string {
	s.made++
	return filepath.Join(s.dir, strconv.Itoa(s.made))
}

// Finish writes and joins what is left, so that one merge can read it all.
// Nothing may be added afterwards. What fits in one block never goes to disk.
func (s *Sorter) Finish(ctx context.Context) error {
	if len(s.paths) == 0 {
		s.block.sort()
		return nil
	}
	if err := s.spill(); err != nil {
		return err
	}
	if err := s.settle(); err != nil {
		return err
	}
	s.block, s.spare = nil, nil // the memory is the merge's now
	for len(s.paths) > maxFanIn {
		if err := s.join(ctx, s.paths[:maxFanIn]); err != nil {
			return fmt.Errorf("sorting: %w", err)
		}
	}
	return nil
}

// join replaces the first runs by one.
func (s *Sorter) join(ctx context.Context, paths []string) (err error) {
	path := s.newPath()
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, bufferSize)
	err = merge(paths, stoppable(ctx, func(key, value []byte) error { return writeRecord(out, key, value) }))
	if err == nil {
		err = out.Flush()
	}
	if e := file.Close(); err == nil {
		err = e
	}
	for _, p := range paths {
		if e := os.Remove(p); err == nil {
			err = e
		}
	}
	s.paths = append(s.paths[len(paths):], path)
	return err
}

// Each calls each with every record in order; key and value are good until it
// returns. Call it after Finish, once. Errors: each's, the context's, those of
// reading the runs.
func (s *Sorter) Each(ctx context.Context, each func(key, value []byte) error) error {
	each = stoppable(ctx, each)
	if s.block == nil {
		return merge(s.paths, each)
	}
	for _, e := range s.block.order {
		if err := each(s.block.key(e), s.block.value(e)); err != nil {
			return err
		}
	}
	return nil
}

// Close stops the work and removes the runs.
func (s *Sorter) Close() error {
	return errors.Join(s.settle(), os.RemoveAll(s.dir))
}

// stoppable looks at the context now and then.
func stoppable(ctx context.Context, each func(key, value []byte) error) func(key, value []byte) error {
	n := 0
	return func(key, value []byte) error {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return each(key, value)
	}
}
