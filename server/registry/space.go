package registry

import (
	"fmt"

	"accord/server/registry/runs"
)

const (
	perKey = 24       // bytes that Badger adds to a key and value: version, offsets, bloom filter
	margin = 64 << 20 // for what else is being written on the disk
)

// room reports whether the disk has room for the entries. Badger writes its
// tables through mapped memory, where a full disk is not an error but the end
// of the process (SIGBUS), so it is asked before.
func room(dir string, entries *runs.Sorter, free func(dir string) (int64, error)) error {
	have, err := free(dir)
	if err != nil {
		return fmt.Errorf("free space of %s: %w", dir, err)
	}
	if need := entries.Bytes() + perKey*int64(entries.Len()) + margin; have < need {
		return fmt.Errorf("%w: %d MB free in %s, %d MB needed", ErrNoSpace, have>>20, dir, need>>20)
	}
	return nil
}
