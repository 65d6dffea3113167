package session

import (
	"encoding/json"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// boot finds out who is there and how the portal is set. Without an answer in
// the time of a warm start it shows what the device keeps; the answer is taken
// whenever it comes.
func (r *runner) boot(ctx app.Context) {
	answers := make(chan Update, 1)
	go func() { answers <- ask() }()
	if r.store == nil {
		r.store, _ = live.OpenStore() // without a store the network alone is left
	}
	kept := r.bootKept()
	var late <-chan time.Time
	if kept != nil {
		late = time.After(networkPatience)
	}
	select {
	case u := <-answers:
		if failed, ok := u.(BootFailed); !ok || kept == nil || !unreachable(failed.Problem) {
			Dispatch(ctx, u)
			return
		}
		Dispatch(ctx, *kept)
	case <-late:
		Dispatch(ctx, *kept)
		if u, ok := (<-answers).(Booted); ok {
			Dispatch(ctx, u)
		}
	}
}

// bootKept is a start from what the device keeps; nil when that is nothing.
func (r *runner) bootKept() *Booted {
	b := bootHere()
	var known bool
	if b.Settings, known = storedSettings(); !known {
		return nil
	}
	if rememberedEnd() != "" {
		return &b // signed out without a network
	}
	if b.Kept, b.Ahead = r.readCopy(); b.Kept == nil {
		return nil
	}
	b.Me = b.Kept.all.Me
	return &b
}

// bootHere is what the browser alone knows.
func bootHere() Booted {
	return Booted{Lang: documentLang(), Theme: storedTheme(), Zone: browserZone(), Now: time.Now()}
}

// ask asks the server who is there and how the portal is set.
func ask() Update {
	settings := make(chan error, 1)
	b := bootHere()
	go func() {
		var err error
		b.Settings, b.Ahead, err = settingsNow()
		settings <- err
	}()
	over := endRemembered()
	me, err := live.Get[wire.Me](wire.PathSession)
	if failed := <-settings; failed != nil {
		return BootFailed{Problem: problemOf(failed)}
	}
	keepSettings(b.Settings)
	b.Now = time.Now()
	switch p := problemOf(err); {
	case !over: // signed out on this device: no other word counts
	case err == nil:
		b.Me = &me
	case p.Code == wire.CodeSessionExpired:
		b.Expired = true
	case p.Code != wire.CodeSignInRequired:
		return BootFailed{Problem: p}
	}
	return b
}

// storageSettings holds the portal's settings, which say nothing of anybody.
const storageSettings = "accord_settings"

func keepSettings(s wire.Settings) {
	text, err := json.Marshal(s)
	if err != nil {
		return // our own type
	}
	storage(func(s app.Value) { s.Call("setItem", storageSettings, string(text)) })
}

func storedSettings() (s wire.Settings, ok bool) {
	storage(func(kept app.Value) {
		text := kept.Call("getItem", storageSettings)
		ok = text.Truthy() && json.Unmarshal([]byte(text.String()), &s) == nil
	})
	return s, ok
}
