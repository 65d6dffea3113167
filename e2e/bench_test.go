package e2e

import (
	"context"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// BenchmarkStart is the time from the address to a usable Add Access form, with
// an empty cache and with a warm one, plain and with the CPU four times slower.
func BenchmarkStart(b *testing.B) {
	for _, c := range []struct {
		name string
		cold bool
		slow float64
	}{{"cold", true, 1}, {"warm", false, 1}, {"cold-cpu-4x-slower", true, 4}, {"warm-cpu-4x-slower", false, 4}} {
		b.Run(c.name, func(b *testing.B) {
			s := newSite(b)
			p := s.enter(hana)
			p.command(func(ctx context.Context, t *chromedp.Target) error {
				_, err := cdp.Call(ctx, t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: c.slow})
				return err
			})
			var paint, usable []float64
			for b.Loop() {
				p.command(func(ctx context.Context, t *chromedp.Target) error {
					_, err := cdp.Call(ctx, t, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: c.cold})
					return err
				})
				p.open("/access/add/full")
				paint = append(paint, script[float64](p, "first paint", `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0`))
				usable = append(usable, script[float64](p, "usable", `performance.now()`))
			}
			b.ReportMetric(percentile(paint, 50), "paint-ms")
			b.ReportMetric(percentile(usable, 50), "usable-ms")
		})
	}
}

// BenchmarkLive is the time from a submission to the change in another
// person's open queue: a queue that is opened anew every few rounds, and one in
// which 200 rows have left and stay struck through.
func BenchmarkLive(b *testing.B) {
	b.Run("short", func(b *testing.B) { benchLive(b, 0, 10) })
	b.Run("200-struck-through", func(b *testing.B) { benchLive(b, 200, 1<<30) })
}

// benchLive lets rows come and leave before it measures, and opens the queue
// anew after each so many.
func benchLive(b *testing.B, struck, anew int) {
	s := newSite(b)
	customer := s.account(hana, "en")
	p := s.enter(sakura)
	watchQueue(p)
	for range struck {
		comeAndLeave(b, s, p, customer)
	}
	var took []float64
	for round := 0; b.Loop(); round++ {
		b.StopTimer()
		if round > 0 && round%anew == 0 {
			watchQueue(p)
		}
		b.StartTimer()
		took = append(took, comeAndLeave(b, s, p, customer))
	}
	rows := script[float64](p, "count the rows", `document.querySelectorAll("main tbody tr").length`)
	b.ReportMetric(rows, "rows")
	b.ReportMetric(percentile(took, 50), "p50-ms")
	b.ReportMetric(percentile(took, 99), "p99-ms")
}

// watchQueue opens the queue and notes when it changes.
func watchQueue(p *person) {
	p.open("/queue")
	script[bool](p, "watch the page", `(() => {
		window.changes = [];
		new MutationObserver(() => window.changes.push(Date.now())).observe(document.querySelector("main"), {subtree: true, childList: true, characterData: true});
		return true;
	})()`)
}

// comeAndLeave lets a request come into the queue and leave it, and answers the
// milliseconds until its coming was seen. The timer runs until then.
func comeAndLeave(b *testing.B, s *site, p *person, customer desk.Who) float64 {
	b.Helper()
	begin := float64(time.Now().UnixMicro()) / 1000
	sent, err := s.Desk.Submit(b.Context(), customer, wire.Submit{
		Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true})
	if err != nil {
		b.Fatal(err)
	}
	after := `window.changes.find(t => t >= ` + strconv.FormatFloat(begin-1, 'f', 3, 64) + `)`
	p.until("see the change", after+` !== undefined`)
	took := max(0, script[float64](p, "when", after)-begin)
	b.StopTimer()
	script[bool](p, "forget", `(window.changes.length = 0, true)`)
	cancel(b, s, customer, sent.Requests[0].ID)
	p.until("see it leave", `window.changes.length > 0`)
	b.StartTimer()
	return took
}

func cancel(b *testing.B, s *site, who desk.Who, id string) {
	b.Helper()
	if _, err := s.Desk.Move(b.Context(), who, id, access.MoveCancel, wire.Moved{}); err != nil {
		b.Fatal(err)
	}
}

func (p *person) command(do func(context.Context, *chromedp.Target) error) {
	p.t.Helper()
	p.run("command the browser", chromedp.Func(do))
}

func percentile(values []float64, p int) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, len(sorted)*p/100)]
}
