package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// officeTold is the ID of the place that says what was done. The focus goes
// there when the button that was pressed is gone.
const officeTold = "office-told"

// officeTab is one tab of a contract or bill-to ID.
type officeTab struct{ route, key string }

// officeTabs are all of them, in order.
func officeTabs() []officeTab {
	return []officeTab{
		{wire.RouteOffice, "office.tab.users"},
		{wire.RouteOfficeConfirm, "recertify.tab"},
		{wire.RouteOfficeRules, "office.tab.rules"},
		{wire.RouteOfficeAdmins, "office.tab.admins"},
		{wire.RouteOfficeHistory, "history.tab"},
	}
}

// shell is the frame of a tab: which contract it is, what is true of it, the
// tabs and what was done last. retry loads again; content is asked for once the
// contract is there.
func (o *office) shell(route string, refused bool, retry func(app.Context), content func() []app.UI) app.UI {
	m := o.m
	props := part.ShellProps{
		Title: identifierText(m, o.scope), Active: wire.RouteOffices, Wide: true, Errors: refused,
		Back: &part.Tab{Href: wire.RouteOffices, Label: m.T("office.back")},
	}
	if o.left.key != "" {
		props.Back = nil
		return part.Shell(m, props, o.goodbye())
	}
	if m.Me != nil && !m.Me.Decides() {
		return notYours(m, props, forDeciders)
	}
	if stop := o.stop(retry); stop != nil {
		return part.Shell(m, props, stop)
	}
	return part.Shell(m, props, append([]app.UI{
		officeFacts(m, o.view.Value),
		app.Div().Body(vacancyNotice(m, o.view.Value)),
		app.Div().Body(o.outdated(retry)),
		o.tabs(route),
		app.Div().ID(officeTold).TabIndex(-1).Class("told").Attr("role", "status").Body(o.done()),
	}, content()...)...)
}

// stop is what stands in place of the tabs, nil when they can be shown.
func (o *office) stop(retry func(app.Context)) app.UI {
	m := o.m
	switch {
	case isMissing(o.view.Err):
		return part.Empty(m.T("office.missing"), m.T("office.missing.text"),
			part.LinkButton(wire.RouteOffices, m.T("office.back"), part.Secondary))
	case o.view.Here:
		return nil
	case o.view.Err != nil:
		return part.NotLoaded(m, o.view.Err, "office", retry)
	}
	return part.Loading(m)
}

func (o *office) tabs(active string) app.UI {
	tabs := make([]part.Tab, 0, len(officeTabs()))
	for _, t := range officeTabs() {
		tab := part.Tab{Href: wire.OfficeRoute(t.route, o.scope), Label: o.m.T(t.key), Active: t.route == active}
		if t.route == wire.RouteOfficeConfirm {
			n := o.view.Value.Scope.Unconfirmed
			if n == 0 && o.m.Settings.RecertifyDays == 0 && !tab.Active {
				continue // nobody is ever asked
			}
			if n > 0 {
				tab.Count = strconv.Itoa(n)
			}
		}
		tabs = append(tabs, tab)
	}
	return part.Tabs(o.m.T("office.tabs"), tabs...)
}

// outdated says that what is shown could not be loaded again.
func (o *office) outdated(retry func(app.Context)) app.UI {
	if o.view.Err == nil {
		return nil
	}
	return part.Notice(part.Warning, o.m.T("office.not_fresh"), part.NotLoaded(o.m, o.view.Err, "office-again", retry))
}

func (o *office) done() app.UI {
	if o.told.key == "" {
		return nil
	}
	return part.Notice(part.Success, o.told.text(o.m))
}

// goodbye stands where the tabs were, once the person has stepped down.
func (o *office) goodbye() app.UI {
	m := o.m
	back, label := wire.RouteAccess, m.T("admins.downed.access")
	if m.Me != nil && m.Me.Decides() {
		back, label = wire.RouteOffices, m.T("admins.downed.back")
	}
	return app.Div().ID("office-left").TabIndex(-1).Attr("role", "status").Body(
		part.Notice(part.Success, o.left.text(m), part.Text(m.T("admins.downed.text")), part.Link(back, label)))
}

// officeFacts says what is true of the contract now.
func officeFacts(m session.Model, v wire.Office) app.UI {
	s := v.Scope
	fact := func(key string, value app.UI) app.UI {
		return app.Div().Body(app.Dt().Text(m.T(key)), app.Dd().Body(value))
	}
	facts := []app.UI{fact("office.company", twoScripts(m, s.Holder, s.HolderLocal, ""))}
	if s.Kind == access.KindContract {
		facts = append(facts,
			fact("office.service", app.Text(orDash(m, s.ServiceLevel))),
			fact("office.term", app.Span().Body(app.Text(termText(m, s)), app.Text(" "), officeTags(m, s))))
	}
	facts = append(facts,
		fact("office.count.users", app.Text(strconv.Itoa(s.Users))),
		fact("office.count.waiting", waitingLink(m, s)),
		fact("office.count.admins", app.Text(strconv.Itoa(s.Administrators))))
	return app.Div().Class("stack").Body(
		app.Dl().Class("office-facts").Body(facts...),
		app.If(!v.Mine, func() app.UI { return part.Muted(m.T("office.reviewer", m.Vendor())) }))
}

// officeTags are the words that stand beside a contract's number.
func officeTags(m session.Model, s wire.OfficeScope) app.UI {
	var tags []app.UI
	if !s.Active {
		key := "office.inactive"
		if s.Term != "" {
			key += "." + string(s.Term)
		}
		tags = append(tags, part.Tag(m.T(key), "quiet", "dash"))
	}
	if s.Locked {
		tags = append(tags, part.Tag(m.T("office.locked"), "act", "act"))
	}
	return app.Span().Class("tags").Body(tags...)
}

func termText(m session.Model, s wire.OfficeScope) string {
	if s.StartsAt.IsZero() && s.EndsAt.IsZero() {
		return m.T("grant.none")
	}
	return m.T("office.term.of", m.Words().Day(s.StartsAt.UTC()), m.Words().Day(s.EndsAt.UTC()))
}

// waitingLink leads to what waits of a contract, in the queue.
func waitingLink(m session.Model, s wire.OfficeScope) app.UI {
	if s.Waiting == 0 {
		return app.Text(m.T("office.waiting.none"))
	}
	return app.A().Class("link").Href(queueQuery{Find: s.ID}.route()).Text(m.T("office.review", strconv.Itoa(s.Waiting)))
}

// vacancyNotice says that nobody administers it, and what the last one wrote.
func vacancyNotice(m session.Model, v wire.Office) app.UI {
	if v.Scope.Administrators > 0 {
		return nil
	}
	if v.Vacancy == nil {
		return part.Notice(part.Warning, m.T("office.vacancy", m.Vendor()))
	}
	return part.Notice(part.Warning, m.T("office.vacancy", m.Vendor()),
		part.Text(m.T("office.vacancy.by", v.Vacancy.By, part.Relative(m, v.Vacancy.At))),
		app.Blockquote().Class("kept").Lang(langOf(v.Vacancy.Note)).Text(v.Vacancy.Note))
}

// newsText tells what others changed, one or several at once.
func newsText(m session.Model, key string, n int) string {
	if many := key + ".many"; n > 1 && i18n.Has(many) {
		return m.T(many, strconv.Itoa(n))
	}
	return m.T(key)
}
