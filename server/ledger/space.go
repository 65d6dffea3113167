package ledger

import (
	"log/slog"
	"sync"
	"time"
)

// space watches the disk. A full one would kill the process (Badger maps its
// files: SIGBUS), now and at the next start, so before that the ledger refuses
// writes, and takes them again once half as much more is free.
type space struct {
	dir  string
	min  uint64 // bytes
	free func(dir string) (uint64, error)
	log  *slog.Logger

	mu      sync.Mutex
	tooLow  bool
	unknown bool
}

func newSpace(dir string, o Options) *space {
	s := &space{dir: dir, min: o.MinFree, free: o.FreeSpace, log: o.Log}
	s.low()
	return s
}

// low looks at the disk and reports whether too little is free. When the file
// system does not say, it is as before.
func (s *space) low() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	free, err := s.free(s.dir)
	if err != nil {
		if !s.unknown {
			s.log.Warn("free space is not known", "directory", s.dir, "error", err)
		}
		s.unknown = true
		return s.tooLow
	}
	s.unknown = false
	switch {
	case !s.tooLow && free < s.min:
		s.tooLow = true
		s.log.Error("the disk is nearly full: the ledger is read-only", "directory", s.dir, "free", free, "needed", s.min)
	case s.tooLow && free >= s.min+s.min/2:
		s.tooLow = false
		s.log.Info("the ledger takes writes again", "directory", s.dir, "free", free)
	}
	return s.tooLow
}

// ReadOnly reports whether too little disk is free to write, as last seen.
func (b *Badger) ReadOnly() bool {
	b.space.mu.Lock()
	defer b.space.mu.Unlock()
	return b.space.tooLow
}

// How often the caretakers look.
const (
	everySpace   = 2 * time.Second
	everyHead    = time.Second
	everyCollect = 10 * time.Minute
)

// keep watches the disk and brings the head file to it.
func (b *Badger) keep() {
	disk, file := time.NewTicker(everySpace), time.NewTicker(everyHead)
	defer disk.Stop()
	defer file.Stop()
	for {
		select {
		case <-disk.C:
			b.space.low()
		case <-file.C:
			if err := b.file.sync(); err != nil {
				b.Log.Error("the head file could not be synced", "error", err)
			}
		case <-b.stop:
			return
		}
	}
}

// collect gives back the disk of values that are no longer needed.
func (b *Badger) collect() {
	tick := time.NewTicker(everyCollect)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			for b.db.RunValueLogGC(0.5) == nil { // an error is the ordinary "nothing to do"
				continue
			}
		case <-b.stop:
			return
		}
	}
}
