package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// confirmable are the requests that "my information is correct" completes. It
// answers no question.
func confirmable(requests []wire.Request) []wire.Request {
	var can []wire.Request
	for _, r := range withMove(requests, access.MoveConfirm) {
		if !r.Questioned() {
			can = append(can, r)
		}
	}
	return can
}

func replyID(id string) string { return "reply-" + id }

func replyFormID(id string) string { return "reply-form-" + id }

func replyDraft(id string) string { return "reply/" + id }

// replyForm is where a question is answered, beside the question. Lists lead to
// it by a button.
func (h *deeds) replyForm(m session.Model, r wire.Request, p cardProps) app.UI {
	_, waits := m.UnsentTo(wire.MovePath(r.ID, access.MoveConfirm))
	if !r.Questioned() || waits || !p.Alone && !p.Mended {
		return nil
	}
	id := r.ID
	f := part.FieldProps{ID: replyID(id), Name: "note", Label: m.T("request.answer"), Hint: m.T("request.answer.hint"), Rows: 4, Wide: true}
	if wrong := h.of(id).Wrong; wrong != nil {
		f.Error = part.InvalidText(m, *wrong)
	}
	return part.Form(part.FormProps{ID: replyFormID(id), Draft: part.DraftOf(m, replyDraft(id)),
		OnSubmit: func(ctx app.Context, v part.Values) { h.reply(ctx, id, v["note"]) }},
		part.TextArea(f),
		part.Row(part.Button(part.ButtonProps{ID: "reply-send-" + id, Label: m.T("request.answer.send"), Kind: part.Primary,
			Hint: " " + identifierText(m, r.Identifier), Busy: h.of(id).Busy == access.MoveConfirm})),
	)
}

// reply completes the request with an answer.
func (h *deeds) reply(ctx app.Context, id, text string) {
	words, wrong := validation.Answer(text)
	if wrong != nil {
		h.mendReply(ctx, id, wrong)
		return
	}
	h.say(id, access.MoveConfirm, words)
}

// mendReply leads back to the field.
func (h *deeds) mendReply(ctx app.Context, id string, wrong *wire.FieldError) {
	d := h.of(id)
	d.Wrong = wrong
	h.set(id, d)
	part.Focus(ctx, replyID(id))
}

// replies are the answers that are typed and not sent, by request: they go with
// a correction of the account as well. ok is false when one cannot be sent.
func (h *deeds) replies(ctx app.Context, requests []wire.Request) (words map[string]string, ok bool) {
	words = map[string]string{}
	for _, r := range requests {
		text, wrong := validation.Note(part.FormValues(replyFormID(r.ID))["note"], false)
		if wrong != nil {
			h.mendReply(ctx, r.ID, wrong)
			return nil, false
		}
		words[r.ID] = text
	}
	return words, true
}
