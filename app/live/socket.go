package live

import "accord/shared/wire"

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
	SignedOut func()               // the server ended the session (close code 4001)
}
