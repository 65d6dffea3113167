package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// BenchmarkStart is what a first visitor waits for at the sign-in page (cold),
// and a returning person at their requests with a network (warm) and without one
// (offline), plain and with the CPU four times slower: first paint, the page as
// the server drew it, and usable, the program's. Beside them stand the figures of the last run on this machine.
func BenchmarkStart(b *testing.B) {
	s := newSite(b)
	last, now := startFigures{}, startFigures{}
	last.read(b)
	for _, c := range []struct {
		name string
		slow float64
	}{{"plain", 1}, {"cpu-4x-slower", 4}} {
		b.Run("cold-"+c.name, func(b *testing.B) {
			var taken []start
			for b.Loop() {
				p := newPerson(b, s.URL(), "a visitor")
				p.slowed(c.slow)
				p.open("/signin")
				taken = append(taken, p.started())
				p.close()
			}
			now.report(b, last, taken)
		})
		b.Run("warm-"+c.name, func(b *testing.B) {
			p := s.enter(hana)
			p.kept()
			p.slowed(c.slow)
			var taken []start
			for b.Loop() {
				p.open("/access/requests")
				taken = append(taken, p.started())
			}
			now.report(b, last, taken)
		})
		b.Run("offline-"+c.name, func(b *testing.B) {
			p := s.enter(hana)
			p.kept()
			p.copied(hana)
			s.cable.set(true)
			defer s.cable.set(false)
			p.slowed(c.slow)
			var taken []start
			for b.Loop() {
				p.goes("/access/requests")
				taken = append(taken, p.started())
			}
			now.report(b, last, taken)
		})
	}
	now.write(b)
}

// start is how long a page took, in milliseconds since its address was opened.
type start struct{ Paint, Usable float64 }

func (p *person) started() start {
	p.t.Helper()
	return script[start](p, "how long it took", `({
		Paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
		Usable: performance.getEntriesByName("accord-ready")[0]?.startTime ?? 0})`)
}

func (p *person) slowed(times float64) {
	p.t.Helper()
	p.command(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
		return err
	})
}

// startFigures are the medians of a run, by the benchmark's name.
type startFigures map[string]start

const startFile = "artefacts/start.json"

func (f startFigures) read(b *testing.B) {
	text, err := os.ReadFile(startFile)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err := errors.Join(err, json.Unmarshal(text, &f)); err != nil {
		b.Logf("no figures of the last run: %v", err)
	}
}

func (f startFigures) write(b *testing.B) {
	text, err := json.Marshal(f)
	if err := errors.Join(err, os.MkdirAll("artefacts", 0o755), os.WriteFile(startFile, text, 0o644)); err != nil {
		b.Fatal(err)
	}
}

func (f startFigures) report(b *testing.B, last startFigures, taken []start) {
	var paint, usable []float64
	for _, s := range taken {
		paint, usable = append(paint, s.Paint), append(usable, s.Usable)
	}
	median := start{percentile(paint, 50), percentile(usable, 50)}
	f[b.Name()] = median
	b.ReportMetric(median.Paint, "paint-ms")
	b.ReportMetric(median.Usable, "usable-ms")
	if l, ok := last[b.Name()]; ok {
		b.ReportMetric(l.Paint, "last-paint-ms")
		b.ReportMetric(l.Usable, "last-usable-ms")
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
