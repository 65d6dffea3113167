package live

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// await blocks the calling goroutine until the promise is settled; ok is false
// when it was rejected. Never call it on the UI goroutine.
func await(promise app.Value) (result app.Value, ok bool) {
	type outcome struct {
		value app.Value
		ok    bool
	}
	settled := make(chan outcome, 1)
	done := func(ok bool) app.Func {
		return app.FuncOf(func(_ app.Value, args []app.Value) any {
			o := outcome{ok: ok}
			if len(args) > 0 {
				o.value = args[0]
			}
			settled <- o
			return nil
		})
	}
	kept, broken := done(true), done(false)
	defer kept.Release()
	defer broken.Release()
	promise.Call("then", kept, broken)
	o := <-settled
	return o.value, o.ok
}
