package post

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

// Teller knows what devices are told: the desk.
type Teller interface {
	Pushes(r *ledger.Reader, g *registry.Generation, f event.Fact) ([]desk.Push, error)
}

// PushConfig is what a Pusher is made of.
type PushConfig struct {
	Ledger   ledger.Ledger
	ReadOnly func() bool // the ledger takes nothing
	Registry *registry.Store
	Client   *http.Client // reaches push services; nil: NewPushClient
	Contact  string       // of the operator, for push services: an address or https
	Now      func() time.Time
	Random   func([]byte)
	Log      *slog.Logger
}

// Pusher tells the devices of people what changes, by the push services of their
// browsers (RFC 8030, 8291, 8292). Like the outbox it reads the ledger's tail
// from a cursor of its own; what waits for a device and the cursor's new place
// are one transaction. What is told is short-lived: after a day it is dropped.
// Safe for concurrent use.
type Pusher struct {
	PushConfig
	teller Teller
	key    ledger.PushKey
	wake   chan struct{}
	noted  uint64 // the cursor in the ledger is here or further; of the tail alone

	mu      sync.Mutex // guards what follows
	resting map[string]rest
}

// NewPusher makes a pusher. Before Run it needs its key and its teller.
func NewPusher(c PushConfig) *Pusher {
	if c.Client == nil {
		c.Client = NewPushClient()
	}
	return &Pusher{PushConfig: c, wake: make(chan struct{}, 1), resting: map[string]rest{}}
}

// Tell names who knows what devices are told. Call it once, before Run.
func (p *Pusher) Tell(t Teller) { p.teller = t }

// Open returns the portal's public key, for subscriptions. It is made at the
// first start and stays: with another one every subscription would be void.
// Errors: those of the ledger.
func (p *Pusher) Open(ctx context.Context) (public string, err error) {
	err = p.Ledger.View(ctx, func(r *ledger.Reader) error {
		p.key, err = r.PushKey()
		return err
	})
	if !errors.Is(err, ledger.ErrNotFound) {
		return p.key.Public, err
	}
	if p.key.Private, p.key.Public, err = webpush.GenerateVAPIDKeys(); err != nil {
		return "", fmt.Errorf("make the key for push: %w", err)
	}
	_, err = p.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.PutPushKey(p.key)
	}})
	return p.key.Public, err
}

// Run writes and delivers until the context ends.
func (p *Pusher) Run(ctx context.Context) {
	follow := tail{
		ledger: p.Ledger, what: "push", log: p.Log, take: p.Take,
		cursor: (*ledger.Reader).PushCursor, setCursor: (*ledger.Tx).SetPushCursor,
	}
	deliver := rounds{what: "push", log: p.Log, now: p.Now, wake: p.wake, deliver: p.Deliver}
	var both sync.WaitGroup
	both.Go(func() { follow.follow(ctx) })
	both.Go(func() { deliver.run(ctx) })
	both.Wait()
}

const (
	// pushLife is how long after its fact something is worth telling.
	pushLife = 24 * time.Hour
	// maxPushes is how many pushes one transaction holds, unless one fact has more.
	maxPushes = 100
	// lag is how many facts that nobody is told of the cursor may be behind.
	lag = 1000
)

// Take writes down whom facts are told to, in order; it is what Run does with
// the tail.
func (p *Pusher) Take(ctx context.Context, facts []event.Fact) error {
	for len(facts) > 0 {
		pushes, n, err := p.compose(ctx, facts)
		if err != nil {
			return err
		}
		if err := p.put(ctx, pushes, facts[n-1].Seq); err != nil {
			return err
		}
		facts = facts[n:]
	}
	return nil
}

// compose asks what as many facts tell as fit one transaction.
func (p *Pusher) compose(ctx context.Context, facts []event.Fact) (pushes []ledger.Push, n int, err error) {
	err = look(ctx, p.Registry, p.Ledger, func(r *ledger.Reader, g *registry.Generation) error {
		for _, f := range facts {
			if len(pushes) >= maxPushes {
				return nil
			}
			if p.Now().Sub(f.At) < pushLife {
				told, err := p.teller.Pushes(r, g, f)
				if err != nil {
					return fmt.Errorf("tell of fact %d: %w", f.Seq, err)
				}
				for _, t := range told {
					some, err := pushesOf(f, t)
					if err != nil {
						return err
					}
					pushes = append(pushes, some...)
				}
			}
			n++
		}
		return nil
	})
	return pushes, n, err
}

// pushesOf are one for each device that was there when the fact was written.
func pushesOf(f event.Fact, t desk.Push) (pushes []ledger.Push, err error) {
	payload, err := json.Marshal(t.Push)
	if err != nil {
		return nil, fmt.Errorf("write push: %w", err)
	}
	for _, d := range t.Devices {
		if d.CreatedAt.After(f.At) {
			continue
		}
		pushes = append(pushes, ledger.Push{
			Account: d.Account, Session: d.Session, Topic: topic(t.Tag), Payload: payload, Seq: f.Seq, At: f.At, DueAt: f.At,
		})
	}
	return pushes, nil
}

// topic names what a push is about without telling a push service what it is:
// 32 characters, as RFC 8030, 5.4, wants it.
func topic(about string) string {
	sum := sha256.Sum256([]byte(about))
	return base64.RawURLEncoding.EncodeToString(sum[:24])
}

// put stores pushes and the cursor.
func (p *Pusher) put(ctx context.Context, pushes []ledger.Push, seq uint64) error {
	if len(pushes) == 0 && seq < p.noted+lag {
		return nil // they would tell nobody when they are read again, either
	}
	_, err := p.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for _, push := range pushes {
			if err := tx.PutPush(push); err != nil {
				return nil, err
			}
		}
		return nil, tx.SetPushCursor(wire.Position{Epoch: tx.Position().Epoch, Seq: seq})
	}})
	if err != nil {
		return err
	}
	p.noted = seq
	if len(pushes) > 0 {
		select {
		case p.wake <- struct{}{}:
		default:
		}
	}
	return nil
}
