package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/dgraph-io/badger/v4"
)

const (
	maxWaiting = 1_024 // calls in the queue; more wait outside
	maxBatch   = 256   // calls in one transaction
)

// call is a command that waits for the writer.
type call struct {
	ctx   context.Context
	cmd   Command
	vital bool // runs on a read-only ledger too: it takes things away

	done   chan struct{} // closed once answer and err stand
	answer Answer
	err    error
}

// Do runs the command in the writer and answers once its facts are on disk. An
// error means that nothing was written, but for that of a commit that the disk
// refused: then the same key tells.
func (b *Badger) Do(ctx context.Context, cmd Command) (Answer, error) {
	return b.do(&call{ctx: ctx, cmd: cmd})
}

func (b *Badger) do(c *call) (Answer, error) {
	if err := b.gate.enter(); err != nil {
		return Answer{}, err
	}
	defer b.gate.leave()
	c.done = make(chan struct{})
	select {
	case b.calls <- c:
	case <-c.ctx.Done():
		return Answer{}, c.ctx.Err()
	}
	<-c.done // soon: the writer never waits for anybody, and skips what was given up
	return c.answer, c.err
}

// write is the one writer: it takes what waits, as one batch. Badger does not
// join commits that must reach the disk; this does, and 64 who wait together
// are answered ten times as fast.
func (b *Badger) write() {
	for {
		select {
		case first := <-b.calls:
			for calls := b.drain(first); len(calls) > 0; {
				calls = calls[b.commit(calls):]
			}
		case <-b.stop:
			return
		}
	}
}

// drain takes the calls that wait already. Those who were just answered run
// first, and may call again: without that, the first of 64 who call again and
// again gets a batch, and a sync of the disk, for itself each time.
func (b *Badger) drain(first *call) []*call {
	runtime.Gosched()
	calls := []*call{first}
	for len(calls) < maxBatch {
		select {
		case c := <-b.calls:
			calls = append(calls, c)
		default:
			return calls
		}
	}
	return calls
}

// commit runs calls in one transaction until it is full, commits, answers
// those that ran and returns how many. When the commit fails, all of them fail,
// also who failed by itself or got an earlier answer: they saw what now is not.
func (b *Badger) commit(calls []*call) int {
	snap := b.db.NewTransaction(false)
	defer snap.Discard()
	r := writable(snap)
	readOnly := b.space.low()
	ran := 0
	for _, c := range calls {
		c.answer, c.err = b.run(r, c, readOnly)
		if ran++; r.over.full() {
			break
		}
	}
	err := b.flush(r)
	for _, c := range calls[:ran] {
		if err != nil {
			c.answer, c.err = Answer{}, fmt.Errorf("commit: %w", err)
		}
		close(c.done)
	}
	return ran
}

// run runs one call against the batch. One that fails leaves nothing there.
func (b *Badger) run(r *rows, c *call, readOnly bool) (answer Answer, err error) {
	if err := c.ctx.Err(); err != nil {
		return Answer{}, err
	}
	r.over.mark()
	defer func() {
		if p := recover(); p != nil {
			b.Log.Error("a command panicked", "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("the command panicked: %v", p)
		}
		if err == nil && r.over.tooLarge() {
			err = ErrTooLarge
		}
		if err != nil {
			r.revert()
			answer = Answer{}
		}
	}()
	tx := &Tx{Reader: Reader{r}, by: c.cmd.By, now: b.Now().UTC().Round(0)}
	if answer, ok, err := tx.answered(c.cmd); ok || err != nil {
		return answer, err
	}
	if readOnly && !c.vital {
		return Answer{}, ErrReadOnly
	}
	result, err := c.cmd.Run(tx)
	if err != nil {
		return Answer{}, err
	}
	body, err := json.Marshal(result)
	if err != nil {
		return Answer{}, fmt.Errorf("encode answer: %w", err)
	}
	answer = Answer{Body: body, Position: tx.Position()}
	return answer, tx.remember(c.cmd, answer)
}

// flush commits a batch and tells of it: the disk first, then the head file,
// then who tails, and last (the caller) who asked.
func (b *Badger) flush(r *rows) error {
	if len(r.over.keys) == 0 {
		return nil
	}
	reader := Reader{r}
	last, err := reader.head()
	if err != nil {
		return err
	}
	txn := b.db.NewTransaction(true)
	defer txn.Discard()
	if err := r.over.copyTo(txn); err != nil {
		return err
	}
	if err := txn.Commit(); err != nil {
		b.Log.Error("a commit failed", "error", err)
		return err
	}
	if last.Seq == b.Position().Seq {
		return nil // no fact: sessions and the like
	}
	if err := b.file.write(last); err != nil {
		// The facts are safe. The file is behind, as after a kill.
		b.Log.Error("the head file could not be written", "error", err)
	}
	b.announce(last)
	return nil
}

// copyTo hands the writes to a transaction.
func (o *overlay) copyTo(txn *badger.Txn) error {
	for _, key := range o.keys {
		w := o.table[key]
		var err error
		switch {
		case w.gone:
			err = txn.Delete([]byte(key))
		case w.ttl > 0:
			err = txn.SetEntry(badger.NewEntry([]byte(key), w.value).WithTTL(w.ttl))
		default:
			err = txn.Set([]byte(key), w.value)
		}
		if err != nil {
			return fmt.Errorf("write %q: %w", key, err)
		}
	}
	return nil
}
