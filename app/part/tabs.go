package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Tab is one tab: a link to the page that it is.
type Tab struct {
	Href   string
	Label  string
	Count  string // beside the label, "" for none
	Active bool
}

// Tabs are links that look like tabs, so that each tab has its own address and
// Back works. label names the set.
func Tabs(label string, tabs ...Tab) app.UI {
	items := make([]app.UI, 0, len(tabs))
	for _, t := range tabs {
		link := app.A().Class("tab").Href(t.Href)
		if t.Active {
			link = link.Aria("current", "page")
		}
		items = append(items, app.Li().Body(link.Body(
			app.Text(t.Label),
			app.If(t.Count != "", func() app.UI { return app.Span().Class("count").Text(t.Count) }),
		)))
	}
	return app.Nav().Class("tabs").Aria("label", label).Body(app.Ul().Body(items...))
}
