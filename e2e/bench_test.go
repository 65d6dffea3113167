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
// person's open queue. The queue is opened anew every few rounds: rows that
// left stay struck through until then, and each one costs drawing time.
func BenchmarkLive(b *testing.B) {
	s := newSite(b)
	customer := s.account(hana, "en")
	p := s.enter(sakura)
	var took []float64
	for round := 0; b.Loop(); round++ {
		b.StopTimer()
		if round%10 == 0 {
			p.open("/queue")
			script[bool](p, "watch the page", `(() => {
				window.changes = [];
				new MutationObserver(() => window.changes.push(Date.now())).observe(document.querySelector("main"), {subtree: true, childList: true, characterData: true});
				return true;
			})()`)
		}
		b.StartTimer()
		begin := float64(time.Now().UnixMicro()) / 1000
		sent, err := s.Desk.Submit(b.Context(), customer, wire.Submit{
			Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true})
		if err != nil {
			b.Fatal(err)
		}
		after := `window.changes.find(t => t >= ` + strconv.FormatFloat(begin-1, 'f', 3, 64) + `)`
		p.until("see the change", after+` !== undefined`)
		took = append(took, max(0, script[float64](p, "when", after)-begin))
		b.StopTimer()
		script[bool](p, "forget", `(window.changes.length = 0, true)`)
		cancel(b, s, customer, sent.Requests[0].ID)
		p.until("see it leave", `window.changes.length > 0`)
		b.StartTimer()
	}
	b.ReportMetric(percentile(took, 50), "p50-ms")
	b.ReportMetric(percentile(took, 99), "p99-ms")
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
