package session

import (
	"time"

	"accord/app/live"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// Update is one thing that happened. Its kinds are the types below; Reduce
// knows them all.
type Update interface{ update() }

// Booted tells what the start found out.
type Booted struct {
	Settings wire.Settings
	Me       *wire.Me // nil: signed out
	Expired  bool     // the session has run out
	Kept     *Copy    // no answer came, and this is what the device keeps; nil: Me is the server's
	Lang     i18n.Lang
	Theme    Theme
	Zone     Zone
	Now      time.Time     // by the browser's clock
	Ahead    time.Duration // the server's clock is ahead of it
}

// BootFailed tells that the first questions got no answer.
type BootFailed struct{ Problem *wire.Problem }

// MeLoaded brings the signed-in person: after signing in, after a change of
// the profile or the language, after "me" was heard.
type MeLoaded struct{ Me wire.Me }

// Ended tells that the session is over. Why is wire.Update's ReasonWhy.
type Ended struct{ Why string }

// Heard brings frames of the socket, in order.
type Heard struct{ Frames []wire.Frame }

// Lined tells that the state of the line changed.
type Lined struct {
	State live.State
	At    time.Time // by the browser's clock
}

// Clocked tells by how much the server's clock is ahead of the browser's.
type Clocked struct{ Ahead time.Duration }

// LanguageChosen tells the language of every text from now on.
type LanguageChosen struct{ Lang i18n.Lang }

// ThemeChosen tells light, dark or the system's.
type ThemeChosen struct{ Theme Theme }

// Ticked moves the clock on; Now is the browser's.
type Ticked struct{ Now time.Time }

// RequestsLoaded brings a window of my requests. More: it follows what is shown.
// Found: only of those looked for.
type RequestsLoaded struct {
	List  wire.RequestList
	More  bool
	Found bool
}

// GrantsLoaded brings a page of my accesses. Found: only of those looked for.
type GrantsLoaded struct {
	List  wire.GrantList
	Found bool
}

// GrantShown brings one access of mine, for the page that shows it alone.
type GrantShown struct{ Grant wire.Grant }

// QueueLoaded brings a window of the queue. More: it follows what is shown.
type QueueLoaded struct {
	Queue wire.Queue
	More  bool
}

// QueueCounted brings how many requests wait, and who has the first of them
// open, for rows that are shown already.
type QueueCounted struct {
	Counts   wire.QueueCounts
	Rows     []wire.QueueRow
	Position wire.Position
}

// RequestMoved brings the answer of the person's own move or question, so that
// every place that shows the request has it at once.
type RequestMoved struct{ Request wire.Request }

// FreshShown asks for the new rows of the lists.
type FreshShown struct{}

// Settled ends the highlights.
type Settled struct{}

// ReleaseReady tells that a newer release of the program waits on this device.
type ReleaseReady struct{}

// Announced tells that News were spoken.
type Announced struct{}

// ToastSeen tells that the person has closed the toast, or gone to another page.
type ToastSeen struct{}

func (Booted) update()         {}
func (BootFailed) update()     {}
func (MeLoaded) update()       {}
func (Ended) update()          {}
func (Heard) update()          {}
func (Lined) update()          {}
func (Clocked) update()        {}
func (LanguageChosen) update() {}
func (ThemeChosen) update()    {}
func (Ticked) update()         {}
func (RequestsLoaded) update() {}
func (GrantsLoaded) update()   {}
func (GrantShown) update()     {}
func (QueueLoaded) update()    {}
func (QueueCounted) update()   {}
func (RequestMoved) update()   {}
func (FreshShown) update()     {}
func (Settled) update()        {}
func (ReleaseReady) update()   {}
func (Announced) update()      {}
func (ToastSeen) update()      {}
