package ledger

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dgraph-io/badger/v4"

	"accord/shared/wire"
)

// Options are what a ledger is opened with. The zero value serves.
type Options struct {
	Now    func() time.Time // the clock; time.Now when nil
	Random func([]byte)     // for the epoch; crypto/rand when nil
	Log    *slog.Logger     // none when nil

	MinFree   uint64                           // bytes free below which it is read-only; 256 MiB when 0
	FreeSpace func(dir string) (uint64, error) // bytes free where dir is; the file system's word when nil
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = func(b []byte) { _, _ = rand.Read(b) } // never fails
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.MinFree == 0 {
		o.MinFree = 256 << 20
	}
	if o.FreeSpace == nil {
		o.FreeSpace = freeSpace
	}
	return o
}

// Badger is the ledger of one process on its own disk. All methods are safe
// for concurrent use.
type Badger struct {
	Options
	dir   string
	db    *badger.DB
	file  *headFile
	space *space
	gate  gate

	calls   chan *call
	stop    chan struct{}  // closed when no call can come any more
	workers sync.WaitGroup // the writer and the caretakers

	position atomic.Pointer[wire.Position]
	bell     bell
}

var (
	_ Ledger   = (*Badger)(nil)
	_ Sessions = (*Badger)(nil)
)

// Open opens the ledger in a directory and makes it when there is none. Errors:
// ErrDamaged, with what to do, when the files do not hold what was once
// written; any other when the directory cannot be used, or is used already.
func Open(dir string, o Options) (*Badger, error) {
	o = o.filled()
	database, filed := filepath.Join(dir, "facts"), filepath.Join(dir, headName)
	if err := present(database, filed); err != nil {
		return nil, damaged(dir, database, err)
	}
	if err := os.MkdirAll(database, 0o700); err != nil {
		return nil, fmt.Errorf("open ledger: %w", err)
	}
	db, err := badger.Open(engine(database, o.Log))
	if err != nil {
		// Badger has no error value for this.
		if strings.Contains(err.Error(), "Cannot acquire directory lock") || errors.Is(err, os.ErrPermission) {
			return nil, fmt.Errorf("open ledger: %w", err)
		}
		return nil, damaged(dir, database, err)
	}
	b := &Badger{
		Options: o, dir: dir, db: db, space: newSpace(dir, o),
		calls: make(chan *call, maxWaiting), stop: make(chan struct{}),
	}
	last, err := b.openHead(filed)
	if err != nil {
		return nil, errors.Join(damaged(dir, database, err), db.Close())
	}
	if err := b.relay(last); err != nil {
		if errors.Is(err, ErrDamaged) {
			err = damaged(dir, database, err)
		}
		return nil, errors.Join(err, b.file.close(), db.Close())
	}
	b.announce(last)
	b.workers.Go(b.write)
	b.workers.Go(b.keep)
	b.workers.Go(b.collect)
	return b, nil
}

// openHead opens the head file and compares the database with it. A ledger is
// made in two steps, the database's head and then the file: a file that is
// missing is a making cut short as long as there are no facts.
func (b *Badger) openHead(path string) (head, error) {
	file, filed, err := openHead(path)
	if errors.Is(err, fs.ErrNotExist) {
		last, err := b.create()
		if err != nil {
			return head{}, err
		}
		if last.Seq > 0 {
			return head{}, fmt.Errorf("%w: %s is missing", ErrDamaged, path)
		}
		b.file, err = createHead(path, last)
		return last, err
	}
	if err != nil {
		return head{}, err
	}
	snap := b.db.NewTransaction(false)
	defer snap.Discard()
	last, err := check(&rows{snap: snap}, filed)
	if err != nil {
		return head{}, errors.Join(err, file.close())
	}
	b.file = file
	last, err = b.settle(filed, last)
	if err != nil {
		return head{}, errors.Join(err, b.file.close())
	}
	return last, nil
}

// create returns the database's head and makes it, with a new epoch, when
// there is none.
func (b *Badger) create() (last head, err error) {
	err = b.db.Update(func(txn *badger.Txn) error {
		r := writable(txn)
		last, err = load[head](r, key(tableHead))
		if !errors.Is(err, ErrNotFound) {
			return err
		}
		last = head{Epoch: b.newEpoch()}
		if err := store(r, key(tableHead), last); err != nil {
			return err
		}
		return r.over.copyTo(txn)
	})
	return last, err
}

// Position is that of the last commit.
func (b *Badger) Position() wire.Position { return *b.position.Load() }

// announce lets everyone see a commit.
func (b *Badger) announce(h head) {
	p := h.position()
	b.position.Store(&p)
	b.bell.ring()
}

// View reads at one position. The reader is good until read returns. Errors:
// ErrClosed, the context's, and read's own.
func (b *Badger) View(ctx context.Context, read func(*Reader) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return b.view(func(r *rows) error { return read(&Reader{r}) })
}

func (b *Badger) view(read func(*rows) error) error {
	if err := b.gate.enter(); err != nil {
		return err
	}
	defer b.gate.leave()
	snap := b.db.NewTransaction(false)
	defer snap.Discard()
	return read(&rows{snap: snap})
}

// Close finishes the writes that wait and the reads that run, ends the tails
// and closes the database. A second Close does nothing.
func (b *Badger) Close() error {
	if !b.gate.shut() {
		return nil
	}
	b.bell.ring() // tails look up and find it closed
	close(b.stop)
	b.workers.Wait()
	return errors.Join(b.file.close(), b.leave(), b.db.Close())
}

// gate counts who is inside, so that the database is closed behind the last.
type gate struct {
	mu     sync.Mutex
	closed bool
	inside sync.WaitGroup
}

// enter lets one in. Errors: ErrClosed.
func (g *gate) enter() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return ErrClosed
	}
	g.inside.Add(1)
	return nil
}

func (g *gate) leave() { g.inside.Done() }

// shut lets nobody in any more and waits for those inside; false when it was
// shut before.
func (g *gate) shut() bool {
	g.mu.Lock()
	first := !g.closed
	g.closed = true
	g.mu.Unlock()
	g.inside.Wait()
	return first
}
