package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
)

// installOffer offers the portal as an app of the device, after a success and
// where the browser can, until the person declines.
func installOffer(m session.Model) app.UI {
	if !m.Install.Can || m.Install.Declined {
		return nil
	}
	return part.Card(m.T("install.title"), part.Text(m.T("install.about")),
		part.Row(
			part.Button(part.ButtonProps{ID: "install", Label: m.T("install.do"), OnClick: session.InstallApp}),
			part.Button(part.ButtonProps{ID: "install-not", Label: m.T("install.not"), OnClick: session.DeclineInstall}),
		))
}

// installSetting keeps the way open for who declined or changed their mind.
func installSetting(m session.Model) app.UI {
	if !m.Install.Can {
		return nil
	}
	return part.Card(m.T("install.title"), part.Muted(m.T("install.about")),
		part.Row(part.Button(part.ButtonProps{ID: "install", Label: m.T("install.do"), OnClick: session.InstallApp})))
}
