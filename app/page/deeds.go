package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// deed is what the person is doing to one request.
type deed struct {
	Sure  bool             // asked whether to cancel it
	Busy  access.Move      // under way, or switchLevel
	Err   error            // why the last one failed
	Wrong *wire.FieldError // what is wrong with the answer to a question
	key   string           // idempotency key of the press, kept for its retries
	of    string           // what the key is for
}

// switchLevel is the deed that asks for another level with a new submission.
const switchLevel access.Move = "switch"

// deeds are a page's deeds by request. Handlers of the page's buttons hold it
// and the request's ID, and look up everything else when pressed.
type deeds struct {
	ctx  app.Context                          // the page's own: what a button asks for later ends with the button
	find func(id string) (wire.Request, bool) // a request as the page shows it now
	by   map[string]deed
}

func (h *deeds) of(id string) deed { return h.by[id] }

func (h *deeds) set(id string, d deed) {
	if h.by == nil {
		h.by = map[string]deed{}
	}
	h.by[id] = d
}

// askSure asks whether to cancel.
func (h *deeds) askSure(id string) {
	h.set(id, deed{Sure: true})
	part.Focus(h.ctx, "cancel-no-"+id)
}

// keep goes back from the question.
func (h *deeds) keep(id string) {
	h.set(id, deed{})
	part.Focus(h.ctx, "cancel-"+id)
}

// move makes the requester's move on one request.
func (h *deeds) move(id string, m access.Move) { h.say(id, m, "") }

// say is move with words.
func (h *deeds) say(id string, m access.Move, words string) {
	r, ok := h.find(id)
	if !ok {
		return
	}
	o := requesterMove(r, m, h.begin(id, m, strconv.FormatUint(r.Seq, 10)+words))
	h.ctx.Async(func() {
		moved, err := session.Deliver[wire.Request](h.ctx, o, wire.Moved{Seq: r.Seq, Note: words})
		h.ctx.Dispatch(func(ctx app.Context) {
			unsent := session.IsUnsent(err)
			if unsent {
				err = nil
			}
			if !h.end(id, err) {
				return
			}
			if words != "" {
				part.EndDraft(ctx, session.Get(ctx), replyDraft(id))
			}
			if !unsent {
				session.Dispatch(ctx, session.RequestMoved{Request: moved})
			}
			part.Focus(ctx, "request-"+id)
		})
	})
}

// requesterMove is a requester's move as the outbox keeps it.
func requesterMove(r wire.Request, m access.Move, key string) session.Outgoing {
	return session.Outgoing{
		What: session.WhatMove, Move: m, About: r.Reference, Route: wire.RequestRoute(r.ID),
		Method: "POST", Path: wire.MovePath(r.ID, m), Key: key,
	}
}

// change asks for the same identifier with the level that the denial offers.
func (h *deeds) change(id string) {
	r, ok := h.find(id)
	if !ok || r.Switch == "" {
		return
	}
	key := h.begin(id, switchLevel, strconv.FormatUint(r.Seq, 10))
	ask := wire.Submit{Level: r.Switch, Kind: r.Identifier.Kind, Identifiers: []string{r.Identifier.Value}, Agreed: true}
	o := submission(ask, key, formOf(ask.Level))
	h.ctx.Async(func() {
		sent, err := session.Deliver[wire.Submission](h.ctx, o, ask)
		h.ctx.Dispatch(func(ctx app.Context) {
			if next := wire.SubmissionRoute(sent.ID); session.IsUnsent(err) {
				h.end(id, nil)
				ctx.Navigate(wire.RouteUnsent)
			} else if h.end(id, err) {
				ctx.Navigate(next)
			}
		})
	})
}

// formOf is the form of a level that can be switched to.
func formOf(level access.Level) string {
	if level == access.Full {
		return wire.RouteAddFull
	}
	return wire.RouteAddDownloads
}

// begin marks a deed as under way and returns its key: the same one while the
// same deed on the same thing, the state of the request and what is said of it,
// is tried again.
func (h *deeds) begin(id string, m access.Move, on string) string {
	d := h.of(id)
	of := string(m) + on
	if d.of != of {
		d.key, d.of = live.NewKey(), of
	}
	d.Busy, d.Err, d.Wrong = m, nil, nil
	h.set(id, d)
	return d.key
}

// end takes the answer; false means that it was refused.
func (h *deeds) end(id string, err error) bool {
	d := h.of(id)
	d.Busy, d.Err = "", err
	if err == nil {
		d = deed{}
	}
	h.set(id, d)
	return err == nil
}
