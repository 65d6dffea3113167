package live

import (
	"encoding/json"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// Given takes an answer that came with the page itself (wire.First), once, and
// when it was given. Get looks for it first; later questions go to the server.
func Given[T any](path string) (answer T, at time.Time, ok bool) {
	text, at, ok := given(path)
	if !ok || json.Unmarshal([]byte(text), &answer) != nil {
		return answer, at, false
	}
	return answer, at, true
}

// given is an answer's JSON. The loader has put it beside the page.
func given(path string) (text string, at time.Time, ok bool) {
	all := app.Window().Get("accordFirst")
	if !all.Truthy() {
		return "", at, false
	}
	answers := all.Get("answers")
	if !answers.Call("hasOwnProperty", path).Bool() {
		return "", at, false
	}
	text = app.Window().Get("JSON").Call("stringify", answers.Get(path)).String()
	answers.Delete(path)
	return text, time.UnixMilli(int64(all.Get("at").Float())), true
}

// fromPage is the outcome of a question that the page itself answers.
func fromPage[T any](path string) (answer T, err error, ok bool) {
	text, _, ok := given(path)
	var refused wire.Problem
	switch {
	case !ok:
		return answer, nil, false
	case json.Unmarshal([]byte(text), &refused) == nil && refused.Code != "":
		return answer, &refused, true
	}
	return answer, nil, json.Unmarshal([]byte(text), &answer) == nil
}
