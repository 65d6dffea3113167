package registry

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"accord/server/registry/rows"
	"accord/server/registry/runs"
	"accord/shared/wire"
)

// progressEvery is how many rows or keys go by between two calls of Progress.
const progressEvery = 4096

// batch is one reading of the files: what is wrong with them, and what they
// say, on its way through the sorters.
type batch struct {
	found   *findings
	claims  *runs.Sorter
	entries *runs.Sorter // keys of the new generation; in a check those of rows alone
	lists   bool         // keep the keys of lists as well
	rows    []int        // read, by table
	digest  hash.Hash
	tell    Progress
	size    int // bytes of all files, 0 when unknown
	read    int // bytes so far
}

func newBatch(work string, lists bool, p Progress) *batch {
	if p == nil {
		p = func(string, int, int) {}
	}
	return &batch{
		found: newFindings(), claims: runs.New(filepath.Join(work, "claims"), runs.DefaultBlock),
		entries: runs.New(filepath.Join(work, "entries"), runs.DefaultBlock), lists: lists,
		rows: make([]int, len(tables())), digest: sha256.New(), tell: p,
	}
}

func (b *batch) close() error {
	return errors.Join(b.claims.Close(), b.entries.Close())
}

// readAll reads every file once.
func (b *batch) readAll(ctx context.Context, files fs.FS) error {
	for _, t := range tables() {
		if info, err := fs.Stat(files, t.file); err == nil {
			b.size += int(info.Size())
		}
	}
	for i, t := range tables() {
		if err := b.readFile(ctx, files, i, &t); err != nil {
			return err
		}
	}
	b.tell("read", b.read, b.size)
	return nil
}

func (b *batch) readFile(ctx context.Context, files fs.FS, i int, t *table) error {
	file, err := files.Open(t.file)
	if errors.Is(err, fs.ErrNotExist) {
		if t.needed {
			b.refuse(i, t, 1, "file_missing")
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("opening %s: %w", t.file, err)
	}
	sum := sha256.New()
	source := io.TeeReader(&counted{ctx, file, &b.read}, sum)
	err = b.readRows(i, t, source)
	if err == nil {
		// A file that was given up half way still counts whole.
		_, err = io.Copy(io.Discard, source)
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", t.file, err)
	}
	fmt.Fprintf(b.digest, "%s %x\n", t.file, sum.Sum(nil)) //nolint:errcheck // a hash does not fail
	return nil
}

// refuse records that a file cannot be imported at all.
func (b *batch) refuse(i int, t *table, line int, code string, args ...string) {
	b.found.refused[i] = true
	b.found.add(i, wire.RowError{File: t.file, Line: line, Code: code, Args: args})
}

func (b *batch) readRows(i int, t *table, source io.Reader) error {
	in := rows.NewReader(source)
	r := &row{b: b, table: i, spec: t}
	for {
		next, err := in.Next()
		var fault *rows.Fault
		switch {
		case errors.Is(err, io.EOF):
			if r.place == nil {
				b.refuse(i, t, 1, "file_empty")
			}
			return nil
		case errors.As(err, &fault) && (fault.Fatal || r.place == nil):
			if r.place != nil {
				b.rows[i]++ // read, and bad
			}
			b.refuse(i, t, fault.Line, fault.Code)
			return nil
		case errors.As(err, &fault):
			b.rows[i]++
			b.found.add(i, wire.RowError{File: t.file, Line: fault.Line, Code: fault.Code})
		case err != nil:
			return err
		case r.place == nil:
			if !b.header(r, next.Fields) {
				return nil
			}
		case next.Line > maxLine:
			return fmt.Errorf("more than %d lines", maxLine)
		default:
			b.rows[i]++
			if err := r.take(next.Line, next.Fields); err != nil {
				return err
			}
			if b.rows[i]%progressEvery == 0 {
				b.tell("read", b.read, b.size)
			}
		}
	}
}

// header finds the columns. It reports whether the rows can be read.
func (b *batch) header(r *row, names []string) bool {
	t := r.spec
	r.width, r.place = len(names), make([]int, len(t.columns))
	for i := range r.place {
		r.place[i] = -1
	}
	good := true
	for i, name := range names {
		name = strings.ToLower(fold(name))
		switch c := t.column(name); {
		case c < 0:
			b.found.add(r.table, wire.RowError{File: t.file, Line: 1, Column: name, Code: "column_unknown"})
		case r.place[c] >= 0:
			b.refuse(r.table, t, 1, "column_twice", name)
			good = false
		default:
			r.place[c] = i
		}
	}
	for i, c := range t.columns {
		if c.needed && r.place[i] < 0 {
			b.refuse(r.table, t, 1, "column_missing", c.name)
			good = false
		}
	}
	return good
}

// check judges the claims of all rows against one another.
func (b *batch) check(ctx context.Context) error {
	b.tell("sort", 0, b.claims.Len())
	if err := b.claims.Finish(ctx); err != nil {
		return err
	}
	b.tell("sort", b.claims.Len(), b.claims.Len())
	j, done := &join{found: b.found, specs: tables()}, 0
	err := b.claims.Each(ctx, func(key, _ []byte) error {
		if done++; done%progressEvery == 0 {
			b.tell("check", done, b.claims.Len())
		}
		return j.judge(key)
	})
	if err != nil {
		return fmt.Errorf("checking references: %w", err)
	}
	j.leave()
	b.tell("check", done, done)
	return nil
}

// good hands the keys of good rows on, in order.
func (b *batch) good(ctx context.Context, stage string, each func(key, record []byte) error) error {
	done := 0
	err := b.entries.Each(ctx, func(key, stamped []byte) error {
		if done++; done%progressEvery == 0 {
			b.tell(stage, done, b.entries.Len())
		}
		from, record := readOrigin(stamped)
		if b.found.bad[from.table].has(from.line) {
			return nil
		}
		return each(key, record)
	})
	b.tell(stage, done, b.entries.Len())
	return err
}

// report is what is known so far.
func (b *batch) report() Report {
	r := Report{
		Digest: hex.EncodeToString(b.digest.Sum(nil)), Rows: map[string]int{},
		Errors: b.found.errors(), ErrorCount: b.found.count, Consequences: b.found.consequences,
	}
	for i, t := range tables() {
		bad := b.found.bad[i]
		n := bad.len()
		if bad.has(1) { // the header is not a row
			n--
		}
		r.Rows[t.file] = b.rows[i] - n
		r.BadRows += n
	}
	return r
}

// counted counts the bytes read, and ends with the context.
type counted struct {
	ctx  context.Context
	from io.Reader
	n    *int
}

// Read reads from the file.
func (c *counted) Read(p []byte) (int, error) {
	if c.ctx.Err() != nil {
		return 0, context.Cause(c.ctx)
	}
	n, err := c.from.Read(p)
	*c.n += n
	return n, err
}
