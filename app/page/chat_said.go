package page

import (
	"cmp"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/access"
	"accord/shared/wire"
)

// addMessages adds messages to those that are shown, each once, in the order in which
// they were sent.
func addMessages(shown []wire.Message, more ...wire.Message) []wire.Message {
	all := slices.Clone(shown)
	for _, m := range more {
		if !slices.ContainsFunc(all, func(old wire.Message) bool { return old.ID == m.ID }) {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b wire.Message) int { return cmp.Compare(a.Seq, b.Seq) })
	return all
}

// ofConversation are the messages of one conversation after a change.
func ofConversation(heard []wire.Message, id string, after uint64) []wire.Message {
	var of []wire.Message
	for _, m := range heard {
		if m.Conversation == id && m.Seq > after {
			of = append(of, m)
		}
	}
	return of
}

// lastAnswer is the number of the last message of an agent, 0 when there is none.
func lastAnswer(messages []wire.Message) uint64 {
	for _, m := range slices.Backward(messages) {
		if m.From == access.ByReviewer {
			return m.Seq
		}
	}
	return 0
}

// chatLog is the ID of the box in which the messages scroll.
const chatLog = "chat-log"

// nearEnd is how far from its end a reader may be and still follow it, in CSS
// pixels.
const nearEnd = 80

// atEnd reports whether the end of the messages is in sight.
func atEnd() bool {
	log := app.Window().GetElementByID(chatLog)
	if !log.Truthy() {
		return true
	}
	return log.Get("scrollHeight").Int()-log.Get("scrollTop").Int()-log.Get("clientHeight").Int() < nearEnd
}

// toEnd brings the last message into sight once it is rendered.
func toEnd(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		if log := app.Window().GetElementByID(chatLog); log.Truthy() {
			log.Set("scrollTop", log.Get("scrollHeight"))
		}
	})
}

// keepPlace holds what is in sight where it is while older messages appear
// above it.
func keepPlace(ctx app.Context) {
	log := app.Window().GetElementByID(chatLog)
	if !log.Truthy() {
		return
	}
	below := log.Get("scrollHeight").Int() - log.Get("scrollTop").Int()
	ctx.Defer(func(app.Context) { log.Set("scrollTop", log.Get("scrollHeight").Int()-below) })
}

// inFront reports whether the page is in front of the person.
func inFront() bool {
	return app.Window().Get("document").Get("visibilityState").String() == "visible"
}

// onShown calls do whenever the tab comes to the front, until it is stopped.
func onShown(do func()) (stop func()) {
	document := app.Window().Get("document")
	handler := app.FuncOf(func(app.Value, []app.Value) any {
		if inFront() {
			do()
		}
		return nil
	})
	document.Call("addEventListener", "visibilitychange", handler)
	return func() {
		document.Call("removeEventListener", "visibilitychange", handler)
		handler.Release()
	}
}
