package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// OfficeUsers is the tab Users of a contract or bill-to ID: who has access
// through it, since and until when, live.
type OfficeUsers struct {
	app.Compo

	office office
	find   string
	page   int // 1-based
	asked  bool
	users  answer[wire.OfficeUsers]
	marked map[string]bool // grants that others changed a moment ago
	marks  int             // counts the highlights, to end the last one

	add    addUser
	end    endDay
	revoke revoking
}

// OnMount begins to follow the session.
func (p *OfficeUsers) OnMount(ctx app.Context) {
	p.office.ctx = ctx
	session.Observe(ctx, &p.office.m, p.changed)
}

// OnNav turns to the contract of the address, and to whom is looked for there.
func (p *OfficeUsers) OnNav(ctx app.Context) {
	if p.office.turn(ctx) {
		p.users.forget()
		p.marked, p.add, p.end, p.revoke = nil, addUser{}, endDay{}, revoking{send: p.sendRevoke}
	}
	values := ctx.Page().URL().Query()
	p.find, p.page = values.Get("find"), 1
	if page, err := strconv.Atoi(values.Get("page")); err == nil {
		p.page = max(1, page)
	}
	part.SetValue("users-find", p.find)
	p.asked = false
	p.changed(ctx)
}

func (p *OfficeUsers) changed(ctx app.Context) {
	if p.users.Busy {
		return // looks again once they are here
	}
	if p.office.stale(ctx) {
		p.load(ctx)
		return
	}
	if !p.asked && p.office.view.Here && !p.office.view.Busy {
		p.loadUsers(true)
	}
}

// load asks for the contract and for its users.
func (p *OfficeUsers) load(app.Context) { p.reload(false) }

// reload loads again; own says that the person's own command changed it, which
// is told already.
func (p *OfficeUsers) reload(own bool) {
	p.office.load(func(_ app.Context, _ wire.Office, fresh bool) { p.loadUsers(own || fresh) })
}

// loadUsers asks for the page of users; quiet leaves what changed unannounced.
func (p *OfficeUsers) loadUsers(quiet bool) {
	p.asked = true
	before, again := p.users.Value, p.users.Here
	path := p.office.path(wire.PathOfficeUsers) + query("find", p.find, "page", strconv.Itoa(p.page))
	p.users.ask(p.office.ctx, func() (wire.OfficeUsers, error) { return live.Get[wire.OfficeUsers](path) }, func(ctx app.Context) {
		if again && !quiet {
			changed, n := changedUsers(before, p.users.Value)
			p.mark(changed)
			p.office.hear("office.changed", n)
		}
		part.Ready(ctx)
		p.changed(ctx)
	})
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
	return a.EndsAt.Equal(b.EndsAt) && a.Level == b.Level && a.Ended == b.Ended && a.Email == b.Email
}

func abs(n int) int { return max(n, -n) }

// mark highlights entries for a moment.
func (p *OfficeUsers) mark(grants map[string]bool) {
	if len(grants) == 0 {
		return
	}
	p.marked = grants
	p.marks++
	turn := p.marks
	p.office.ctx.After(officeHighlight, func(app.Context) {
		if turn == p.marks {
			p.marked = nil
		}
	})
}

// user finds an entry of the page by its grant.
func (p *OfficeUsers) user(grant string) (wire.OfficeUser, bool) {
	for _, u := range p.users.Value.Users {
		if u.Grant == grant {
			return u, true
		}
	}
	return wire.OfficeUser{}, false
}

func (p *OfficeUsers) search(ctx app.Context, v part.Values) {
	ctx.Navigate(p.route(strings.TrimSpace(v["find"]), 1))
}

func (p *OfficeUsers) turn(ctx app.Context, page int) { ctx.Navigate(p.route(p.find, page)) }

func (p *OfficeUsers) route(find string, page int) string {
	number := ""
	if page > 1 {
		number = strconv.Itoa(page)
	}
	return wire.OfficeRoute(wire.RouteOffice, p.office.scope) + query("find", find, "page", number)
}

func (p *OfficeUsers) openRevoke(ctx app.Context, grant string) {
	u, ok := p.user(grant)
	if !ok {
		return
	}
	p.office.told = outcome{}
	p.revoke.open(ctx, revocable{
		grant: grant, scope: p.office.scope, name: userName(u), level: u.Level, own: u.Self, third: u.How == wire.HowThirdParty,
	})
}

func (p *OfficeUsers) sendRevoke(f *form, path string, body wire.Revoke) {
	name := p.revoke.what.name
	p.office.do(f, "POST", path, body, func(ctx app.Context) {
		p.done(ctx, revokeDialogID, did("revoke.done", name))
		part.Focus(ctx, officeTold)
	})
}

// done says what the person did, and loads what is true now.
func (p *OfficeUsers) done(_ app.Context, dialog string, what outcome) {
	p.office.told = what
	part.CloseDialog(dialog)
	p.reload(true)
}
