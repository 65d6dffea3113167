// Package hub brings what was committed to those who watch. One goroutine tails
// the ledger; what a commit means is rendered once, and each subscriber of a
// topic it concerns gets one frame a commit in a bounded queue of its own. A
// subscriber that falls behind is cut, never waited for: it comes back with
// its last position and gets exactly what it missed.
//
// Nothing is announced that was not written, and a frame's position says that
// the reader has now seen everything up to there.
package hub

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/wire"
)

// Limits of a subscriber.
const (
	maxQueued = 256   // frames it may be behind before it is cut
	maxMissed = 2_000 // facts it may have missed and still get one by one
)

// ErrClosed says that the hub takes no more subscribers.
var ErrClosed = errors.New("the hub is closed")

// Notice is an update and the topic whose subscribers may see it.
type Notice struct {
	Topic  string
	Update wire.Update
}

// Announce says what a fact means, to whom. The reader sees the ledger at or
// after the fact.
type Announce func(r *ledger.Reader, f event.Fact) ([]Notice, error)

// Hub is the bus from the ledger to the connections. Safe for concurrent use.
type Hub struct {
	ledger   ledger.Ledger
	announce Announce
	log      *slog.Logger

	mu       sync.Mutex
	position wire.Position // everything up to here was delivered
	moved    chan struct{} // closed and replaced when position moves
	topics   map[string]map[*Subscriber]struct{}
	all      map[*Subscriber]struct{}
	closed   bool
}

// New makes a hub that announces what comes after the ledger's present
// position. Run it.
func New(l ledger.Ledger, announce Announce, log *slog.Logger) *Hub {
	return &Hub{
		ledger:   l,
		announce: announce,
		log:      log,
		position: l.Position(),
		moved:    make(chan struct{}),
		topics:   map[string]map[*Subscriber]struct{}{},
		all:      map[*Subscriber]struct{}{},
	}
}

// Run tails the ledger until the context ends or the ledger fails; then every
// subscriber is told to come back and the hub is closed. Call it once. A
// context that ended is no error.
func (h *Hub) Run(ctx context.Context) error {
	defer h.Close()
	err := h.ledger.Tail(ctx, h.Position().Seq, func(facts []event.Fact) error {
		if len(facts) == 0 {
			return nil
		}
		var notices []Notice
		err := h.ledger.View(ctx, func(r *ledger.Reader) (err error) {
			notices, err = h.meaning(r, facts)
			return err
		})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		h.deliver(facts[len(facts)-1].Seq, notices, err)
		return nil
	})
	if ctx.Err() != nil || errors.Is(err, ledger.ErrClosed) {
		return nil
	}
	return fmt.Errorf("tail the ledger: %w", err)
}

// Position is up to where everything was delivered.
func (h *Hub) Position() wire.Position {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.position
}

// Publish announces what is not a fact, in one frame a subscriber. It never
// blocks.
func (h *Hub) Publish(notices ...Notice) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.hand(notices)
}

// Close tells every subscriber to come back and takes no more. Calling it
// again does nothing.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for s := range h.all {
		h.drop(s, wire.CloseRestart)
	}
}

// meaning asks what the facts mean, to whom.
func (h *Hub) meaning(r *ledger.Reader, facts []event.Fact) ([]Notice, error) {
	var notices []Notice
	for _, f := range facts {
		found, err := h.announce(r, f)
		if err != nil {
			return nil, fmt.Errorf("announce fact %d (%s): %w", f.Seq, f.Type, err)
		}
		notices = append(notices, found...)
	}
	return notices, nil
}

// deliver hands a commit's notices out. A commit that cannot be rendered may
// concern anybody, so everybody is told to load again.
func (h *Hub) deliver(seq uint64, notices []Notice, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.position.Seq = seq
	close(h.moved)
	h.moved = make(chan struct{})
	if err != nil {
		h.log.Error("commit cannot be announced", "seq", seq, "error", err)
		text := h.encode(wire.Frame{Position: h.position, Updates: reset()})
		for s := range h.all {
			h.push(s, text)
		}
		return
	}
	h.hand(notices)
}
