package live

import (
	"encoding/json"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// Permission is what the browser lets this site show.
type Permission string

// The browser's permissions (Notifications API, NotificationPermission).
const (
	PermissionUndecided Permission = "default"
	PermissionGranted   Permission = "granted"
	PermissionDenied    Permission = "denied"
)

// ErrNoPush is the error of a browser that does not subscribe to push.
var ErrNoPush = errors.New("the browser does not subscribe to push")

// CanPush reports whether this browser can show what is pushed.
func CanPush() bool {
	window := app.Window()
	return window.Get("PushManager").Truthy() && window.Get("Notification").Truthy() && workers().Truthy()
}

func workers() app.Value { return app.Window().Get("navigator").Get("serviceWorker") }

// Notifications is the permission as it is now. Ask CanPush first.
func Notifications() Permission {
	return Permission(app.Window().Get("Notification").Get("permission").String())
}

// AskForNotifications lets the browser ask the person, who must just have
// pressed something for it. It blocks until they have answered.
func AskForNotifications() Permission {
	await(app.Window().Get("Notification").Call("requestPermission"))
	return Notifications()
}

// Subscribe is the subscription of this device to what the portal with this
// public key pushes: the one that it has, or a new one. It blocks. Errors:
// ErrNoPush.
func Subscribe(key string) (s wire.PushSubscription, err error) {
	manager, ok := pushManager()
	if !ok {
		return s, ErrNoPush
	}
	options := map[string]any{"userVisibleOnly": true, "applicationServerKey": key}
	subscription, ok := await(manager.Call("subscribe", options))
	if !ok { // it may have one for a key that the portal had before
		Unsubscribe()
		subscription, ok = await(manager.Call("subscribe", options))
	}
	if !ok {
		return s, ErrNoPush
	}
	text := app.Window().Get("JSON").Call("stringify", subscription).String()
	if json.Unmarshal([]byte(text), &s) != nil {
		return s, ErrNoPush
	}
	return s, nil
}

// Unsubscribe ends the subscription of this device and takes away what it still
// shows. It blocks.
func Unsubscribe() {
	manager, ok := pushManager()
	if !ok {
		return
	}
	if s, ok := await(manager.Call("getSubscription")); ok && s.Truthy() {
		await(s.Call("unsubscribe"))
	}
	registration, _ := await(workers().Get("ready"))
	if shown, ok := await(registration.Call("getNotifications")); ok {
		for i := range shown.Length() {
			shown.Index(i).Call("close")
		}
	}
}

// pushManager is the running service worker's; false where there is none.
func pushManager() (app.Value, bool) {
	if !CanPush() {
		return nil, false
	}
	if found, ok := await(workers().Call("getRegistration")); !ok || !found.Truthy() {
		return nil, false
	}
	registration, ok := await(workers().Get("ready")) // one that is found begins to run soon
	if !ok {
		return nil, false
	}
	return registration.Get("pushManager"), true
}
