package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Submission is the page after Submit: what was sent, grouped by status as in
// the guides. Requests change in place, and move to another group, when a
// decision falls.
type Submission struct {
	app.Compo

	ctx     app.Context
	model   session.Model
	id      string
	resets  int
	sent    answer[wire.Submission]
	deeds   deeds
	confirm mend // of the group that waits for the requester
	company mend // of the denied that lack a company
	mails   delivery
	push    pushSwitch
}

// OnMount begins to follow the session.
func (p *Submission) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.deeds = deeds{ctx: ctx, find: p.request}
	p.push.ctx = ctx
	session.Observe(ctx, &p.model, p.changed)
}

// OnNav takes the submission's ID from the address.
func (p *Submission) OnNav(ctx app.Context) {
	if id := lastPart(ctx); id != p.id {
		p.id = id
		p.confirm = mend{ctx: p.ctx, name: "account", find: p.waiting, deeds: &p.deeds}
		p.company = mend{ctx: p.ctx, name: "company", find: p.lacking}
	}
	p.sent.forget()
	p.changed(ctx)
}

func (p *Submission) changed(ctx app.Context) {
	if p.id == "" || !session.Need(ctx, p.model) {
		return
	}
	again := p.resets != p.model.Resets
	p.resets = p.model.Resets
	if again || !p.sent.Here && !p.sent.Busy && p.sent.Err == nil {
		p.load(ctx)
	}
	p.followMails()
}

// followMails shows how far the mail about what was sent has come.
func (p *Submission) followMails() {
	if !p.sent.Here {
		return
	}
	ids := make([]string, 0, len(p.sent.Value.Requests))
	for _, r := range p.sent.Value.Requests {
		ids = append(ids, r.ID)
	}
	p.mails.follow(p.ctx, p.model, wire.SubmissionMailsPath(p.id), ids...)
}

func (p *Submission) load(app.Context) {
	id := p.id
	p.sent.ask(p.ctx, func() (wire.Submission, error) {
		return session.Load[wire.Submission](p.ctx, wire.SubmissionPath(id))
	}, func(ctx app.Context) {
		p.followMails()
		part.Ready(ctx)
	})
}

// requests are what was sent, as they are now.
func (p *Submission) requests(m session.Model) []wire.Request {
	now := make([]wire.Request, 0, len(p.sent.Value.Requests))
	for _, r := range p.sent.Value.Requests {
		now = append(now, m.Latest(r))
	}
	return now
}

func (p *Submission) request(id string) (wire.Request, bool) {
	return requestIn(p.requests(session.Get(p.ctx)), id)
}

func (p *Submission) waiting(m session.Model) []wire.Request {
	return withStatus(p.requests(m), access.PendingAction)
}

func (p *Submission) lacking(m session.Model) []wire.Request { return lacksCompany(p.requests(m)) }

// Render shows the page.
func (p *Submission) Render() app.UI {
	m := p.model
	return part.Shell(m, part.ShellProps{
		Title: m.T("result.title"), Active: wire.RouteAccess, Errors: p.confirm.wrong() || p.company.wrong(),
		Back: &part.Tab{Href: wire.RouteAccess, Label: m.T("access.back")},
	}, p.content(m)...)
}

func (p *Submission) content(m session.Model) []app.UI {
	switch {
	case p.sent.Here:
		return p.result(m)
	case isMissing(p.sent.Err):
		return []app.UI{part.Empty(m.T("result.missing"), m.T("request.missing.do"),
			part.LinkButton(wire.RouteAccessRequests, m.T("request.mine"), part.Secondary))}
	case p.sent.Err != nil:
		return []app.UI{part.NotLoaded(m, p.sent.Err, "submission", p.load)}
	}
	return []app.UI{part.Loading(m)}
}

