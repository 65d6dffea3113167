package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/wire"
)

// lockDialogID is the ID of the dialog that asks before a contract is locked.
const lockDialogID = "lock-dialog"

// openLock asks before the contract is locked: from then on no rule decides.
func (p *OfficeRules) openLock(ctx app.Context) {
	p.office.told, p.fault = outcome{}, nil
	p.locking = form{prefix: "lock-", dialog: lockDialogID}
	part.OpenDialog(ctx, lockDialogID)
	part.Focus(ctx, "lock-do")
}

func (p *OfficeRules) cancelLock(app.Context) { part.CloseDialog(lockDialogID) }

// lock puts the lock on.
func (p *OfficeRules) lock(app.Context, part.Values) {
	p.office.do(&p.locking, "POST", p.office.path(wire.PathOfficeRules), wire.ChangeRule{Rule: ruleLock}, func(app.Context) {
		p.done("rules.lock.done")
	})
}

// unlock takes the lock off, which asks nothing: the rules decide as before.
func (p *OfficeRules) unlock(app.Context) {
	p.command(wire.ChangeRule{Rule: ruleLock, Remove: true}, "rules.unlock.done")
}

func (p *OfficeRules) lockNow(locked bool) app.UI {
	m := p.office.m
	now, do, press := part.Tag(m.T("rules.lock.off"), "quiet", "dash"), "rules.lock.do", p.openLock
	if locked {
		now, do, press = part.Tag(m.T("rules.lock.on"), "act", "act"), "rules.unlock.do", p.unlock
	}
	return part.Row(now, part.Button(part.ButtonProps{ID: "rule-lock-do", Label: m.T(do), Busy: p.press.busy, OnClick: press}))
}

func (p *OfficeRules) lockDialog() app.UI {
	m, f := p.office.m, &p.locking
	return part.Dialog(part.DialogProps{ID: lockDialogID, Title: m.T("rules.lock.title", identifierText(m, p.office.scope)), Close: m.T("app.close")},
		part.Form(part.FormProps{ID: "lock-form", OnSubmit: p.lock},
			f.summary(m),
			part.Text(m.T("rules.lock.what")),
			part.Text(m.T("rules.lock.rest")),
			part.Row(
				part.Button(part.ButtonProps{ID: "lock-do", Label: m.T("rules.lock.do"), Kind: part.Primary, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "lock-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelLock}),
			),
		))
}
