package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// pushSwitch turns notifications on this device on and off. The browser asks the
// person once they have pressed, and never before.
type pushSwitch struct {
	ctx  app.Context // the page's own
	wish bool        // chosen and on its way
	busy bool
	on   bool // turned on here
	err  error
}

func (p *pushSwitch) set(on bool) {
	if p.busy {
		return
	}
	p.wish, p.busy, p.err = on, true, nil
	m := session.Get(p.ctx)
	p.ctx.Async(func() {
		state, err := session.SetPush(m, on)
		p.ctx.Dispatch(func(ctx app.Context) {
			p.busy, p.err, p.on = false, err, state == session.PushOn
			session.Dispatch(ctx, session.PushFound{State: state})
		})
	})
}

// card asks, after a submission of which something is not decided yet.
func (p *pushSwitch) card(m session.Model, requests []wire.Request) app.UI {
	switch {
	case m.Push == session.PushOn && p.on:
		return p.said(m.T("push.asked"))
	case m.Push == session.PushBlocked && p.wish:
		return p.said(m.T("push.blocked"))
	case m.Push != session.PushOff, decided(requests) == len(requests):
		return nil
	}
	return app.Section().ID("push-ask").Class("push-ask").Aria("labelledby", "push-ask-title").Body(
		part.Icon("bell"),
		app.Div().Class("push-ask-text").Body(
			app.H2().ID("push-ask-title").Text(m.T("push.ask")),
			part.Muted(m.T("push.ask.text")),
			part.Group(p.failure(m)),
			app.Div().Class("actions").Body(
				part.Button(part.ButtonProps{ID: "push-on", Label: m.T("push.ask.on"), Busy: p.busy, OnClick: func(app.Context) { p.set(true) }}),
				part.Button(part.ButtonProps{ID: "push-not", Label: m.T("push.ask.not"), Kind: part.Plain, OnClick: session.DeclinePush}),
			),
		),
	)
}

func (p *pushSwitch) said(text string) app.UI {
	return app.P().Class("push-said", "muted").Role("status").Body(part.Icon("bell"), app.Span().Text(text))
}

func (p *pushSwitch) failure(m session.Model) app.UI {
	if p.err == nil {
		return nil
	}
	return part.Notice(part.Trouble, "", app.P().Text(m.T("push.failed")))
}

// settings is the switch with the truth about this device; nothing where the
// portal pushes nothing.
func (p *pushSwitch) settings(m session.Model) app.UI {
	if m.Settings.PushKey == "" {
		return nil
	}
	text := ""
	switch m.Push {
	case session.PushUnknown, session.PushUnsupported, session.PushBlocked, session.PushShared:
		state := m.Push
		if state == session.PushUnknown {
			state = "unknown"
		}
		text = m.T("push." + string(state))
	}
	if text != "" {
		return part.Card("", app.Div().ID("push").Class("stack").Body(
			app.P().Class("label").Text(m.T("push.title")), app.P().Text(text)))
	}
	value := map[bool]string{true: "on", false: "off"}
	on := m.Push == session.PushOn
	if p.busy {
		on = p.wish
	}
	return part.Card("",
		part.Radios(part.ChoiceProps{
			ID: "push", Label: m.T("push.title"), Hint: m.T("push.hint"), Value: value[on],
			Choices:  []part.Choice{{Value: "on", Label: m.T("push.on")}, {Value: "off", Label: m.T("push.off")}},
			OnChoose: func(_ app.Context, v string) { p.set(v == "on") },
		}),
		app.Div().Attr("role", "status").Body(part.Group(p.failure(m))),
	)
}