func (p *Submission) result(m session.Model) []app.UI {
	requests := p.requests(m)
	content := []app.UI{receipt(m, p.sent.Value, requests, &p.mails), p.push.card(m, requests)}
	for _, s := range access.Statuses() { // a slot for each: a form below keeps its place when a group appears above it
		standing, revoked := apart(withStatus(requests, s))
		content = append(content, part.Group(p.group(m, s, standing)))
		if s == access.Approved {
			content = append(content, part.Group(p.revoked(m, revoked)))
		}
	}
	if standing, _ := apart(withStatus(requests, access.Approved)); len(standing) > 0 {
		content = append(content, part.Group(installOffer(m)))
	}
	return content
}

// receipt is the confirmation: the reference number, what happens next, when.
func receipt(m session.Model, s wire.Submission, now []wire.Request, mails *delivery) app.UI {
	done := decided(now)
	next := "result.next.live"
	if done == len(now) {
		next = "result.next.done"
	}
	return app.Section().Class("receipt").Body(
		app.P().Class("receipt-number").Body(
			app.Span().Text(m.T("result.ref")), app.Strong().Class("code").Text(s.Reference)),
		part.Group(waits(m, now)),
		part.Summary(
			part.Fact{Label: m.T("result.asked"), Value: app.Text(m.Words().Asked(s.Level, s.Requests[0].Identifier))},
			part.Fact{Label: m.T("result.sent"), Value: part.Time(m, s.At)},
			part.Fact{Label: m.T("result.next"), Value: app.Div().Body(
				app.P().Text(m.T("result.summary", strconv.Itoa(done), strconv.Itoa(len(now)))),
				app.P().Text(m.T(next)),
				mails.line(m),
			)},
		),
	)
}

// waits tells at the top that something below is the person's to do.
func waits(m session.Model, now []wire.Request) app.UI {
	if len(withStatus(now, access.PendingAction)) == 0 {
		return nil
	}
	return part.Notice(part.Warning, "", app.P().Text(m.T("result.waits")))
}

// group is the requests of one status under the guides' heading.
func (p *Submission) group(m session.Model, s access.Status, requests []wire.Request) app.UI {
	if len(requests) == 0 {
		return nil
	}
	return p.section(m, "group-"+string(s), part.StatusMark(s), m.Words().Heading(s, requests...), requests,
		groupText(m, s, requests, p.mails.list.Value.Administrators),
		app.If(s == access.PendingAction, func() app.UI {
			return p.confirm.view(m, m.T("request.account.edit"))
		}),
		app.If(s == access.Denied && len(lacksCompany(requests)) > 0, func() app.UI {
			return p.company.view(m, m.T("request.account.register"))
		}),
	)
}

// revoked are the approved requests whose access has been taken away since.
func (p *Submission) revoked(m session.Model, requests []wire.Request) app.UI {
	if len(requests) == 0 {
		return nil
	}
	return p.section(m, "group-Revoked", part.StatusMark(access.Denied), m.T("grant.revoked"), requests)
}

// section is a heading with requests under it, and what is said of them all.
func (p *Submission) section(m session.Model, id string, mark app.UI, title string, requests []wire.Request, said ...app.UI) app.UI {
	cards := make([]app.UI, 0, len(requests))
	for _, r := range requests {
		cards = append(cards, &requestCard{Model: m, Request: r, Deeds: &p.deeds, Props: cardProps{
			Grouped: true,
			Mended:  r.Status == access.PendingAction || len(lacksCompany([]wire.Request{r})) > 0,
			Changed: changedSince(p.sent.Value.Requests, r),
		}})
	}
	content := append([]app.UI{app.Header().Class("group-head").Body(
		mark,
		app.H2().ID(id+"-title").Text(title),
		app.Span().Class("count").Text(strconv.Itoa(len(requests))),
	)}, said...)
	return app.Section().ID(id).Class("status-group").Aria("labelledby", id+"-title").Body(
		append(content, app.Div().Class("cards").Body(cards...))...)
}
