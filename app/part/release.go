package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// releaseBar says that a newer release is ready, and leaves the moment to the
// person: loading it by itself would interrupt what they do.
func releaseBar(m session.Model) app.UI {
	if !m.Release {
		return nil
	}
	return app.Div().Class("release-bar").Role("region").Aria("label", m.T("release.region")).Body(
		app.P().Class("release-text").Text(m.T("release.ready")),
		Button(ButtonProps{ID: "load-release", Label: m.T("release.load"), OnClick: session.LoadRelease}),
	)
}
