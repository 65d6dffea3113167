package session

import (
	"encoding/json"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Drafts are what was typed and not sent. They outlive a reload, a crash of the
// browser and a new release; they end with the session, so that the next person
// at the device finds nothing. Before somebody signs in they live as long as
// the tab.

const draftPrefix = "accord_draft/"

// DraftKey is the key of a form's draft: the person's own, so that another
// person never sees it. name is the form's, with what it is about.
func DraftKey(m Model, name string) string {
	switch {
	case m.Me == nil:
		return draftPrefix + "/" + name
	case m.Me.Shared:
		return draftPrefix + "/" + m.Me.ID + "/" + name // the tab's, see storageOf
	}
	return draftPrefix + m.Me.ID + "/" + name
}

// KeepDraft stores a draft. Where the browser forbids it or has no room, the
// draft lasts as long as the page.
func KeepDraft(key string, draft any) {
	text, err := json.Marshal(draft)
	if err != nil {
		return // our own types
	}
	storageOf(key, func(s app.Value) { s.Call("setItem", key, string(text)) })
}

// TakeDraft reads a draft into draft and reports whether there is one.
func TakeDraft(key string, draft any) (found bool) {
	storageOf(key, func(s app.Value) {
		text := s.Call("getItem", key)
		found = text.Truthy() && json.Unmarshal([]byte(text.String()), draft) == nil
	})
	return found
}

// DropDraft removes a draft: it was sent, or given up.
func DropDraft(key string) {
	storageOf(key, func(s app.Value) { s.Call("removeItem", key) })
}

// storageOf is where a draft lives: the device's storage, or the tab's while
// nobody is signed in and on a shared computer.
func storageOf(key string, do func(app.Value)) {
	if strings.HasPrefix(key, draftPrefix+"/") {
		storageNamed("sessionStorage", do)
		return
	}
	storage(do)
}

// dropDrafts removes every draft of everybody.
func dropDrafts() {
	for _, name := range []string{"localStorage", "sessionStorage"} {
		dropDraftsIn(name, func(string) bool { return true })
	}
}

// dropDraftsOfOthers removes the drafts of all accounts but one from the device
// and the tab; on a shared computer from the device those of everybody.
func dropDraftsOfOthers(account string, shared bool) {
	dropDraftsIn("localStorage", func(key string) bool { return shared || !strings.HasPrefix(key, draftPrefix+account+"/") })
	dropDraftsIn("sessionStorage", func(key string) bool {
		of, _, owned := strings.Cut(strings.TrimPrefix(key, draftPrefix+"/"), "/")
		return owned && of != account
	})
}

func dropDraftsIn(storage string, drop func(key string) bool) {
	storageNamed(storage, func(s app.Value) {
		for i := s.Get("length").Int() - 1; i >= 0; i-- {
			if key := s.Call("key", i).String(); strings.HasPrefix(key, draftPrefix) && drop(key) {
				s.Call("removeItem", key)
			}
		}
	})
}
