package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// actions are the buttons of a request's card: only what the server lets this
// person do now.
func (h *deeds) actions(m session.Model, r wire.Request, p cardProps) app.UI {
	for _, move := range []access.Move{access.MoveCancel, access.MoveConfirm, access.MoveReprocess} {
		if waiting := part.UnsentTo(m, wire.MovePath(r.ID, move)); waiting != nil {
			return waiting
		}
	}
	if h.of(r.ID).Sure && may(r, access.MoveCancel) {
		return h.sure(m, r)
	}
	id := r.ID
	var buttons []app.UI
	switch {
	case p.Mended || r.Status != access.PendingAction:
	case r.Questioned() && !p.Alone:
		buttons = append(buttons, part.LinkButton(wire.RequestRoute(id), m.T("request.answer.do"), part.Primary))
	default:
		buttons = append(buttons, h.confirmAndReprocess(m, r)...)
	}
	if retries(m, r) && !p.Mended {
		buttons = append(buttons, h.retryButton(m, r))
	}
	if r.Switch != "" {
		buttons = append(buttons, h.switchButton(m, r))
	}
	if r.DuplicateOf != "" {
		label := m.T("request.duplicate.open")
		if r.Earlier != nil {
			label = m.T("request.duplicate.of", r.Earlier.Reference)
		}
		buttons = append(buttons, part.LinkButton(wire.RequestRoute(r.DuplicateOf), label, part.Secondary))
	}
	if r.Status == access.Cancelled || r.Status == access.Expired || r.Revoked != nil && r.For == "" && r.Identifier.Kind != access.KindWithheld {
		buttons = append(buttons, part.LinkButton(wire.RouteAdd, m.T("request.again"), part.Secondary))
	}
	switch {
	case r.Held != "" && may(r, access.MoveCancel):
		buttons = append(buttons, h.labelledMove(m, r, access.MoveCancel, part.Secondary, m.T("request.needless.do")))
	case may(r, access.MoveCancel):
		buttons = append(buttons, part.Button(part.ButtonProps{
			ID: "cancel-" + id, Label: m.T("move.cancel"), Kind: part.Plain, Hint: " " + identifierText(m, r.Identifier),
			OnClick: func(app.Context) { h.askSure(id) },
		}))
	}
	if len(buttons) == 0 {
		return nil
	}
	return app.Div().Class("actions").Body(append(buttons, switchNote(m, r))...)
}

// confirmAndReprocess complete a request that waits for its requester, where
// the account block that offers the same for a whole group is not beside it.
func (h *deeds) confirmAndReprocess(m session.Model, r wire.Request) []app.UI {
	var buttons []app.UI
	if may(r, access.MoveConfirm) && !r.Questioned() {
		buttons = append(buttons, h.moveButton(m, r, access.MoveConfirm, part.Primary))
	}
	if r.For == "" && r.Extends == nil { // about the requester's own account
		buttons = append(buttons, part.LinkButton(wire.RequestRoute(r.ID), m.T("request.resolve"), part.Secondary))
	}
	if may(r, access.MoveReprocess) {
		buttons = append(buttons, h.moveButton(m, r, access.MoveReprocess, part.Secondary))
	}
	return buttons
}

// retryButton evaluates a denied request again. A contract that is not in force
// comes back by its registry alone: the button says when pressing it helps.
func (h *deeds) retryButton(m session.Model, r wire.Request) app.UI {
	switch i := r.Inactive; {
	case !has(r, access.ContractInactive), i != nil && i.Term == access.TermNotStarted && !i.Day.IsZero():
		return h.moveButton(m, r, access.MoveReprocess, part.Secondary)
	case i != nil && i.Term == access.TermExpired:
		return h.labelledMove(m, r, access.MoveReprocess, part.Plain, m.T("move.reprocess.renewed"))
	}
	return h.labelledMove(m, r, access.MoveReprocess, part.Plain, m.T("move.reprocess.active"))
}

func (h *deeds) moveButton(m session.Model, r wire.Request, move access.Move, kind part.Kind) app.UI {
	return h.labelledMove(m, r, move, kind, m.T("move."+string(move)))
}

// labelledMove's handler keeps the request's ID and move, which its scope names.
func (h *deeds) labelledMove(m session.Model, r wire.Request, move access.Move, kind part.Kind, label string) app.UI {
	id := r.ID
	return part.Button(part.ButtonProps{
		ID: string(move) + "-" + id, Label: label, Kind: kind,
		Hint: " " + identifierText(m, r.Identifier), Busy: h.of(id).Busy == move,
		OnClick: func(app.Context) { h.move(id, move) },
	})
}

func (h *deeds) switchButton(m session.Model, r wire.Request) app.UI {
	id := r.ID
	return part.Button(part.ButtonProps{
		ID: "switch-" + id, Label: m.T("request.switch." + string(r.Switch)), Kind: part.Secondary,
		Hint: " " + identifierText(m, r.Identifier), Busy: h.of(id).Busy == switchLevel,
		OnClick: func(app.Context) { h.change(id) },
	})
}

func switchNote(m session.Model, r wire.Request) app.UI {
	if r.Switch == "" {
		return nil
	}
	return app.P().Class("muted", "actions-note").Text(m.T("request.switch.agreed"))
}

// sure is the question before a request is cancelled.
func (h *deeds) sure(m session.Model, r wire.Request) app.UI {
	id := r.ID
	return app.Div().Class("actions", "cancel-sure").Role("group").Aria("labelledby", "sure-"+id).Body(
		app.P().ID("sure-"+id).Text(m.T("request.cancel.sure", identifierText(m, r.Identifier))),
		part.Button(part.ButtonProps{
			ID: "cancel-no-" + id, Label: m.T("request.cancel.no"),
			OnClick: func(app.Context) { h.keep(id) },
		}),
		part.Button(part.ButtonProps{
			ID: "cancel-yes-" + id, Label: m.T("request.cancel.yes"), Kind: part.Danger,
			Busy:    h.of(id).Busy == access.MoveCancel,
			OnClick: func(app.Context) { h.move(id, access.MoveCancel) },
		}),
	)
}
