package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// DialogProps describes a dialog.
type DialogProps struct {
	ID      string
	Title   string
	Close   string // label of the closing button
	OnClose func(ctx app.Context)
}

// Dialog is the browser's own modal dialog: it keeps the focus inside, closes
// with Escape and gives the focus back. Render it always and open it with
// OpenDialog, or the focus has nowhere to return to.
func Dialog(p DialogProps, content ...app.UI) app.UI {
	dialog := app.Dialog().ID(p.ID).Class("dialog").Aria("labelledby", p.ID+"-title")
	if p.OnClose != nil {
		dialog = dialog.On("close", func(ctx app.Context, _ app.Event) { p.OnClose(ctx) }, app.EventScope(p.ID))
	}
	return dialog.Body(
		app.Div().Class("dialog-head").Body(
			app.H2().ID(p.ID+"-title").Text(p.Title),
			Button(ButtonProps{ID: p.ID + "-close", Label: p.Close, Kind: Plain, OnClick: func(app.Context) {
				CloseDialog(p.ID)
			}}),
		),
		app.Div().Class("stack").Body(content...),
	)
}

// OpenDialog opens a dialog that is on the page.
func OpenDialog(ctx app.Context, id string) {
	ctx.Defer(func(app.Context) {
		if d := app.Window().GetElementByID(id); d.Truthy() && !d.Get("open").Bool() {
			d.Call("showModal")
		}
	})
}

// CloseDialog closes it; OnClose hears of it.
func CloseDialog(id string) {
	if d := app.Window().GetElementByID(id); d.Truthy() && d.Get("open").Bool() {
		d.Call("close")
	}
}
