package page

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// form is one form of the account pages: what is wrong with it, and whether an
// answer is awaited. It keeps codes and not words, so that a change of language
// words the errors anew.
type form struct {
	prefix  string // of the IDs of its fields: "signin-"
	draft   string // name of what was typed and not sent, "" where it is not kept
	dialog  string // ID of the dialog that it stands in, "" for none
	busy    bool
	refused bool              // by a submit, so the summary stands
	found   []wire.FieldError // by validation here, or by the server
	err     error             // refused as a whole
	key     string            // idempotency key of the press that is on its way
	sent    any               // what the key is for; comparable
}

// leave takes what validation says of one field when the person leaves it.
func (f *form) leave(field string, found ...wire.FieldError) {
	f.found = slices.DeleteFunc(f.found, func(e wire.FieldError) bool { return e.Field == field })
	for _, e := range found {
		if e.Field == field {
			f.found = append(f.found, e)
		}
	}
}

// errors words what is wrong.
func (f *form) errors(m session.Model) []part.FormError {
	if f.err != nil {
		return part.FieldErrors(m, f.prefix, f.err)
	}
	return part.Invalid(m, f.prefix, f.found...)
}

// at words what is wrong with one field.
func (f *form) at(m session.Model, field string) string {
	return part.ErrorAt(f.errors(m), f.prefix+field)
}

// wrong reports whether a refused submit still has something to be mended.
func (f *form) wrong() bool { return f.refused && (f.err != nil || len(f.found) > 0) }

// summary lists the errors after a refused submit.
func (f *form) summary(m session.Model) app.UI {
	if !f.wrong() {
		return nil
	}
	return part.ErrorSummary(m.T("app.errors"), f.errors(m))
}

// refuse shows what validation found and moves the focus to the summary.
func (f *form) refuse(ctx app.Context, found []wire.FieldError) {
	f.found, f.err, f.refused, f.busy = found, nil, true, false
	part.Focus(ctx, part.SummaryID)
}

// sorted sorts what validation found by the fields' order on the page, as the
// summary lists it; fields that are not named come last.
func sorted(found []wire.FieldError, fields ...string) []wire.FieldError {
	at := func(e wire.FieldError) int {
		if i := slices.Index(fields, e.Field); i >= 0 {
			return i
		}
		return len(fields)
	}
	slices.SortStableFunc(found, func(a, b wire.FieldError) int { return at(a) - at(b) })
	return found
}

// kept is the draft of what is typed; it ends when the form went through.
func (f *form) kept(m session.Model) part.Draft {
	if f.draft == "" {
		return part.Draft{}
	}
	return part.DraftOf(m, f.draft)
}

// begin reports whether the form may be sent now: not while an answer is
// awaited. What is sent (comparable) keeps the key of a press whose answer was
// lost; other words are another command.
func (f *form) begin(sent any) bool {
	if f.busy {
		return false
	}
	if f.key == "" || f.sent != sent {
		f.key, f.sent = live.NewKey(), sent
	}
	f.busy, f.refused, f.err, f.found = true, false, nil, nil
	return true
}

// end takes the answer and reports whether the form went through. After a lost
// answer the key is kept: the same press again gets the first answer.
func (f *form) end(ctx app.Context, err error) bool {
	f.settle(err)
	if err == nil {
		if f.draft != "" {
			part.EndDraft(ctx, session.Get(ctx), f.draft)
		}
		return true
	}
	f.refused = true
	if p := part.ProblemOf(err); len(p.Fields) > 0 {
		f.found = p.Fields
	} else {
		f.err = err
	}
	part.Focus(ctx, part.SummaryID)
	return false
}

// sending is a form as it was when it was sent. A dialog makes its form anew each
// time it opens, in the same place: the answer to a press before is not for it.
type sending struct {
	form *form
	sent form
}

// pressed is the press of a form that has just begun.
func (f *form) pressed() sending { return sending{f, *f} }

// stands reports whether the form is still the one that was sent.
func (p sending) stands() bool { return p.form.busy && p.form.key == p.sent.key }

// end takes the answer and reports whether the command went through; then the
// form's dialog closes. A form that is another one by now, perhaps about somebody
// else, is left as it is.
func (p sending) end(ctx app.Context, err error) bool {
	if !p.stands() {
		if err == nil && p.sent.draft != "" {
			part.EndDraft(ctx, session.Get(ctx), p.sent.draft)
		}
		return err == nil
	}
	through := p.form.end(ctx, err)
	if through && p.sent.dialog != "" {
		part.CloseDialog(p.sent.dialog)
	}
	return through
}

// drop takes that the answer matters no more.
func (p sending) drop() {
	if p.stands() {
		p.form.busy = false
	}
}

// settle takes that an answer came: the next press is a new one, unless this
// one's answer was lost.
func (f *form) settle(err error) {
	f.busy = false
	if err == nil || part.ProblemOf(err).Code != wire.CodeOffline {
		f.key, f.sent = "", nil
	}
}

// keepRefusal brings a form back that was refused while it waited in the outbox:
// what was typed as its draft, and why.
func keepRefusal(m session.Model, name string, o session.Outgoing) {
	values := part.Values{}
	if json.Unmarshal(o.Body, &values) == nil { // all of these forms' fields are texts
		part.KeepForm(m, name, values, nil, o.Problem)
	}
}

// fold shows the stored form of what was typed in a field. The element is set
// itself: when the same odd form is typed again, nothing differs for go-app.
func fold(id, typed, canonical string) string {
	if typed != canonical {
		part.SetValue(id, canonical)
	}
	return canonical
}

// send sends a command beside the page and hands its answer back to it.
func send[T any](ctx app.Context, method, path string, body any, key string, done func(app.Context, T, error)) {
	ctx.Async(func() {
		answer, err := live.Send[T](method, path, body, key)
		ctx.Dispatch(func(ctx app.Context) { done(ctx, answer, err) })
	})
}

// present wraps a found error for form.leave and form.refuse, nil for none.
func present(found *wire.FieldError) []wire.FieldError {
	if found == nil {
		return nil
	}
	return []wire.FieldError{*found}
}
