package desk

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limits holds one token bucket a key in bounded memory: when the young half
// is full it becomes the old half and the old one is forgotten. A forgotten key
// has a full bucket again, so the bound is far above honest use.
type limits struct {
	mu         sync.Mutex
	young, old map[string]*rate.Limiter
	every      rate.Limit
	burst      int
	now        func() time.Time
}

// limitKeys bounds each half.
const limitKeys = 50_000

func newLimits(perSecond float64, burst int, now func() time.Time) *limits {
	return &limits{young: map[string]*rate.Limiter{}, every: rate.Limit(perSecond), burst: burst, now: now}
}

// left is how many tokens the key has; below 0 it owes.
func (l *limits) left(key string) float64 {
	return l.bucket(key).TokensAt(l.now())
}

// take takes n tokens, owing what is not there.
func (l *limits) take(key string, n int) {
	b := l.bucket(key)
	for range n {
		b.ReserveN(l.now(), 1)
	}
}

// wait is how long until the key has a token again; 0 when it has one.
func (l *limits) wait(key string) time.Duration {
	missing := 1 - l.left(key)
	if missing <= 0 {
		return 0
	}
	return time.Duration(missing / float64(l.every) * float64(time.Second))
}

func (l *limits) bucket(key string) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.young[key]
	if ok {
		return b
	}
	if b, ok = l.old[key]; !ok {
		b = rate.NewLimiter(l.every, l.burst)
	}
	if len(l.young) >= limitKeys {
		l.old, l.young = l.young, map[string]*rate.Limiter{}
	}
	l.young[key] = b
	return b
}
