package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/wire"
)

// OfficeUsers is the tab Users of a contract or bill-to ID: who has access
// through it, since and until when.
type OfficeUsers struct {
	app.Compo
	userList

	add    addUser
	end    endDay
	revoke revoking
}

// OnMount begins to follow the session.
func (p *OfficeUsers) OnMount(ctx app.Context) { p.follow(ctx, wire.PathOfficeUsers) }

// OnNav turns to the contract of the address, and to whom is looked for there.
func (p *OfficeUsers) OnNav(ctx app.Context) {
	if p.nav(ctx) {
		p.add, p.end, p.revoke = addUser{}, endDay{}, revoking{send: p.sendRevoke}
	}
	part.SetValue("users-find", p.find)
	p.changed(ctx)
}

func (p *OfficeUsers) search(ctx app.Context, v part.Values) {
	ctx.Navigate(p.route(strings.TrimSpace(v["find"]), 1))
}

func (p *OfficeUsers) turn(ctx app.Context, page int) { ctx.Navigate(p.route(p.find, page)) }

func (p *OfficeUsers) route(find string, page int) string {
	return wire.OfficeRoute(wire.RouteOffice, p.office.scope) + pageQuery(find, page)
}

func (p *OfficeUsers) openRevoke(ctx app.Context, grant string) {
	u, ok := p.user(grant)
	if !ok {
		return
	}
	p.office.told = outcome{}
	p.revoke.open(ctx, revocable{
		grant: grant, scope: p.office.scope, name: userName(p.office.m, u), level: u.Level, own: u.Self,
		hidden: p.office.hidden(u.How == wire.HowThirdParty),
	})
}

func (p *OfficeUsers) sendRevoke(f *form, path string, body wire.Revoke) {
	name := p.revoke.what.name
	p.office.do(f, "POST", path, body, func(ctx app.Context) {
		p.done(did("revoke.done", name))
		part.Focus(ctx, officeTold)
	})
}
