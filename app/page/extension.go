package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// extensions are a page's requests to extend accesses, by access.
type extensions struct {
	ctx  app.Context // the page's own
	by   map[string]asking
	last string // the access that was asked for last
}

// asking is one press of "Ask for an extension".
type asking struct {
	Busy bool
	Err  error
	Sent wire.Request // what came of it
	key  string       // idempotency key of the press, kept for its retries
}

func (x *extensions) set(id string, a asking) {
	if x.by == nil {
		x.by = map[string]asking{}
	}
	x.by[id] = a
}

// ask sends the request.
func (x *extensions) ask(id string) {
	a := x.by[id]
	if a.key == "" {
		a.key = live.NewKey()
	}
	a.Busy, a.Err = true, nil
	x.set(id, a)
	x.last = id
	o := session.Outgoing{
		What: session.WhatExtend, Route: wire.GrantRoute(id), Method: "POST", Path: wire.ExtensionPath(id), Key: a.key,
	}
	if g, ok := session.Get(x.ctx).Grants.Row(id); ok {
		o.About = session.Get(x.ctx).Words().Access(g)
	}
	x.ctx.Async(func() {
		r, err := session.Deliver[wire.Request](x.ctx, o, nil)
		x.ctx.Dispatch(func(ctx app.Context) { x.answered(ctx, id, o.Key, r, err) })
	})
}

// answered takes the server's answer, or that there is none yet: then the
// outbox tells of it.
func (x *extensions) answered(ctx app.Context, id, key string, r wire.Request, err error) {
	switch {
	case session.IsUnsent(err):
		x.set(id, asking{})
	case err != nil:
		x.set(id, asking{Err: err, key: key})
	default:
		x.set(id, asking{Sent: r})
		session.Dispatch(ctx, session.RequestMoved{Request: r})
		session.Announce(session.Get(ctx).T("grant.extend.sent", r.Reference))
		part.Focus(ctx, "extend-told")
	}
}

// told says what came of the last press.
func (x *extensions) told(m session.Model) app.UI {
	a := x.by[x.last]
	switch {
	case a.Err != nil:
		return part.Refused(m, a.Err, "extension")
	case a.Sent.ID != "":
		return app.Div().ID("extend-told").TabIndex(-1).Body(
			part.Notice(part.Success, m.T("grant.extend.sent", a.Sent.Reference),
				part.Link(wire.RequestRoute(a.Sent.ID), m.T("third.sent.see"))))
	}
	return nil
}

// waits is the request to extend an access that waits, "" for none: the
// server's word or what was just sent.
func (x *extensions) waits(m session.Model, g wire.Grant) string {
	if g.Extension != "" {
		return g.Extension
	}
	if sent := x.by[g.ID].Sent; sent.ID != "" && m.Latest(sent).Status.Pending() {
		return sent.ID
	}
	return ""
}

// cell is the end of an access: the day, how soon it is, and the way on.
func (x *extensions) cell(m session.Model, g wire.Grant) app.UI {
	return app.Div().Class("grant-end").Body(untilDay(m, g.EndsAt), part.Group(grantTag(m, g)), part.Group(confirmText(m, g)), part.Group(x.action(m, g)))
}

// confirmText says that administrators were asked whether an access is still
// needed, nil for others.
func confirmText(m session.Model, g wire.Grant) app.UI {
	text := m.Words().Confirm(g, session.HasEnded(g, m.Now))
	if text == "" {
		return nil
	}
	return app.P().Class("confirm-by").Text(text)
}

// grantTag marks an access that ends soon or is not in force, nil for others.
func grantTag(m session.Model, g wire.Grant) app.UI {
	switch why := m.Why(g); {
	case session.HasEnded(g, m.Now):
		return part.Tag(m.T("grant.ended"), "quiet", "dash")
	case why != "":
		return part.Tag(m.T("grant.resting"), "quiet", "dash")
	case session.EndsSoon(g, m.Now):
		return part.Tag(m.Words().EndingIn(g.EndsAt.Sub(m.Now)), "act", "clock")
	}
	return nil
}

// action asks for an extension, or leads to the request for one; nil where
// neither is possible.
func (x *extensions) action(m session.Model, g wire.Grant) app.UI {
	id := g.ID
	if r := x.waits(m, g); r != "" {
		return part.Link(wire.RequestRoute(r), m.T("grant.extend.asked"))
	}
	if waiting := part.UnsentTo(m, wire.ExtensionPath(id)); waiting != nil {
		return waiting
	}
	if g.Extend == "" {
		return nil
	}
	return part.Button(part.ButtonProps{
		ID: "extend-" + id, Label: m.T("grant.extend"), Hint: " " + m.Words().Access(g), Busy: x.by[id].Busy,
		OnClick: func(app.Context) { x.ask(id) },
	})
}

// extensionText says who decides on the extension.
func extensionText(m session.Model, g wire.Grant) string {
	if g.Extend == access.ByAdministrator {
		return m.T("grant.extend.admins")
	}
	return m.T("grant.extend.vendor", m.Vendor())
}
