package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// userList is a tab that lists users of a contract or bill-to ID, live: what
// others change is loaded again, highlighted and announced.
type userList struct {
	office office
	path   string // where the list is asked for, one of wire.PathOffice…
	find   string
	page   int // 1-based
	asked  bool
	users  answer[wire.OfficeUsers]
	marked map[string]bool // grants that others changed a moment ago
	marks  int             // counts the highlights, to end the last one
}

// follow begins to follow the session.
func (l *userList) follow(ctx app.Context, path string) {
	l.office.ctx, l.path = ctx, path
	session.Observe(ctx, &l.office.m, l.changed)
}

// nav turns to the contract of the address and to the page of its list. It
// reports whether it is another contract than before.
func (l *userList) nav(ctx app.Context) (other bool) {
	if other = l.office.turn(ctx); other {
		l.users.forget()
		l.marked = nil
	}
	values := ctx.Page().URL().Query()
	l.find, l.page = values.Get("find"), 1
	if page, err := strconv.Atoi(values.Get("page")); err == nil {
		l.page = max(1, page)
	}
	l.asked = false
	return other
}

func (l *userList) changed(ctx app.Context) {
	if l.users.Busy {
		return // looks again once they are here
	}
	if l.office.stale(ctx) {
		l.load(ctx)
		return
	}
	if !l.asked && l.office.view.Here && !l.office.view.Busy {
		l.loadUsers(true)
	}
}

// load asks for the contract and for its users.
func (l *userList) load(app.Context) { l.reload(false) }

// reload loads again; own says that the person's own command changed it, which
// is told already.
func (l *userList) reload(own bool) {
	l.office.load(func(_ app.Context, _ wire.Office, fresh bool) { l.loadUsers(own || fresh) })
}

// loadUsers asks for the page of users; quiet leaves what changed unannounced.
func (l *userList) loadUsers(quiet bool) {
	l.asked = true
	before, again := l.users.Value, l.users.Here
	path := l.office.path(l.path) + query("find", l.find, "page", strconv.Itoa(l.page))
	l.users.ask(l.office.ctx, func() (wire.OfficeUsers, error) { return live.Get[wire.OfficeUsers](path) }, func(ctx app.Context) {
		if again && !quiet && !l.answering() {
			changed, n := changedUsers(before, l.users.Value)
			l.mark(changed)
			l.office.hear("office.changed", n)
		}
		part.Ready(ctx)
		l.changed(ctx)
	})
}

// answering reports whether a bulk answer of the person's own changes the list.
func (l *userList) answering() bool {
	b := l.office.m.Batch
	return b.Review.Scope == l.office.scope && (b.State == session.BatchSending || b.State == session.BatchDone)
}

// changedUsers compares two loads of a page of users: the entries to be
// highlighted, and how many were changed, came or went.
func changedUsers(before, after wire.OfficeUsers) (marked map[string]bool, n int) {
	known := map[string]wire.OfficeUser{}
	for _, u := range before.Users {
		known[u.Grant] = u
	}
	marked = map[string]bool{}
	for _, u := range after.Users {
		if old, ok := known[u.Grant]; !ok || !sameUser(old, u) {
			marked[u.Grant] = true
		}
		delete(known, u.Grant)
	}
	// What left this page may only have moved to the next one.
	return marked, max(len(marked), len(known), abs(after.Total-before.Total))
}

func sameUser(a, b wire.OfficeUser) bool {
	return a.EndsAt.Equal(b.EndsAt) && a.ConfirmBy.Equal(b.ConfirmBy) && a.Level == b.Level && a.Ended == b.Ended && a.Email == b.Email
}

// pageQuery is what an address says of the page of a list.
func pageQuery(find string, page int) string {
	number := ""
	if page > 1 {
		number = strconv.Itoa(page)
	}
	return query("find", find, "page", number)
}

func abs(n int) int { return max(n, -n) }

// mark highlights entries for a moment.
func (l *userList) mark(grants map[string]bool) {
	if len(grants) == 0 {
		return
	}
	l.marked = grants
	l.marks++
	turn := l.marks
	l.office.ctx.After(officeHighlight, func(app.Context) {
		if turn == l.marks {
			l.marked = nil
		}
	})
}

// user finds an entry of the page by its grant.
func (l *userList) user(grant string) (wire.OfficeUser, bool) {
	for _, u := range l.users.Value.Users {
		if u.Grant == grant {
			return u, true
		}
	}
	return wire.OfficeUser{}, false
}

// done says what the person did, and loads what is true now.
func (l *userList) done(what outcome) {
	l.office.told = what
	l.reload(true)
}

// findForm looks for a user; all is the address of the whole list.
func (l *userList) findForm(all string, search func(app.Context, part.Values)) app.UI {
	m := l.office.m
	return app.Div().Attr("role", "search").Class("find-line").Body(
		part.Form(part.FormProps{ID: "users-find-form", OnSubmit: search},
			part.Field(part.FieldProps{ID: "users-find", Name: "find", Type: "search", Label: m.T("office.users.find"),
				Hint: m.T("office.users.hint"), Value: l.find}),
			part.Button(part.ButtonProps{ID: "users-find-go", Label: m.T("app.find")}),
			app.If(l.find != "", func() app.UI { return part.Link(all, m.T("office.clear")) }),
		))
}

// nobody says that nobody was found.
func (l *userList) nobody(all string) app.UI {
	m := l.office.m
	return part.Empty(m.T("office.users.none", l.find), "", part.LinkButton(all, m.T("office.clear"), part.Secondary))
}
