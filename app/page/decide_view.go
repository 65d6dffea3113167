package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/wire"
)

// Render shows the request. The boxes are always there, empty or not: a box
// that came and went would take the place of the one in which a note is typed.
func (p *Decide) Render() app.UI {
	m := p.m
	shell := part.ShellProps{Title: m.T("queue.title"), Active: wire.RouteQueue, Wide: true,
		Back: &part.Tab{Href: wire.RouteQueue, Label: m.T("decide.back")}}
	switch {
	case m.Me != nil && !m.Me.Decides():
		return notYours(m, shell, forDeciders)
	case p.item == nil && p.fetched.Err != nil:
		return part.Shell(m, shell, part.NotLoaded(m, p.fetched.Err, "decide", p.retry))
	case p.item == nil:
		return part.Shell(m, shell, part.Loading(m))
	}
	row := p.item.Row
	shell.Title = m.T("decide.title", row.Reference)
	shell.Errors = p.v.Wrong != nil || p.revoke.form.wrong()
	shell.Aside = part.CopyLink(m, wire.QueueRoute(row.ID))
	return part.Shell(m, shell,
		app.Div().ID("decide-news").Class("decide-news").TabIndex(-1).Body(p.told()),
		app.Div().Class("decide").Body(
			app.Div().Class("decide-case").Body(
				app.Div().Class("decide-column").Body(
					part.Card(m.T("decide.asked"), askedFacts(m, *p.item)),
					part.Group(thirdCard(m, *p.item)),
					part.Group(extendedCard(m, *p.item)),
					part.Card(m.T("decide.profile"), p.profile()),
				),
				app.Div().Class("decide-column").Body(
					p.subject(),
				),
			),
			app.Div().Class("decide-side").Body(
				app.Div().Class("decide-viewers").Body(p.viewers()),
				part.Card(m.T("decide.actions"), p.actions()...),
				part.Group(p.givenCard()),
				part.Group(askCustomer(m, row)),
			),
			app.Div().Class("decide-past").Body(p.past()...),
		),
		p.revoke.dialog(m),
		p.keys.help(m),
	)
}

// partial reports that only the queue's row is known, for want of a network.
func (p *Decide) partial() bool { return len(p.item.Steps) == 0 }

// profile says who asks.
func (p *Decide) profile() app.UI {
	m, row := p.m, p.item.Row
	if !p.partial() {
		return profileFacts(m, row, p.item.Profile)
	}
	return part.Summary(
		part.Fact{Label: m.T("decide.name"), Value: twoScripts(m, row.Name, row.NameLocal, "")},
		part.Fact{Label: m.T("decide.company"), Value: twoScripts(m, row.Company, row.CompanyLocal, "")},
		part.Fact{Label: m.T("decide.email"), Value: part.MailLink(row.Email)},
	)
}

// subject is what the registry holds of what is asked for.
func (p *Decide) subject() app.UI {
	m := p.m
	if p.partial() {
		return part.Card(subjectTitle(m, p.item.Row), part.Muted(m.T("decide.partial")))
	}
	return part.Card(subjectTitle(m, p.item.Row), subjectFacts(m, p.item), adviceList(m, p.item.Advice))
}

// past is how it came to this.
func (p *Decide) past() []app.UI {
	m := p.m
	if p.partial() {
		return nil
	}
	return []app.UI{
		part.Card(m.T("decide.trace"), p.trace()...),
		part.Card(m.T("decide.history"), decideHistory(m, *p.item)),
		part.Card("", p.mails.view(m)),
	}
}

// told says what came of a decision, or what somebody else did meanwhile.
func (p *Decide) told() app.UI {
	m := p.m
	o, waits := p.unsent()
	switch {
	case p.fetched.Err != nil:
		return part.NotLoaded(m, p.fetched.Err, "decide", p.retry)
	case p.revoked != "":
		return part.Notice(part.Success, m.T("revoke.done", p.revoked))
	case waits:
		return part.Notice(part.Warning, part.UnsentName(m, o), part.Text(m.T("unsent."+string(o.State))), part.Link(wire.RouteUnsent, m.T("unsent.show")))
	case p.v.Done != "":
		return p.done()
	case overtaken(p.v.Refused):
		return part.Notice(part.Warning, p.takenTitle(), p.kept(m.T("decide.taken.text"))...)
	case p.news.any() && p.news.By != "":
		return part.Notice(part.Warning, m.T("decide.changed", p.news.By), p.kept(p.statusLine())...)
	case p.news.any():
		return part.Notice(part.Warning, m.T("decide.changed.system"), p.kept(p.statusLine())...)
	}
	return nil
}

