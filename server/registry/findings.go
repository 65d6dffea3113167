package registry

import (
	"cmp"
	"container/heap"
	"math/bits"
	"slices"

	"accord/shared/wire"
)

// maxErrors is how many bad rows a report names; all are counted.
const maxErrors = 500

// findings collects what is wrong with the files: one bit for each line that
// must not be imported, and the first errors. Bounded: 1 bit a line.
type findings struct {
	bad     []bitmap // by table
	refused []bool   // by table: the file could not be read at all, or not to its end
	first   findingHeap
	count   int

	consequences int // of count
}

type finding struct {
	table int
	wire.RowError
}

func newFindings() *findings {
	return &findings{bad: make([]bitmap, len(tables())), refused: make([]bool, len(tables()))}
}

// add records an error and marks its row.
func (f *findings) add(table int, e wire.RowError) {
	f.bad[table].set(e.Line)
	f.count++
	if e.Code == badReference {
		f.consequences++
	}
	heap.Push(&f.first, finding{table, e})
	if len(f.first) > maxErrors {
		heap.Pop(&f.first)
	}
}

// fatal reports whether a file was refused.
func (f *findings) fatal() bool { return slices.Contains(f.refused, true) }

// badReference is the code of a row whose only fault is the row it refers to.
const badReference = "bad_reference"

// errors lists the first errors, ordered by file, then line; those that follow
// from others come last, so that they bury no cause.
func (f *findings) errors() []wire.RowError {
	sorted := slices.Clone(f.first)
	slices.SortFunc(sorted, finding.compare)
	var list []wire.RowError
	for _, e := range sorted {
		list = append(list, e.RowError)
	}
	return list
}

func (f finding) compare(o finding) int {
	return cmp.Or(cmp.Compare(f.rank(), o.rank()), cmp.Compare(f.table, o.table), cmp.Compare(f.Line, o.Line),
		cmp.Compare(f.Column, o.Column), cmp.Compare(f.Code, o.Code), slices.Compare(f.Args, o.Args))
}

func (f finding) rank() int {
	if f.Code == badReference {
		return 1
	}
	return 0
}

// findingHeap keeps the last of its findings on top.
type findingHeap []finding

func (h findingHeap) Len() int           { return len(h) }
func (h findingHeap) Less(i, j int) bool { return h[i].compare(h[j]) > 0 }
func (h findingHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *findingHeap) Push(x any)        { *h = append(*h, x.(finding)) }
func (h *findingHeap) Pop() any {
	end := len(*h) - 1
	x := (*h)[end]
	*h = (*h)[:end]
	return x
}

// bitmap is a set of line numbers.
type bitmap []uint64

func (b *bitmap) set(line int) {
	for line/64 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[line/64] |= 1 << (line % 64)
}

func (b bitmap) has(line int) bool { return line/64 < len(b) && b[line/64]&(1<<(line%64)) != 0 }

func (b bitmap) len() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}
