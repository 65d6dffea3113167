package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// BenchmarkDo measures durable submissions a second: each is one command with
// an idempotency key and one pending request, answered once it is on the disk.
func BenchmarkDo(b *testing.B) {
	for _, writers := range []int{1, 64} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			l := benchLedger(b)
			var next atomic.Int64
			var wait sync.WaitGroup
			b.ResetTimer()
			for range writers {
				wait.Go(func() {
					for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
						id := fmt.Sprint("r", n)
						cmd := command(append1(submitted(id, "u0", access.Full, fmt.Sprint(n), access.PendingVendor)))
						cmd.Key = id
						if _, err := l.Do(context.Background(), cmd); err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			wait.Wait()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "commands/s")
		})
	}
}

func benchLedger(b *testing.B) *ledger.Badger {
	b.Helper()
	l := open(b, b.TempDir(), ledger.Options{})
	do(b, l, func(tx *ledger.Tx) error {
		for i := range 500 {
			p := person(fmt.Sprint("u", i), fmt.Sprintf("user%d@example%d.co.jp", i, i%50), func(p *wire.Profile) {
				p.FamilyName, p.CompanyLocal = fmt.Sprint("Yamada", i), fmt.Sprintf("株式会社北星%d", i%50)
			})
			if err := tx.PutAccount(p); err != nil {
				return err
			}
		}
		return nil
	})
	return l
}

// fill writes n pending requests: half wait for the vendor, half in 2,000
// administrators' queues.
func fill(b *testing.B, l ledger.Ledger, n int) {
	b.Helper()
	for i := 0; i < n; i += 100 {
		do(b, l, func(tx *ledger.Tx) error {
			for j := i; j < i+100; j++ {
				to, level := access.PendingVendor, access.Full
				if j%2 == 1 {
					to = access.PendingAdministrator
				}
				if j%10 > 7 {
					level = access.Downloads
				}
				if _, err := tx.Append(submitted(fmt.Sprint("r", j), fmt.Sprint("u", j%500), level, fmt.Sprint(100_000+j/2%2_000), to)); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

// BenchmarkQueue measures a window of 50 rows with 100,000 pending requests.
func BenchmarkQueue(b *testing.B) {
	l := benchLedger(b)
	fill(b, l, 100_000)
	var scopes []string
	for i := range 2_000 {
		scopes = append(scopes, fmt.Sprint("contract:", 100_000+i))
	}
	var middle string
	view(b, l, func(r *ledger.Reader) error {
		for range 50 {
			var err error
			if _, middle, err = r.Queue(vendor(), ledger.QueueFilter{}, middle, 200); err != nil {
				return err
			}
		}
		return nil
	})
	for _, bench := range []struct {
		name   string
		queues []string
		filter ledger.QueueFilter
		cursor string
	}{
		{"first", vendor(), ledger.QueueFilter{}, ""},
		{"middle", vendor(), ledger.QueueFilter{}, middle},
		{"level", vendor(), ledger.QueueFilter{Level: access.Downloads}, ""},
		{"find-rare", vendor(), ledger.QueueFilter{Find: "yamada7 北星"}, ""},
		{"find-common", vendor(), ledger.QueueFilter{Find: "example"}, ""},
		{"find-nothing", vendor(), ledger.QueueFilter{Find: "example nobody"}, ""},
		{"scopes=2000", scopes, ledger.QueueFilter{}, ""},
		{"scopes=2000/middle", scopes, ledger.QueueFilter{}, middle},
		{"scopes=2000/find", scopes, ledger.QueueFilter{Find: "yamada7"}, ""},
		{"scopes=2000/none-waits", scopes[:0], ledger.QueueFilter{}, ""},
	} {
		queues := bench.queues
		if len(queues) == 0 {
			for i := range 2_000 {
				queues = append(queues, fmt.Sprint("contract:empty", i))
			}
		}
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				view(b, l, func(r *ledger.Reader) error {
					_, _, err := r.Queue(queues, bench.filter, bench.cursor, 50)
					return err
				})
			}
		})
	}
	b.Run("counts/scopes=2000", func(b *testing.B) {
		for b.Loop() {
			view(b, l, func(r *ledger.Reader) error {
				_, err := r.QueueCounts(scopes)
				return err
			})
		}
	})
}

// BenchmarkQueueChurn measures the first window after 100,000 requests went
// through the queue: nothing waits any more, or only the very first.
func BenchmarkQueueChurn(b *testing.B) {
	for _, stuck := range []bool{false, true} {
		b.Run(fmt.Sprintf("stuck=%v", stuck), func(b *testing.B) {
			l := benchLedger(b)
			if stuck {
				do(b, l, append1(submitted("first", "u0", access.Full, "1", access.PendingVendor)))
			}
			for i := range 1_000 {
				do(b, l, func(tx *ledger.Tx) error {
					for j := range 100 {
						d := submitted(fmt.Sprint("r", i*100+j), "u0", access.Full, "1", access.PendingVendor)
						if _, err := tx.Append(d); err != nil {
							return err
						}
						if _, err := tx.Append(then(d, access.MoveApprove, access.Approved)); err != nil {
							return err
						}
					}
					return nil
				})
			}
			for b.Loop() {
				view(b, l, func(r *ledger.Reader) error {
					_, _, err := r.Queue(vendor(), ledger.QueueFilter{}, "", 50)
					return err
				})
			}
		})
	}
}

// BenchmarkTail measures how fast one tail reads facts that are written already.
func BenchmarkTail(b *testing.B) {
	l := benchLedger(b)
	fill(b, l, 20_000)
	enough := errors.New("enough")
	for b.Loop() {
		n := 0
		err := l.Tail(context.Background(), 0, func(facts []event.Fact) error {
			if n += len(facts); n == 20_000 {
				return enough
			}
			return nil
		})
		if !errors.Is(err, enough) {
			b.Fatal(err)
		}
	}
	b.ReportMetric(20_000*float64(b.N)/b.Elapsed().Seconds(), "facts/s")
}

// BenchmarkTail_Wake measures from a commit's start to the tail's word of it.
func BenchmarkTail_Wake(b *testing.B) {
	l := benchLedger(b)
	told := make(chan time.Time)
	ctx, cancel := context.WithCancel(context.Background())
	var wait sync.WaitGroup
	wait.Go(func() {
		err := l.Tail(ctx, 0, func([]event.Fact) error { told <- time.Now(); return nil })
		if !errors.Is(err, context.Canceled) {
			b.Error(err)
		}
	})
	i := 0
	for b.Loop() {
		i++
		do(b, l, append1(&event.TokenIssued{Token: fmt.Sprint(i), Hash: fmt.Sprint(i)}))
		<-told
	}
	cancel()
	wait.Wait()
}
