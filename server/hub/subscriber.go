package hub

import (
	"context"

	"accord/shared/wire"
)

// Subscriber is one connection's queue. Its methods are for one goroutine.
type Subscriber struct {
	hub    *Hub
	topics []string

	// Under the hub's lock.
	queue  [][]byte
	told   uint64        // the position that the reader knows once the queue is empty
	code   int           // close code, 0 while joined
	signal chan struct{} // holds one token when there is something to take
}

// Next waits for frames and returns all that are queued, each a wire.Frame as
// JSON. A close code other than 0 ends the connection after them. When the
// context ends first it returns nothing.
func (s *Subscriber) Next(ctx context.Context) (frames [][]byte, code int) {
	select {
	case <-ctx.Done():
		return nil, 0
	case <-s.signal:
	}
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	frames, s.queue = s.queue, nil
	return frames, s.code
}

// Idle returns a frame that only moves the reader's position, when it knows an
// older one and nothing is queued; nil otherwise. A reader that nothing
// concerned for long can then still come back without loading everything.
func (s *Subscriber) Idle() []byte {
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	if len(s.queue) > 0 || s.code != 0 || s.told == s.hub.position.Seq {
		return nil
	}
	s.told = s.hub.position.Seq
	return s.hub.encode(wire.Frame{Position: s.hub.position})
}

// Leave ends the subscription. Calling it again does nothing.
func (s *Subscriber) Leave() {
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	s.hub.drop(s, wire.CloseRestart)
}

// push queues a frame, or cuts the subscriber when it is too far behind. The
// caller holds the hub's lock.
func (h *Hub) push(s *Subscriber, text []byte) {
	if s.code != 0 {
		return
	}
	if len(s.queue) >= maxQueued {
		s.queue = nil // it comes back for them with the position it has
		h.drop(s, wire.CloseSlow)
		return
	}
	s.queue = append(s.queue, text)
	s.told = h.position.Seq
	s.wake()
}

// drop takes the subscriber off its topics; what is queued is still sent. The
// caller holds the hub's lock.
func (h *Hub) drop(s *Subscriber, code int) {
	if s.code != 0 {
		return
	}
	s.code = code
	delete(h.all, s)
	for _, t := range s.topics {
		delete(h.topics[t], s)
		if len(h.topics[t]) == 0 {
			delete(h.topics, t)
		}
	}
	s.wake()
}

func (s *Subscriber) wake() {
	select {
	case s.signal <- struct{}{}:
	default:
	}
}
