package session

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// Deliver sends a command by way of the outbox: it is kept on the device before
// it is sent, and goes when the server has answered, so that it counts once
// whatever is cut off. o says what it is, where it goes and its key, kept for
// the retries of one press. Without a network it waits there, and the error is
// of code "unsent" (IsUnsent). On a shared computer nothing is kept, and the
// error is "offline". Any other refusal is the caller's to show. It blocks: call
// it inside ctx.Async only, with the page's own context.
func Deliver[T any](ctx app.Context, o Outgoing, body any) (T, error) {
	var value T
	text, err := json.Marshal(body)
	if err != nil {
		return value, &wire.Problem{Code: wire.CodeBadRequest}
	}
	if o.Body = text; body == nil {
		o.Body = nil
	}
	answers := make(chan Answer, 1)
	onRunner(ctx, func(r *runner, rctx app.Context) { r.post(rctx, o, waiter{page: ctx, answers: answers}) })
	a := <-answers
	if a.Err != nil || a.Text == "" {
		return value, a.Err
	}
	if err := json.Unmarshal([]byte(a.Text), &value); err != nil {
		return value, &wire.Problem{Code: wire.CodeInternal}
	}
	return value, nil
}

// Decide sends a decision. Without a network it is kept as a draft, and the
// error is as Deliver's: nothing of it is sent before the person has learned
// what happened meanwhile and confirmed it (Retry).
func Decide(ctx app.Context, o Outgoing, body any) error {
	_, err := live.Send[live.None](o.Method, o.Path, body, o.Key)
	if !unreachable(err) {
		return err
	}
	o.What, o.State = WhatDecision, OutDraft
	_, err = Deliver[live.None](ctx, o, body)
	return err
}

// SendUnsent tries at once what waits in the outbox.
func SendUnsent(ctx app.Context) {
	onRunner(ctx, func(r *runner, ctx app.Context) { r.pump(ctx) })
}

// Retry sends an outgoing command again that was refused, or a decision that
// the person has confirmed.
func Retry(ctx app.Context, o Outgoing) {
	o.State, o.Problem, o.Tries = OutWaiting, nil, 0
	onRunner(ctx, func(r *runner, ctx app.Context) {
		r.change(ctx, func(box storeBox) { _ = box.Put(o) }) // a row that cannot be written stays as it is shown
	})
}

// Discard gives an outgoing command up.
func Discard(ctx app.Context, o Outgoing) {
	onRunner(ctx, func(r *runner, ctx app.Context) {
		r.change(ctx, func(box storeBox) { _ = box.Drop(o.ID) })
	})
}

// onRunner does something with the runner, on the UI goroutine.
func onRunner(ctx app.Context, do func(r *runner, ctx app.Context)) {
	ctx.NewActionWithValue(actionRunner, do)
}

// storeBox is the box in the device's store.
type storeBox struct{ store *live.Store }

// Rows lists what is kept, oldest first. What cannot be read is passed over.
func (b storeBox) Rows() ([]Outgoing, error) {
	rows, err := b.store.Rows(live.TableOutbox)
	var list []Outgoing
	for _, row := range rows {
		id, _ := row.Key.(int)
		if o, ok := outgoingOf(id, row.Text); ok {
			list = append(list, o)
		}
	}
	return list, err
}

// Put writes a command that is kept already.
func (b storeBox) Put(o Outgoing) error {
	return b.store.Put(live.TableOutbox, live.Row{Key: o.ID, Text: o.text()})
}

// Drop removes a command.
func (b storeBox) Drop(id int) error { return b.store.Drop(live.TableOutbox, id) }
