package session

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
)

// What the device keeps of a bulk decision, and the lock of the tab that cares
// for it. The browser frees the lock when that tab ends, however it ends.
const (
	storageHeld = "accord_held"
	lockHeld    = "accord_held"
)

// unlocked is how long after its undo window a kept decision belongs to a tab
// that does not answer, in a browser without locks. Its key makes once of twice.
const unlocked = 10 * time.Second

// keeper keeps this person's bulk decision on the device while it is on its
// way, in the one tab that has the lock.
type keeper struct {
	free    func() // gives the lock back; nil without it
	looking bool   // this tab waits for the lock to look what was left behind
}

// keepBatch takes the lock and keeps the decision that was begun here.
func (r *runner) keepBatch(ctx app.Context, b Batch) {
	if r.kept.free != nil {
		return // found, and kept already
	}
	begun := func(free func()) {
		ctx.Dispatch(func(app.Context) {
			now := r.model.Batch
			if now.Key != b.Key || !now.Open() || r.kept.free != nil || r.model.Me == nil {
				free()
				return
			}
			r.kept.free = free
			if !r.model.Me.Shared {
				storage(func(s app.Value) { s.Call("setItem", storageHeld, b.keepText(r.model.Me.ID)) })
			}
		})
	}
	if !withLock(begun) {
		begun(func() {})
	}
}

// dropBatch forgets the decision of this key and gives the lock back.
func (r *runner) dropBatch(key string) {
	if r.model.Me != nil {
		if b, _, ok := keptBatch(storedBatch(), r.model.Me.ID); ok && b.Key == key {
			wipeBatch()
		}
	}
	r.freeBatch()
}

func (r *runner) freeBatch() {
	if r.kept.free != nil {
		r.kept.free()
		r.kept.free = nil
	}
}

// lookForBatch takes over a decision that an ended page has left behind, once no
// other tab cares for it. Another account's is wiped.
func (r *runner) lookForBatch(ctx app.Context) {
	if r.model.Me == nil || r.kept.looking || r.kept.free != nil {
		return
	}
	left, _, ok := keptBatch(storedBatch(), r.model.Me.ID)
	if !ok {
		wipeBatch()
		return
	}
	r.kept.looking = true
	found := func(free func()) { ctx.Dispatch(func(ctx app.Context) { r.takeBatch(ctx, free) }) }
	if !withLock(found) {
		ctx.After(max(0, time.Until(left.Until)+unlocked), func(app.Context) { found(func() {}) })
	}
}

// takeBatch is what lookForBatch does with the lock.
func (r *runner) takeBatch(ctx app.Context, free func()) {
	r.kept.looking = false
	if r.model.Me == nil {
		free()
		return
	}
	b, late, ok := keptBatch(storedBatch(), r.model.Me.ID)
	switch {
	case !ok || r.kept.free != nil:
		free()
	case r.model.Batch.Open(): // this tab's own goes on: there is one place only
		ctx.Async(func() {
			sendBatch(b)
			ctx.Dispatch(func(app.Context) {
				r.kept.free = free
				r.dropBatch(b.Key)
			})
		})
	default:
		r.kept.free = free
		Dispatch(ctx, BatchFound{Batch: b, Due: !time.Now().Before(b.Until), Late: late})
	}
}

// hearStorage looks for a decision that another tab begins to hold: this one
// takes it over when that tab ends.
func (r *runner) hearStorage(ctx app.Context) {
	app.Window().Call("addEventListener", "storage", app.FuncOf(func(_ app.Value, args []app.Value) any {
		if e := args[0]; e.Get("key").Truthy() && e.Get("key").String() == storageHeld && e.Get("newValue").Truthy() {
			ctx.Dispatch(func(ctx app.Context) { r.lookForBatch(ctx) })
		}
		return nil
	}))
}

// withLock calls granted, off the UI goroutine, when this tab has the lock; it
// keeps it until free is called. False: this browser has no locks.
func withLock(granted func(free func())) bool {
	if !live.HasLocks() {
		return false
	}
	go func() {
		free, _ := live.Lock(lockHeld)
		granted(free)
	}()
	return true
}

func storedBatch() (text string) {
	storage(func(s app.Value) {
		if v := s.Call("getItem", storageHeld); v.Truthy() {
			text = v.String()
		}
	})
	return text
}

// delayBatch has a decision wait for a word: the session has run out.
func delayBatch() {
	if text := lateText(storedBatch()); text != "" {
		storage(func(s app.Value) { s.Call("setItem", storageHeld, text) })
	}
}

// wipeBatch leaves nothing of a decision on the device.
func wipeBatch() {
	storage(func(s app.Value) { s.Call("removeItem", storageHeld) })
}
