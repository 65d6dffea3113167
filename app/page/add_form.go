package page

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// foldAfter is longer than a click and shorter than a thought.
const foldAfter = 200 * time.Millisecond

// tellAfter is how long a person has paused before they are told what their text
// comes to.
const tellAfter = 700 * time.Millisecond

// AddForm is the second step of Add Access, for downloads only and for full
// support, and the form of ordering and of an access programme: what to
// associate, then "Check your answers", then Submit. What was typed waits as a
// draft while the person looks at other pages.
type AddForm struct {
	app.Compo
	Level access.Level

	ctx     app.Context
	model   session.Model
	program string // ID of the access programme, from the address
	draft   draft
	faults  []wire.FieldError // of the last Continue: the summary stays until the next one
	preview preview
	mend    mend                   // of a gap in the profile, before Submit
	leaving int                    // counts what may overtake the folding of a field that was left
	unread  map[access.Kind]string // typed, and not read into the draft yet
	live    map[access.Kind]string // what that comes to so far, told once the person pauses
	typed   int                    // counts what was typed since
}

// CompoID keeps the two levels' forms apart: one never takes over the other's
// fields.
func (p *AddForm) CompoID() string { return string(p.Level) }

// OnMount begins to follow the session.
func (p *AddForm) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.mend = mend{ctx: ctx, name: "company", find: func(session.Model) []wire.Request { return nil }}
	session.Observe(ctx, &p.model, p.changed)
}

// OnNav takes an access programme and the step from the address.
func (p *AddForm) OnNav(ctx app.Context) {
	if program := lastPart(ctx); p.Level == access.Programme && p.program != program {
		p.turn(program)
		p.changed(ctx)
	}
	p.step(ctx)
}

// turn begins with another access programme. Nothing that was typed for the one
// before stays: its draft has each letter.
func (p *AddForm) turn(program string) {
	p.leaving++
	p.preview.answer.forget()
	p.program, p.draft, p.faults, p.unread, p.live = program, draft{}, nil, nil, nil
}

// changed takes up the person's draft of this level, once it is known who it
// is. A draft of somebody else is not shown.
func (p *AddForm) changed(ctx app.Context) {
	if !session.Need(ctx, p.model) || p.Level == access.Programme && p.program == "" {
		return
	}
	if p.gone() {
		part.Ready(ctx)
		return
	}
	me := p.model.Me.ID
	if p.draft.Owner == me {
		p.previewAgain()
		return
	}
	var kept draft
	session.TakeDraft(p.draftKey(), &kept)
	blank := p.blank(me)
	if kept.Owner != me {
		kept = blank
	}
	kept.Program.program = blank.Program.program
	p.draft = kept.resumed()
	if kept.Refused != nil {
		p.faults = p.draft.Problems
		session.KeepDraft(p.draftKey(), p.draft)
		part.Focus(ctx, part.SummaryID)
	}
	p.step(ctx)
	part.Ready(ctx)
}

// blank is the empty form of the level or the programme.
func (p *AddForm) blank(owner string) draft {
	if program := p.model.Settings.Program(p.program); program != nil {
		return newProgramDraft(owner, *program)
	}
	return newDraft(owner, p.Level)
}

// gone reports an access programme that the settings do not have.
func (p *AddForm) gone() bool {
	return p.Level == access.Programme && p.model.Settings.Program(p.program) == nil
}

func (p *AddForm) draftKey() string {
	return session.DraftKey(p.model, addDraftName(p.Level, p.program))
}

// put makes the draft the page's and keeps it for a return.
func (p *AddForm) put(d draft) {
	p.draft = d
	p.keep()
}

// keep stores the draft, with what is being typed.
func (p *AddForm) keep() {
	d := p.draft
	for kind, text := range p.unread {
		d = d.typed(kind, text)
	}
	session.KeepDraft(p.draftKey(), d)
}

func (p *AddForm) choose(_ app.Context, kind string) {
	if kind == specific {
		kind = string(access.KindContract)
	}
	p.put(p.draft.choose(access.Kind(kind)))
}

// typing keeps each letter for a return to the page, and leaves the field as it
// is: no input method is interrupted while one types. What the text comes to so
// far is told under it once the person pauses.
func (p *AddForm) typing(ctx app.Context, kind access.Kind, text string) {
	ctx.PreventUpdate()
	if p.unread == nil {
		p.unread = map[access.Kind]string{}
	}
	p.unread[kind] = text
	p.keep()
	p.typed++
	turn := p.typed
	p.ctx.After(tellAfter, func(app.Context) {
		if _, still := p.unread[kind]; !still || turn != p.typed {
			return
		}
		if p.live == nil {
			p.live = map[access.Kind]string{}
		}
		p.live[kind] = liveText(p.model, kind, text)
	})
}

