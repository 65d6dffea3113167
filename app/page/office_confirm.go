package page

import (
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// OfficeConfirm is the tab of a contract or bill-to ID in which administrators
// say whether accesses are still needed, one by one or many at once.
type OfficeConfirm struct {
	app.Compo
	userList

	choice  choice
	needs   form   // of one access that is still needed
	pressed string // whose
	gone    gone
}

// OnMount begins to follow the session.
func (p *OfficeConfirm) OnMount(ctx app.Context) { p.follow(ctx, wire.PathOfficeConfirm) }

// OnNav turns to the contract of the address, and to whom is looked for there.
func (p *OfficeConfirm) OnNav(ctx app.Context) {
	if p.nav(ctx) {
		p.choice, p.needs, p.gone = choice{}, form{}, gone{}
	}
	part.SetValue("users-find", p.find)
	p.changed(ctx)
}

func (p *OfficeConfirm) search(ctx app.Context, v part.Values) {
	ctx.Navigate(p.route(strings.TrimSpace(v["find"]), 1))
}

func (p *OfficeConfirm) turn(ctx app.Context, page int) { ctx.Navigate(p.route(p.find, page)) }

func (p *OfficeConfirm) route(find string, page int) string {
	return wire.OfficeRoute(wire.RouteOfficeConfirm, p.office.scope) + pageQuery(find, page)
}

// pickable lists the accesses that can be selected now: those that wait, are no
// part of an answer on its way, and not one's own.
func (p *OfficeConfirm) pickable() (ids []string) {
	for _, u := range p.users.Value.Users {
		if !u.Self && !p.office.m.Batch.Holds(u.Grant) {
			ids = append(ids, u.Grant)
		}
	}
	return ids
}

// chosen lists the selected accesses, in the order shown.
func (p *OfficeConfirm) chosen() (users []wire.OfficeUser) {
	for _, id := range p.pickable() {
		if u, ok := p.user(id); ok && p.choice.IDs[id] {
			users = append(users, u)
		}
	}
	return users
}

func (p *OfficeConfirm) pick(id string, shift bool) {
	p.choice = p.choice.pick(p.pickable(), id, shift)
}

func (p *OfficeConfirm) pickAll(app.Context) { p.choice = p.choice.set(p.pickable(), true) }

func (p *OfficeConfirm) pickNone(ctx app.Context) {
	p.choice = choice{}
	part.Focus(ctx, "office-users")
}

// waiting are those of the accesses that a dialog has named which can be answered
// still, and no other.
func (p *OfficeConfirm) waiting(named []wire.OfficeUser) []wire.OfficeUser {
	can := p.pickable()
	return slices.DeleteFunc(slices.Clone(named), func(u wire.OfficeUser) bool { return !slices.Contains(can, u.Grant) })
}

// confirm says of one access that it is still needed. It changes nothing that
// could not be mended, so it is sent at once.
func (p *OfficeConfirm) confirm(grant string) {
	u, ok := p.user(grant)
	if !ok || p.needs.busy {
		return
	}
	p.office.told, p.pressed = outcome{}, grant
	p.needs = form{prefix: "confirm-"}
	p.answer(&p.needs, wire.Confirm{Grants: []string{grant}, Needed: true}, func(ctx app.Context) {
		p.done(did("recertify.done", userName(p.office.m, u)))
		part.Focus(ctx, officeTold)
	})
}

// answer sends an answer about one access. Why nothing was done is the form's
// problem.
func (p *OfficeConfirm) answer(f *form, body wire.Confirm, done func(ctx app.Context)) {
	if !f.begin(nil) { // each press begins with a form of its own
		return
	}
	p.office.sending++
	scope, press := p.office.scope, f.pressed()
	send(p.office.ctx, "POST", p.office.path(wire.PathOfficeConfirm), body, f.key, func(ctx app.Context, list wire.DecisionList, err error) {
		p.office.sending--
		if scope != p.office.scope {
			return
		}
		if at := slices.IndexFunc(list.Results, func(r wire.DecisionResult) bool { return r.Problem != nil }); err == nil && at >= 0 {
			err = list.Results[at].Problem
			p.reload(true)
		}
		if press.end(ctx, err) {
			done(ctx)
		}
	})
}

// hold holds an answer about accesses back for the undo window.
func (p *OfficeConfirm) hold(users []wire.OfficeUser, review session.Review, note string) {
	if len(users) == 0 || p.office.m.Batch.Open() {
		return
	}
	review.Scope = p.office.scope
	b := session.Batch{Key: live.NewKey(), Review: review, Note: note, Until: time.Now().Add(session.UndoWindow)}
	for _, u := range users {
		b.Items = append(b.Items, session.BatchItem{ID: u.Grant, Name: userName(p.office.m, u)})
	}
	p.office.told = outcome{}
	session.Dispatch(p.office.ctx, session.BatchBegun{Batch: b})
}

func (p *OfficeConfirm) holdNeeded(app.Context) { p.hold(p.chosen(), session.Review{Needed: true}, "") }
