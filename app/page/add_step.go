package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// checkQuery is the query of the address of "Check your answers": a step of its
// own, so that the browser's Back leads to the form.
const checkQuery = "check"

// step goes to the step of the address, as far as what was entered allows.
func (p *AddForm) step(ctx app.Context) {
	if p.draft.Owner == "" {
		return
	}
	switch check := ctx.Page().URL().Query().Has(checkQuery); {
	case check && p.draft.Step == stepEnter:
		d := p.draft.check()
		if d.Step != stepCheck {
			p.reopen(ctx)
			return
		}
		p.put(d)
		p.askPreview()
	case !check && p.draft.Step == stepCheck:
		p.put(p.draft.back())
		p.faults = nil
	}
}

// reopen shows the form at its own address.
func (p *AddForm) reopen(ctx app.Context) {
	if ctx.Page().URL().Query().Has(checkQuery) {
		session.Replace(ctx.Page().URL().Path)
	}
}
