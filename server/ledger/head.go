package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"sync"

	"accord/shared/wire"
)

// head is the end of the chain of facts. It is stored twice: in the database,
// with every commit, and in the head file beside it. Facts are numbered without
// gaps, so Seq is their count as well.
type head struct {
	Epoch string `json:"epoch"`
	Seq   uint64 `json:"seq"`
	Hash  string `json:"hash"` // of the last fact's stored bytes, "" before the first
}

func (h head) position() wire.Position { return wire.Position{Epoch: h.Epoch, Seq: h.Seq} }

// headFile is the witness beside the database: Badger opens some damaged files
// without a word, and then only somebody else can tell that facts are missing.
//
// It is written after each commit and before anyone is answered, so it never
// knows of a fact that was not on disk: a database behind it has lost facts. A
// database ahead of it is the ordinary case of a process killed in between.
// The write is not waited for (a second fsync would halve the throughput of
// commits): a killed process leaves it in the kernel's hands, and what a power
// cut may take is the last second, by which time sync has run. Then the file
// is behind, which the chain of hashes bridges.
//
// The file has two slots of one disk sector, written in turn, each with its
// checksum: a torn write spoils one and the other still stands.
type headFile struct {
	mu    sync.Mutex
	file  *os.File
	slot  int64 // to write next: 0 or 1
	dirty bool  // since the last sync
}

const (
	headName = "head"
	slotSize = 512
)

// slot is what stands in a slot of the file.
type slot struct {
	head
	Sum uint32 `json:"sum"` // CRC-32 of epoch, seq and hash
}

func (h head) sum() uint32 {
	return crc32.ChecksumIEEE(fmt.Appendf(nil, "%s %d %s", h.Epoch, h.Seq, h.Hash))
}

func (h head) slot() ([]byte, error) {
	text, err := json.Marshal(slot{h, h.sum()})
	if err != nil {
		return nil, err
	}
	if len(text) >= slotSize {
		return nil, fmt.Errorf("head of %d bytes", len(text))
	}
	padded := bytes.Repeat([]byte{' '}, slotSize)
	copy(padded, text)
	padded[slotSize-1] = '\n'
	return padded, nil
}

// openHead opens the head file and returns what it says. Errors: fs.ErrNotExist;
// ErrDamaged when neither slot can be read.
func openHead(path string) (*headFile, head, error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, head{}, err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, head{}, errors.Join(err, file.Close())
	}
	var best head
	found, next := false, int64(0)
	for i := range int64(2) {
		from := min(int64(len(text)), i*slotSize)
		to := min(int64(len(text)), from+slotSize)
		var s slot
		if json.Unmarshal(text[from:to], &s) != nil || s.Sum != s.sum() {
			continue
		}
		if !found || s.Seq >= best.Seq {
			best, found, next = s.head, true, 1-i
		}
	}
	if !found {
		return nil, head{}, errors.Join(fmt.Errorf("%w: %s cannot be read", ErrDamaged, path), file.Close())
	}
	return &headFile{file: file, slot: next}, best, nil
}

// createHead makes the head file of a new ledger, whole or not at all.
func createHead(path string, h head) (*headFile, error) {
	text, err := h.slot()
	if err != nil {
		return nil, err
	}
	fresh := path + ".new"
	if err := writeSynced(fresh, append(text, text...)); err != nil {
		return nil, err
	}
	if err := os.Rename(fresh, path); err != nil {
		return nil, err
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		return nil, err
	}
	f, _, err := openHead(path)
	return f, err
}

func writeSynced(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}

func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// write puts the head into the older slot.
func (f *headFile) write(h head) error {
	text, err := h.slot()
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, err := f.file.WriteAt(text, f.slot*slotSize); err != nil {
		return err
	}
	f.slot, f.dirty = 1-f.slot, true
	return nil
}

// sync brings what was written to the disk.
func (f *headFile) sync() error {
	f.mu.Lock()
	dirty := f.dirty
	f.dirty = false
	f.mu.Unlock()
	if !dirty {
		return nil
	}
	err := f.file.Sync() // outside the lock: writes go on
	if err != nil {
		f.mu.Lock()
		f.dirty = true
		f.mu.Unlock()
	}
	return err
}

func (f *headFile) close() error { return errors.Join(f.sync(), f.file.Close()) }
