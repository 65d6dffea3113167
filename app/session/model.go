// Package session is what the browser program knows: who is signed in, what
// the pages show of requests, accesses and the queue, and how the line to the
// server is. One pure function, Reduce, makes each next state; the rest of the
// package starts it, feeds it and hands it to the pages.
package session

import (
	"time"

	"accord/app/live"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words"
)

// Phase says how far the program is with knowing who uses it.
type Phase string

// The phases.
const (
	Starting  Phase = ""           // settings and session are being asked for
	SignedOut Phase = "signed_out" // nobody is signed in
	SignedIn  Phase = "signed_in"  // Model.Me is set
	Failed    Phase = "failed"     // the first questions got no answer; Model.Problem says why
)

// Theme is the choice of light or dark on this device.
type Theme string

// The themes.
const (
	ThemeSystem Theme = ""
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Model is the whole state that pages share. Treat it as a value: only Reduce
// makes a new one, and it never changes what an older one shows.
type Model struct {
	Phase    Phase
	Me       *wire.Me // nil unless SignedIn
	Settings wire.Settings
	Lang     i18n.Lang
	Theme    Theme
	Zone     Zone          // the person's time zone
	Now      time.Time     // the server's, moved on every half minute, for "3 minutes ago"
	Ahead    time.Duration // of the browser's clock
	Problem  *wire.Problem // with Failed

	Line     Line          // to the server
	Position wire.Position // everything up to here has been heard

	Requests List[wire.Request]  // mine, newest first
	Grants   List[wire.Grant]    // mine
	Revoked  []wire.Grant        // those of mine that were taken away of late, newest first
	Queue    List[wire.QueueRow] // longest waiting first
	Counts   wire.QueueCounts    // of the queue
	Counted  wire.Position       // where Counts were read, zero before
	Viewers  map[string][]string // request ID to names of others who have it open
	Gone     map[string]wire.Left

	QueueSeq uint64 // last change of a request that entered, changed in or left the queue

	Chat     Chat           // with the vendor's agents
	Batch    Batch          // the person's bulk decision, if one is on its way
	MailNews map[string]int // goes up for a request when its mails change, for "" with each

	Offices map[string]uint64 // contract or bill-to ID, by its text, to its last change; "" to that of any

	Imports int    // goes up with every change of a registry import
	Resets  int    // goes up when what is shown must be loaded again
	Left    string // why the last session ended: signed_out, revoked, expired, role
	Install Installing
	Release bool // a newer release of the program waits to be loaded
	News    News // waiting to be announced
	Toast   News // announced, and to be seen on pages that do not show it themselves

	Push Push // to this device

	KeptAt time.Time // pages show the offline copy, which was true then; zero: they do not

	outbox []Outgoing // see Unsent

	heard map[string]wire.Request // newest known of my requests, see Latest
	copy  *Copy                   // for pages without a network; nil unless SignedIn
}

// Installing is how it stands with the portal as an app of the device.
type Installing struct {
	Can      bool // the browser would install it
	Declined bool // the person does not want to be asked on this device
}

// Line is the state of the connection for live changes.
type Line struct {
	State live.State
	Since time.Time // of the state
}

// T returns a text of the catalogue in the person's language.
func (m Model) T(key string, args ...string) string { return i18n.T(m.Lang, key, args...) }

// Words are the sentences that screens and mail share, in the person's language.
func (m Model) Words() words.Words { return words.Words{Lang: m.Lang, Settings: m.Settings} }

// In is a text of the settings in the person's language.
func (m Model) In(t wire.Text) string { return t.In(string(m.Lang)) }

// Vendor is the vendor's name, for texts that take it as an argument.
func (m Model) Vendor() string { return m.Settings.Vendor }

// Latest returns the newer of a request that a page loaded and what has been
// heard of it since, so that any page shows changes in place:
//
//	r = m.Latest(r)
func (m Model) Latest(r wire.Request) wire.Request {
	h, ok := m.heard[r.ID]
	if !ok || h.Seq <= r.Seq {
		return r
	}
	if len(h.Steps) == 0 {
		h.Steps = r.Steps
	}
	if h.Why == nil {
		h.Why = r.Why
	}
	return h
}

// Zone is a time zone: how many seconds east of UTC it is at a moment, and its
// IANA name. A nil Offset is UTC.
type Zone struct {
	Name   string
	Offset func(time.Time) int
}

// In moves a moment into the zone.
func (z Zone) In(t time.Time) time.Time {
	if z.Offset == nil {
		return t.UTC()
	}
	return t.In(time.FixedZone(z.Name, z.Offset(t)))
}
