package live

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// State says how the line to the server is.
type State string

// The states of the line.
const (
	Idle         State = ""             // nobody is signed in, no line is wanted
	Live         State = "live"         // changes arrive as they happen
	Reconnecting State = "reconnecting" // cut a moment ago, coming back
	Offline      State = "offline"      // the browser has no network, or many tries failed
)

// Ears hears what the socket brings. Its functions are called in order, from
// one goroutine that is not the UI goroutine, and must not block for long.
type Ears struct {
	Resume    func() wire.Position // where the reader is; asked before each connection
	Frames    func([]wire.Frame)   // what came, several at once when they came close together
	State     func(State)          // the line changed
	SignedOut func(code wire.Code) // the session is over; the code is of the server's refusal
	Spread    func() float64       // a random number from 0 to 1, for the back-off
}

// longSilence is how long a socket may have said nothing before it is no longer
// trusted when the person comes back to the page: a suspended computer's
// sockets look open and are dead. The server's pings cannot be seen from here.
const longSilence = time.Minute

// Listen keeps the line to the server until ctx is done or the session is
// over: one connection after another, each resuming where the last one ended.
// It blocks; run it on a goroutine of its own.
func Listen(ctx context.Context, ears Ears) {
	signals := watchBrowser()
	defer signals.close()
	for failures := 0; ctx.Err() == nil; {
		opened, code := listenOnce(ctx, ears, signals)
		if ctx.Err() != nil {
			return
		}
		if code == wire.CloseSignedOut || !opened {
			if why := sessionOver(); why != "" {
				ears.SignedOut(why)
				return
			}
		}
		if opened {
			failures = 0
		}
		failures++
		if code != wire.CloseRestart { // asked to come back: nothing is wrong
			ears.State(stateAfter(failures, signals.online()))
		}
		select {
		case <-ctx.Done():
		case <-signals.wake:
		case <-time.After(Backoff(failures, ears.Spread())):
		}
	}
}

// stateAfter is what the person is told after a number of failures in a row.
func stateAfter(failures int, online bool) State {
	if !online || failures > 4 {
		return Offline
	}
	return Reconnecting
}

// Backoff is how long to wait before the next try after a number of failures in
// a row: half a second doubled up to 30 seconds, of which spread (0 to 1) makes
// half random, so that a restarted server is not met by everybody at once.
func Backoff(failures int, spread float64) time.Duration {
	wait := 500 * time.Millisecond << min(max(failures-1, 0), 6)
	wait = min(wait, 30*time.Second)
	return wait/2 + time.Duration(spread*float64(wait/2))
}

// listenOnce lives through one connection. opened tells whether it ever stood;
// code is its close code.
func listenOnce(ctx context.Context, ears Ears, signals *signals) (opened bool, code int) {
	s := dial(address(ears.Resume()))
	defer s.close()
	heard := time.Now()
	for {
		select {
		case <-ctx.Done():
			return opened, 0
		case <-signals.wake:
			if !signals.online() || time.Since(heard) > longSilence {
				return opened, 0
			}
		case <-s.ready:
		}
		messages, open, closed, closeCode := s.take()
		if open && !opened {
			opened = true
			ears.State(Live)
		}
		if len(messages) > 0 {
			heard = time.Now()
			ears.Frames(frames(messages))
		}
		if closed {
			return opened, closeCode
		}
	}
}

// frames reads messages; one that cannot be read comes from a newer server and
// is passed over.
func frames(messages []string) []wire.Frame {
	list := make([]wire.Frame, 0, len(messages))
	for _, text := range messages {
		var f wire.Frame
		if json.Unmarshal([]byte(text), &f) == nil {
			list = append(list, f)
		}
	}
	return list
}

// address is where the socket is opened, with the position to resume at.
func address(p wire.Position) string {
	location := app.Window().Get("location")
	scheme := "ws://"
	if location.Get("protocol").String() == "https:" {
		scheme = "wss://"
	}
	query := url.Values{"epoch": {p.Epoch}, "seq": {strconv.FormatUint(p.Seq, 10)}}
	return scheme + location.Get("host").String() + wire.PathLive + "?" + query.Encode()
}

// sessionOver asks whether the server still knows this browser: a refused
// socket does not say why. It answers the code of the refusal, "" for none.
func sessionOver() wire.Code {
	_, err := Get[wire.Me](wire.PathSession)
	var p *wire.Problem
	if errors.As(err, &p) && p.Code.SessionOver() {
		return p.Code
	}
	return ""
}
