package part

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// undoID is the button that takes a bulk decision back.
const undoID = "batch-undo"

// batchBar is the bulk decision that is on its way, at the foot of every page:
// how long it can be undone, then what became of it. It counts its seconds by
// itself, so that the page is not drawn each second.
type batchBar struct {
	app.Compo

	Batch  session.Batch
	Lang   i18n.Lang
	Vendor string

	counts string // key of the decision that is counted down
	left   int    // seconds
}

// OnMount goes on counting when another page is opened meanwhile.
func (b *batchBar) OnMount(ctx app.Context) { b.begin(ctx) }

// OnUpdate begins to count for a new decision, and moves the focus to Undo: the
// person has just pressed a button that is gone, and ten seconds are too short
// to look for this one. Of a decision that another page has left behind they did
// nothing here: they may be typing.
func (b *batchBar) OnUpdate(ctx app.Context) {
	if b.begin(ctx) && !b.Batch.Found {
		Focus(ctx, undoID)
	}
}

func (b *batchBar) begin(ctx app.Context) bool {
	if b.Batch.State != session.BatchHeld || b.counts == b.Batch.Key {
		return false
	}
	b.counts = b.Batch.Key
	b.count(ctx, b.counts)
	return true
}

func (b *batchBar) count(ctx app.Context, key string) {
	if b.counts != key {
		return // another one is counted by now
	}
	if b.Batch.Key != key || b.Batch.State != session.BatchHeld {
		b.counts = ""
		return
	}
	b.left = max(0, int((time.Until(b.Batch.Until)+time.Second-1)/time.Second))
	ctx.After(time.Second, func(ctx app.Context) { b.count(ctx, key) })
}

func (b *batchBar) model() session.Model {
	return session.Model{Lang: b.Lang, Settings: wire.Settings{Vendor: b.Vendor}}
}

// Render shows the bar; nothing while no decision is on its way.
func (b *batchBar) Render() app.UI {
	if b.Batch.State == session.BatchNone {
		return app.Div()
	}
	m := b.model()
	return app.Div().Class("batch-bar").Role("region").Aria("label", m.T("batch.region")).Body(
		app.Div().Class("batch-line").Body(
			app.P().Class("batch-text").Text(b.Batch.Text(m)),
			slot(b.clock(m)),
			app.Div().Class("batch-buttons").Body(b.buttons(m)...),
		),
		slot(b.found(m)),
		slot(b.refused(m)),
		slot(b.failure(m)),
	)
}

// found says that the decision comes from a page that ended.
func (b *batchBar) found(m session.Model) app.UI {
	if !b.Batch.Found {
		return nil
	}
	return Muted(m.T("batch.found"))
}

// clock shows the time left as a word and as a shrinking line. Neither is read
// out each second; the beginning was announced.
func (b *batchBar) clock(m session.Model) app.UI {
	if b.Batch.State != session.BatchHeld {
		return nil
	}
	whole := int(session.UndoWindow / time.Second)
	return app.Span().Class("batch-clock").Body(
		app.Progress().Max(whole).Attr("value", strconv.Itoa(b.left)).Aria("hidden", "true"),
		app.Span().Text(m.T("batch.left", strconv.Itoa(b.left))),
	)
}

// buttons stand in the same places in every state, so that the focus stays.
func (b *batchBar) buttons(m session.Model) []app.UI {
	key := b.Batch.Key
	due := func(ctx app.Context) { session.Dispatch(ctx, session.BatchDue{Key: key}) }
	closed := func(ctx app.Context) {
		session.Dispatch(ctx, session.BatchClosed{})
		Focus(ctx, "title")
	}
	switch b.Batch.State {
	case session.BatchHeld:
		return []app.UI{
			Button(ButtonProps{ID: undoID, Label: m.T("batch.undo"), Kind: Primary, OnClick: func(ctx app.Context) {
				session.Dispatch(ctx, session.BatchUndone{})
				Focus(ctx, "title")
			}}),
			Button(ButtonProps{ID: "batch-now", Label: m.T("batch.now"), Scope: "now-" + key, OnClick: due}),
		}
	case session.BatchSending:
		return []app.UI{Button(ButtonProps{ID: "batch-sending", Label: m.T("app.busy"), Busy: true, OnClick: func(app.Context) {}})}
	case session.BatchFailed:
		return []app.UI{
			Button(ButtonProps{ID: "batch-retry", Label: m.T("app.retry"), Kind: Primary, Scope: "retry-" + key, OnClick: due}),
			Button(ButtonProps{ID: "batch-give-up", Label: m.T("batch.give_up"), OnClick: closed}),
		}
	}
	return []app.UI{Button(ButtonProps{ID: "batch-close", Label: m.T("app.close"), OnClick: closed})}
}

// refused lists the requests of which nothing was done, each with the reason.
func (b *batchBar) refused(m session.Model) app.UI {
	refused := b.Batch.Refused()
	if len(refused) == 0 {
		return nil
	}
	items := make([]app.UI, 0, len(refused))
	for _, r := range refused {
		item := b.Batch.Item(r.ID)
		items = append(items, app.Li().Body(
			app.A().Class("link").Href(b.route(r.ID)).Text(itemText(m, item)),
			app.Span().Text(refusalText(m, r.Problem)),
		))
	}
	return app.Div().Class("batch-refused").TabIndex(0).Aria("label", m.T("batch.refused")).Role("group").Body(
		app.P().Text(m.T("batch.refused")), app.Ul().Body(items...))
}

// route is the page of one item.
func (b *batchBar) route(id string) string {
	if scope := b.Batch.Review.Scope; scope.Value != "" {
		return wire.OfficeRoute(wire.RouteOfficeConfirm, scope)
	}
	return wire.QueueRoute(id)
}

// itemText is a request of the decision, its requester too where that is known,
// or the holder of an access.
func itemText(m session.Model, item session.BatchItem) string {
	switch {
	case item.Name == "" && item.Reference == "":
		return m.T("recertify.one")
	case item.Name == "":
		return item.Reference
	case item.Reference == "":
		return item.Name
	}
	return m.T("batch.of", item.Reference, item.Name)
}

// refusalText says why nothing was done; somebody who was faster by name, and
// what is wrong with what was said for all.
func refusalText(m session.Model, p *wire.Problem) string {
	if p.Code == wire.CodeDecided && len(p.Args) > 1 && p.Args[0] != "" {
		return m.T("batch.first", p.Args[0], m.T("status."+p.Args[1], m.Vendor()))
	}
	if len(p.Fields) > 0 {
		return InvalidText(m, p.Fields[0])
	}
	title, _ := ProblemText(m, p)
	return title
}

func (b *batchBar) failure(m session.Model) app.UI {
	if b.Batch.Problem == nil {
		return nil
	}
	if b.Batch.Problem.Code == wire.CodeSessionExpired {
		return app.Div().Body(app.P().Text(m.T("batch.late")), Muted(m.T("batch.retry")))
	}
	title, detail := ProblemText(m, b.Batch.Problem)
	return app.Div().Body(app.P().Text(title), app.P().Text(detail), Muted(m.T("batch.retry")))
}
