package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// StatusTag is a request's status: the word first, then its colour and shape.
func StatusTag(m session.Model, s access.Status) app.UI {
	return Tag(m.T("status."+string(s), m.Vendor()), toneOf(s), iconOf(s))
}

// Tag is a short word with a tone ("good", "wait", "act", "bad", "quiet") and
// an icon, "" for none.
func Tag(word, tone, icon string) app.UI {
	return app.Span().Class("tag", "tag-"+tone).Body(
		app.If(icon != "", func() app.UI { return Icon(icon) }),
		app.Span().Text(word),
	)
}

func toneOf(s access.Status) string {
	switch s {
	case access.Approved:
		return "good"
	case access.PendingAdministrator, access.PendingVendor:
		return "wait"
	case access.PendingAction:
		return "act"
	case access.Denied:
		return "bad"
	}
	return "quiet"
}

func iconOf(s access.Status) string {
	switch s {
	case access.Approved:
		return "check"
	case access.PendingAdministrator, access.PendingVendor:
		return "clock"
	case access.PendingAction:
		return "act"
	case access.Denied:
		return "cross"
	}
	return "dash"
}

// ReasonText says in plain words why a request has its status, one line a
// reason.
func ReasonText(m session.Model, of wire.Request, reasons ...access.Reason) app.UI {
	items := make([]app.UI, 0, len(reasons))
	for _, line := range m.Words().Reasons(of, reasons...) {
		items = append(items, app.Li().Text(line))
	}
	if len(items) == 0 {
		return nil
	}
	return app.Ul().Class("reasons").Body(items...)
}
