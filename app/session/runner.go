package session

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// runner owns the model. It works with the context of the document's body,
// which outlives every page; the context of a page ends with the page.
type runner struct {
	model   Model
	started bool
	hangUp  context.CancelFunc // of the line, nil while none is wanted
	tabs    tabs
	kept    keeper // of the bulk decision
	store   *live.Store
	copied  copied    // how far the offline copy is written
	out     sending   // what waits to be sent
	ending  bool      // a session that was signed out of is being ended
	alarmAt time.Time // the moment that the clock is set to, see alarm
}

// Install makes the session ready to be started by the first page that
// observes it. Call it once, before app.RunWhenOnBrowser.
func Install() {
	r := &runner{}
	app.Handle(actionStart, r.start)
}

// start runs at every Observe; only the first one, and Restart, does something.
func (r *runner) start(ctx app.Context, a app.Action) {
	again := a.Value == true
	ctx.Dispatch(func(ctx app.Context) {
		if r.started && !again {
			return
		}
		if !r.started {
			r.started = true
			ctx.Handle(actionUpdate, func(ctx app.Context, a app.Action) { r.apply(ctx, a.Value.(Update)) })
			ctx.Handle(actionRunner, func(ctx app.Context, a app.Action) { a.Value.(func(*runner, app.Context))(r, ctx) })
			addLiveRegion()
			r.tabs = joinTabs(func(word string) { r.hearTab(ctx, word) })
			r.flushOnLeave(ctx)
			r.hearStorage(ctx)
			watchRelease(ctx)
			watchNotices(ctx)
			watchInstall(ctx)
			go r.tick(ctx)
		}
		ctx.Async(func() { r.boot(ctx) })
	})
}

// apply makes the next state, shows it, and does what goes with it.
func (r *runner) apply(ctx app.Context, u Update) {
	before := r.model
	r.model = Reduce(before, u)
	ctx.SetState(state, r.model)
	r.effects(ctx, u, before)
}

// tick moves the clock on for as long as the page lives.
func (r *runner) tick(ctx app.Context) {
	for now := range time.Tick(tickEvery) {
		Dispatch(ctx, Ticked{Now: now})
	}
}

// tickEvery is how often the clock of the pages moves on.
const tickEvery = 30 * time.Second

// alarm moves the clock on at the very moment at which a shown access ends, if
// that is before the next tick.
func (r *runner) alarm(ctx app.Context) {
	now := time.Now().Add(r.model.Ahead)
	at := r.model.nextChange(now)
	if at.IsZero() || at.Equal(r.alarmAt) || at.Sub(now) > tickEvery {
		return
	}
	r.alarmAt = at
	ctx.After(at.Sub(now), func(ctx app.Context) { Dispatch(ctx, Ticked{Now: time.Now()}) })
}

// settingsNow asks for the settings, and by how much the server's clock is ahead
// of this one: an answer is on its way for half of what it took.
func settingsNow() (s wire.Settings, ahead time.Duration, err error) {
	if given, at, ok := live.Given[wire.Settings](wire.PathSettings); ok {
		return given, given.Now.Sub(at).Round(time.Second), nil
	}
	asked := time.Now()
	s, err = live.Get[wire.Settings](wire.PathSettings)
	if err == nil && !s.Now.IsZero() {
		ahead = time.Until(s.Now.Add(time.Since(asked) / 2)).Round(time.Second)
	}
	return s, ahead, err
}

// connect opens the line for changes; hangUp ends it.
func (r *runner) connect(ctx app.Context) {
	if r.hangUp != nil {
		return
	}
	lineContext, cancel := context.WithCancel(ctx)
	r.hangUp = cancel
	go live.Listen(lineContext, live.Ears{
		Resume:    func() wire.Position { return r.model.Position },
		Frames:    func(f []wire.Frame) { Dispatch(ctx, Heard{Frames: f}) },
		State:     func(s live.State) { Dispatch(ctx, Lined{State: s, At: time.Now()}) },
		SignedOut: func(code wire.Code) { Dispatch(ctx, Ended{Why: whyOver(code)}) },
		Spread:    rand.Float64,
	})
}

func problemOf(err error) *wire.Problem {
	var p *wire.Problem
	if errors.As(err, &p) {
		return p
	}
	return &wire.Problem{Code: wire.CodeInternal}
}
