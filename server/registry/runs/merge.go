package runs

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// cursor stands on a record of one run.
type cursor struct {
	file       *os.File
	in         *bufio.Reader
	prefix     uint64
	key, value []byte
}

func openRun(path string) (*cursor, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &cursor{file: file, in: bufio.NewReaderSize(file, bufferSize)}, nil
}

// next goes to the next record; io.EOF after the last.
func (c *cursor) next() error {
	keyLen, err := binary.ReadUvarint(c.in)
	if err != nil {
		return err // io.EOF when the run ended before the record
	}
	valueLen, err := binary.ReadUvarint(c.in)
	if err != nil {
		return unexpected(err)
	}
	if keyLen > maxRecord || valueLen > maxRecord {
		return fmt.Errorf("record of %d and %d bytes: the run is damaged", keyLen, valueLen)
	}
	if c.key, err = c.fill(c.key, int(keyLen)); err != nil {
		return err
	}
	if c.value, err = c.fill(c.value, int(valueLen)); err != nil {
		return err
	}
	c.prefix = prefix(c.key)
	return nil
}

func (c *cursor) fill(buf []byte, n int) ([]byte, error) {
	if cap(buf) < n {
		buf = make([]byte, n)
	}
	_, err := io.ReadFull(c.in, buf[:n])
	return buf[:n], unexpected(err)
}

// unexpected turns the end of the file inside a record into an error.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (c *cursor) less(o *cursor) bool {
	if c.prefix != o.prefix {
		return c.prefix < o.prefix
	}
	return bytes.Compare(c.key, o.key) < 0
}

// merge calls each with the records of all runs in order.
func merge(paths []string, each func(key, value []byte) error) error {
	var heap []*cursor
	var opened []*cursor
	defer func() {
		for _, c := range opened {
			_ = c.file.Close() // only read
		}
	}()
	for _, path := range paths {
		c, err := openRun(path)
		if err != nil {
			return err
		}
		opened = append(opened, c)
		if err := c.next(); err == nil {
			heap = append(heap, c)
		} else if !errors.Is(err, io.EOF) {
			return err
		}
	}
	for i := len(heap)/2 - 1; i >= 0; i-- {
		sink(heap, i)
	}
	return drain(heap, each)
}

func drain(heap []*cursor, each func(key, value []byte) error) error {
	for len(heap) > 0 {
		least := heap[0]
		if err := each(least.key, least.value); err != nil {
			return err
		}
		if err := least.next(); errors.Is(err, io.EOF) {
			heap[0] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
		} else if err != nil {
			return err
		}
		sink(heap, 0)
	}
	return nil
}

// sink restores the heap below i, whose record may have grown.
func sink(heap []*cursor, i int) {
	for {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(heap); child++ {
			if heap[child].less(heap[least]) {
				least = child
			}
		}
		if least == i {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}
