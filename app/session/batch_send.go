package session

import (
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
		ctx.After(UndoWindow, func(ctx app.Context) { Dispatch(ctx, BatchDue{Key: b.Key}) })
		announce(b.Text(r.model))
	case BatchSending:
		ctx.Async(func() { Dispatch(ctx, sendBatch(b)) })
	case BatchDone, BatchFailed:
		announce(b.Text(r.model))
	case BatchNone:
		if before.State == BatchHeld {
			announce(r.model.T("batch.undone"))
		}
	}
}

// sendBatch sends a bulk decision and waits for its results.
func sendBatch(b Batch) BatchAnswered {
	list, err := live.Send[wire.DecisionList]("POST", wire.PathDecisions, b.Body(), b.Key)
	if err != nil {
		return BatchAnswered{Key: b.Key, Problem: problemOf(err)}
	}
	return BatchAnswered{Key: b.Key, Results: list.Results}
}

// flushOnLeave sends a decision that is held back when the page goes away: who
// closes the tab has decided, and can no longer undo. The key makes one of this
// and a later try, if the browser brings the page back.
func (r *runner) flushOnLeave() {
	leave := app.FuncOf(func(app.Value, []app.Value) any {
		if b := r.model.Batch; b.State == BatchHeld {
			live.Leave("POST", wire.PathDecisions, b.Body(), b.Key)
		}
		return nil
	})
	app.Window().Call("addEventListener", "pagehide", leave)
	document().Call("addEventListener", "freeze", leave)
}
