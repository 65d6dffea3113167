package page

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// messageBox is the ID of the field in which a message is typed. Nothing writes
// into it while a person does: what is sent leaves it at the press.
const messageBox = "chat-text"

// maxOutgoing is how many messages wait to be sent; then the field keeps its
// text.
const maxOutgoing = 20

// outgoing is a message that was pressed to be sent. Its key stays with it, so
// that it is sent once, whatever is cut off in between.
type outgoing struct {
	Text string `json:"text"`
	Key  string `json:"key"`

	going bool // kept by the outbox, or with the portal
}

// writing is what a person writes in a conversation: what is typed, and what is
// on its way until it has an answer or waits in the outbox. Both survive another
// page and a reload: the outbox keeps what was pressed; what was refused, and on a
// shared computer, which has no outbox, all of it the tab.
type writing struct {
	account, id string
	shared      bool
	out         []outgoing // oldest first
	found       []wire.FieldError
	err         error // why the first one was not sent
}

// sendingOf is the name under which a conversation's outgoing messages are kept.
func sendingOf(id string) string { return id + "#sending" }

// takeUp is what was written in a conversation before.
func takeUp(me *wire.Me, id string) writing {
	w := writing{account: me.ID, id: id, shared: me.Shared}
	// What cannot be read is not there: nobody else writes it.
	_ = json.Unmarshal([]byte(session.MessageDraft(w.account, sendingOf(id), true)), &w.out)
	return w
}

// fill puts what was typed before into the field, once it is there.
func (w *writing) fill(ctx app.Context) {
	text := session.MessageDraft(w.account, w.id, w.shared)
	ctx.Defer(func(app.Context) {
		if box := app.Window().GetElementByID(messageBox); text != "" && box.Truthy() && box.Get("value").String() == "" {
			box.Set("value", text)
		}
	})
}

// typed keeps what is in the field.
func (w *writing) typed(text string) { session.KeepMessageDraft(w.account, w.id, text, w.shared) }

// press takes a message to be sent, and reports whether the field may be
// emptied.
func (w *writing) press(text string) bool {
	canonical, wrong := validation.Message(text)
	w.found = present(wrong)
	if wrong != nil || len(w.out) >= maxOutgoing {
		return false
	}
	w.out = append(w.out, outgoing{Text: canonical, Key: live.NewKey()})
	w.keep()
	w.typed("")
	return true
}

// next is the message to go now. The outbox keeps the order of those that are in
// it; on a shared computer, which has none, each waits for the answer to the one
// before.
func (w *writing) next() (o outgoing, ok bool) {
	i := slices.IndexFunc(w.out, func(o outgoing) bool { return !o.going })
	if i < 0 || w.err != nil || i > 0 && w.shared {
		return o, false
	}
	w.out[i].going = true
	return w.out[i], true
}

// refused takes why a message was not sent.
func (w *writing) refused(key string, err error) {
	for i := range w.out {
		if w.out[i].Key == key {
			w.out[i].going = false
		}
	}
	if w.err == nil {
		w.err = err
	}
	w.keep()
}

// done takes off a message that was sent, or is given up.
func (w *writing) done(key string) {
	if len(w.out) > 0 && w.out[0].Key == key {
		w.err = nil
	}
	w.out = slices.DeleteFunc(slices.Clone(w.out), func(o outgoing) bool { return o.Key == key })
	w.keep()
}

// keep has the tab keep what the outbox does not.
func (w *writing) keep() {
	left := slices.DeleteFunc(slices.Clone(w.out), func(o outgoing) bool { return o.going && !w.shared })
	if len(left) == 0 {
		session.KeepMessageDraft(w.account, sendingOf(w.id), "", true)
		return
	}
	text, err := json.Marshal(left)
	if err == nil { // our own type
		session.KeepMessageDraft(w.account, sendingOf(w.id), string(text), true)
	}
}

// typedKey sends at Enter, but not within the input of a Japanese word, nor with
// Shift, which starts a new line.
func (p *Chat) typedKey(ctx app.Context, e app.Event) {
	composing := e.Get("isComposing").Truthy() || e.Get("keyCode").Int() == composingKey
	if e.Get("key").String() != "Enter" || e.Get("shiftKey").Truthy() || composing {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	p.pressed(ctx)
}

// composingKey is the key code of a key that an input method has taken (UI
// Events, "keyCode"); Safari tells it so only.
const composingKey = 229

func (p *Chat) typed(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	p.write.typed(ctx.JSSrc().Get("value").String())
}

// pressed sends what is in the field.
func (p *Chat) pressed(app.Context) {
	box := app.Window().GetElementByID(messageBox)
	if !p.write.press(box.Get("value").String()) {
		return
	}
	box.Set("value", "")
	p.ctx.Defer(toEnd)
	p.pump()
}

// pump sends the next message; what follows goes with its own press, or with the
// answer.
func (p *Chat) pump() {
	o, ok := p.write.next()
	if !ok {
		return
	}
	id := p.id
	command := session.Outgoing{
		What: session.WhatMessage, About: o.Text, Route: p.address(),
		Method: "POST", Path: wire.MessagesPath(id), Key: o.Key,
	}
	p.ctx.Async(func() {
		m, err := session.Deliver[wire.Message](p.ctx, command, wire.SendMessage{Text: o.Text})
		p.ctx.Dispatch(func(app.Context) {
			if id == p.id {
				p.answered(o, m, err)
			}
		})
	})
}

// answered takes the answer to a message, or that it waits in the outbox.
func (p *Chat) answered(o outgoing, m wire.Message, err error) {
	switch {
	case session.IsUnsent(err):
		p.write.done(o.Key)
	case err != nil:
		p.write.refused(o.Key, err)
		return
	default:
		p.write.done(o.Key)
		p.show(m)
	}
	p.pump()
}

// address is the page's own.
func (p *Chat) address() string {
	if p.route == "" {
		return wire.RouteChat
	}
	return wire.ChatRoute(p.route)
}

// resend goes on with what was not sent for want of a connection.
func (p *Chat) resend() {
	lost := p.write.err != nil && part.ProblemOf(p.write.err).Code == wire.CodeOffline
	if lost && p.m.Line.State == live.Live {
		p.write.err = nil
	}
	p.pump()
}

func (p *Chat) again(app.Context) {
	p.write.err = nil
	p.pump()
}

// discard gives the first unsent message up.
func (p *Chat) discard(app.Context) {
	if len(p.write.out) > 0 && !p.write.out[0].going {
		p.write.done(p.write.out[0].Key)
		p.pump()
	}
}

// settling says that nothing waits for an answer.
type settling struct {
	busy, done bool
	err        error
}

func (p *Chat) pressSettle(app.Context) {
	if p.settle.busy || len(p.said) == 0 {
		return
	}
	id, seen := p.id, p.said[len(p.said)-1].Seq
	p.settle = settling{busy: true}
	send(p.ctx, "POST", wire.SettlePath(id), wire.SeenUpTo{Seq: seen}, live.NewKey(), func(_ app.Context, c wire.Conversation, err error) {
		if id != p.id {
			return
		}
		p.settle = settling{done: err == nil, err: err}
		if err == nil && c.Seq > p.page.Value.Conversation.Seq {
			p.page.Value.Conversation = c
		}
	})
}
