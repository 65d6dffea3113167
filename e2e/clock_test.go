package e2e

import (
	"sync"
	"testing"
	"time"

	"accord/server/portal"
)

// clock is a portal's, which a story moves on.
type clock struct {
	mu   sync.Mutex
	more time.Duration // than the machine's
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.more)
}

// newSiteAt opens a portal whose clock a story moves.
func newSiteAt(t testing.TB, change ...func(*portal.Config)) (*site, *clock) {
	t.Helper()
	c := &clock{}
	return openSite(t, c.now, change...), c
}

// pass lets time go by and does what is due then, mail included.
func (c *clock) pass(s *site, d time.Duration) {
	s.t.Helper()
	c.mu.Lock()
	c.more += d
	c.mu.Unlock()
	if _, err := s.Desk.Tick(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
	s.Desk.Mailer.Wake()
}
