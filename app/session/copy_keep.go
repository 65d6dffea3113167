package session

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// When the copy is shown and written.
const (
	// networkPatience is how long an answer may take before the copy is shown in
	// its place: as long as a warm start.
	networkPatience = 1500 * time.Millisecond
	copyAfter       = time.Second     // changes are written together
	copyEvery       = 5 * time.Minute // written while nothing changes, for its time
	fillAfter       = 2 * time.Second // the pages load first what they show
)

// Load asks the server for a view, like live.Get. Without a network it answers
// what the offline copy has, and the pages say since when that is old. Call it
// inside ctx.Async only.
func Load[T any](ctx app.Context, path string) (T, error) {
	type result struct {
		value T
		err   error
	}
	answers := make(chan result, 1)
	go func() {
		value, err := live.Get[T](path)
		if err == nil {
			Dispatch(ctx, Loaded{Path: path, Answer: value})
		}
		answers <- result{value, err}
	}()
	m := Get(ctx)
	kept, has := m.copy.answer(path).(T)
	var late <-chan time.Time
	if has && m.Line.State != live.Live {
		late = time.After(networkPatience)
	}
	select {
	case r := <-answers:
		if kept, has = Get(ctx).copy.answer(path).(T); !has || !unreachable(r.err) {
			return r.value, r.err
		}
	case <-late:
	}
	Dispatch(ctx, KeptShown{})
	return kept, nil
}

// unreachable reports whether the portal gave no answer of its own.
func unreachable(err error) bool {
	if err == nil {
		return false
	}
	p := problemOf(err)
	return p.Code == wire.CodeOffline || p.Code == wire.CodeUnavailable
}

// followCopy writes the copy and fills its gaps.
func (r *runner) followCopy(ctx app.Context, u Update, before Model) {
	m := r.model
	if m.copy == nil {
		return
	}
	_, ticked := u.(Ticked)
	cut := before.Line.State == live.Live && m.Line.State != live.Live
	if m.copy != before.copy && (!ticked || m.copy.At.Sub(r.copied.at) > copyEvery) || cut {
		r.saveCopySoon(ctx)
	}
	if m.Line.State == live.Live && !r.copied.filling && len(m.copy.missing()) > 0 {
		r.copied.filling = true
		ctx.After(fillAfter, r.fillCopy)
	}
}

// copied is how far the runner is with the copy.
type copied struct {
	soon    bool      // a write is on its way
	at      time.Time // the time of what was written last
	filling bool
}

func (r *runner) saveCopySoon(ctx app.Context) {
	if r.copied.soon {
		return
	}
	r.copied.soon = true
	ctx.After(copyAfter, func(ctx app.Context) {
		r.copied.soon = false
		r.saveCopy(ctx)
	})
}

// saveCopy writes the copy, but on a shared computer, and without a line not over
// a newer one: this tab may have slept while another heard what happened.
func (r *runner) saveCopy(ctx app.Context) {
	c := r.model.copy
	if c == nil || c.all.Me.Shared {
		return
	}
	r.copied.at = c.At
	row, cut := live.Row{Key: c.all.Me.ID, Text: c.text(r.model.Ahead)}, r.model.Line.State != live.Live
	ctx.Async(func() {
		if cut && r.keepsNewer(row.Key, c.At) {
			return
		}
		if r.model.Me != nil && r.model.Me.ID == row.Key { // not signed out meanwhile
			_ = r.store.Put(live.TableCopy, row) // a device without room shows less offline, and loses nothing
		}
	})
}

// keepsNewer reports whether the device keeps a copy of an account that is truer
// than one of that time.
func (r *runner) keepsNewer(account any, at time.Time) bool {
	rows, _ := r.store.Rows(live.TableCopy) // without a store there is none
	return slices.ContainsFunc(rows, func(row live.Row) bool {
		var kept struct{ At time.Time }
		return row.Key == account && json.Unmarshal([]byte(row.Text), &kept) == nil && kept.At.After(at)
	})
}

// fillCopy asks for what the pages have not loaded.
func (r *runner) fillCopy(ctx app.Context) {
	paths := r.model.copy.missing()
	ctx.Async(func() {
		for _, path := range paths {
			fill(ctx, path)
		}
		ctx.Dispatch(func(app.Context) { r.copied.filling = false })
	})
}

// fill asks for one view of the copy. What fails is asked for again with the
// next change.
func fill(ctx app.Context, path string) {
	take := func(answer any, err error) {
		if err == nil {
			Dispatch(ctx, Loaded{Path: path, Answer: answer})
		}
	}
	switch path {
	case wire.PathRequests:
		answer, err := live.Get[wire.RequestList](path)
		take(answer, err)
	case grantsPath():
		answer, err := live.Get[wire.GrantList](path)
		take(answer, err)
	case wire.PathQueue:
		answer, err := live.Get[wire.Queue](path)
		take(answer, err)
	default:
		answer, err := live.Get[wire.ConversationPage](path)
		take(answer, err)
	}
}

// readCopy reads what the device keeps of whoever is signed in here; nil when
// it is nothing.
func (r *runner) readCopy() (*Copy, time.Duration) {
	rows, err := r.store.Rows(live.TableCopy)
	if err != nil || len(rows) != 1 { // of two, nobody could tell whose turn it is
		return nil, 0
	}
	return keptCopy(rows[0].Text)
}

// wipe leaves nothing of anybody on the device; after a session that has run out,
// only what was typed or decided and not sent.
func (r *runner) wipe(ctx app.Context, expired bool) {
	tables := []live.Table{live.TableCopy}
	if expired {
		delayBatch()
	} else {
		wipeBatch()
		dropDrafts()
		tables = append(tables, live.TableOutbox)
	}
	ctx.Async(func() {
		for _, table := range tables {
			_ = r.store.Clear(table) // where there is no store, nothing is kept
		}
	})
}

// forgetOthers leaves nothing of another account, whose session ended while no
// page was open, or has run out; on a shared computer nothing of anybody.
func (r *runner) forgetOthers(ctx app.Context) {
	me := r.model.Me.ID
	dropDraftsOfOthers(me, r.model.Me.Shared)
	if r.model.Me.Shared {
		me = ""
	}
	ctx.Async(func() {
		copies, _ := r.store.Rows(live.TableCopy) // without a store there is nothing to forget
		for _, row := range copies {
			if row.Key != me {
				_ = r.store.Drop(live.TableCopy, row.Key)
			}
		}
		box := storeBox{r.store}
		rows, _ := box.Rows()
		for _, o := range rows {
			if o.Account != me {
				_ = box.Drop(o.ID)
			}
		}
	})
}
