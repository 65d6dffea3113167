package part

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// PickProps describes the box that selects a row.
type PickProps struct {
	ID     string // and its handler's scope
	Label  string // for screen readers
	On     bool
	OnPick func(ctx app.Context, shift bool) // shift: the key is held
}

// Pick is a box that selects a row of a list. It is a button in the role of a
// checkbox: go-app cannot untick a real one that the person has ticked.
func Pick(p PickProps) app.UI {
	return app.Button().ID(p.ID).Type("button").Role("checkbox").Class("pick").
		Aria("checked", strconv.FormatBool(p.On)).Aria("label", p.Label).
		OnClick(func(ctx app.Context, e app.Event) { p.OnPick(ctx, e.Get("shiftKey").Truthy()) }, app.EventScope(p.ID)).
		Body(Icon("check"))
}