// leave folds what was typed, in front of the person's eyes. It waits a moment:
// verdicts that appear between the press and the release of a button would
// move the button away from under the pointer.
func (p *AddForm) leave(kind access.Kind, text string) {
	p.leaving++
	turn := p.leaving
	p.ctx.After(foldAfter, func(app.Context) {
		if turn != p.leaving {
			return
		}
		delete(p.unread, kind)
		p.put(p.draft.read(kind, text))
		part.SetValue(fieldID(kind), p.draft.entry(kind).Text)
	})
}

func (p *AddForm) unfold(app.Context) {
	p.put(p.draft.unfold())
	part.SetValue(fieldID(p.draft.Kind), p.draft.entry(p.draft.Kind).Text)
	part.Focus(p.ctx, fieldID(p.draft.Kind))
}

func (p *AddForm) agree(_ app.Context, yes bool) { p.put(p.draft.agree(yes)) }

// next goes to "Check your answers" with what the form holds at this moment.
func (p *AddForm) next(ctx app.Context, v part.Values) {
	d := p.draft.agree(v["agreed"] != "")
	if text, ok := v[fieldID(d.Kind)]; ok {
		d = d.read(d.Kind, text)
	}
	delete(p.unread, d.Kind)
	p.goOn(ctx, d)
}

// nextWithGood leaves the bad entries out and goes on.
func (p *AddForm) nextWithGood(ctx app.Context) {
	p.goOn(ctx, p.draft.leaveOut())
}

func (p *AddForm) goOn(ctx app.Context, d draft) {
	p.leaving++
	d = d.check()
	p.put(d)
	p.faults = d.Problems
	part.SetValue(fieldID(d.Kind), d.entry(d.Kind).Text)
	if d.Step == stepCheck {
		p.askPreview()
		ctx.Navigate(ctx.Page().URL().Path + "?" + checkQuery)
		part.Focus(p.ctx, "title")
		app.Window().Call("scrollTo", 0, 0)
		return
	}
	part.Focus(p.ctx, part.SummaryID)
}

func (p *AddForm) back(ctx app.Context) {
	p.put(p.draft.back())
	p.faults = nil
	p.reopen(ctx)
	part.Focus(p.ctx, fieldID(p.draft.Kind))
}

// send submits. The same press keeps its key, however often it is tried.
func (p *AddForm) send(ctx app.Context) {
	if p.draft.Step == stepSend {
		return // pressed twice
	}
	p.put(p.draft.press(live.NewKey))
	o, body, program := submission(p.draft.Sent, p.draft.Key, ctx.Page().URL().Path), p.draft.Sent, p.program
	p.ctx.Async(func() {
		sent, err := session.Deliver[wire.Submission](p.ctx, o, body)
		p.ctx.Dispatch(func(ctx app.Context) {
			if program != p.program {
				return // another form by now; this one's draft has the key of the press
			}
			next := wire.SubmissionRoute(sent.ID)
			if session.IsUnsent(err) {
				next, err = wire.RouteUnsent, nil
			}
			if err != nil {
				p.refused(ctx, err)
				return
			}
			p.draft = draft{}
			session.DropDraft(p.draftKey())
			ctx.Navigate(next)
		})
	})
}

// submission is a submission as the outbox keeps it.
func submission(s wire.Submit, key, route string) session.Outgoing {
	return session.Outgoing{
		What: session.WhatSubmit, About: strings.Join(s.Identifiers, ", "), Route: route,
		Method: "POST", Path: wire.PathSubmissions, Key: key,
	}
}

func (p *AddForm) refused(ctx app.Context, err error) {
	p.put(p.draft.failed(part.ProblemOf(err)))
	p.faults = p.draft.Problems
	if p.draft.Step == stepEnter {
		p.reopen(ctx)
		part.Focus(ctx, part.SummaryID)
		return
	}
	part.Focus(ctx, "send")
}

// Render shows the step that the draft has come to.
func (p *AddForm) Render() app.UI {
	m := p.model
	back := &part.Tab{Href: wire.RouteAdd, Label: m.T("add.back_to_types")}
	if p.Level == access.Ordering || p.Level == access.Programme {
		if tab := p.onTab(m); tab != nil {
			return tab
		}
	}
	if p.draft.Owner == "" {
		return part.Shell(m, part.ShellProps{Title: m.T("add.title"), Active: wire.RouteAccess, Narrow: true, Back: back}, part.Loading(m))
	}
	if p.draft.Step == stepEnter {
		return part.Shell(m, part.ShellProps{
			Title: m.T("add.title"), Lead: m.T("level." + string(p.Level)), Active: wire.RouteAccess,
			Narrow: true, Errors: len(p.faults) > 0, Back: back,
		}, p.enter(m)...)
	}
	return part.Shell(m, part.ShellProps{
		Title: m.T("add.check"), Lead: m.T("add.title"), Active: wire.RouteAccess, Narrow: true, Errors: p.draft.Failure != nil || p.mend.wrong(),
	}, p.check(m)...)
}
