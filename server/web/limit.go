package web

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"accord/shared/wire"
)

// Tries to sign in, register or set a password from one network address. Many
// people may share one behind a company's gateway, so it is generous; the desk
// counts wrong passwords per account.
const (
	triesAtOnce   = 60
	triesASecond  = 1
	knownNetworks = 20_000 // in each of two halves, so memory is bounded
)

// limits holds one token bucket a network address. When the young half is full
// it becomes the old one and the old one is forgotten: those whose bucket is
// forgotten start with a full one.
type limits struct {
	now func() time.Time

	mu         sync.Mutex
	young, old map[string]*rate.Limiter
}

func newLimits(now func() time.Time) *limits {
	return &limits{now: now, young: map[string]*rate.Limiter{}}
}

// take counts a try. Errors: too_many, with the seconds to wait.
func (l *limits) take(network string) error {
	b, now := l.bucket(neighbourhood(network)), l.now()
	if b.AllowN(now, 1) {
		return nil
	}
	missing := 1 - b.TokensAt(now)
	return &wire.Problem{Code: wire.CodeTooMany, RetryAfter: int(missing/triesASecond) + 1}
}

func (l *limits) bucket(key string) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.young[key]
	if b != nil {
		return b
	}
	if b = l.old[key]; b == nil {
		b = rate.NewLimiter(triesASecond, triesAtOnce)
	}
	if len(l.young) >= knownNetworks {
		l.old, l.young = l.young, map[string]*rate.Limiter{}
	}
	l.young[key] = b
	return b
}

// neighbourhood is what counts as one address: of IPv6 the /64 that one
// customer has for itself.
func neighbourhood(network string) string {
	a, err := netip.ParseAddr(network)
	if err != nil || a.Is4() {
		return network
	}
	return netip.PrefixFrom(a, 64).Masked().String()
}
