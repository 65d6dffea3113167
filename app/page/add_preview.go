package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// preview is what one's own account says of the answers that are being checked.
type preview struct {
	answer answer[wire.Preview]
	of     wire.Profile // the profile it was asked with
}

// askPreview asks once "Check your answers" is opened, and again when the
// profile has changed. Without an answer the answers can be sent all the same.
func (p *AddForm) askPreview() {
	if p.draft.Step == stepEnter || p.model.Me == nil {
		return
	}
	body := p.draft.submit()
	p.preview.of = p.model.Me.Profile
	p.preview.answer.ask(p.ctx, func() (wire.Preview, error) {
		return live.Send[wire.Preview]("POST", wire.PathPreview, body, "")
	}, nil)
}

// previewAgain follows a change of the profile while the answers are checked.
func (p *AddForm) previewAgain() {
	if p.draft.Step == stepCheck && p.preview.of != p.model.Me.Profile {
		p.askPreview()
	}
}

// leaveOut drops one number from what is asked for.
func (p *AddForm) leaveOut(value string) {
	p.put(p.draft.dropped(value))
	p.askPreview()
	part.Focus(p.ctx, "title")
}

// previewed is each number with what is known of it beforehand.
func (p *AddForm) previewed(m session.Model) app.UI {
	a := p.preview.answer
	said := map[string]wire.PreviewItem{}
	for _, item := range a.Value.Items {
		said[item.Identifier.Value] = item
	}
	values := p.draft.submit().Identifiers
	lines := make([]app.UI, 0, len(values))
	for _, value := range values {
		item, here := said[p.draft.identifier(value).Value]
		lines = append(lines, p.previewLine(m, value, item, here, len(values) > 1))
	}
	return app.Div().Class("stack").Body(
		app.Ul().Class("previews").Aria("busy", when(a.Busy, "true")).Body(lines...),
		app.P().Class("muted").Role("status").Text(previewNote(m, a)),
	)
}

// previewNote says what the preview is worth.
func previewNote(m session.Model, a answer[wire.Preview]) string {
	if a.Err != nil {
		return m.T("preview.failed")
	}
	return m.T("preview.note", m.Vendor())
}

func (p *AddForm) previewLine(m session.Model, value string, item wire.PreviewItem, here, several bool) app.UI {
	id := p.draft.identifier(value)
	class, body := "preview", []app.UI{app.Span().Class("code").Text(value)}
	switch {
	case !here && p.preview.answer.Err != nil:
	case !here: // as high as the answer will be: Submit must not move away under the finger
		body = append(body, app.Span().Class("verdict-text", "muted").Body(part.Icon("clock"), app.Span().Text(m.T("preview.busy"))))
	case len(item.Reasons) == 0:
		class = "preview good"
		body = append(body, app.Span().Class("verdict-text").Body(part.Icon("check"), app.Span().Text(m.T("preview.clear"))))
	default:
		class = "preview act"
		body = append(body, part.ReasonText(m, wire.Request{Identifier: id}, item.Reasons...), p.previewMend(m, value, item, several))
	}
	return app.Li().Class(class).Body(body...)
}

// previewMend leads to what can be done about a number. A gap in the profile is
// mended above, for all of them.
func (p *AddForm) previewMend(m session.Model, value string, item wire.PreviewItem, several bool) app.UI {
	return part.Row(
		app.If(item.DuplicateOf != "", func() app.UI {
			return part.Link(wire.RequestRoute(item.DuplicateOf), m.T("request.duplicate.open"))
		}),
		app.If(several && !onlyGap(item), func() app.UI {
			return part.Button(part.ButtonProps{ID: "leave-out-" + value, Label: m.T("preview.leave_out"), Kind: part.Plain, Hint: " " + value,
				OnClick: func(app.Context) { p.leaveOut(value) }})
		}),
	)
}

// onlyGap reports a number that only the profile stands in the way of.
func onlyGap(item wire.PreviewItem) bool {
	return len(item.Reasons) == 1 && item.Reasons[0] == access.ProfileCompanyMissing
}

// gap tells of a missing company or address, and takes it here: who has come to
// Submit should not have to leave.
func (p *AddForm) gap(m session.Model) app.UI {
	if m.Me == nil || !validation.CompanyMissing(m.Me.Profile) {
		return nil
	}
	return app.Div().Class("stack").Body(
		part.Notice(part.Warning, m.T("access.gap.title"), app.P().Text(m.T("access.gap.text")), app.P().Text(m.T("access.gap.private"))),
		p.mend.view(m, m.T("request.account.register")),
	)
}
