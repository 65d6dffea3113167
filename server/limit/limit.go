// Package limit bounds how often something may be done: tries to sign in,
// unknown numbers, mails to one address.
package limit

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxKeys bounds each half of a set of buckets.
const maxKeys = 50_000

// Buckets holds one token bucket a key in bounded memory: when the young half
// is full it becomes the old half and the old one is forgotten. A forgotten key
// has a full bucket again, so the bound is far above honest use. Safe for
// concurrent use.
type Buckets struct {
	every rate.Limit
	burst int
	now   func() time.Time

	mu         sync.Mutex
	young, old map[string]*rate.Limiter
}

// New makes buckets that hold burst tokens and get perSecond new ones.
func New(perSecond float64, burst int, now func() time.Time) *Buckets {
	return &Buckets{every: rate.Limit(perSecond), burst: burst, now: now, young: map[string]*rate.Limiter{}}
}

// Try takes one token, or says how long until there is one.
func (b *Buckets) Try(key string) (wait time.Duration) {
	if b.bucket(key).AllowN(b.now(), 1) {
		return 0
	}
	return max(b.Wait(key), 1)
}

// Take takes one token, owing it when there is none.
func (b *Buckets) Take(key string) { b.bucket(key).ReserveN(b.now(), 1) }

// Left is how many tokens the key has; below 0 it owes.
func (b *Buckets) Left(key string) float64 { return b.bucket(key).TokensAt(b.now()) }

// Wait is how long until the key has a token again; 0 when it has one.
func (b *Buckets) Wait(key string) time.Duration {
	missing := 1 - b.Left(key)
	if missing <= 0 {
		return 0
	}
	return time.Duration(missing / float64(b.every) * float64(time.Second))
}

func (b *Buckets) bucket(key string) *rate.Limiter {
	b.mu.Lock()
	defer b.mu.Unlock()
	if l, ok := b.young[key]; ok {
		return l
	}
	l, ok := b.old[key]
	if !ok {
		l = rate.NewLimiter(b.every, b.burst)
	}
	if len(b.young) >= maxKeys {
		b.old, b.young = b.young, map[string]*rate.Limiter{}
	}
	b.young[key] = l
	return l
}

// Network is the key of a network address: of IPv6 the /64 that one customer
// has for itself.
func Network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil || a.Is4() {
		return address
	}
	return netip.PrefixFrom(a, 64).Masked().String()
}

// Seconds is a wait for a Retry-After header, rounded up.
func Seconds(wait time.Duration) int { return int((wait + time.Second - 1) / time.Second) }
