package live

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// socket is the browser's WebSocket. Its callbacks only put things aside, since
// a callback that waits stops the whole page.
type socket struct {
	js       app.Value
	ready    chan struct{} // holds one signal when there is something to take
	messages []string
	open     bool
	closed   bool
	code     int
	release  []app.Func
}

func dial(address string) *socket {
	s := &socket{js: app.Window().Get("WebSocket").New(address), ready: make(chan struct{}, 1)}
	s.on("onopen", func(app.Value) { s.open = true })
	s.on("onmessage", func(e app.Value) { s.messages = append(s.messages, e.Get("data").String()) })
	s.on("onclose", func(e app.Value) { s.closed, s.code = true, e.Get("code").Int() })
	return s
}

func (s *socket) on(event string, do func(app.Value)) {
	f := app.FuncOf(func(_ app.Value, args []app.Value) any {
		do(args[0])
		select {
		case s.ready <- struct{}{}:
		default:
		}
		return nil
	})
	s.release = append(s.release, f)
	s.js.Set(event, f)
}

// take returns what came since the last time. The browser runs one thing at a
// time, so no lock is needed.
func (s *socket) take() (messages []string, open, closed bool, code int) {
	messages, s.messages = s.messages, nil
	return messages, s.open, s.closed, s.code
}

// close lets go of the connection and of its callbacks.
func (s *socket) close() {
	for _, event := range []string{"onopen", "onmessage", "onclose"} {
		s.js.Set(event, nil)
	}
	s.js.Call("close")
	for _, f := range s.release {
		f.Release()
	}
}

// signals are what the browser says about network and visibility.
type signals struct {
	wake    chan struct{} // something changed that makes a look worth while
	release func()
}

func watchBrowser() *signals {
	s := &signals{wake: make(chan struct{}, 1)}
	document := app.Window().Get("document")
	notify := app.FuncOf(func(app.Value, []app.Value) any {
		if document.Get("visibilityState").String() == "hidden" {
			return nil
		}
		select {
		case s.wake <- struct{}{}:
		default:
		}
		return nil
	})
	window := app.Window()
	window.Call("addEventListener", "online", notify)
	window.Call("addEventListener", "offline", notify)
	document.Call("addEventListener", "visibilitychange", notify)
	s.release = func() {
		window.Call("removeEventListener", "online", notify)
		window.Call("removeEventListener", "offline", notify)
		document.Call("removeEventListener", "visibilitychange", notify)
		notify.Release()
	}
	return s
}

func (s *signals) online() bool { return app.Window().Get("navigator").Get("onLine").Bool() }

func (s *signals) close() { s.release() }
