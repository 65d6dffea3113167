package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// batchFile is the ID of the input in which a file is picked.
const batchFile = "batch-file"

// OfficeBatch is the page on which the users of a contract or bill-to ID go out
// as CSV and rows that add and remove users come in: checked first, then done as
// a whole.
type OfficeBatch struct {
	app.Compo

	office office
	check  form
	text   string            // rows as typed, pasted or read from a file
	result *wire.BatchResult // of the check of exactly this text, nil before
	send   form
	reason access.Reason // for the removals
	note   string        // to those who are removed
	skip   bool          // leave bad rows out
}

// OnMount begins to follow the session.
func (p *OfficeBatch) OnMount(ctx app.Context) {
	p.office.ctx = ctx
	session.Observe(ctx, &p.office.m, p.changed)
}

// OnNav turns to the contract of the address.
func (p *OfficeBatch) OnNav(ctx app.Context) {
	if p.office.turn(ctx) {
		p.check, p.send = form{prefix: "batch-"}, form{prefix: "batch-do-", draft: p.office.draft("batch-do")}
		p.text, p.reason, p.note, p.skip, p.result = "", "", "", false, nil
		part.SetValue("batch-text", "")
	}
	p.changed(ctx)
}

func (p *OfficeBatch) changed(ctx app.Context) {
	if p.office.stale(ctx) {
		p.load(ctx)
	}
}

func (p *OfficeBatch) load(app.Context) {
	p.office.load(func(ctx app.Context, _ wire.Office, _ bool) {
		part.Ready(ctx)
		p.changed(ctx)
	})
}

// edit takes rows that were typed. What was checked before holds no more.
func (p *OfficeBatch) edit(_ app.Context, text string) {
	if text != p.text {
		p.text, p.result = text, nil
		p.check.leave("text")
	}
}

// pick reads a file into the rows, where it can be seen and mended.
func (p *OfficeBatch) pick(app.Context, app.Event) {
	files := live.FilesOf(batchFile)
	if len(files) == 0 {
		return
	}
	p.office.ctx.Async(func() {
		text, err := files.Text()
		p.office.ctx.Dispatch(func(ctx app.Context) {
			if err != nil {
				p.check.refuse(ctx, []wire.FieldError{{Field: "file", Code: "batch.file"}})
				return
			}
			p.check.leave("file")
			p.edit(ctx, text)
			part.SetValue("batch-text", text)
			part.KeepForm(p.office.m, p.office.draft("batch"), part.Values{"text": text}, nil, nil)
		})
	})
}

// sendCheck asks what the rows would do. Nothing is done yet.
func (p *OfficeBatch) sendCheck(_ app.Context, v part.Values) {
	p.edit(p.office.ctx, v["text"])
	p.post(&p.check, wire.Batch{Text: p.text}, "batch-result")
}

// hidden are the numbers that one of those who are removed may not read.
func (p *OfficeBatch) hidden() []string {
	return p.office.hidden(slices.ContainsFunc(p.result.Rows, func(r wire.BatchRow) bool {
		return r.Action == wire.BatchRemove && r.Employer == wire.EmployerOther
	}))
}

// sendBatch does what was checked.
func (p *OfficeBatch) sendBatch(ctx app.Context, v part.Values) {
	if p.result == nil {
		return
	}
	p.reason, p.note = access.Reason(v["reason"]), v["note"]
	why, wrong := validation.Revoke(wire.Revoke{Reason: p.reason, Note: p.note}, p.hidden()...)
	if p.result.Remove > 0 && len(wrong) > 0 {
		p.send.refuse(ctx, wrong)
		return
	}
	p.post(&p.send, wire.Batch{Text: p.text, Confirm: true, SkipBad: p.skip, Reason: why.Reason, Note: why.Note}, "batch-result")
}

// post sends the rows; what comes back is shown and gets the focus.
func (p *OfficeBatch) post(f *form, body wire.Batch, focus string) {
	if !f.begin(body) {
		return
	}
	scope := p.office.scope
	send(p.office.ctx, "POST", p.office.path(wire.PathOfficeBatch), body, f.key, func(ctx app.Context, result wire.BatchResult, err error) {
		if scope != p.office.scope {
			return
		}
		if !f.end(ctx, err) || !body.Confirm && body.Text != p.text {
			return // the rows were changed meanwhile: what was checked is not what would be done
		}
		p.result = &result
		if body.Confirm {
			part.EndDraft(ctx, p.office.m, p.office.draft("batch"))
		}
		part.Focus(ctx, focus)
	})
}

func (p *OfficeBatch) chooseSkip(_ app.Context, skip bool) { p.skip = skip }

func (p *OfficeBatch) chooseReason(_ app.Context, reason string) {
	p.reason, p.note = access.Reason(reason), part.FormValues("batch-do-form")["note"]
	p.send.leave("reason")
	p.send.leave("note")
}

func (p *OfficeBatch) leaveNote(_ app.Context, note string) {
	p.note = note
	p.send.leave("note")
}

// again clears the rows for the next batch.
func (p *OfficeBatch) again(ctx app.Context) {
	p.text, p.reason, p.note, p.skip, p.result = "", "", "", false, nil
	part.SetValue("batch-text", "")
	part.SetValue(batchFile, "")
	part.Focus(ctx, "batch-text")
}
