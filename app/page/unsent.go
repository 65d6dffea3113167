package page

import (
	"encoding/json"
	"path"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// Unsent is the page /unsent: what was done without a network and waits on this
// device, in the order in which it is sent. With ?signout it asks whether to
// give it up and sign out.
type Unsent struct {
	app.Compo

	ctx     app.Context // the page's own
	m       session.Model
	leaving bool // the person wants to sign out
	checks  checks
}

// OnMount starts listening.
func (p *Unsent) OnMount(ctx app.Context) {
	p.ctx, p.checks = ctx, checks{}
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav reads whether the person wants to sign out.
func (p *Unsent) OnNav(ctx app.Context) { p.leaving = ctx.Page().URL().Query().Has("signout") }

func (p *Unsent) changed(ctx app.Context) {
	if session.Need(ctx, p.m) {
		p.checks.follow(p.ctx, p.m)
		part.Ready(ctx)
	}
}

// Render shows the page.
func (p *Unsent) Render() app.UI {
	m := p.m
	rows := m.Unsent()
	content := []app.UI{p.signOut(m)}
	if len(rows) == 0 {
		return part.Shell(m, part.ShellProps{Title: m.T("unsent.title"), Active: wire.RouteUnsent, Narrow: true, Own: true},
			append(content, part.Empty(m.T("unsent.none"), m.T("unsent.none.do"), nil))...)
	}
	items := make([]app.UI, 0, len(rows))
	for _, o := range rows {
		items = append(items, part.Keyed(o.Key, p.row(m, o)))
	}
	return part.Shell(m, part.ShellProps{Title: m.T("unsent.title"), Lead: m.T("unsent.lead"), Active: wire.RouteUnsent, Narrow: true, Own: true},
		append(content, app.Div().Class("cards").Body(items...))...)
}

// signOut asks before what was not sent is lost.
func (p *Unsent) signOut(m session.Model) app.UI {
	if !p.leaving || len(m.Unsent()) == 0 {
		return nil
	}
	return part.Notice(part.Warning, m.T("unsent.signout"), app.P().Text(m.T("unsent.signout.text")),
		part.Button(part.ButtonProps{ID: "unsent-signout", Label: m.T("unsent.signout.do"), Kind: part.Danger, OnClick: session.SignOutAnyway}))
}

// row is one outgoing command.
func (p *Unsent) row(m session.Model, o session.Outgoing) app.UI {
	return app.Article().ID("unsent-"+o.Key).Class("card", "unsent-row").TabIndex(-1).Body(
		app.H2().Class("card-title").Text(unsentTitle(m, o)),
		part.UnsentTag(m, o.State),
		app.P().Class("muted").Text(m.T("unsent.at", part.Exact(m, o.At))),
		part.Group(moveNote(o)),
		part.Group(p.why(m, o)),
		part.Row(p.buttons(m, o)...),
	)
}

func unsentTitle(m session.Model, o session.Outgoing) string {
	if o.About == "" {
		return part.UnsentName(m, o)
	}
	return m.T("unsent.about", part.UnsentName(m, o), o.About)
}

// why says why it was refused, and of a draft what happened meanwhile.
func (p *Unsent) why(m session.Model, o session.Outgoing) app.UI {
	if o.State == session.OutDraft {
		_, told := p.checks.verdict(m, o)
		return told
	}
	if o.Problem == nil {
		return nil
	}
	if len(o.Problem.Fields) == 0 {
		return part.Failed(m, o.Problem, o.Key, nil)
	}
	var lines []app.UI
	for _, e := range part.FieldErrors(m, "", o.Problem) {
		lines = append(lines, app.P().Text(e.Text))
	}
	return part.Notice(part.Trouble, "", lines...)
}

// buttons find their command by its key when they are pressed: it may have
// changed since they were drawn.
func (p *Unsent) buttons(m session.Model, o session.Outgoing) []app.UI {
	key := o.Key
	on := func(do func(ctx app.Context, o session.Outgoing)) func(app.Context) {
		return func(ctx app.Context) {
			for _, o := range session.Get(ctx).Unsent() {
				if o.Key == key {
					do(p.ctx, o)
				}
			}
		}
	}
	button := func(what, label string, kind part.Kind, do func(ctx app.Context, o session.Outgoing)) app.UI {
		return part.Button(part.ButtonProps{ID: what + "-" + key, Label: label, Hint: " " + o.About, Kind: kind, OnClick: on(do)})
	}
	discard := button("discard", m.T("unsent.discard"), part.Plain, discardUnsent)
	switch {
	case o.State == session.OutDraft:
		return append(p.decisionButtons(m, o, func() app.UI {
			return button("confirm", m.T("unsent.check.send"), part.Primary, p.confirm)
		}), discard)
	case o.State == session.OutWaiting:
		return []app.UI{button("retry", m.T("app.retry"), part.Secondary, retryUnsent), discard}
	case o.What == session.WhatSubmit, o.What == session.WhatProfile, o.What == session.WhatMessage, o.What == session.WhatOthers:
		return []app.UI{button("correct", m.T("unsent.correct"), part.Primary, correctUnsent), discard}
	}
	return []app.UI{part.LinkButton(o.Route, m.T("unsent.page"), part.Secondary), discard}
}

func retryUnsent(ctx app.Context, _ session.Outgoing) { session.SendUnsent(ctx) }

func (p *Unsent) confirm(ctx app.Context, o session.Outgoing) { p.checks.confirm(ctx, o) }

func discardUnsent(ctx app.Context, o session.Outgoing) {
	session.Discard(ctx, o)
	part.Focus(ctx, "title")
}

// correctUnsent brings a refused command back to its form, with what was typed
// and what the server said of it. The form has it before the outbox lets go.
func correctUnsent(ctx app.Context, o session.Outgoing) {
	m := session.Get(ctx)
	switch o.What {
	case session.WhatSubmit:
		var s wire.Submit
		if json.Unmarshal(o.Body, &s) == nil { // our own type
			session.KeepDraft(session.DraftKey(m, addDraftName(s.Level, s.Program)), refusedDraft(m, s, o.Problem))
		}
	case session.WhatProfile:
		keepProfile(m, o)
	case session.WhatOthers:
		keepRefusal(m, "third/"+path.Base(o.Route), o)
	case session.WhatMessage:
		var s wire.SendMessage
		if json.Unmarshal(o.Body, &s) == nil {
			session.KeepMessageDraft(m.Me.ID, conversationOf(o), s.Text, false)
		}
	case session.WhatMove, session.WhatExtend, session.WhatDecision:
	}
	session.Discard(ctx, o)
	ctx.Navigate(o.Route)
}

// conversationOf is the conversation that a message is sent in.
func conversationOf(o session.Outgoing) string {
	return strings.TrimSuffix(strings.TrimPrefix(o.Path, wire.PathConversations+"/"), "/messages")
}

// refusedDraft is the form as it was sent, with why it was refused.
func refusedDraft(m session.Model, s wire.Submit, why *wire.Problem) draft {
	d := newDraft(m.Me.ID, s.Level)
	if program := m.Settings.Program(s.Program); program != nil {
		d = newProgramDraft(m.Me.ID, *program)
	}
	d = d.choose(s.Kind).read(s.Kind, strings.Join(s.Identifiers, "\n")).agree(s.Agreed)
	d.Refused = why
	return d
}

// addDraftName is the name of the draft of an Add Access form.
func addDraftName(level access.Level, program string) string {
	return "add/" + string(level) + program
}
