package hub

import (
	"context"
	"fmt"

	"accord/server/ledger"
	"accord/shared/wire"
)

// Join subscribes a reader that has seen everything up to a position to the
// topics. Its first frame brings what it missed, or a reset when that is more
// than 2,000 facts or of another epoch; each later commit that concerns it
// brings one. Nothing is missed in between and nothing comes twice.
//
// Whether the reader may follow the topics is for the caller to ask again
// after Join: a change from then on ends the subscription (wire.UpdateMe).
// Errors: ErrClosed, the ledger's, the context's.
func (h *Hub) Join(ctx context.Context, topics []string, after wire.Position) (*Subscriber, error) {
	if err := h.reach(ctx, after); err != nil {
		return nil, err
	}
	s := &Subscriber{hub: h, topics: topics, signal: make(chan struct{}, 1)}
	joined, err := h.enter(s)
	if err != nil {
		return nil, err
	}
	missed, err := h.missed(ctx, topics, after, joined)
	if err != nil {
		s.Leave()
		return nil, fmt.Errorf("replay from %d: %w", after.Seq, err)
	}
	first := h.encode(wire.Frame{Position: joined, Updates: missed})
	h.mu.Lock()
	defer h.mu.Unlock()
	if s.code != wire.CloseSlow {
		s.queue = append([][]byte{first}, s.queue...)
		s.told = max(s.told, joined.Seq)
		s.wake()
	}
	return s, nil
}

// reach waits until everything up to a reader's position was delivered: a
// command's answer can be at the reader before its commit is here, and would
// come a second time. It does not wait for what the ledger has not reached.
func (h *Hub) reach(ctx context.Context, p wire.Position) error {
	for {
		h.mu.Lock()
		now, moved, closed := h.position, h.moved, h.closed
		h.mu.Unlock()
		switch {
		case closed:
			return ErrClosed
		case now.Epoch != p.Epoch, now.Seq >= p.Seq, p.Seq > h.ledger.Position().Seq:
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-moved:
		}
	}
}

// enter registers the subscriber: from the position it returns on, commits are
// queued for it.
func (h *Hub) enter(s *Subscriber) (wire.Position, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return h.position, ErrClosed
	}
	h.all[s] = struct{}{}
	for _, t := range s.topics {
		if h.topics[t] == nil {
			h.topics[t] = map[*Subscriber]struct{}{}
		}
		h.topics[t][s] = struct{}{}
	}
	return h.position, nil
}

// missed renders the reader's part of the facts after its position up to where
// it joined.
func (h *Hub) missed(ctx context.Context, topics []string, after, joined wire.Position) ([]wire.Update, error) {
	if after.Epoch != joined.Epoch || after.Seq > joined.Seq || joined.Seq-after.Seq > maxMissed {
		return reset(), nil
	}
	mine := map[string]bool{}
	for _, t := range topics {
		mine[t] = true
	}
	var updates []wire.Update
	err := h.ledger.View(ctx, func(r *ledger.Reader) error {
		for seq := after.Seq; seq < joined.Seq; {
			facts, err := r.Facts(seq, int(joined.Seq-seq))
			if err != nil {
				return err
			}
			if len(facts) == 0 {
				return fmt.Errorf("facts %d to %d are not there", seq+1, joined.Seq)
			}
			notices, err := h.meaning(r, facts)
			if err != nil {
				return err
			}
			for _, n := range notices {
				if mine[n.Topic] {
					updates = append(updates, n.Update)
				}
			}
			seq = facts[len(facts)-1].Seq
		}
		return nil
	})
	return updates, err
}
