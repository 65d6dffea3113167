package session

import (
	"math/rand/v2"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// What tabs and the service worker (web/worker.js, web/boot.js) know the outbox
// by.
const (
	lockOutbox  = "accord_outbox" // whoever has it sends
	wordOutbox  = "outbox"        // it has changed
	eventOutbox = "accord-outbox" // something waits: send it also when no page is open
)

// livePatience is how long a page waits for the answer to a command while the
// line seems to stand: a network that hangs looks so. The answer counts whenever
// it comes.
const livePatience = 5 * time.Second

// sending is what the runner knows of the outbox beside the model.
type sending struct {
	running  bool
	again    bool // something came while it ran
	failures int  // in a row
	turn     int  // counts what may overtake a planned run
	waiters  map[string]waiter
}

// waiter is a page that waits for the answer to a key.
type waiter struct {
	page    app.Context
	sent    Outgoing
	answers chan<- Answer
}

// here reports whether the page is still there to be answered.
func (w waiter) here() bool { return w.page.Src().Mounted() }

func unsent() error { return &wire.Problem{Code: wire.CodeUnsent} }

// post keeps a command and sends it.
func (r *runner) post(ctx app.Context, o Outgoing, w waiter) {
	if r.model.Me == nil {
		w.answers <- Answer{Err: &wire.Problem{Code: wire.CodeSignInRequired}}
		return
	}
	o.Account, o.At = r.model.Me.ID, time.Now().Add(r.model.Ahead)
	if o.State == "" {
		o.State = OutWaiting
	}
	shared := r.model.Me.Shared
	ctx.Async(func() {
		id, err := 0, live.ErrNoStore
		if !shared {
			id, err = r.store.Add(live.TableOutbox, o.text())
		}
		switch {
		case err != nil && o.State == OutDraft: // it stays in its form
			w.answers <- Answer{Err: &wire.Problem{Code: wire.CodeOffline}}
			return
		case err != nil:
			w.answers <- sendOut(o)
			return
		}
		o.ID = id
		ctx.Dispatch(func(ctx app.Context) { r.posted(ctx, o, w) })
	})
}

// posted goes on once the command is kept.
func (r *runner) posted(ctx app.Context, o Outgoing, w waiter) {
	if o.State != OutWaiting {
		w.answers <- Answer{Err: unsent(), Kept: true}
		r.outboxChanged(ctx)
		return
	}
	if r.out.waiters == nil {
		r.out.waiters = map[string]waiter{}
	}
	w.sent = o
	r.out.waiters[o.Key] = w
	r.pump(ctx)
	patience := networkPatience
	if r.model.Line.State == live.Live {
		patience = livePatience
	}
	ctx.After(patience, func(ctx app.Context) {
		if r.release(o.Key, Answer{Err: unsent(), Kept: true}) {
			r.outboxChanged(ctx)
		}
	})
}

// release answers the page that waits for a key, and reports whether one did.
func (r *runner) release(key string, a Answer) bool {
	w, ok := r.out.waiters[key]
	if ok {
		delete(r.out.waiters, key)
		w.answers <- a
	}
	return ok
}

// pump sends what waits, once no other tab does.
func (r *runner) pump(ctx app.Context) {
	if r.model.Me == nil || r.model.Me.Shared {
		return
	}
	if r.out.running {
		r.out.again = true
		return
	}
	r.out.running, r.out.again = true, false
	r.out.turn++
	c := Courier{
		Box: storeBox{r.store}, Account: r.model.Me.ID, Spread: rand.Float64,
		Send: func(o Outgoing) (string, error) {
			a := sendOut(o)
			return a.Text, a.Err
		},
		Done: func(o Outgoing, a Answer) { ctx.Dispatch(func(ctx app.Context) { r.answered(ctx, o, a) }) },
	}
	failures := r.out.failures
	ctx.Async(func() {
		free, _ := live.Lock(lockOutbox) // without locks the key alone makes once of twice
		wait, _ := c.Run(failures)       // a store that fails is as empty
		free()
		rows, err := c.Box.Rows()
		ctx.Dispatch(func(ctx app.Context) { r.pumped(ctx, wait, rows, err) })
	})
}

// sendOut gives the server a command of the outbox.
func sendOut(o Outgoing) Answer {
	var body any
	if o.Body != nil {
		body = o.Body
	}
	text, err := live.SendAs(o.Account, o.Method, o.Path, body, o.Key)
	return Answer{Text: text, Err: err}
}

// answered tells the page that waits for it what became of a command. A refusal
// is the page's own then; without one the row keeps it.
func (r *runner) answered(ctx app.Context, o Outgoing, a Answer) {
	w, waits := r.out.waiters[o.Key]
	switch {
	case a.Err != nil && problemOf(a.Err).Code.SessionOver():
		r.release(o.Key, a)
		Dispatch(ctx, Ended{Why: whyOver(problemOf(a.Err).Code)})
	case waits && (unreachable(a.Err) || problemOf(a.Err).Code == wire.CodeReadOnly):
		r.release(o.Key, Answer{Err: unsent(), Kept: true})
		r.outboxChanged(ctx)
	case waits && a.Err != nil && w.here():
		r.release(o.Key, a)
		r.change(ctx, func(box storeBox) { _ = box.Drop(o.ID) })
	case waits:
		r.release(o.Key, a)
	case a.Err == nil:
		announce(r.model.T("unsent.sent"))
		r.outboxChanged(ctx)
	case o.State == OutRefused:
		announce(r.model.T("unsent.refused"))
		r.outboxChanged(ctx)
	}
}

// pumped plans the next run and answers the pages that still wait: what is not
// in the box any more was sent by another tab or by the service worker, and its
// key brings the answer.
func (r *runner) pumped(ctx app.Context, wait time.Duration, rows []Outgoing, err error) {
	r.out.running = false
	if r.out.failures++; wait == 0 {
		r.out.failures = 0
	}
	if r.out.again {
		r.pump(ctx)
		return
	}
	for key, w := range r.out.waiters {
		if err == nil && !slices.ContainsFunc(rows, func(o Outgoing) bool { return o.Key == key }) {
			delete(r.out.waiters, key)
			ctx.Async(func() { w.answers <- sendOut(w.sent) })
			continue
		}
		r.release(key, Answer{Err: unsent(), Kept: true})
	}
	r.show(ctx, rows)
	if wait > 0 {
		turn := r.out.turn
		ctx.After(wait, func(ctx app.Context) {
			if turn == r.out.turn {
				r.pump(ctx)
			}
		})
	}
}

// change does something to the box that must not cross a sending.
func (r *runner) change(ctx app.Context, do func(box storeBox)) {
	ctx.Async(func() {
		free, _ := live.Lock(lockOutbox)
		do(storeBox{r.store})
		free()
		ctx.Dispatch(func(ctx app.Context) {
			r.outboxChanged(ctx)
			r.pump(ctx)
		})
	})
}

// outboxChanged shows the outbox anew, here and in the other tabs, and has the
// service worker send what waits when no page is open any more.
func (r *runner) outboxChanged(ctx app.Context) {
	r.readOutbox(ctx)
	r.tabs.tell(wordOutbox)
	document().Call("dispatchEvent", app.Window().Get("Event").New(eventOutbox))
}

func (r *runner) readOutbox(ctx app.Context) {
	if r.model.Me == nil || r.model.Me.Shared {
		return
	}
	ctx.Async(func() {
		if rows, err := (storeBox{r.store}).Rows(); err == nil {
			ctx.Dispatch(func(ctx app.Context) { r.show(ctx, rows) })
		}
	})
}

// show hands the person's outgoing commands to the pages, but those whose page
// waits for the answer.
func (r *runner) show(ctx app.Context, rows []Outgoing) {
	if r.model.Me == nil {
		return
	}
	rows = slices.DeleteFunc(rows, func(o Outgoing) bool {
		_, waits := r.out.waiters[o.Key]
		return waits || o.Account != r.model.Me.ID
	})
	if len(rows)+len(r.model.outbox) > 0 {
		Dispatch(ctx, OutboxRead{Rows: rows})
	}
}

// followOutbox sends what waits whenever there may be a network again.
func (r *runner) followOutbox(ctx app.Context, before Model) {
	if entered, connected := r.cameBack(before); entered || connected {
		r.out.failures = 0
		r.readOutbox(ctx)
		r.pump(ctx)
	}
}

// cameBack reports whether somebody has come, and whether the line of somebody who
// is here stands again.
func (r *runner) cameBack(before Model) (entered, connected bool) {
	m := r.model
	in := m.Phase == SignedIn
	return in && before.Phase != SignedIn, in && m.Line.State == live.Live && before.Line.State != live.Live
}
