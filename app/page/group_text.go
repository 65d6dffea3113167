package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
)

// groupText says what a status means for its requests, in the guides' words,
// and whom to write to.
func groupText(m session.Model, s access.Status) app.UI {
	mail := func(key string) app.UI {
		return app.P().Body(app.Text(m.T(key)+" "), part.MailLink(m.Settings.SupportEmail))
	}
	switch s {
	case access.PendingAdministrator:
		return app.Div().Class("group-text").Body(
			app.P().Text(m.T("result.text.PendingAdministrator")),
			mail("result.text.PendingAdministrator.more"),
		)
	case access.PendingVendor:
		return app.Div().Class("group-text").Body(
			app.P().Text(m.T("result.text.PendingVendor", m.Vendor(), spanText(m))),
			vendorReasons(m),
			mail("result.text.PendingVendor.more"),
		)
	case access.Denied:
		return app.Div().Class("group-text").Body(mail("result.text.Denied"))
	case access.PendingAction, access.Cancelled, access.Expired:
		return app.Div().Class("group-text").Body(app.P().Text(m.T("result.text." + string(s))))
	}
	return nil
}

// vendorReasons are why a request may need the vendor's eyes (guide ja,
// "Pending Cisco Review"). They are general: a requester never learns what the
// registry says of the holder.
func vendorReasons(m session.Model) app.UI {
	var items []app.UI
	for _, key := range []string{"result.reasons.name", "result.reasons.behalf", "result.reasons.party"} {
		items = append(items, app.Li().Text(m.T(key, m.Vendor())))
	}
	return app.Details().Class("details").Body(
		app.Summary().Text(m.T("result.reasons")),
		app.Ul().Body(items...),
	)
}
