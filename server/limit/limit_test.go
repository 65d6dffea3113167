package limit_test

import (
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"accord/server/limit"
)

// clock stands still until it is moved.
type clock struct{ now time.Time }

func (c *clock) read() time.Time { return c.now }

func TestBuckets(t *testing.T) {
	const burst = 3
	spent := func(t *testing.T) (*limit.Buckets, *clock) {
		t.Helper()
		c := &clock{time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)}
		b := limit.New(1, burst, c.read)
		for range burst {
			if wait := b.Try("a"); wait != 0 {
				t.Fatalf("refused for %s", wait)
			}
		}
		return b, c
	}
	t.Run("StopAKeyThatTriedTooOften", func(t *testing.T) {
		b, _ := spent(t)
		if wait := b.Try("a"); wait != time.Second {
			t.Errorf("wait %s", wait)
		}
	})
	t.Run("LeaveOthersAlone", func(t *testing.T) {
		b, _ := spent(t)
		if wait := b.Try("b"); wait != 0 {
			t.Errorf("wait %s", wait)
		}
	})
	t.Run("LetItTryAgainLater", func(t *testing.T) {
		b, c := spent(t)
		c.now = c.now.Add(time.Second)
		if wait := b.Try("a"); wait != 0 {
			t.Errorf("wait %s", wait)
		}
	})
	t.Run("OweWhatIsTakenBeyondTheBurst", func(t *testing.T) {
		b, _ := spent(t)
		for range 5 {
			b.Take("a")
		}
		if left, wait := b.Left("a"), b.Wait("a"); left != -5 || wait != 6*time.Second {
			t.Errorf("left %v, wait %s", left, wait)
		}
	})
	t.Run("LetNoMoreThroughAtOnceThanThereAre", func(t *testing.T) {
		b := limit.New(1, burst, (&clock{time.Unix(0, 0)}).read)
		var through atomic.Int64
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				if b.Try("a") == 0 {
					through.Add(1)
				}
			})
		}
		all.Wait()
		if through.Load() != burst {
			t.Errorf("%d came through", through.Load())
		}
	})
	t.Run("ForgetTheOldestWhenThereAreTooMany", func(t *testing.T) {
		b, _ := spent(t)
		for i := range 100_001 {
			b.Left(strconv.Itoa(i))
		}
		if left := b.Left("a"); left != burst {
			t.Errorf("left %v", left)
		}
	})
}

func TestNetwork_TakesWhatOneCustomerHasAsOne(t *testing.T) {
	for address, want := range map[string]string{
		"192.0.2.7":       "192.0.2.7",
		"2001:db8::1":     "2001:db8::/64",
		"2001:db8::ff:1":  "2001:db8::/64",
		"2001:db8:0:1::1": "2001:db8:0:1::/64",
		"":                "",
	} {
		if got := limit.Network(address); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}

func TestSeconds_RoundsUp(t *testing.T) {
	for wait, want := range map[time.Duration]int{0: 0, 1: 1, time.Second: 1, time.Second + 1: 2} {
		if got := limit.Seconds(wait); got != want {
			t.Errorf("%s: got %d, want %d", wait, got, want)
		}
	}
}
