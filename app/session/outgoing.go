package session

import (
	"encoding/json"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// What says what an outgoing command is, for its words.
type What string

// The commands that wait for a network.
const (
	WhatSubmit   What = "submit"
	WhatMove     What = "move" // of the requester; Outgoing.Move says which
	WhatProfile  What = "profile"
	WhatMessage  What = "message"
	WhatOthers   What = "others" // access asked for a user at another company
	WhatExtend   What = "extend" // an extension of one's own access
	WhatDecision What = "decision"
)

// OutState is how far an outgoing command is.
type OutState string

// The states of an outgoing command.
const (
	OutWaiting OutState = "waiting" // is sent as soon as there is a network
	OutRefused OutState = "refused" // Problem says why; it goes back to its form or is discarded
	OutDraft   OutState = "draft"   // a decision: nothing is sent before the person has confirmed it
)

// Outgoing is a command that a person pressed, as the device keeps it until the
// server has answered. Its key goes with every try, so that it counts once
// whatever is cut off. The service worker (web/worker.js) reads and writes the
// same rows.
type Outgoing struct {
	ID      int             `json:"-"` // by the order of their making; 0 before it is kept
	Account string          `json:"account"`
	Key     string          `json:"key"` // idempotency key
	At      time.Time       `json:"at"`  // when it was pressed, by the server's clock
	What    What            `json:"what"`
	Move    access.Move     `json:"move,omitempty"`
	About   string          `json:"about,omitempty"` // what it is about, in the person's own words or a reference
	Route   string          `json:"route"`           // the page on which it was pressed
	Method  string          `json:"method"`
	Path    string          `json:"path"`
	Body    json.RawMessage `json:"body,omitempty"`
	State   OutState        `json:"state"`
	Tries   int             `json:"tries,omitempty"` // that ended with a fault of the server
	Problem *wire.Problem   `json:"problem,omitempty"`
}

// maxFaults is how often a command may meet a fault of the server before it is
// set aside: one that breaks the server must not hold up the others for ever.
const maxFaults = 5

// outcome is what an answer makes of an outgoing command.
type outcome int

const (
	outSent    outcome = iota // it is done: the row goes
	outLater                  // it waits on, and everything after it
	outSetBack                // it is refused: what comes after it goes on
	outOver                   // the session is over: nothing is sent any more
)

// answered is the command after an answer; p is nil for a success.
func (o Outgoing) answered(p *wire.Problem) (Outgoing, outcome) {
	if p == nil {
		return o, outSent
	}
	switch p.Code {
	case wire.CodeOffline, wire.CodeUnavailable, wire.CodeReadOnly, wire.CodeTooMany, wire.CodeTooManyMails, wire.CodeGuessing:
		return o, outLater
	case wire.CodeSignInRequired, wire.CodeSessionExpired:
		return o, outOver
	case wire.CodeInternal:
		if o.Tries++; o.Tries < maxFaults {
			return o, outLater
		}
	}
	o.State, o.Problem = OutRefused, p
	return o, outSetBack
}

// Words are what was written with a move, "" without any.
func (o Outgoing) Words() string {
	var body wire.Moved
	if o.What == WhatMove || o.What == WhatDecision {
		_ = json.Unmarshal(o.Body, &body) // our own type
	}
	return body.Note
}

// text is the command as the device keeps it.
func (o Outgoing) text() string {
	text, err := json.Marshal(o)
	if err != nil {
		return "" // our own types
	}
	return string(text)
}

// outgoingOf reads what the device keeps; ok is false for what this program
// did not write.
func outgoingOf(id int, text string) (o Outgoing, ok bool) {
	if json.Unmarshal([]byte(text), &o) != nil || o.Key == "" || o.Path == "" {
		return Outgoing{}, false
	}
	o.ID = id
	return o, true
}
