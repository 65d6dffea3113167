package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// again are a page's requests, in one press each, for accesses that were taken
// away.
type again struct {
	ctx app.Context // the page's own
	by  map[string]asking
}

// ask requests an access anew and leads to what came of it.
func (x *again) ask(g wire.Grant) {
	a := x.by[g.ID]
	if a.key == "" {
		a.key = live.NewKey()
	}
	a.Busy, a.Err = true, nil
	x.set(g.ID, a)
	body := submitOf(g)
	o := submission(body, a.key, wire.GrantRoute(g.ID))
	x.ctx.Async(func() {
		s, err := session.Deliver[wire.Submission](x.ctx, o, body)
		x.ctx.Dispatch(func(ctx app.Context) { x.answered(ctx, g.ID, o.Key, s, err) })
	})
}

// answered leads to what came of it, or to the outbox where it waits.
func (x *again) answered(ctx app.Context, id, key string, s wire.Submission, err error) {
	switch {
	case session.IsUnsent(err):
		x.set(id, asking{})
		ctx.Navigate(wire.RouteUnsent)
	case err != nil:
		x.set(id, asking{Err: err, key: key})
	default:
		x.set(id, asking{})
		ctx.Navigate(wire.SubmissionRoute(s.ID))
	}
}

func (x *again) set(id string, a asking) {
	if x.by == nil {
		x.by = map[string]asking{}
	}
	x.by[id] = a
}

// identifierOf is what an access is on, as its holder may know it.
func identifierOf(g wire.Grant) access.Identifier {
	switch {
	case g.Contract != "":
		return access.Contract(g.Contract)
	case g.BillTo != "":
		return access.BillTo(g.BillTo)
	case g.Program != "":
		return programOf(g)
	}
	return access.Identifier{Kind: access.KindWithheld}
}

// submitOf asks for the same access once more.
func submitOf(g wire.Grant) wire.Submit {
	id := identifierOf(g)
	s := wire.Submit{Level: g.Level, Kind: id.Kind, Identifiers: []string{id.Value}, Agreed: true}
	if id.Kind == access.KindProgram {
		program, entered := id.Program()
		s.Program, s.Identifiers = program, []string{entered}
	}
	return s
}

// button asks again in one press, where that makes sense: a third party does not
// know for what, and a wrong number stays wrong.
func (x *again) button(m session.Model, g wire.Grant) app.UI {
	switch {
	case g.ThirdParty:
		return nil
	case g.Revoked.Reason == access.RevokedWrongContract:
		return part.LinkButton(wire.RouteAdd, m.T("access.add"), part.Secondary)
	}
	return part.Button(part.ButtonProps{
		ID: "again-" + g.ID, Label: m.T("grant.revoked.again"), Hint: " " + m.Words().Access(g), Busy: x.by[g.ID].Busy,
		OnClick: func(app.Context) { x.ask(g) },
	})
}

// terms say what the press means, and why the last one failed.
func (x *again) terms(m session.Model, grants ...wire.Grant) app.UI {
	content := []app.UI{}
	for _, g := range grants {
		if !g.ThirdParty && len(content) == 0 {
			content = append(content, app.P().Class("muted").Body(app.Text(m.T("grant.revoked.agreed")+" "), serviceDescriptions(m)))
		}
		if err := x.by[g.ID].Err; err != nil {
			content = append(content, part.Refused(m, err, "again-"+g.ID))
		}
	}
	return part.Group(content...)
}

// lost lists the accesses that were taken away from a person of late; nil for
// none.
func (x *again) lost(m session.Model) app.UI {
	if len(m.Revoked) == 0 {
		return nil
	}
	items := make([]app.UI, 0, len(m.Revoked))
	for _, g := range m.Revoked {
		items = append(items, part.Keyed("lost-"+g.ID, app.Li().ID("lost-"+g.ID).Body(x.lostLine(m, g))))
	}
	return part.Notice(part.Warning, m.T("grant.revoked.title"),
		part.Text(m.T("grant.revoked.text")), app.Ul().Class("lost").Body(items...), x.terms(m, m.Revoked...))
}

func (x *again) lostLine(m session.Model, g wire.Grant) app.UI {
	r := *g.Revoked
	meta := m.T("level."+string(g.Level)) + " · " + m.T("move.by."+string(r.By), m.Vendor()) + " · "
	return app.Div().Class("stack").Body(
		app.P().Body(app.Strong().Text(m.Words().Access(g)), app.Text(" "), app.Span().Class("muted").Body(app.Text(meta), part.Time(m, r.At))),
		app.If(g.Purpose != "", func() app.UI {
			return app.P().Body(app.Text(m.T("third.purpose")+": "), part.Local(g.Purpose, langOf(g.Purpose)))
		}),
		app.If(r.Reason != "", func() app.UI { return app.P().Text(m.Words().RevokedWhy(r)) }),
		app.If(r.Note != "", func() app.UI { return app.Blockquote().Lang(langOf(r.Note)).Text(r.Note) }),
		part.Row(part.Link(wire.GrantRoute(g.ID), m.T("grant.revoked.see")), x.button(m, g)),
	)
}
