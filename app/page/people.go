package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// People is the page /operator/people: who has an account, and what they may
// do.
type People struct {
	app.Compo

	ctx    app.Context // the page's own: a button's ends with the button
	m      session.Model
	here   bool // the address has been read
	asked  bool
	find   string
	list   answer[wire.PersonList]
	people []wire.Person // of all windows loaded
	change roleChange
	erase  erasure
}

// OnMount starts listening.
func (p *People) OnMount(ctx app.Context) {
	p.ctx = ctx
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav reads whom to look for from the address.
func (p *People) OnNav(ctx app.Context) {
	p.find = ctx.Page().URL().Query().Get("find")
	part.SetValue("people-find", p.find)
	p.here, p.asked = true, false
	p.changed(ctx)
}

func (p *People) changed(ctx app.Context) {
	if p.here && session.Need(ctx, p.m) && operates(p.m) && !p.asked {
		p.asked = true
		p.load("")
	}
}

// load asks for a window; the first one takes the place of what is shown.
func (p *People) load(cursor string) {
	path := wire.PathPeople + query("find", p.find, "cursor", cursor)
	p.list.ask(p.ctx, func() (wire.PersonList, error) { return live.Get[wire.PersonList](path) }, func(ctx app.Context) {
		if cursor == "" {
			p.people = nil
		}
		p.people = append(p.people, p.list.Value.People...)
		part.Ready(ctx)
	})
}

func (p *People) retry(app.Context) { p.load("") }

func (p *People) more(app.Context) { p.load(p.list.Value.Next) }

func (p *People) search(ctx app.Context, v part.Values) {
	ctx.Navigate(wire.RoutePeople + query("find", strings.TrimSpace(v["find"])))
}

// open asks which role a person is to have.
func (p *People) open(ctx app.Context, email string) {
	for _, person := range p.people {
		if person.Email == email {
			p.change = roleChange{Person: person, Role: person.Role}
		}
	}
	p.erase.done = ""
	part.OpenDialog(ctx, roleDialog)
}

func (p *People) choose(_ app.Context, role string) {
	p.change.Role, p.change.Unchosen = access.Role(role), false
}

func (p *People) cancel(app.Context) { part.CloseDialog(roleDialog) }

// confirm sends the new role.
func (p *People) confirm(app.Context, part.Values) {
	next, ok := p.change.send(live.NewKey)
	p.change = next
	if !ok {
		return
	}
	p.ctx.Async(func() {
		person, err := putRole(next)
		p.ctx.Dispatch(func(app.Context) { p.confirmed(next, person, err) })
	})
}

// putRole sends a role, which makes the account of a person who has none yet.
func putRole(c roleChange) (wire.Person, error) {
	if c.Person.ID == "" {
		return live.Send[wire.Person]("POST", wire.PathPeople, wire.TakeOver{Email: c.Person.Email, Role: c.Role}, c.key)
	}
	path := strings.Replace(wire.PathPersonRole, "{id}", c.Person.ID, 1)
	return live.Send[wire.Person]("PUT", path, wire.SetRole{Role: c.Role}, c.key)
}

func (p *People) confirmed(sent roleChange, person wire.Person, err error) {
	next, over := p.change.answered(sent, person, err)
	if p.change = next; over {
		part.CloseDialog(roleDialog)
	}
	for i := range p.people {
		if err == nil && p.people[i].Email == person.Email {
			p.people[i] = person
		}
	}
}
