package session

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// followBatch does what a step of the bulk decision asks for: it waits, sends,
// and says so.
func (r *runner) followBatch(ctx app.Context, before Batch) {
	b := r.model.Batch
	if b.State == before.State && b.Key == before.Key {
		return
	}
	switch b.State {
	case BatchHeld:
		r.keepBatch(ctx, b)
		ctx.After(max(0, time.Until(b.Until)), func(ctx app.Context) { Dispatch(ctx, BatchDue{Key: b.Key}) })
		announce(b.Text(r.model))
	case BatchSending:
		ctx.Async(func() { Dispatch(ctx, sendBatch(b)) })
	case BatchDone:
		r.dropBatch(b.Key)
		announce(b.Text(r.model))
	case BatchFailed: // kept: it may have been done, and can be tried again
		announce(b.Text(r.model))
	case BatchNone:
		r.dropBatch(before.Key)
		if before.State == BatchHeld {
			announce(r.model.T("batch.undone"))
		}
	}
}

// sendBatch sends a bulk decision and waits for its results.
func sendBatch(b Batch) BatchAnswered {
	path, body := b.Command()
	list, err := live.Send[wire.DecisionList]("POST", path, body, b.Key)
	if err != nil {
		return BatchAnswered{Key: b.Key, Problem: problemOf(err)}
	}
	return BatchAnswered{Key: b.Key, Results: list.Results}
}

// flushOnLeave sends a decision that is held back when the page goes away or out
// of sight, which is the last that a page on a phone may hear: who leaves has
// decided, and can no longer undo. The key makes one of this and a later try,
// by this page or by the one that finds what the device kept.
func (r *runner) flushOnLeave(ctx app.Context) {
	leave := func() bool {
		b := r.model.Batch
		if b.State == BatchHeld {
			path, body := b.Command()
			live.Leave("POST", path, body, b.Key)
		}
		return b.State == BatchHeld
	}
	gone := app.FuncOf(func(app.Value, []app.Value) any {
		leave()
		return nil
	})
	hidden := app.FuncOf(func(app.Value, []app.Value) any {
		if key := r.model.Batch.Key; document().Get("visibilityState").String() == "hidden" && leave() {
			Dispatch(ctx, BatchDue{Key: key}) // for the answer
		}
		return nil
	})
	app.Window().Call("addEventListener", "pagehide", gone)
	document().Call("addEventListener", "freeze", gone)
	document().Call("addEventListener", "visibilitychange", hidden)
}
