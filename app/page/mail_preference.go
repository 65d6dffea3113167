package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// mailPreference lets an administrator choose how often to be mailed about
// requests, and a reviewer about messages that found nobody there. A choice takes effect at once.
type mailPreference struct {
	ctx   app.Context // the page's own
	wish  string      // chosen and on its way
	busy  bool
	saved bool
	err   error
}

// The radio's values; the wire's "at once" is empty.
const preferOnce = "once"

func (p *mailPreference) view(m session.Model) app.UI {
	if m.Me == nil || !m.Me.Decides() {
		return nil
	}
	hint := "delivery.prefer.hint"
	if !m.Me.Administers {
		hint = "chat.prefer.hint"
	}
	value := p.wish
	if !p.busy {
		value = preferValue(m.Me.AdministratorMail)
	}
	choices := []part.Choice{}
	for _, v := range []string{preferOnce, string(wire.MailDaily), string(wire.MailNone)} {
		choices = append(choices, part.Choice{Value: v, Label: m.T("delivery.prefer." + v), Hint: m.T("delivery.prefer." + v + ".what")})
	}
	return part.Card("",
		part.Radios(part.ChoiceProps{
			ID: "administrator-mail", Label: m.T("delivery.prefer"), Hint: m.T(hint),
			Value: value, Choices: choices, OnChoose: func(_ app.Context, v string) { p.choose(v) },
		}),
		app.Div().Attr("role", "status").Body(p.told(m)),
	)
}

func (p *mailPreference) told(m session.Model) app.UI {
	switch {
	case p.err != nil:
		return part.Failed(m, p.err, "prefer", func(app.Context) { p.choose(p.wish) })
	case p.saved:
		return part.Muted(m.T("delivery.prefer.saved"))
	}
	return nil
}

func preferValue(w wire.MailPreference) string {
	if w == wire.MailAtOnce {
		return preferOnce
	}
	return string(w)
}

func (p *mailPreference) choose(value string) {
	p.wish, p.busy, p.saved, p.err = value, true, false, nil
	wish := wire.MailPreference(value)
	if value == preferOnce {
		wish = wire.MailAtOnce
	}
	p.ctx.Async(func() {
		me, err := live.Send[wire.Me]("PUT", wire.PathMailPrefer, wire.SetMailPreference{AdministratorMail: wish}, live.NewKey())
		p.ctx.Dispatch(func(ctx app.Context) {
			if p.wish != value {
				return // another choice is on its way
			}
			p.busy, p.err, p.saved = false, err, err == nil
			if err == nil {
				session.Dispatch(ctx, session.MeLoaded{Me: me})
			}
		})
	})
}
