package session

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// storageDraft begins the names under which half-typed messages are kept in
// this tab, so that they survive another page and a reload. They go with the
// session.
const storageDraft = "accord_message:"

// tabStorage is this tab's storage; some browsers forbid its use, and then a
// draft lasts as long as its page.
func tabStorage(do func(app.Value)) {
	defer func() { _ = recover() }()
	if s := app.Window().Get("sessionStorage"); s.Truthy() {
		do(s)
	}
}

// MessageDraft is what was typed in a conversation and not sent.
func MessageDraft(account, conversation string) (text string) {
	tabStorage(func(s app.Value) {
		if v := s.Call("getItem", storageDraft+account+":"+conversation); v.Truthy() {
			text = v.String()
		}
	})
	return text
}

// KeepMessageDraft keeps what is being typed; "" forgets it.
func KeepMessageDraft(account, conversation, text string) {
	name := storageDraft + account + ":" + conversation
	tabStorage(func(s app.Value) {
		if text == "" {
			s.Call("removeItem", name)
			return
		}
		s.Call("setItem", name, text)
	})
}

// forgetDrafts wipes every draft of this tab.
func forgetDrafts() {
	tabStorage(func(s app.Value) {
		for i := s.Get("length").Int() - 1; i >= 0; i-- {
			if name := s.Call("key", i).String(); strings.HasPrefix(name, storageDraft) {
				s.Call("removeItem", name)
			}
		}
	})
}
