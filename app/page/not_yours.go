package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// notYours is a page that is for others, with the way home; whose says for
// whom it is, as a catalogue key.
func notYours(m session.Model, p part.ShellProps, whose string) app.UI {
	return part.Shell(m, part.ShellProps{Title: p.Title, Active: p.Active},
		part.Empty(m.T(whose), "", part.LinkButton(wire.RouteHome, m.T("app.notfound.home"), part.Secondary)))
}

// Whose a page may be.
const (
	forDeciders  = "app.not_yours.decider"
	forOperators = "app.not_yours.operator"
)
