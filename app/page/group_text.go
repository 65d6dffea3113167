package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// groupText says what a status means for its requests, in the guides' words,
// and whom to write to. told is how far the mail to administrators
// has come.
func groupText(m session.Model, s access.Status, requests []wire.Request, told wire.MailState) app.UI {
	var content []app.UI
	for i, line := range m.Words().Explained(s, told, requests...) {
		if i == 1 && s == access.PendingVendor {
			content = append(content, vendorReasons(m, requests))
		}
		if line.Support {
			content = append(content, app.P().Body(app.Text(line.Text+" "), part.MailLink(m.Settings.SupportEmail)))
			continue
		}
		content = append(content, app.P().Text(line.Text))
	}
	if s.Pending() || s == access.Denied { // "email support or chat with an agent"
		content = append(content, chatLink(m, onlyRequest(requests)))
	}
	if len(content) == 0 {
		return nil
	}
	return app.Div().Class("group-text").Body(content...)
}

// vendorReasons are why a request may need the vendor's eyes.
func vendorReasons(m session.Model, requests []wire.Request) app.UI {
	title, reasons := m.Words().VendorReasons(requests)
	if len(reasons) == 0 {
		return nil
	}
	var items []app.UI
	for _, reason := range reasons {
		items = append(items, app.Li().Text(reason))
	}
	return app.Details().Class("details").Body(app.Summary().Text(title), app.Ul().Body(items...))
}
