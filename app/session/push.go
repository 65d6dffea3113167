package session

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// Push says whether this device is told what becomes of the person's requests
// while no page is open.
type Push string

// The states of push on this device.
const (
	PushUnknown     Push = ""
	PushUnsupported Push = "unsupported" // by the browser
	PushShared      Push = "shared"      // the computer is: it is told nothing
	PushBlocked     Push = "blocked"     // by the person, in the browser
	PushOff         Push = "off"
	PushDeclined    Push = "declined" // off, and the person does not want to be asked
	PushOn          Push = "on"
)

// PushFound tells how it stands on this device.
type PushFound struct{ State Push }

func (PushFound) update() {}

// What the device remembers: whose notifications are on, by account ID, and that
// the person does not want to be asked.
const (
	storagePush    = "accord_push"
	storagePushNot = "accord_push_not"
)

func remembered(key string) (value string) {
	storage(func(s app.Value) {
		if v := s.Call("getItem", key); v.Truthy() {
			value = v.String()
		}
	})
	return value
}

func remember(key, value string) { storage(func(s app.Value) { s.Call("setItem", key, value) }) }

func forgetKey(key string) { storage(func(s app.Value) { s.Call("removeItem", key) }) }

// LookAtPush finds out how it stands: the person may have changed it in the
// browser.
func LookAtPush(ctx app.Context) {
	m := Get(ctx)
	if m.Phase != SignedIn || m.Settings.PushKey == "" {
		return
	}
	ctx.Async(func() { Dispatch(ctx, PushFound{State: findPush(*m.Me, m.Settings.PushKey)}) })
}

// findPush looks, and renews the subscription of who has push on: it belongs to
// the session, and the browser or the push service may have ended it.
func findPush(me wire.Me, key string) Push {
	switch {
	case me.Shared:
		return PushShared
	case !live.CanPush():
		return PushUnsupported
	}
	owner, permission := remembered(storagePush), live.Notifications()
	if owner != "" && (owner != me.ID || permission != live.PermissionGranted) {
		dropPush()
	}
	switch {
	case permission == live.PermissionDenied:
		return PushBlocked
	case owner != me.ID || permission != live.PermissionGranted:
		return pushOff()
	}
	if err := subscribe(key); err != nil && !unreachable(err) {
		dropPush()
		return pushOff()
	}
	return PushOn
}

func pushOff() Push {
	if remembered(storagePushNot) != "" {
		return PushDeclined
	}
	return PushOff
}

// SetPush turns push on or off for this device. On, the browser asks the person,
// who must just have pressed for it. It blocks.
func SetPush(m Model, on bool) (Push, error) {
	if !on {
		_, err := live.Send[live.None]("DELETE", wire.PathPush, nil, live.NewKey())
		if err != nil && !unreachable(err) {
			return m.Push, err
		}
		dropPush() // without a network the push service tells the portal that the device is gone
		remember(storagePushNot, "1")
		return PushDeclined, nil
	}
	switch live.AskForNotifications() {
	case live.PermissionDenied:
		return PushBlocked, nil
	case live.PermissionUndecided:
		return pushOff(), nil
	}
	if err := subscribe(m.Settings.PushKey); err != nil {
		return pushOff(), err
	}
	remember(storagePush, m.Me.ID)
	forgetKey(storagePushNot)
	return PushOn, nil
}

// subscribe makes the device's subscription the session's.
func subscribe(key string) error {
	s, err := live.Subscribe(key)
	if err != nil {
		return err
	}
	_, err = live.Send[live.None]("PUT", wire.PathPush, s, live.NewKey())
	return err
}

// dropPush leaves nothing of push on the device.
func dropPush() {
	forgetKey(storagePush)
	live.Unsubscribe()
}

// DeclinePush remembers on this device that the person does not want to be asked.
func DeclinePush(ctx app.Context) {
	remember(storagePushNot, "1")
	Dispatch(ctx, PushFound{State: PushDeclined})
}

// followPush looks at it when a person comes, and ends it when they go. One whose
// session has only run out has it again after signing in.
func (r *runner) followPush(ctx app.Context, before Model) {
	m := r.model
	switch {
	case m.Phase == SignedIn && (before.Phase != SignedIn || before.Me.ID != m.Me.ID):
		LookAtPush(ctx)
	case m.Phase == SignedOut && before.Phase == SignedIn && m.Left != expired && remembered(storagePush) != "":
		ctx.Async(dropPush)
	}
}

// openNotice is the loader's word that a notification was pressed; the page that
// it is about is in data-open.
const openNotice = "accord-open"

// watchNotices opens the page of a notification that was pressed, also of one
// that was before the program ran. The page is not loaded: what was typed stays
// as a draft.
func watchNotices(ctx app.Context) {
	open := func(app.Value, []app.Value) any {
		data := root().Get("dataset")
		if page := data.Get("open"); page.Truthy() {
			root().Call("removeAttribute", "data-open")
			ctx.Navigate(wire.NextRoute(page.String()))
		}
		return nil
	}
	document().Call("addEventListener", openNotice, app.FuncOf(open))
	open(nil, nil)
}
