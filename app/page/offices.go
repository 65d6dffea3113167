package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Offices is the page /office: the contracts and bill-to IDs that the person
// administers. A reviewer opens any by its whole number.
type Offices struct {
	app.Compo

	ctx    app.Context // the page's own
	m      session.Model
	here   bool // the address has been read
	find   string
	page   int // 1-based
	asked  bool
	seen   uint64 // last change when it was asked for
	queued uint64 // last change of the queue then
	resets int
	list   answer[wire.OfficeList]
	vacant []wire.Vacancy // of all windows loaded
	more   answer[wire.VacancyList]
}

// OnMount begins to follow the session.
func (p *Offices) OnMount(ctx app.Context) {
	p.ctx = ctx
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav reads what to look for from the address, so that Back and a bookmark
// bring it again.
func (p *Offices) OnNav(ctx app.Context) {
	values := ctx.Page().URL().Query()
	p.find, p.page = values.Get("find"), 1
	if page, err := strconv.Atoi(values.Get("page")); err == nil {
		p.page = max(1, page)
	}
	part.SetValue("office-find", p.find)
	p.here, p.asked = true, false
	p.changed(ctx)
}

// changed loads the list, again when one of its contracts or what waits for
// them changed.
func (p *Offices) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.m) || !p.m.Me.Decides() || p.list.Busy {
		return
	}
	if !p.asked || p.seen != p.m.Offices[""] || p.resets != p.m.Resets || p.queued != p.m.QueueSeq {
		p.load(ctx)
	}
}

func (p *Offices) load(app.Context) {
	p.asked, p.seen, p.resets, p.queued = true, p.m.Offices[""], p.m.Resets, p.m.QueueSeq
	path := wire.PathOffice + query("find", p.find, "page", strconv.Itoa(p.page))
	p.list.ask(p.ctx, func() (wire.OfficeList, error) { return live.Get[wire.OfficeList](path) }, func(ctx app.Context) {
		p.more.forget()
		p.vacant, p.more.Value.Next = p.list.Value.Vacancies, p.list.Value.VacanciesNext
		part.Ready(ctx)
		p.changed(ctx)
	})
}

// loadVacant asks for the next window of what nobody administers.
func (p *Offices) loadVacant(app.Context) {
	path := wire.PathVacancies + query("cursor", p.more.Value.Next)
	p.more.ask(p.ctx, func() (wire.VacancyList, error) { return live.Get[wire.VacancyList](path) }, func(app.Context) {
		p.vacant = append(p.vacant, p.more.Value.Vacancies...)
	})
}

func (p *Offices) search(ctx app.Context, v part.Values) {
	ctx.Navigate(wire.RouteOffices + query("find", strings.TrimSpace(v["find"])))
}

func (p *Offices) turn(ctx app.Context, page int) {
	ctx.Navigate(wire.RouteOffices + query("find", p.find, "page", strconv.Itoa(page)))
}

// Render shows the list.
func (p *Offices) Render() app.UI {
	m := p.m
	props := part.ShellProps{Title: m.T("office.title"), Active: wire.RouteOffices, Wide: true}
	if m.Me != nil && !m.Me.Decides() {
		return notYours(m, props, forDeciders)
	}
	props.Lead = m.T(whichever(p.reviews(), "office.intro.reviewer", "office.intro"))
	return part.Shell(m, props, p.findForm(), app.Div().Body(p.vacancies()), app.Div().Body(p.found()))
}

func (p *Offices) reviews() bool { return p.m.Me != nil && p.m.Me.Role == access.RoleReviewer }

func (p *Offices) findForm() app.UI {
	m, hint := p.m, ""
	if p.reviews() {
		hint = m.T("office.find.reviewer")
	}
	return app.Div().Attr("role", "search").Class("find-line").Body(
		part.Form(part.FormProps{ID: "office-find-form", OnSubmit: p.search},
			part.Field(part.FieldProps{ID: "office-find", Name: "find", Type: "search", Label: m.T("office.find"),
				Hint: hint, Value: p.find, InputMode: "numeric"}),
			part.Button(part.ButtonProps{ID: "office-find-go", Label: m.T("app.find")}),
			app.If(p.find != "", func() app.UI { return part.Link(wire.RouteOffices, m.T("office.clear")) }),
		))
}

