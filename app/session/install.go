package session

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// installChange is the loader's word that the browser would, or would no
// longer, install the portal as an app (web/boot.js).
const installChange = "accord-install"

// storageInstall remembers on the device that the person does not want it.
const storageInstall = "accord_install"

// InstallChanged tells whether the browser would install the portal now.
type InstallChanged struct{ Can bool }

func (InstallChanged) update() {}

// watchInstall hears of it, also of what was before the program ran.
func watchInstall(ctx app.Context) {
	tell := func() { Dispatch(ctx, InstallChanged{Can: app.Window().Get("accordInstall").Truthy()}) }
	document().Call("addEventListener", installChange, app.FuncOf(func(app.Value, []app.Value) any {
		tell()
		return nil
	}))
	tell()
	if installDeclined() {
		Dispatch(ctx, InstallDeclined{})
	}
}

// InstallApp lets the browser ask the person. Call it when they have pressed: a
// browser takes it for nothing else.
func InstallApp(ctx app.Context) {
	offer := app.Window().Get("accordInstall")
	if !offer.Truthy() {
		return
	}
	app.Window().Delete("accordInstall") // it asks once
	offer.Call("prompt")
	Dispatch(ctx, InstallChanged{})
}

// DeclineInstall takes the offer away from the pages for good; Settings keeps it.
func DeclineInstall(ctx app.Context) {
	storage(func(s app.Value) { s.Call("setItem", storageInstall, "no") })
	Dispatch(ctx, InstallDeclined{})
}

// InstallDeclined tells that the person does not want to be asked.
type InstallDeclined struct{}

func (InstallDeclined) update() {}

func installDeclined() (no bool) {
	storage(func(s app.Value) { no = s.Call("getItem", storageInstall).Truthy() })
	return no
}
