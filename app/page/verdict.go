package page

import (
	"slices"
	"time"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// verdict is what a decider is about to do with a request: the question that
// is open, the note typed so far and what came of sending it. It is a value:
// every step returns the next one, and a note survives all of them but a
// success.
type verdict struct {
	Move     access.Move      // the open question; "" while none is
	Note     string           // as typed
	EndsOn   string           // of an approval: the last day, as typed
	Purpose  string           // of an approval for a third party, as typed
	NoEnd    bool             // of the approval of an extension: no last day
	Remember bool             // of an approval: keep the requester's company names
	Wrong    *wire.FieldError // with what was typed
	Refused  *wire.Problem    // why sending failed
	Sending  bool
	Done     access.Move // what was done here, "" before

	key  string     // idempotency key of the press, kept for its retries
	sent wire.Moved // what it was made for
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

// granted takes what an approval says of its grant.
func (v verdict) granted(endsOn, purpose string) verdict {
	v.EndsOn, v.Purpose = endsOn, purpose
	return v
}

// mended takes back what was wrong with a field that was touched since.
func (v verdict) mended(field string) verdict {
	if v.Wrong != nil && v.Wrong.Field == field {
		v.Wrong = nil
	}
	return v
}

// grantable checks what an approval says of its grant: third is whether it is
// for a third party.
func (v verdict) grantable(now, latest time.Time, third bool) *wire.FieldError {
	if third {
		if _, wrong := validation.Purpose(v.Purpose); wrong != nil {
			return wrong
		}
	}
	_, wrong := validation.LastDay(v.EndsOn, now, latest)
	return wrong
}

// extends checks the new end of an access that is extended.
func (v verdict) extends(now, latest, until time.Time) *wire.FieldError {
	if v.NoEnd {
		return nil
	}
	ends, wrong := validation.LastDay(v.EndsOn, now, latest)
	if wrong != nil {
		return wrong
	}
	return validation.NewEnd(ends, false, until)
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
	body = wire.Moved{Note: note}
	if v.Move == access.MoveApprove {
		body.EndsOn, body.NoEnd, body.Purpose, body.Remember = v.EndsOn, v.NoEnd, v.Purpose, v.Remember
		if v.NoEnd {
			body.EndsOn = ""
		}
	}
	if v.key == "" || v.sent != body {
		v.key, v.sent = newKey(), body
	}
	v.Sending, v.Refused = true, nil
	body.Seq = seq
	return v, body, true
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
