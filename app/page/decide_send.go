package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// The IDs of the form in which a move is confirmed.
const (
	decideForm = "decide-form"
	decideNote = "decide-note"
	decideSend = "decide-send"
	decideDone = "decide-next" // where the focus goes after a decision
)

// ask opens the question of a move, when the decider may do it.
func (p *Decide) ask(ctx app.Context, move access.Move) {
	if p.item == nil || !slices.Contains(p.item.Moves, move) {
		return
	}
	p.keepNote()
	p.v = p.v.open(move)
	session.Address(wire.QueueRoute(p.id) + query("do", string(move))) // a reload finds what was typed
	switch {
	case move.NeedsNote():
		part.Focus(ctx, decideNote)
	case move == access.MoveApprove && p.item.Extended != nil:
		p.suggestEnd()
		part.Focus(ctx, decideEnd)
	case move == access.MoveApprove && p.item.Third != nil:
		part.Focus(ctx, decidePurpose)
	default:
		part.Focus(ctx, decideSend)
	}
}

// draftName is the name of what is typed for the open move.
func (p *Decide) draftName() string { return "decide/" + p.id + "/" + string(p.v.Move) }

// keepNote takes what is being typed, before anything else is done with it.
func (p *Decide) keepNote() {
	values := part.FormValues(decideForm)
	if note, open := values["note"]; open {
		p.v = p.v.typed(note)
	}
	p.keepGrant(values)
}

func (p *Decide) leaveNote(_ app.Context, note string) { p.v = p.v.typed(note) }

// close puts the question away and leaves the focus on its button.
func (p *Decide) close(ctx app.Context) {
	p.keepNote()
	part.Focus(ctx, "decide-"+string(p.v.Move))
	p.v = p.v.open("")
	session.Address(wire.QueueRoute(p.id))
}

// insert puts a ready text into the note.
func (p *Decide) insert(ctx app.Context, text string) {
	p.keepNote()
	p.v = p.v.insert(text)
	part.Focus(ctx, decideNote)
}

// send gives the server the decision.
func (p *Decide) send(ctx app.Context, v part.Values) {
	p.v = p.v.typed(v["note"])
	p.keepGrant(v)
	if p.v.Move == access.MoveApprove {
		if wrong := p.wrongGrant(); wrong != nil {
			p.v.Wrong = wrong
			p.mendGrant(ctx)
			return
		}
	}
	next, body, ok := p.v.send(p.item.Row.Seq, live.NewKey)
	p.v = next
	if !ok {
		part.Focus(ctx, decideNote)
		return
	}
	id, row := p.id, p.item.Row
	o := session.Outgoing{
		Move: next.Move, About: row.Reference + " " + row.Name, Route: wire.QueueRoute(id),
		Method: "POST", Path: wire.MovePath(id, next.Move), Key: next.key,
	}
	p.ctx.Async(func() {
		err := session.Decide(p.ctx, o, body)
		p.ctx.Dispatch(func(ctx app.Context) {
			if id == p.id {
				p.sent(ctx, err)
			}
		})
	})
}

// sent takes the answer. Whatever it was, what is true now is loaded again.
func (p *Decide) sent(ctx app.Context, err error) {
	if session.IsUnsent(err) {
		part.EndDraft(ctx, p.m, p.draftName())
		session.Address(wire.QueueRoute(p.id))
		p.v = verdict{}
		part.Focus(ctx, "decide-news")
		return
	}
	if err != nil {
		p.v = p.v.failed(part.ProblemOf(err))
		if overtaken(p.v.Refused) {
			p.load()
			part.Focus(ctx, "decide-news")
		}
		p.mendGrant(ctx)
		return
	}
	part.EndDraft(ctx, p.m, p.draftName())
	session.Address(wire.QueueRoute(p.id))
	p.v = p.v.succeeded()
	if o, ok := p.unsent(); ok {
		session.Discard(ctx, o)
	}
	p.news = decideNews{}
	part.Focus(ctx, decideDone)
	p.load()
}

// unsent is a decision on this request that waits on this device.
func (p *Decide) unsent() (o session.Outgoing, ok bool) {
	for _, o := range p.m.Unsent() {
		if o.What == session.WhatDecision && o.Route == wire.QueueRoute(p.id) {
			return o, true
		}
	}
	return o, false
}
