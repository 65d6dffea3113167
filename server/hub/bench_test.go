package hub_test

import (
	"context"
	"testing"

	"accord/server/hub"
)

// One update to a topic that a thousand connections follow, until each has
// taken it.
func BenchmarkHub_FanOutToAThousand(b *testing.B) {
	const subscribers = 1_000
	w := newWorld(b)
	took := make(chan struct{}, subscribers)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	for range subscribers {
		s := w.join(w.ledger.Position(), "a")
		w.next(s)
		go func() {
			for ctx.Err() == nil {
				if frames, _ := s.Next(ctx); len(frames) > 0 {
					took <- struct{}{}
				}
			}
		}()
	}
	b.ReportAllocs()
	for b.Loop() {
		w.hub.Publish(hub.Notice{Topic: "a", Update: numbered(1)})
		for range subscribers {
			<-took
		}
	}
	b.ReportMetric(float64(subscribers)*float64(b.N)/b.Elapsed().Seconds(), "frames/s")
}
