package live

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// maxFileText is how large a file may be that is read into a page, in bytes.
const maxFileText = 1 << 20

// Errors of reading a file into a page.
var (
	ErrTooLarge   = errors.New("the file is too large")
	ErrUnreadable = errors.New("the file cannot be read")
)

// Text reads the first of the files as text: UTF-8 or, when it is not, the
// Shift_JIS that a Japanese Excel saves. Call it beside the page. Errors:
// ErrTooLarge (1 MiB), ErrUnreadable.
func (f Files) Text() (text string, err error) {
	if f[0].Get("size").Int() > maxFileText {
		return "", ErrTooLarge
	}
	bytes, ok := await(f[0].Call("arrayBuffer"))
	if !ok {
		return "", ErrUnreadable
	}
	if text, ok := decoded(bytes, "utf-8"); ok {
		return text, nil
	}
	text, _ = decoded(bytes, "shift_jis")
	return text, nil
}

// decoded is what bytes say in an encoding; ok is false when they are of another.
func decoded(bytes app.Value, encoding string) (text string, ok bool) {
	defer func() { ok = recover() == nil }() // the browser's decoder throws
	decoder := app.Window().Get("TextDecoder").New(encoding, map[string]any{"fatal": encoding == "utf-8"})
	return decoder.Call("decode", bytes).String(), true
}
