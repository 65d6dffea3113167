package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// toast shows what has changed of the person's own on a page that does not show
// it itself, until they close it or go on. The live region says it: this is for
// the eyes. The focus stays where it is.
func toast(m session.Model, path string) app.UI {
	if !m.Toast.Any() || m.Toast.SeenAt(path) {
		return nil
	}
	return app.Div().ID("toast").Class("toast").Role("region").Aria("label", m.T("announce.region")).Body(
		Icon("bell"),
		app.Div().Class("toast-text").Body(
			app.P().Text(m.Toast.Text(m.Lang, m.Vendor())),
			app.Div().Class("toast-actions").Body(
				Link(m.Toast.Page(), m.T("announce.see")),
				Button(ButtonProps{ID: "toast-close", Kind: Plain, Label: m.T("announce.close"), OnClick: func(ctx app.Context) {
					session.Dispatch(ctx, session.ToastSeen{})
				}}),
			),
		),
	)
}
