package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// Request is the page of one access request: its status, reasons, history and
// what its requester can do. Its address stays good as long as the request.
type Request struct {
	app.Compo

	ctx    app.Context
	model  session.Model
	id     string
	resets int
	seq    uint64 // of the history that is shown
	shown  string // the request that was shown before, "" for none
	lost   bool   // loaded again because the access that it extended was taken away
	asked  answer[wire.Request]
	deeds  deeds
	mend   mend
	mails  delivery
}

// OnMount begins to follow the session.
func (p *Request) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.deeds = deeds{ctx: ctx, find: func(string) (wire.Request, bool) {
		return session.Get(ctx).Latest(p.asked.Value), p.asked.Here
	}}
	session.Observe(ctx, &p.model, p.changed)
}

// OnNav takes the request's ID from the address.
func (p *Request) OnNav(ctx app.Context) {
	if id := lastPart(ctx); id != p.id {
		p.id, p.mend = id, mend{ctx: p.ctx, name: "account", deeds: &p.deeds, find: func(m session.Model) []wire.Request {
			return []wire.Request{m.Latest(p.asked.Value)}
		}}
	}
	p.seq, p.shown, p.lost = 0, "", false
	p.asked.forget()
	p.changed(ctx)
}

// changed loads the request, and its history again when something happened to
// it: what comes over the socket has no history.
func (p *Request) changed(ctx app.Context) {
	if p.id == "" || !session.Need(ctx, p.model) {
		return
	}
	p.mails.follow(p.ctx, p.model, wire.RequestMailsPath(p.id), p.id)
	again := p.resets != p.model.Resets
	p.resets = p.model.Resets
	now := p.model.Latest(p.asked.Value)
	switch {
	case p.asked.Busy:
	case again, !p.asked.Here && p.asked.Err == nil, p.asked.Here && (now.Seq > p.seq || !p.lost && lostSince(p.model, now)):
		p.seq, p.lost = now.Seq, lostSince(p.model, now)
		p.load(ctx)
	}
}

func (p *Request) load(app.Context) {
	id := p.id
	p.asked.ask(p.ctx, func() (wire.Request, error) {
		return session.Load[wire.Request](p.ctx, wire.RequestPath(id))
	}, func(ctx app.Context) {
		first := p.shown != p.id
		p.shown = p.id
		p.seq = max(p.seq, p.asked.Value.Seq)
		part.Ready(ctx)
		if first {
			openWhy(ctx)
		}
	})
}

// Render shows the page.
func (p *Request) Render() app.UI {
	m := p.model
	title := m.T("request.mine")
	if p.asked.Here {
		title = m.T("request.title", p.asked.Value.Reference)
	}
	return part.Shell(m, part.ShellProps{
		Title: title, Active: wire.RouteAccess, Errors: p.mend.wrong(),
		Back: &part.Tab{Href: wire.RouteAccessRequests, Label: m.T("request.mine")},
	}, p.content(m)...)
}

func (p *Request) content(m session.Model) []app.UI {
	switch {
	case p.asked.Here:
		return p.request(m, m.Latest(p.asked.Value))
	case isMissing(p.asked.Err):
		return []app.UI{part.Empty(m.T("request.missing"), m.T("request.missing.do"),
			part.LinkButton(wire.RouteAccessRequests, m.T("request.mine"), part.Secondary))}
	case p.asked.Err != nil:
		return []app.UI{part.NotLoaded(m, p.asked.Err, "request", p.load)}
	}
	return []app.UI{part.Loading(m)}
}

func (p *Request) request(m session.Model, r wire.Request) []app.UI {
	edit := "request.account.edit"
	if has(r, access.ProfileCompanyMissing) {
		edit = "request.account.register"
	}
	mended := r.Status == access.PendingAction && r.For == "" && r.Extends == nil || len(lacksCompany([]wire.Request{r})) > 0
	return []app.UI{
		app.Div().Class("cards").Body(&requestCard{Model: m, Request: r, Deeds: &p.deeds, Props: cardProps{
			Alone: true, Mended: mended, Changed: r.Seq > p.asked.Value.Seq,
		}}),
		app.Div().Class("group").Body(app.If(mended, func() app.UI { return p.mend.view(m, m.T(edit)) })),
		app.Section().Class("receipt").Body(part.Summary(
			part.Fact{Label: m.T("request.ref"), Value: part.Code(r.Reference)},
			part.Fact{Label: m.T("request.asked"), Value: part.Time(m, r.SubmittedAt)},
			part.Fact{Label: m.T("request.changed"), Value: part.Time(m, r.ChangedAt)},
			part.Fact{Label: m.T("request.level"), Value: app.Text(m.Words().Asked(r.Level, r.Identifier))},
		)),
		chatAbout(m, r.ID),
		why(m, r),
		part.Row(
			part.Link(wire.SubmissionRoute(r.SubmissionID), m.T("request.same")),
			part.CopyLink(m, wire.RequestRoute(r.ID)),
		),
		history(m, r),
		p.mails.view(m),
	}
}

// history is what happened to a request, oldest first. Of the people who
// decide, their requester learns the side, not the name.
func history(m session.Model, r wire.Request) app.UI {
	if len(r.Steps) == 0 {
		return nil
	}
	steps := make([]part.Step, 0, len(r.Steps)+1)
	for _, s := range r.Steps {
		steps = append(steps, part.Step{
			Title: stepTitle(m, s),
			When:  part.Time(m, s.At),
			By:    m.T("move.by."+string(s.By), m.Vendor()),
			Body: app.Div().Body(
				part.ReasonText(m, wire.Request{Identifier: r.Identifier}, s.Reasons...),
				app.If(s.Note != "", func() app.UI { return app.Blockquote().Text(s.Note) }),
			),
		})
	}
	if r.Revoked != nil {
		steps = append(steps, revokedStep(m, *r.Revoked, m.Words().RevokedWhy(*r.Revoked)))
	}
	return app.Section().Class("stack").Aria("labelledby", "history-title").Body(
		app.H2().ID("history-title").Text(m.T("request.history")), part.Steps(steps...))
}

// stepTitle is the status that a step led to and, where that does not say it
// already, what was done.
func stepTitle(m session.Model, s wire.Step) app.UI {
	title := app.Span().Class("step-title")
	done := "move." + string(s.Move) + ".done"
	if slices.Contains(s.Reasons, access.RequesterAnswered) {
		done = "move.answer.done"
	}
	if i18n.Has(done) {
		return title.Body(part.StatusTag(m, s.To), app.Text(" "), app.Text(m.T(done, m.Vendor())))
	}
	return title.Body(part.StatusTag(m, s.To))
}
