// Package live is the browser program's only way to the server: typed commands
// over the browser's own fetch, and the WebSocket that brings changes down.
// net/http stays out: its client alone costs a megabyte of download.
package live

import (
	"encoding/json"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// timeout is how long an answer may take, in milliseconds. The server gives up
// earlier, so reaching it means that the network swallowed the answer.
const timeout = 20_000

// None is the answer of a command that answers with no content.
type None struct{}

// Get asks the server for a view, unless it came with the page. It blocks until
// the answer is there: call it inside ctx.Async only. Its error is always a
// *wire.Problem, with code "offline" when no answer came within 20 seconds.
func Get[T any](path string) (T, error) {
	if answer, err, ok := fromPage[T](path); ok {
		return answer, err
	}
	return call[T]("GET", path, nil, "")
}

// Send gives the server a command. key is the idempotency key (NewKey): keep
// it for the retries of the same press, "" for commands that need none. A nil
// body sends none. It blocks like Get and fails like Get.
func Send[T any](method, path string, body any, key string) (T, error) {
	return call[T](method, path, body, key)
}

// SendAs gives the server a command in the name of an account: signed in as
// another one, it is refused. It answers the text of the answer; else as Send.
func SendAs(account, method, path string, body any, key string) (text string, err error) {
	options, abort, err := optionsOf(method, body, key)
	if err != nil {
		return "", err
	}
	options["headers"].(map[string]any)[wire.AccountHeader] = account
	status, text, err := send(path, options, abort)
	switch {
	case err != nil:
		return "", err
	case status >= 400:
		return "", problemOf(status, text)
	case text != "" && !json.Valid([]byte(text)): // of a proxy that wants a sign-in of its own
		return "", &wire.Problem{Code: wire.CodeUnavailable, Status: status}
	}
	return text, nil
}

func call[T any](method, path string, body any, key string) (T, error) {
	var answer T
	status, text, err := fetch(method, path, body, key)
	if err != nil {
		return answer, err
	}
	if status >= 400 {
		return answer, problemOf(status, text)
	}
	if text == "" {
		return answer, nil
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		return answer, &wire.Problem{Code: wire.CodeInternal, Status: status}
	}
	return answer, nil
}

// Leave gives the server a command while the page goes away: it does not wait
// for the answer, and the browser carries it to the end (keepalive; 64 KiB at
// most). Call it on the UI goroutine.
func Leave(method, path string, body any, key string) {
	options, _, err := optionsOf(method, body, key)
	if err != nil {
		return // our own types
	}
	options["keepalive"] = true
	app.Window().Call("fetch", path, options)
}

// fetch makes one call of the browser's fetch and returns the status and the
// text of its answer.
func fetch(method, path string, body any, key string) (int, string, error) {
	options, abort, err := optionsOf(method, body, key)
	if err != nil {
		return 0, "", err
	}
	return send(path, options, abort)
}

// optionsOf are the options of the browser's fetch, and what ends it early.
func optionsOf(method string, body any, key string) (options map[string]any, abort app.Value, err error) {
	headers := map[string]any{
		"Accept":          "application/json",
		"Accept-Language": documentLang(),
	}
	if key != "" {
		headers[wire.KeyHeader] = key
	}
	abort = app.Window().Get("AbortController").New()
	options = map[string]any{
		"method":      method,
		"headers":     headers,
		"credentials": "same-origin",
		"cache":       "no-store",
		"signal":      abort.Get("signal"),
	}
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, nil, &wire.Problem{Code: wire.CodeBadRequest}
		}
		headers["Content-Type"] = "application/json"
		options["body"] = string(text)
	}
	return options, abort, nil
}

// send runs the fetch and reads its answer, and cuts both off at the timeout.
func send(path string, options map[string]any, abort app.Value) (int, string, error) {
	cut := app.FuncOf(func(app.Value, []app.Value) any {
		abort.Call("abort")
		return nil
	})
	defer cut.Release()
	timer := app.Window().Call("setTimeout", cut, timeout)
	defer app.Window().Call("clearTimeout", timer)

	answer, ok := await(app.Window().Call("fetch", path, options))
	if !ok {
		return 0, "", &wire.Problem{Code: wire.CodeOffline}
	}
	text, ok := await(answer.Call("text"))
	if !ok {
		return 0, "", &wire.Problem{Code: wire.CodeOffline}
	}
	return answer.Get("status").Int(), text.String(), nil
}

// problemOf reads a refusal. What is not the API's problem format comes from a
// proxy on the way, and only its status counts: one that wants a sign-in of its
// own says nothing of the session here, which ends by the portal's word alone.
func problemOf(status int, text string) *wire.Problem {
	p := &wire.Problem{}
	if err := json.Unmarshal([]byte(text), p); err != nil || p.Code == "" {
		p = &wire.Problem{Code: codeOf(status), Title: strconv.Itoa(status)}
	}
	p.Status = status
	return p
}

func codeOf(status int) wire.Code {
	switch status {
	case 403:
		return wire.CodeForbidden
	case 404:
		return wire.CodeNotFound
	case 413:
		return wire.CodeTooLarge
	case 429:
		return wire.CodeTooMany
	case 401, 502, 503, 504, 511:
		return wire.CodeUnavailable
	}
	return wire.CodeInternal
}

// documentLang is the page's language, so that texts made by the server come
// in the language the person reads.
func documentLang() string {
	return app.Window().Get("document").Get("documentElement").Get("lang").String()
}