// takenTitle says who was first and what they decided.
func (p *Decide) takenTitle() string {
	if args := p.v.Refused.Args; p.v.Refused.Code == wire.CodeDecided && len(args) > 1 && args[0] != "" {
		return p.m.T("decide.taken", args[0], p.m.T("status."+args[1], p.m.Vendor()))
	}
	return p.m.T("decide.changed.system")
}

func (p *Decide) statusLine() string {
	return p.m.T("status."+string(p.item.Row.Status), p.m.Vendor())
}

// kept adds the note that can no longer be sent, to be copied.
func (p *Decide) kept(text string) []app.UI {
	content := []app.UI{part.Text(text)}
	if p.v.Note != "" && p.v.Move == "" {
		content = append(content, app.P().Class("label").Text(p.m.T("decide.kept")),
			app.Pre().Class("kept").Text(p.v.Note))
	}
	return content
}

// done confirms a decision and offers the next request.
func (p *Decide) done() app.UI {
	m := p.m
	title := m.T("decide.done", p.item.Row.Reference, m.T("decide.done."+string(p.v.Done), m.Vendor()))
	next, ok := after(m, p.id)
	if !ok {
		return part.Notice(part.Success, title,
			part.Text(m.T("decide.done.text", p.item.Row.Name)),
			app.A().ID(decideDone).Class("link").Href(wire.RouteQueue).Text(m.T("decide.next.none")))
	}
	return part.Notice(part.Success, title,
		part.Text(m.T("decide.done.text", p.item.Row.Name)),
		app.A().ID(decideDone).Class("button", "primary").Href(wire.QueueRoute(next.ID)).
			Text(m.T("decide.next")),
		part.Muted(m.T("decide.next.of", next.Name, next.Company)),
	)
}

// viewers says who else has the request open.
func (p *Decide) viewers() app.UI {
	text := viewersText(p.m, viewersOf(p.m, p.item.Row))
	if text == "" {
		return nil
	}
	return app.P().Class("viewers").Body(part.Icon("eye"), app.Span().Text(text))
}

// actions are what the decider may do now, and the question that is open.
func (p *Decide) actions() []app.UI {
	m, moves := p.m, offers(p.item.Moves)
	content := []app.UI{part.StatusTag(m, p.item.Row.Status), part.Group(p.needless())}
	if _, waits := p.unsent(); waits {
		return content // the notice above says so
	}
	if len(moves) == 0 {
		return append(content, part.Muted(p.noMoves()))
	}
	buttons := make([]app.UI, 0, len(moves))
	for _, move := range moves {
		buttons = append(buttons, p.moveButton(move))
	}
	return append(content,
		app.Div().Class("decide-moves").Body(buttons...),
		app.Div().ID("decide-question").Class("decide-question").Body(p.question()))
}

// needless says that who would get the access has it already, or more.
func (p *Decide) needless() app.UI {
	m, row, who, held := p.m, p.item.Row, p.item.Row.Name, p.item.Facts.HeldLevel
	if row.For != "" {
		who, held = row.For, p.item.ThirdHeld
	}
	if !row.Status.Pending() || p.item.Extended != nil || held == "" || !held.Covers(row.Level) {
		return nil
	}
	return part.Notice(part.Warning, "", app.P().Text(m.T("decide.needless", who, m.T("level."+string(held)))))
}

func (p *Decide) noMoves() string {
	m := p.m
	if m.Me != nil && p.item.Profile.Email == m.Me.Profile.Email {
		return m.T("decide.own")
	}
	return m.T("decide.no_moves")
}

func (p *Decide) moveButton(move access.Move) app.UI {
	b := app.Button().ID("decide-"+string(move)).Type("button").Class("button", string(kindOf(move))).
		Aria("expanded", strconv.FormatBool(p.v.Move == move)).Aria("controls", "decide-question")
	return b.OnClick(func(ctx app.Context, _ app.Event) { p.ask(ctx, move) }, app.EventScope(string(move))).
		Body(app.Span().Text(p.m.T("decide."+string(move), p.m.Vendor())))
}

func kindOf(move access.Move) part.Kind {
	switch move {
	case access.MoveApprove:
		return part.Primary
	case access.MoveDeny:
		return part.Danger
	}
	return part.Secondary
}
