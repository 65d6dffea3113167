package page

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// viewingEvery is how often a page says that it is still open; the server
// forgets a viewer who has been silent twice as long.
const viewingEvery = 15 * time.Second

// viewing tells the others who have the same request open.
type viewing struct {
	id    string // "" when nothing is open
	visit int    // goes up with every request, so that an older round ends
}

// enter starts to say that a request is open, every 15 seconds while the page
// shows it.
func (v *viewing) enter(ctx app.Context, id string) {
	if v.id == id {
		return
	}
	v.id = id
	v.visit++
	v.say(ctx, v.visit)
}

func (v *viewing) say(ctx app.Context, visit int) {
	if v.visit != visit || v.id == "" {
		return
	}
	if app.Window().Get("document").Get("visibilityState").String() == "visible" {
		path := viewingPath(v.id)
		// Who else looks is a courtesy: a lost word of it is said again.
		ctx.Async(func() { _, _ = live.Send[live.None]("PUT", path, nil, "") })
	}
	ctx.After(viewingEvery, func(ctx app.Context) { v.say(ctx, visit) })
}

// leave says that the request is no longer open.
func (v *viewing) leave() {
	if v.id == "" {
		return
	}
	path := viewingPath(v.id)
	v.id = ""
	v.visit++
	go func() { _, _ = live.Send[live.None]("DELETE", path, nil, "") }()
}

func viewingPath(id string) string { return strings.Replace(wire.PathViewing, "{id}", id, 1) }
