package session

import (
	"errors"
	"slices"
	"time"

	"accord/app/live"
	"accord/shared/wire"
)

// Box is where outgoing commands are kept, in the order of their making.
type Box interface {
	// Rows lists what is kept, oldest first.
	Rows() ([]Outgoing, error)
	// Put writes a command that is kept already.
	Put(o Outgoing) error
	// Drop removes a command.
	Drop(id int) error
}

// Courier sends what waits in a box: in order, and one at a time. Whoever runs
// one has the box's lock, or two would send the same at once; then nothing bad
// happened yet, as its key counts it once, but its answer might come twice.
type Courier struct {
	Box     Box
	Account string // whose commands
	Send    func(o Outgoing) (answer string, err error)
	Sending func(o Outgoing)                // hears what is about to be sent; may be nil
	Done    func(o Outgoing, answer Answer) // hears what became of it; may be nil
	Spread  func() float64                  // a random number from 0 to 1, for the back-off
}

// Answer is what became of an outgoing command.
type Answer struct {
	Text string // the server's answer to a success
	Err  error  // nil: it is done
	Kept bool   // it waits in the box
}

// Run sends until nothing waits or something must wait. It returns how long to
// wait before the next Run, 0 when nothing waits; failures is how many runs in a
// row ended so before.
func (c Courier) Run(failures int) (wait time.Duration, err error) {
	for {
		rows, err := c.Box.Rows()
		if err != nil {
			return 0, err
		}
		next := slices.IndexFunc(rows, func(o Outgoing) bool { return o.Account == c.Account && o.State == OutWaiting })
		if next < 0 {
			return 0, nil
		}
		goOn, wait, err := c.deliver(rows[next], failures)
		if err != nil || !goOn {
			return wait, err
		}
		failures = 0
	}
}

// deliver sends one command, and reports whether the next may follow.
func (c Courier) deliver(o Outgoing, failures int) (goOn bool, wait time.Duration, err error) {
	if c.Sending != nil {
		c.Sending(o)
	}
	text, failed := c.Send(o)
	var p *wire.Problem
	if failed != nil && !errors.As(failed, &p) {
		p = &wire.Problem{Code: wire.CodeInternal}
	}
	next, what := o.answered(p)
	switch what {
	case outSent:
		err = c.Box.Drop(o.ID)
	case outSetBack:
		err = c.Box.Put(next)
	case outLater:
		wait = live.Backoff(failures+1, c.Spread())
		wait = max(wait, time.Duration(p.RetryAfter)*time.Second)
		if next.Tries != o.Tries {
			err = c.Box.Put(next)
		}
	case outOver:
	}
	if c.Done != nil {
		c.Done(next, Answer{Text: text, Err: failed, Kept: what == outLater || what == outOver})
	}
	return what == outSent || what == outSetBack, wait, err
}

// OutboxRead brings what this person's outbox holds now, in order.
type OutboxRead struct{ Rows []Outgoing }

func (OutboxRead) update() {}

// Unsent are the outgoing commands that wait or were refused, oldest first.
// One whose page still waits for the answer is not among them.
func (m Model) Unsent() []Outgoing { return m.outbox }

// UnsentTo returns the last outgoing command to a path.
func (m Model) UnsentTo(path string) (o Outgoing, ok bool) {
	for _, o := range slices.Backward(m.outbox) {
		if o.Path == path {
			return o, true
		}
	}
	return o, false
}

// CountUnsent counts the outgoing commands of a state.
func (m Model) CountUnsent(s OutState) (n int) {
	for _, o := range m.outbox {
		if o.State == s {
			n++
		}
	}
	return n
}

// IsUnsent reports whether an error of Deliver says that the command waits in
// the outbox.
func IsUnsent(err error) bool { return err != nil && problemOf(err).Code == wire.CodeUnsent }
