package page

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/validation"
	"accord/shared/wire"
)

// The IDs of the dialogs in which an administrator goes.
const (
	handDialogID  = "office-hand-dialog"
	leaveDialogID = "office-leave-dialog"
)

// OfficeAdministrators is the tab Administrators of a contract or bill-to ID:
// who decides, and how that changes.
type OfficeAdministrators struct {
	app.Compo

	office office
	naming form
	hand   departure // to a successor
	leave  departure // stepping down or, by a reviewer, releasing somebody
	typed  string    // address to be named

	find  string // part of an address, where there are more than are shown
	found answer[wire.OfficeAdministrators]
}

// departure is the form in which an administrator goes.
type departure struct {
	form form
	who  wire.OfficeAdministrator // who goes
	to   string                   // successor, as typed
	note string
	turn int // counts the openings
}

// OnMount begins to follow the session.
func (p *OfficeAdministrators) OnMount(ctx app.Context) {
	p.office.ctx, p.naming.prefix = ctx, "name-"
	session.Observe(ctx, &p.office.m, p.changed)
}

// OnNav turns to the contract of the address.
func (p *OfficeAdministrators) OnNav(ctx app.Context) {
	if p.office.turn(ctx) {
		p.naming, p.typed, p.hand, p.leave = form{prefix: "name-", draft: p.office.draft("name")}, "", departure{}, departure{}
	}
	p.find = ctx.Page().URL().Query().Get("find")
	part.SetValue("admins-find", p.find)
	p.found.forget()
	p.look(ctx)
	p.changed(ctx)
}

func (p *OfficeAdministrators) changed(ctx app.Context) {
	if p.office.stale(ctx) {
		p.load(ctx)
	}
}

func (p *OfficeAdministrators) load(app.Context) { p.reload(false) }

func (p *OfficeAdministrators) reload(own bool) {
	p.office.load(func(ctx app.Context, before wire.Office, fresh bool) {
		if !own && !fresh && !slices.Equal(emailsOf(before), emailsOf(p.office.view.Value)) {
			p.office.hear("admins.changed", 1)
		}
		p.look(ctx)
		part.Ready(ctx)
		p.changed(ctx)
	})
}

// look looks for the administrators whose address holds what was typed.
func (p *OfficeAdministrators) look(app.Context) {
	if p.find == "" || !p.office.view.Here {
		return
	}
	path := p.office.path(wire.PathOfficeAdmins) + query("find", p.find)
	p.found.ask(p.office.ctx, func() (wire.OfficeAdministrators, error) { return live.Get[wire.OfficeAdministrators](path) }, nil)
}

func (p *OfficeAdministrators) search(ctx app.Context, v part.Values) {
	ctx.Navigate(wire.OfficeRoute(wire.RouteOfficeAdmins, p.office.scope) + query("find", strings.TrimSpace(v["find"])))
}

// shown are the administrators in the list, and how many there are of them in all.
func (p *OfficeAdministrators) shown() (list []wire.OfficeAdministrator, total int) {
	if p.find != "" {
		return p.found.Value.Administrators, p.found.Value.Total
	}
	return p.office.view.Value.Administrators, p.office.view.Value.Scope.Administrators
}

func emailsOf(o wire.Office) []string {
	emails := make([]string, 0, len(o.Administrators))
	for _, a := range o.Administrators {
		emails = append(emails, a.Email)
	}
	return emails
}

// self is the person among the administrators.
func (p *OfficeAdministrators) self() (wire.OfficeAdministrator, bool) {
	all := p.office.view.Value.Administrators
	if i := slices.IndexFunc(all, func(a wire.OfficeAdministrator) bool { return a.Self }); i >= 0 {
		return all[i], true
	}
	return wire.OfficeAdministrator{}, false
}

func (p *OfficeAdministrators) leaveName(_ app.Context, typed string) {
	email, wrong := emailOf(typed)
	p.typed = fold("name-email", typed, email)
	p.naming.err = nil
	if typed != "" {
		p.naming.leave("email", present(wrong)...)
	}
}

