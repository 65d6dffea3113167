package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// OthersAsk is the page that the Administrators column leads to: "Contact
// Contract Administrators" or, where the vendor manages the contract, the form
// with all that the vendor needs (guide ja, chapter 5).
type OthersAsk struct {
	app.Compo

	ctx    app.Context
	m      session.Model
	id     string // of one's own grant
	resets int
	grant  answer[wire.Grant]
	form   form
	draft  wire.ThirdParty
	filled bool          // the approver's details stand in the draft
	sent   *wire.Request // what came of it
}

// OnMount begins to follow the session.
func (p *OthersAsk) OnMount(ctx app.Context) {
	p.ctx, p.form.prefix = ctx, "third-"
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav takes the grant's ID from the address.
func (p *OthersAsk) OnNav(ctx app.Context) {
	if id := lastPart(ctx); id != p.id {
		p.id, p.draft, p.filled, p.sent = id, wire.ThirdParty{}, false, nil
		p.form = form{prefix: "third-"}
		p.grant.forget()
	}
	p.changed(ctx)
}

func (p *OthersAsk) changed(ctx app.Context) {
	if p.id == "" || !session.Need(ctx, p.m) {
		return
	}
	again := p.resets != p.m.Resets
	p.resets = p.m.Resets
	if again || !p.grant.Here && !p.grant.Busy && p.grant.Err == nil {
		p.load(ctx)
	}
}

func (p *OthersAsk) load(app.Context) {
	path := wire.GrantPath(p.id)
	p.grant.ask(p.ctx, func() (wire.Grant, error) { return session.Load[wire.Grant](p.ctx, path) }, func(ctx app.Context) {
		p.fill()
		part.Ready(ctx)
	})
}

// refused shows why the form was refused while it waited.
func (p *OthersAsk) refused(why *wire.Problem) {
	p.ctx.Dispatch(func(ctx app.Context) { p.form.end(ctx, why) })
}

// fill puts into the form what is known: the highest level that can be asked
// for, and the person's own details as those of who approves.
func (p *OthersAsk) fill() {
	share := p.grant.Value.Share
	if p.filled || share == nil || p.m.Me == nil {
		return
	}
	me := p.m.Me.Profile
	p.filled = true
	p.draft.Level = share.Levels[len(share.Levels)-1]
	p.draft.ApproverEmail, p.draft.ApproverName, p.draft.ApproverCompany = me.Email, me.Name(), firstOf(me.Company, me.CompanyLocal)
	if m := p.m; m.Lang == "ja" {
		p.draft.ApproverCompany = firstOf(me.CompanyLocal, me.Company)
	}
}

// thirdField is one line of the form.
type thirdField struct {
	name, label, hint, kind string
	of                      func(*wire.ThirdParty) *string
}

// thirdFields are the lines about the user, then those about who approves.
func thirdFields() (user, approver []thirdField) {
	return []thirdField{
			{"email", "third.email", "third.email.hint", "email", func(t *wire.ThirdParty) *string { return &t.Email }},
			{"company", "third.company", "", "", func(t *wire.ThirdParty) *string { return &t.Company }},
		}, []thirdField{
			{"approver_email", "third.approver_email", "", "email", func(t *wire.ThirdParty) *string { return &t.ApproverEmail }},
			{"approver_name", "third.approver_name", "", "", func(t *wire.ThirdParty) *string { return &t.ApproverName }},
			{"approver_company", "third.approver_company", "", "", func(t *wire.ThirdParty) *string { return &t.ApproverCompany }},
		}
}

// leave checks the field that was left, and shows what it became.
func (p *OthersAsk) leave(f thirdField, typed string) {
	*f.of(&p.draft) = typed
	canonical, found := validation.ThirdParty(p.draft, *p.grant.Value.Share)
	if *f.of(&canonical) != "" {
		*f.of(&p.draft) = fold("third-"+f.name, typed, *f.of(&canonical))
	}
	p.form.err = nil
	p.form.leave(f.name, found...)
}

func (p *OthersAsk) leaveMessage(_ app.Context, typed string) {
	p.draft.Message = typed
	_, found := validation.ThirdParty(p.draft, *p.grant.Value.Share)
	p.form.leave("message", found...)
}

func (p *OthersAsk) chooseLevel(_ app.Context, level string) { p.draft.Level = access.Level(level) }

func (p *OthersAsk) submit(ctx app.Context, v part.Values) {
	user, approver := thirdFields()
	fields := slices.Concat(user, approver)
	names := []string{"level"}
	for _, f := range fields {
		if typed, ok := v[f.name]; ok {
			*f.of(&p.draft) = typed
		}
		names = append(names, f.name)
	}
	p.draft.Message = v["message"]
	if level, ok := v["level"]; ok {
		p.draft.Level = access.Level(level)
	}
	canonical, found := validation.ThirdParty(p.draft, *p.grant.Value.Share)
	if len(found) > 0 {
		p.form.refuse(ctx, sorted(found, append(names, "message")...))
		return
	}
	if !p.form.begin(canonical) {
		return
	}
	id := p.id
	o := session.Outgoing{
		What: session.WhatOthers, About: canonical.Email, Route: wire.OthersRoute(id),
		Method: "POST", Path: wire.ThirdPartiesPath(id), Key: p.form.key,
	}
	p.ctx.Async(func() {
		r, err := session.Deliver[wire.Request](p.ctx, o, canonical)
		p.ctx.Dispatch(func(ctx app.Context) {
			if id == p.id {
				p.answered(ctx, r, err)
			}
		})
	})
}

// answered takes the server's answer, or that there is none yet.
func (p *OthersAsk) answered(ctx app.Context, r wire.Request, err error) {
	waits := session.IsUnsent(err)
	if waits {
		err = nil
	}
	if !p.form.end(ctx, err) {
		return
	}
	part.EndDraft(ctx, p.m, "third/"+p.id)
	if waits {
		ctx.Navigate(wire.RouteUnsent)
		return
	}
	p.sent = &r
	session.Dispatch(ctx, session.RequestMoved{Request: r})
	session.Announce(p.m.T("third.sent", r.Reference))
	part.Focus(ctx, "third-sent")
}

// another empties the form for the next user.
func (p *OthersAsk) another(ctx app.Context) {
	p.sent = nil
	p.draft.Email, p.draft.Company, p.draft.Message = "", "", ""
	p.form = form{prefix: "third-"}
	part.Focus(ctx, "third-email")
}
