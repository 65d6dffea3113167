package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// zoneChoice lets a person choose the time zone of their mail. The first sign-in
// has set that of the browser; pages always use the device's.
type zoneChoice struct {
	ctx   app.Context // the page's own
	zones []string    // that the browser knows
	wish  string      // chosen and on its way
	busy  bool
	saved bool
	err   error
}

func (z *zoneChoice) view(m session.Model) app.UI {
	if m.Me == nil {
		return nil
	}
	value := z.wish
	if !z.busy {
		value = m.Me.Zone
	}
	choices := []part.Choice{}
	if value == "" {
		choices = append(choices, part.Choice{Label: m.T("account.zone.none")})
	}
	for _, name := range zonesWith(z.zones, value, m.Zone.Name) {
		choices = append(choices, part.Choice{Value: name, Label: name})
	}
	var told app.UI
	switch {
	case z.err != nil:
		told = part.Failed(m, z.err, "zone", func(app.Context) { z.choose(z.wish) })
	case z.saved:
		told = part.Muted(m.T("delivery.prefer.saved"))
	}
	return part.Card("",
		part.Select(part.ChoiceProps{
			ID: "zone", Label: m.T("account.zone"), Hint: m.T("account.zone.hint"), Value: value,
			Choices: choices, OnChoose: func(_ app.Context, v string) { z.choose(v) },
		}),
		app.Div().Attr("role", "status").Body(told),
	)
}

// zonesWith are the names to choose from, sorted: those that the browser knows
// and, beside them, what is chosen and the device's own.
func zonesWith(known []string, more ...string) []string {
	all := slices.Clone(known)
	for _, name := range more {
		if name != "" {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (z *zoneChoice) choose(name string) {
	z.wish, z.busy, z.saved, z.err = name, true, false, nil
	z.ctx.Async(func() {
		me, err := live.Send[wire.Me]("PUT", wire.PathZone, wire.SetZone{Zone: name}, live.NewKey())
		z.ctx.Dispatch(func(ctx app.Context) {
			if z.wish != name {
				return // another choice is on its way
			}
			z.busy, z.err, z.saved = false, err, err == nil
			if err == nil {
				session.Dispatch(ctx, session.MeLoaded{Me: me})
			}
		})
	})
}
