package hub_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/hub"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// world is a hub on a real ledger. A fact is a service token whose name is the
// topic that it concerns, and each makes one update that carries its number.
type world struct {
	testing.TB
	ledger *ledger.Badger
	hub    *hub.Hub
}

func newWorld(t testing.TB) world {
	t.Helper()
	l, err := ledger.Open(t.TempDir(), ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := world{t, l, hub.New(l, announce, slog.New(slog.DiscardHandler))}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.hub.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("run: %v", err)
		}
		if err := l.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return w
}

// announce tells the topic of the token's name. "me" and "unreadable" stand
// for facts that mean something else.
func announce(_ *ledger.Reader, f event.Fact) ([]hub.Notice, error) {
	data, err := f.Decode()
	if err != nil {
		return nil, err
	}
	topic := data.(*event.TokenIssued).Name
	switch topic {
	case "unreadable":
		return nil, errors.New("unreadable")
	case "me":
		return []hub.Notice{{Topic: "a", Update: wire.Update{Kind: wire.UpdateMe}}}, nil
	}
	return []hub.Notice{{Topic: topic, Update: numbered(f.Seq)}}, nil
}

func numbered(seq uint64) wire.Update {
	return wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: fmt.Sprint(seq), Status: access.Approved, Seq: seq}}
}

// commit writes a fact for each topic, in one transaction.
func (w world) commit(topics ...string) {
	w.Helper()
	_, err := w.ledger.Do(context.Background(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for _, topic := range topics {
			id := fmt.Sprint(tx.Position().Seq, topic)
			if _, err := tx.Append(&event.TokenIssued{Token: id, Name: topic, Hash: id}); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}})
	if err != nil {
		w.Fatal(err)
	}
}

func (w world) join(after wire.Position, topics ...string) *hub.Subscriber {
	w.Helper()
	s, err := w.hub.Join(context.Background(), topics, after)
	if err != nil {
		w.Fatal(err)
	}
	return s
}

// settle waits until the hub has delivered everything that is written.
func (w world) settle() wire.Position {
	w.Helper()
	s := w.join(w.ledger.Position())
	s.Leave()
	return w.hub.Position()
}

// next takes what is queued.
func (w world) next(s *hub.Subscriber) (frames []wire.Frame, code int) {
	w.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	texts, code := s.Next(ctx)
	if ctx.Err() != nil {
		w.Fatal("nothing came")
	}
	for _, text := range texts {
		var f wire.Frame
		if err := json.Unmarshal(text, &f); err != nil {
			w.Fatal(err)
		}
		frames = append(frames, f)
	}
	return frames, code
}

// numbers lists the facts that the frames' updates are of.
func numbers(frames []wire.Frame) []uint64 {
	list := []uint64{}
	for _, f := range frames {
		for _, u := range f.Updates {
			if u.Left != nil {
				list = append(list, u.Left.Seq)
			}
		}
	}
	return list
}

// counter hands out distinct numbers to concurrent tests.
type counter struct{ n atomic.Int64 }

func (c *counter) next() int64 { return c.n.Add(1) }
