package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Kind is how much a button matters.
type Kind string

// The kinds of button. At most one Primary stands on a screen.
const (
	Primary   Kind = "primary"
	Secondary Kind = ""
	Danger    Kind = "danger"
	Plain     Kind = "plain" // looks like a link
)

// ButtonProps describes a button.
type ButtonProps struct {
	ID    string
	Label string
	Kind  Kind
	Icon  string // name of an icon before the label
	Busy  bool   // working: it keeps the focus and does nothing when pressed
	Hint  string // read out after the label, where the label alone is ambiguous in a list
	Scope string // of the handler, the row's ID in a list; ID when empty

	OnClick func(ctx app.Context) // nil: the button sends its form
}

// Button is a button.
func Button(p ButtonProps) app.UI {
	b := app.Button().ID(p.ID).Class("button", string(p.Kind), when(p.Busy, "busy"))
	if p.Busy {
		b = b.Aria("disabled", "true")
	}
	scope := p.Scope
	if scope == "" {
		scope = p.ID
	}
	if p.OnClick == nil {
		b = b.Type("submit").OnClick(stopWhileBusy, app.EventScope(scope))
	} else {
		b = b.Type("button").OnClick(func(ctx app.Context, _ app.Event) {
			if !busy(ctx.JSSrc()) {
				p.OnClick(ctx)
			}
		}, app.EventScope(scope))
	}
	return b.Body(
		app.If(p.Icon != "", func() app.UI { return Icon(p.Icon) }),
		app.Span().Text(p.Label),
		app.If(p.Hint != "", func() app.UI { return app.Span().Class("visually-hidden").Text(p.Hint) }),
	)
}

// busy asks the element and not the props, which a kept handler would have from
// its first rendering.
func busy(button app.Value) bool {
	return button.Call("getAttribute", "aria-disabled").String() == "true"
}

func stopWhileBusy(ctx app.Context, e app.Event) {
	if busy(ctx.JSSrc()) {
		e.PreventDefault()
	}
}

// LinkButton is a link that looks like a button, for going somewhere.
func LinkButton(href, label string, kind Kind) app.UI {
	return app.A().Class("button", string(kind)).Href(href).Text(label)
}

// Outside is a link to a page outside the portal: it opens in a new tab, which
// learns nothing of this one.
func Outside(href, label string) app.UI {
	return app.A().Class("link", "outside").Href(href).Target("_blank").Rel("noopener noreferrer").Text(label)
}

// Link is a link to a page of the portal.
func Link(href, label string) app.UI { return app.A().Class("link").Href(href).Text(label) }

// MailLink is a link to write to an address.
func MailLink(address string) app.UI {
	return app.A().Class("link").Href("mailto:" + address).Text(address)
}