// found is the list, or why there is none.
func (p *Offices) found() app.UI {
	m, list := p.m, p.list.Value
	switch {
	case p.list.Err != nil:
		return part.NotLoaded(m, p.list.Err, "offices", p.load)
	case !p.list.Here:
		return part.Loading(m)
	case list.Total == 0 && p.find != "":
		return part.Empty(m.T("office.none", p.find), m.T(whichever(p.reviews(), "office.none.reviewer", "office.none.do")), nil)
	case list.Total == 0 && p.reviews():
		return part.Empty(m.T("office.empty.reviewer"), m.T("office.find.reviewer"), nil)
	case list.Total == 0:
		return part.Empty(m.T("office.empty"), m.T("office.empty.do"), nil)
	}
	rows := make([]part.TableRow, 0, len(list.Scopes))
	for _, s := range list.Scopes {
		rows = append(rows, scopeRow(m, s))
	}
	return part.Card("",
		part.Table(m.T("office.caption"), []part.Column{
			{Label: m.T("office.number")}, {Label: m.T("office.company")}, {Label: m.T("office.term")},
			{Label: m.T("office.count.users"), Number: true}, {Label: m.T("office.count.waiting")},
			{Label: m.T("office.count.admins"), Number: true},
		}, rows),
		part.Pager(m, part.PagerProps{ID: "offices", From: list.From, Shown: len(list.Scopes), Total: list.Total,
			Page: p.page, Size: wire.OfficePage, OnPage: p.turn}))
}

func scopeRow(m session.Model, s wire.OfficeScope) part.TableRow {
	id := access.Identifier{Kind: s.Kind, Value: s.ID}
	return part.TableRow{ID: id.String(), Cells: []app.UI{
		app.Div().Class("office-number").Body(
			part.Link(wire.OfficeRoute(wire.RouteOffice, id), identifierText(m, id)), officeTags(m, s)),
		twoScripts(m, s.Holder, s.HolderLocal, s.ServiceLevel),
		app.Text(termText(m, s)),
		app.Text(usersText(m, s.Users)),
		app.Div().Class("two-scripts").Body(waitingLink(m, s), confirmLink(m, s)),
		app.Text(strconv.Itoa(s.Administrators)),
	}}
}

// confirmLink leads to the accesses that wait to be confirmed; nothing where none
// does.
func confirmLink(m session.Model, s wire.OfficeScope) app.UI {
	return app.If(s.Unconfirmed > 0, func() app.UI {
		scope := access.Identifier{Kind: s.Kind, Value: s.ID}
		return part.Link(wire.OfficeRoute(wire.RouteOfficeConfirm, scope), m.T("recertify.waiting", strconv.Itoa(s.Unconfirmed)))
	})
}

// officeCounted is up to where the server counts the users of a line of the list.
const officeCounted = 500

// usersText counts the users; in the list the count ends somewhere.
func usersText(m session.Model, n int) string {
	if n >= officeCounted {
		return m.T("office.many", strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}

// vacancies lists, for reviewers, what nobody administers any more.
func (p *Offices) vacancies() app.UI {
	m, list := p.m, p.vacant
	if len(list) == 0 && p.more.Value.Next == "" || p.find != "" {
		return nil
	}
	items := make([]app.UI, 0, len(list))
	for _, v := range list {
		id := access.Identifier{Kind: v.Kind, Value: v.ID}
		items = append(items, app.Li().Body(
			part.Link(wire.OfficeRoute(wire.RouteOffice, id), identifierText(m, id)),
			app.Text(" "),
			app.Span().Class("muted").Text(m.T("office.vacancy.by", v.By, part.Relative(m, v.At))),
			app.Blockquote().Class("kept").Lang(langOf(v.Note)).Text(v.Note)))
	}
	return part.Notice(part.Warning, m.T("office.vacancies"),
		part.Text(m.T("office.vacancies.text", m.Vendor())), app.Ul().Class("vacancies").Body(items...),
		app.Div().Attr("role", "alert").Body(app.If(p.more.Err != nil, func() app.UI { return part.Failed(m, p.more.Err, "vacancies", p.loadVacant) })),
		app.Div().Body(app.If(p.more.Value.Next != "" && p.more.Err == nil, func() app.UI {
			return part.Button(part.ButtonProps{ID: "vacancies-more", Label: m.T("app.more"), Busy: p.more.Busy, OnClick: p.loadVacant})
		})))
}

// whichever is a if the condition holds, else b.
func whichever(condition bool, a, b string) string {
	if condition {
		return a
	}
	return b
}