// name names a fellow administrator.
func (p *OfficeAdministrators) name(ctx app.Context, v part.Values) {
	email, wrong := emailOf(v["email"])
	p.typed, p.office.told = email, outcome{}
	if wrong != nil {
		p.naming.refuse(ctx, present(wrong))
		return
	}
	p.office.do(&p.naming, "POST", p.office.path(wire.PathOfficeAdmins), wire.NameAdministrator{Email: email}, func(app.Context) {
		p.typed = ""
		part.SetValue("name-email", "")
		p.office.told = did("admins.named", email)
		p.reload(true)
	})
}

func (p *OfficeAdministrators) openHand(ctx app.Context) {
	self, ok := p.self()
	if !ok {
		return
	}
	p.office.told = outcome{}
	p.hand = departure{turn: p.hand.turn + 1, form: form{prefix: "hand-", dialog: handDialogID, draft: p.office.draft("hand")}, who: self}
	part.OpenDialog(ctx, handDialogID)
	part.Focus(ctx, "hand-successor")
}

func (p *OfficeAdministrators) cancelHand(app.Context) { part.CloseDialog(handDialogID) }

// sendHand hands over to a successor.
func (p *OfficeAdministrators) sendHand(ctx app.Context, v part.Values) {
	to, wrong := emailOf(v["successor"])
	p.hand.to = to
	if wrong != nil {
		wrong.Field = "successor"
		p.hand.form.refuse(ctx, present(wrong))
		return
	}
	name := identifierText(p.office.m, p.office.scope)
	p.office.do(&p.hand.form, "POST", p.office.path(wire.PathOfficeLeave), wire.LeaveOffice{Successor: to}, func(ctx app.Context) {
		p.gone(ctx, did("admins.handed", name, to))
	})
}

// openLeave asks before an administrator goes: oneself, or for a reviewer
// anybody.
func (p *OfficeAdministrators) openLeave(ctx app.Context, email string) {
	list, _ := p.shown()
	for _, a := range list {
		if a.Email == email {
			p.office.told = outcome{}
			p.leave = departure{turn: p.leave.turn + 1, form: form{prefix: "leave-", dialog: leaveDialogID, draft: p.office.draft("leave/" + email)}, who: a}
			part.OpenDialog(ctx, leaveDialogID)
			part.Focus(ctx, whichever(p.last(), "leave-note", "leave-do"))
			return
		}
	}
}

func (p *OfficeAdministrators) stepDown(ctx app.Context) {
	if self, ok := p.self(); ok {
		p.openLeave(ctx, self.Email)
	}
}

// last reports whether nobody is left once who goes has gone.
func (p *OfficeAdministrators) last() bool { return p.office.view.Value.Scope.Administrators <= 1 }

func (p *OfficeAdministrators) cancelLeave(app.Context) { part.CloseDialog(leaveDialogID) }

func (p *OfficeAdministrators) sendLeave(ctx app.Context, v part.Values) {
	note, wrong := validation.Note(v["note"], false)
	if wrong == nil && p.last() && note == "" {
		wrong = &wire.FieldError{Field: "note", Code: "note.last"}
	}
	p.leave.note = v["note"]
	if wrong != nil {
		p.leave.form.refuse(ctx, present(wrong))
		return
	}
	who, body := p.leave.who, wire.LeaveOffice{Note: note}
	if !who.Self {
		body.Email = who.Email
	}
	name := identifierText(p.office.m, p.office.scope)
	p.office.do(&p.leave.form, "POST", p.office.path(wire.PathOfficeLeave), body, func(ctx app.Context) {
		if who.Self {
			p.gone(ctx, did("admins.downed", name))
			return
		}
		p.office.told = did("admins.released", administratorName(p.office.m, who))
		p.reload(true)
		part.Focus(ctx, officeTold)
	})
}

// gone ends the tab for one who no longer administers; a reviewer stays.
func (p *OfficeAdministrators) gone(ctx app.Context, what outcome) {
	if p.office.reviews() {
		p.office.told = what
		p.reload(true)
		return
	}
	p.office.left = what
	part.Focus(ctx, "office-left")
}
