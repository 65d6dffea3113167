package page

import (
	"encoding/json"
	"path"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// checks are the requests of decisions that were made without a network, as
// they stand now, by the decision's key.
type checks map[string]*answer[wire.QueueItem]

// follow asks for the requests once there is a line, and again when one changes.
func (c checks) follow(ctx app.Context, m session.Model) {
	if m.Line.State != live.Live {
		return
	}
	for _, o := range m.Unsent() {
		if o.State != session.OutDraft {
			continue
		}
		a, asked := c[o.Key]
		if !asked {
			a = &answer[wire.QueueItem]{}
			c[o.Key] = a
		}
		id := path.Base(o.Route)
		if !asked || a.Here && !a.Busy && newer(m, id) > a.Value.Row.Seq {
			a.ask(ctx, func() (wire.QueueItem, error) { return live.Get[wire.QueueItem](wire.QueuePath(id)) }, nil)
		}
	}
}

// verdict is what became of a decision's request: whether the decision can be
// sent still, and what the person is told.
func (c checks) verdict(m session.Model, o session.Outgoing) (item *wire.QueueItem, told app.UI) {
	a := c[o.Key]
	switch {
	case m.Line.State != live.Live || a == nil:
		return nil, nil
	case a.Err != nil:
		return nil, part.Failed(m, a.Err, o.Key, nil)
	case !a.Here:
		return nil, part.Muted(m.T("unsent.check"))
	}
	now := a.Value
	status := m.T("status."+string(now.Row.Status), m.Vendor())
	by := ""
	if len(now.Steps) > 0 {
		by = now.Steps[len(now.Steps)-1].Name
	}
	switch {
	case slices.Contains(now.Moves, o.Move) && now.Row.Seq == decisionOf(o).Seq:
		return &now, part.Notice(part.Info, m.T("unsent.check.free"))
	case slices.Contains(now.Moves, o.Move):
		return &now, part.Notice(part.Warning, m.T("unsent.check.changed", status))
	case isOwnName(m, by):
		return nil, part.Notice(part.Success, m.T("unsent.check.own", status))
	case by != "":
		return nil, part.Notice(part.Warning, m.T("unsent.check.decided", by, status))
	}
	return nil, part.Notice(part.Warning, m.T("unsent.check.gone", status))
}

// isOwnName reports whether a name in a history is the person's own.
func isOwnName(m session.Model, name string) bool {
	p := m.Me.Profile
	return name != "" && (name == p.GivenName+" "+p.FamilyName || name == p.FamilyName+" "+p.GivenName)
}

// decisionOf is what would be sent.
func decisionOf(o session.Outgoing) (body wire.Moved) {
	_ = json.Unmarshal(o.Body, &body) // our own type
	return body
}

// confirm sends a decision on what the person has seen now.
func (c checks) confirm(ctx app.Context, o session.Outgoing) {
	item, _ := c.verdict(session.Get(ctx), o)
	if item == nil {
		return
	}
	if body := decisionOf(o); body.Seq != item.Row.Seq {
		body.Seq = item.Row.Seq
		text, err := json.Marshal(body)
		if err != nil {
			return // our own type
		}
		o.Body, o.Key = text, live.NewKey() // another body is another command
	}
	session.Retry(ctx, o)
}

// moveNote is what was said with a decision, or answered to a question.
func moveNote(o session.Outgoing) app.UI {
	note := o.Words()
	if note == "" {
		return nil
	}
	return app.Blockquote().Text(note)
}

// decisionButtons are a draft's: to send it, where it can be sent still, and the
// way to its request.
func (p *Unsent) decisionButtons(m session.Model, o session.Outgoing, send func() app.UI) []app.UI {
	var buttons []app.UI
	if item, _ := p.checks.verdict(m, o); item != nil {
		buttons = append(buttons, send())
	}
	return append(buttons, part.LinkButton(o.Route, m.T("unsent.page"), part.Secondary))
}
