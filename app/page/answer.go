package page

import (
	"path"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/wire"
)

// answer is something a page asked the server for: on its way, here, or
// refused. What was here stays while it is asked for again.
type answer[T any] struct {
	Value T
	Here  bool // Value is set
	Busy  bool
	Err   error
	turn  int
}

// ask asks. then, when not nil, runs once the answer is here. An answer that
// was overtaken by a later question is dropped. ctx must be the page's own: a
// button's ends with the button.
func (a *answer[T]) ask(ctx app.Context, get func() (T, error), then func(ctx app.Context)) {
	a.turn++
	turn := a.turn
	a.Busy, a.Err = true, nil
	ctx.Async(func() {
		value, err := get()
		ctx.Dispatch(func(ctx app.Context) {
			if turn != a.turn {
				return
			}
			a.Busy, a.Err = false, err
			if err != nil {
				return
			}
			a.Value, a.Here = value, true
			if then != nil {
				then(ctx)
			}
		})
	})
}

// forget drops what is here and what is on its way.
func (a *answer[T]) forget() { *a = answer[T]{turn: a.turn + 1} }

// lastPart is the last part of the page's address: the ID it is about.
func lastPart(ctx app.Context) string { return path.Base(ctx.Page().URL().Path) }

// isMissing reports whether the server knows no such thing for this person.
func isMissing(err error) bool { return err != nil && part.ProblemOf(err).Code == wire.CodeNotFound }
