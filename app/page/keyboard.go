package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
)

// shortcutsOff is where a device remembers that its person wants no shortcuts.
const shortcutsOff = "accord_shortcuts_off"

// keyboard listens for the shortcuts of a page while the page is open.
type keyboard struct {
	off  bool
	stop func()
}

// listen hands each stroke to do, on the UI goroutine. Call it in OnMount and
// close in OnDismount.
func (k *keyboard) listen(ctx app.Context, do func(app.Context, stroke)) {
	// A device without storage keeps the shortcuts on.
	_ = ctx.LocalStorage().Get(shortcutsOff, &k.off)
	document := app.Window().Get("document")
	handler := app.FuncOf(func(_ app.Value, args []app.Value) any {
		event := app.Event{Value: args[0]}
		ctx.Dispatch(func(ctx app.Context) {
			if s := strokeOf(pressOf(event), !k.off); s != strokeNone {
				event.PreventDefault()
				do(ctx, s)
			}
		})
		return nil
	})
	document.Call("addEventListener", "keydown", handler)
	k.stop = func() {
		document.Call("removeEventListener", "keydown", handler)
		handler.Release()
	}
}

// close ends listening.
func (k *keyboard) close() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}

// use turns the shortcuts on or off on this device.
func (k *keyboard) use(ctx app.Context, on bool) {
	k.off = !on
	// A device without storage forgets it at the next start, no worse.
	_ = ctx.LocalStorage().Set(shortcutsOff, k.off)
}

// pressOf reads a keydown event.
func pressOf(e app.Event) press {
	document := app.Window().Get("document")
	target := e.Get("target")
	within := func(selector string) bool {
		return target.Get("closest").Truthy() && target.Call("closest", selector).Truthy()
	}
	return press{
		Key:       e.Get("key").String(),
		Composing: e.Get("isComposing").Truthy() || e.Get("key").String() == "Process",
		Field:     within("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]"),
		Control:   within("a[href], button, summary, input, [tabindex]"),
		Modified:  e.Get("ctrlKey").Truthy() || e.Get("altKey").Truthy() || e.Get("metaKey").Truthy(),
		Dialog:    document.Call("querySelector", "dialog[open]").Truthy(),
	}
}

// helpDialog is the ID of the dialog that lists the shortcuts.
const helpDialog = "keys-help"

// help is the dialog that lists the shortcuts and turns them off.
func (k *keyboard) help(m session.Model) app.UI {
	rows := make([]app.UI, 0, len(shortcuts()))
	for _, s := range shortcuts() {
		rows = append(rows, app.Tr().Body(
			app.Th().Scope("row").Body(app.Kbd().Text(s.Key)),
			app.Td().Text(m.T("keys."+string(s.Stroke))),
		))
	}
	return part.Dialog(part.DialogProps{ID: helpDialog, Title: m.T("keys.title"), Close: m.T("app.close")},
		part.Muted(m.T("keys.intro")),
		app.Table().Class("keys").Body(
			app.THead().Class("visually-hidden").Body(app.Tr().Body(
				app.Th().Scope("col").Text(m.T("keys.key")), app.Th().Scope("col").Text(m.T("keys.does")))),
			app.TBody().Body(rows...),
		),
		part.Checkbox(part.CheckboxProps{ID: "keys-on", Label: m.T("keys.on"), Checked: !k.off, OnChange: k.use}),
	)
}

// helpButton opens the help.
func helpButton(m session.Model) app.UI {
	return part.Button(part.ButtonProps{ID: "keys-button", Label: m.T("keys.button"), Kind: part.Plain,
		OnClick: func(ctx app.Context) { part.OpenDialog(ctx, helpDialog) }})
}
