package post

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"

	"accord/server/event"
	"accord/server/ledger"
)

const (
	pushBatch = 50               // pushes read at once
	slowPush  = 2 * time.Second  // an answer that took longer lets its service rest
	firstPush = time.Minute      // after a push's first failure; doubled each time
	lastPush  = time.Hour        // at most
	firstRest = 5 * time.Second  // of a service that fails; doubled each time
	lastRest  = 15 * time.Minute // at most
	forgetful = time.Hour        // after which the failures of a service are forgotten
)

// rest is how long a push service is left alone.
type rest struct {
	until    time.Time
	failures int // in a row
}

// errand is one push and where it goes.
type errand struct {
	ledger.Push
	device ledger.Subscription // zero: it is no more
}

// verdict is what came of one errand.
type verdict int

const (
	over   verdict = iota // told, or never to be told
	gone                  // the subscription is no more
	failed                // to be tried again
)

// Deliver sends everything that is due and returns when the next push is, zero
// when nothing waits. It is what Run does again and again.
func (p *Pusher) Deliver(ctx context.Context) (next time.Time, err error) {
	if p.ReadOnly() {
		return p.Now().Add(patience), nil // a push that cannot be marked would be sent twice
	}
	for {
		due, next, err := p.due(ctx)
		if err != nil || len(due) == 0 {
			return next, err
		}
		services := map[string][]errand{}
		for _, e := range due {
			host := hostOf(e.device.Endpoint)
			services[host] = append(services[host], e)
		}
		if err := p.round(ctx, services); err != nil {
			return next, err
		}
	}
}

// due reads what is due.
func (p *Pusher) due(ctx context.Context) (due []errand, next time.Time, err error) {
	now := p.Now()
	err = p.Ledger.View(ctx, func(r *ledger.Reader) error {
		pushes, after, err := r.DuePushes(now, pushBatch)
		next = after
		for _, push := range pushes {
			device, err := r.Subscription(push.Account, push.Session)
			if err != nil && !errors.Is(err, ledger.ErrNotFound) {
				return err
			}
			if !now.Before(device.Until) || now.Sub(push.At) >= pushLife {
				device = ledger.Subscription{}
			}
			due = append(due, errand{push, device})
		}
		return err
	})
	return due, next, err
}

func hostOf(endpoint string) string {
	u, err := url.Parse(endpoint)
	if err != nil {
		return ""
	}
	return u.Host
}

// round sends to every service at once and to each one by one. It ends with the
// slowest, which therefore rests afterwards.
func (p *Pusher) round(ctx context.Context, services map[string][]errand) error {
	var all sync.WaitGroup
	errs := make(chan error, len(services))
	for host, errands := range services {
		all.Go(func() {
			for _, e := range errands {
				if err := p.send(ctx, host, e); err != nil {
					errs <- err
					return
				}
			}
			errs <- nil
		})
	}
	all.Wait()
	close(errs)
	var err error
	for e := range errs {
		err = errors.Join(err, e)
	}
	return err
}

// send does one errand and writes down what came of it: at once, so that a crash
// tells it twice at most. Errors: of the ledger, the context's.
func (p *Pusher) send(ctx context.Context, host string, e errand) error {
	if e.device.Endpoint == "" {
		return p.mark(ctx, e, over)
	}
	if until := p.restsUntil(host); p.Now().Before(until) {
		e.DueAt = until
		return p.mark(ctx, e, failed)
	}
	v, wait := p.tell(ctx, host, e)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if v == failed {
		e.Tries++
		e.DueAt = p.Now().UTC().Add(max(wait, backoff(p.Random, firstPush, lastPush, e.Tries)))
	}
	return p.mark(ctx, e, v)
}

// mark writes down what came of an errand.
func (p *Pusher) mark(ctx context.Context, e errand, v verdict) error {
	_, err := p.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		switch v {
		case failed:
			return nil, tx.PutPush(e.Push)
		case gone:
			now, err := tx.Subscription(e.Account, e.Session)
			if err == nil && now.Endpoint == e.device.Endpoint { // it may have another one meanwhile
				err = tx.DropSubscription(e.Account, e.Session)
			}
			if err != nil && !errors.Is(err, ledger.ErrNotFound) {
				return nil, err
			}
		}
		return nil, tx.DropPush(e.Push)
	}})
	return err
}

// tell hands one push to its service, encrypted for the device. wait is how long
// the service wants to be left alone.
func (p *Pusher) tell(ctx context.Context, host string, e errand) (v verdict, wait time.Duration) {
	asked := p.Now()
	answer, err := webpush.SendNotificationWithContext(ctx, e.Payload,
		&webpush.Subscription{Endpoint: e.device.Endpoint, Keys: webpush.Keys{P256dh: e.device.P256dh, Auth: e.device.Auth}},
		&webpush.Options{
			HTTPClient: p.Client, Subscriber: p.Contact, VAPIDPublicKey: p.key.Public, VAPIDPrivateKey: p.key.Private,
			TTL: int((pushLife - p.Now().Sub(e.At)) / time.Second), Topic: e.Topic, Urgency: webpush.UrgencyNormal,
		})
	if err != nil {
		return p.unreached(host, err)
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.CopyN(io.Discard, answer.Body, 4<<10) // for the connection's next use
	switch status := answer.StatusCode; {
	case status/100 == 2 && p.Now().Sub(asked) > slowPush:
		p.leave(host, 0) // the others of the round wait for it
		return over, 0
	case status/100 == 2:
		p.works(host)
		return over, 0
	case status == http.StatusNotFound || status == http.StatusGone,
		status == http.StatusUnauthorized || status == http.StatusForbidden: // made with another key
		return gone, 0
	case status == http.StatusTooManyRequests || status >= 500:
		seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After")) // a date is as good as nothing
		wait = p.leave(host, min(time.Duration(max(seconds, 0))*time.Second, lastPush))
		p.Log.Warn("a push service takes nothing now", "service", host, "status", status, "again_in", wait)
		return failed, wait
	default:
		p.Log.Warn("a push was refused", "service", host, "status", status)
		return over, 0
	}
}

// unreached is what comes of a push whose service gave no answer. The endpoint
// is a secret of the device, and is not logged.
func (p *Pusher) unreached(host string, err error) (verdict, time.Duration) {
	var call *url.Error
	if !errors.As(err, &call) {
		p.Log.Warn("a push could not be made", "service", host, "error", err)
		return over, 0
	}
	if errors.Is(err, ErrNotPublic) {
		p.Log.Warn("a push service is not on the internet", "service", host)
		return gone, 0
	}
	wait := p.leave(host, 0)
	p.Log.Warn("a push service is not reached", "service", host, "error", call.Err, "again_in", wait)
	return failed, wait
}

// leave lets a service rest, longer each time and at least as long as it asks.
func (p *Pusher) leave(host string, asked time.Duration) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	for other, r := range p.resting {
		if p.Now().Sub(r.until) > forgetful {
			delete(p.resting, other)
		}
	}
	r := p.resting[host]
	r.failures++
	wait := max(asked, backoff(p.Random, firstRest, lastRest, r.failures))
	r.until = p.Now().UTC().Add(wait)
	p.resting[host] = r
	return wait
}

func (p *Pusher) works(host string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.resting, host)
}

func (p *Pusher) restsUntil(host string) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.resting[host].until
}
