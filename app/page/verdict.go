package page

import (
	"slices"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// verdict is what a decider is about to do with a request: the question that
// is open, the note typed so far and what came of sending it. It is a value:
// every step returns the next one, and a note survives all of them but a
// success.
type verdict struct {
	Move    access.Move      // the open question; "" while none is
	Note    string           // as typed
	Wrong   *wire.FieldError // with the note
	Refused *wire.Problem    // why sending failed
	Sending bool
	Done    access.Move // what was done here, "" before

	key  string // idempotency key of the press, kept for its retries
	sent string // the note it was made for
}

// offers keeps those of a decider's moves that this page has a button for.
func offers(moves []access.Move) []access.Move {
	return slices.DeleteFunc(access.DeciderMoves(), func(m access.Move) bool { return !slices.Contains(moves, m) })
}

// open asks the question of a move. The note stays: who thought of denying may
// ask instead.
func (v verdict) open(move access.Move) verdict {
	if v.Sending {
		return v
	}
	if move != v.Move {
		v.Wrong, v.Refused, v.key = nil, nil, ""
	}
	v.Move = move
	return v
}

// typed takes the note as it stands in the field.
func (v verdict) typed(note string) verdict {
	v.Note = note
	return v
}

// insert puts a ready text into the note, after what was typed.
func (v verdict) insert(text string) verdict {
	if v.Note != "" {
		text = v.Note + "\n" + text
	}
	v.Note, v.Wrong = text, nil
	return v
}

// send checks the note and makes the body to be sent. newKey is called once a
// press: a retry of the same words keeps its key, so that it counts once.
func (v verdict) send(seq uint64, newKey func() string) (next verdict, body wire.Moved, ok bool) {
	if v.Sending || v.Move == "" {
		return v, body, false
	}
	note, wrong := validation.Note(v.Note, v.Move.NeedsNote())
	if v.Wrong = wrong; wrong != nil {
		return v, body, false
	}
	if v.key == "" || v.sent != note {
		v.key, v.sent = newKey(), note
	}
	v.Sending, v.Refused = true, nil
	return v, wire.Moved{Note: note, Seq: seq}, true
}

// succeeded ends the question.
func (v verdict) succeeded() verdict { return verdict{Done: v.Move} }

// failed keeps what was typed. When somebody else was first the question is
// closed, for there is nothing left to send; when no answer came it stays open
// with its key, and sending again counts once.
func (v verdict) failed(p *wire.Problem) verdict {
	v.Sending, v.Refused = false, p
	switch {
	case overtaken(p):
		v.Move, v.key = "", ""
	case p.Code == wire.CodeValidation && len(p.Fields) > 0:
		v.Wrong = &p.Fields[0]
		v.key = ""
	}
	return v
}

// overtaken reports whether a move failed because the request is no longer
// what the decider saw.
func overtaken(p *wire.Problem) bool {
	return p != nil && (p.Code == wire.CodeDecided || p.Code == wire.CodeTransition)
}

// allowed closes the question when the move is no longer possible. The note
// stays.
func (v verdict) allowed(moves []access.Move) verdict {
	if v.Move != "" && !v.Sending && !slices.Contains(moves, v.Move) {
		v.Move, v.key = "", ""
	}
	return v
}
