package runs

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"os"
	"slices"
)

// block is a part of the records, held in memory until it is sorted.
type block struct {
	data  []byte
	order []entry
}

// entry is where a record stands in the block's data. Prefix is the key's
// first bytes, so that most comparisons touch nothing else.
type entry struct {
	prefix     uint64
	from       uint32
	key, value uint32 // lengths
}

func (b *block) reset() { b.data, b.order = b.data[:0], b.order[:0] }

// full reports whether a record more would go over size bytes, the entry
// itself counted.
func (b *block) full(size, record int) bool {
	const perEntry = 24
	return len(b.order) > 0 && len(b.data)+record+perEntry*(len(b.order)+1) > size
}

func (b *block) add(key, value []byte) {
	b.order = append(b.order, entry{prefix(key), uint32(len(b.data)), uint32(len(key)), uint32(len(value))})
	b.data = append(append(b.data, key...), value...)
}

func (b *block) key(e entry) []byte { return b.data[e.from:][:e.key] }

func (b *block) value(e entry) []byte { return b.data[e.from+e.key:][:e.value] }

func (b *block) sort() {
	slices.SortFunc(b.order, func(x, y entry) int {
		switch {
		case x.prefix < y.prefix:
			return -1
		case x.prefix > y.prefix:
			return 1
		}
		return bytes.Compare(b.key(x), b.key(y))
	})
}

// write sorts the block into a new file.
func (b *block) write(path string) (err error) {
	b.sort()
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	out := bufio.NewWriterSize(file, bufferSize)
	for _, e := range b.order {
		if err := writeRecord(out, b.key(e), b.value(e)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// writeRecord writes a record of a run: both lengths, key, value.
func writeRecord(out *bufio.Writer, key, value []byte) error {
	var head [2 * binary.MaxVarintLen32]byte
	h := binary.AppendUvarint(head[:0], uint64(len(key)))
	h = binary.AppendUvarint(h, uint64(len(value)))
	// A bufio.Writer keeps its first error and answers it again.
	_, _ = out.Write(h)
	_, _ = out.Write(key)
	_, err := out.Write(value)
	return err
}

// prefix is the first eight bytes of a key as a number that compares alike.
func prefix(key []byte) uint64 {
	if len(key) >= 8 {
		return binary.BigEndian.Uint64(key)
	}
	var p [8]byte
	copy(p[:], key)
	return binary.BigEndian.Uint64(p[:])
}
