package live

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Copy puts a text on the clipboard and reports whether the browser allowed
// it. It blocks: call it inside ctx.Async only.
func Copy(text string) bool {
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		return false // no secure context
	}
	_, ok := await(clipboard.Call("writeText", text))
	return ok
}
