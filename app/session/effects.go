package session

import (
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// How long news are gathered before they are spoken, and how long a change is
// highlighted.
const (
	gather    = 600 * time.Millisecond
	highlight = 3 * time.Second
)

// effects does what an update asks of the browser, beside the next state.
func (r *runner) effects(ctx app.Context, u Update, before Model) {
	m := r.model
	if m.Phase != before.Phase {
		root().Get("dataset").Set("phase", string(m.Phase)) // the loader waits for it
	}
	if m.Lang != before.Lang {
		showLanguage(m.Lang)
	}
	if m.Theme != before.Theme {
		showTheme(m.Theme)
	}
	if m.News.Any() && !before.News.Any() {
		ctx.After(gather, func(ctx app.Context) {
			announce(r.model.News.Text(r.model.Lang, r.model.Vendor()))
			Dispatch(ctx, Announced{})
		})
	}
	if m.highlights() && !before.highlights() {
		ctx.After(highlight, func(ctx app.Context) { Dispatch(ctx, Settled{}) })
	}
	switch u := u.(type) {
	case LanguageChosen:
		announce(i18n.T(u.Lang, "announce.language"))
		r.tellLanguage(ctx, u.Lang)
	case BatchFound:
		if m.Batch.Key != u.Batch.Key {
			r.freeBatch() // refused: another one was begun just now
		}
	case Lined:
		switch {
		case u.State != live.Live || before.Line.State == live.Live:
		case !before.KeptAt.IsZero():
			ctx.Async(func() { r.boot(ctx) }) // who it is, and the settings, were the device's word
		case before.Line.State != live.Idle:
			r.setClock(ctx) // it may have been set while the line was down
			r.loadMe(ctx)   // and another account may have signed in here
		}
	case Heard:
		if changesMe(u.Frames) {
			r.loadMe(ctx)
		}
	}
	if m.Line.State == live.Live && (before.Line.State != live.Live || m.Resets != before.Resets) {
		r.loadChat(ctx)
	}
	if m.Line.State == live.Live && (before.Line.State != live.Live || m.Resets != before.Resets || m.decides() != before.decides()) {
		r.loadCounts(ctx)
	}
	if m.Release && !before.Release {
		announce(m.T("release.ready"))
	}
	if m.Line.State == live.Live && before.Line.State != live.Live {
		lookForRelease() // the server may have been replaced meanwhile
	}
	r.alarm(ctx)
	r.followCopy(ctx, u, before)
	r.followOutbox(ctx, before)
	r.followLanguage(ctx, before)
	r.followBatch(ctx, before.Batch)
	r.followPush(ctx, before)
	r.followSession(ctx, before)
}

// followSession opens and closes the line as people come and go, and tells the
// other tabs.
func (r *runner) followSession(ctx app.Context, before Model) {
	in, was := r.model.Phase == SignedIn, before.Phase == SignedIn
	switch {
	case in && !was:
		r.connect(ctx)
		if before.Phase == SignedOut {
			r.tabs.tell(signedIn)
		}
	case was && !in:
		r.hangUp()
		r.hangUp = nil
		r.tabs.tell(wordOver(r.model.Left))
	case in && before.Me.ID != r.model.Me.ID: // the line is the other one's
		r.hangUp()
		r.hangUp = nil
		r.connect(ctx)
	}
	if in && (!was || before.Me.ID != r.model.Me.ID) {
		r.tabs.tell(wordAccount + r.model.Me.ID)
		r.lookForBatch(ctx)
		r.forgetOthers(ctx)
	}
	if r.model.Phase == SignedOut && before.Phase != SignedOut {
		r.wipe(ctx, r.model.Left == expired) // at a start as well, when the session has ended meanwhile
		r.endLater(ctx)
	}
}

// hearTab takes what another tab of this browser says.
func (r *runner) hearTab(ctx app.Context, word string) {
	switch {
	case word == wordOutbox:
		r.readOutbox(ctx)
	case (word == signedOut || word == expired) && r.model.Phase == SignedIn:
		Dispatch(ctx, Ended{Why: word})
	case word == signedIn && r.model.Phase == SignedOut:
		ctx.Async(func() { r.boot(ctx) })
	case strings.HasPrefix(word, wordAccount) && r.model.Phase == SignedIn && word != wordAccount+r.model.Me.ID:
		startAnew()
	}
}

// startAnew loads the page again: the browser is another account's now, and what
// pages hold is not theirs.
func startAnew() { app.Window().Get("location").Call("reload") }

// loadMe asks for the person again: profile, role or what they administer
// changed.
func (r *runner) loadMe(ctx app.Context) {
	ctx.Async(func() {
		me, err := live.Get[wire.Me](wire.PathSession)
		switch {
		case err == nil:
			ctx.Dispatch(func(ctx app.Context) {
				if r.model.Me != nil && r.model.Me.ID != me.ID {
					startAnew()
					return
				}
				Dispatch(ctx, MeLoaded{Me: me})
			})
		case problemOf(err).Code.SessionOver():
			Dispatch(ctx, Ended{Why: whyOver(problemOf(err).Code)})
		}
	})
}

// setClock asks again for the server's time.
func (r *runner) setClock(ctx app.Context) {
	ctx.Async(func() {
		if _, ahead, err := settingsNow(); err == nil {
			Dispatch(ctx, Clocked{Ahead: ahead})
		}
	})
}

func changesMe(frames []wire.Frame) bool {
	return slices.ContainsFunc(frames, func(f wire.Frame) bool {
		return slices.ContainsFunc(f.Updates, func(u wire.Update) bool { return u.Kind == wire.UpdateMe })
	})
}

func (m Model) highlights() bool {
	return len(m.Requests.Changed)+len(m.Grants.Changed)+len(m.Queue.Changed) > 0
}
