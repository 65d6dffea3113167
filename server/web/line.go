package web

import (
	"context"
	"time"

	"github.com/gorilla/websocket"

	"accord/server/hub"
	"accord/shared/wire"
)

// line is one live connection: a goroutine that sends and one that listens for
// the browser's pongs and its leaving.
type line struct {
	follower
	server *Server
	conn   *websocket.Conn
	sub    *hub.Subscriber
	token  string
}

// open starts the goroutines, so that the handler can return and give its
// memory back.
func (l *line) open() {
	here, gone := context.WithCancel(context.Background())
	go func() {
		defer gone()
		l.listen()
	}()
	go func() {
		defer l.server.live.leave(l.account, func() { l.server.moved(l.follower) })
		defer l.sub.Leave()
		l.close(here, l.send(here))
	}()
}

// listen reads until the browser leaves or falls silent. What it says is of no
// interest; more than 512 bytes end the connection.
func (l *line) listen() {
	l.conn.SetReadLimit(maxIncoming)
	wait := func(string) error { return l.conn.SetReadDeadline(time.Now().Add(readPatience)) }
	l.conn.SetPongHandler(wait)
	if wait("") != nil {
		return
	}
	for {
		if _, _, err := l.conn.NextReader(); err != nil {
			return
		}
	}
}

// send sends what comes and pings in between. It returns the code to close
// with, 0 when the browser is gone.
func (l *line) send(ctx context.Context) int {
	next := time.Now().Add(pingEvery)
	for {
		wait, cancel := context.WithDeadline(ctx, next)
		frames, code := l.sub.Next(wait)
		cancel()
		if ctx.Err() != nil {
			return 0
		}
		for _, f := range frames {
			if l.write(websocket.TextMessage, f) != nil {
				return 0
			}
		}
		if code != 0 {
			return code
		}
		if time.Now().Before(next) {
			continue
		}
		if l.expired(ctx) {
			return wire.CloseSignedOut
		}
		if f := l.sub.Idle(); f != nil && l.write(websocket.TextMessage, f) != nil {
			return 0
		}
		if l.write(websocket.PingMessage, nil) != nil {
			return 0
		}
		next = time.Now().Add(pingEvery)
	}
}

// expired says whether the session has ended by its date. It is asked again
// only then: an open page alone does not keep a session alive.
func (l *line) expired(ctx context.Context) bool {
	if l.server.Now().Before(l.session.ExpiresAt) {
		return false
	}
	_, session, err := l.server.Desk.Session(ctx, l.token)
	l.session = session
	return err != nil
}

func (l *line) write(kind int, text []byte) error {
	if err := l.conn.SetWriteDeadline(time.Now().Add(sendPatience)); err != nil {
		return err
	}
	return l.conn.WriteMessage(kind, text)
}

// close says why, and waits a moment for the browser to say goodbye too: a
// connection that is torn down at once can swallow the reason.
func (l *line) close(here context.Context, code int) {
	defer func() { _ = l.conn.Close() }() // nothing is left to lose
	if code == 0 {
		return
	}
	reason := websocket.FormatCloseMessage(code, "")
	if l.conn.WriteControl(websocket.CloseMessage, reason, time.Now().Add(sendPatience)) != nil {
		return // gone already
	}
	select {
	case <-here.Done():
	case <-time.After(goodbye):
	}
}
