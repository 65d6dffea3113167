package desk

import (
	"slices"
	"strings"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
	"accord/shared/words"
)

// moveLetters are what a transition is written about: to its requester, and to
// the administrators into whose queue the request came.
func (d *Desk) moveLetters(r *ledger.Reader, g *registry.Generation, f event.Fact, e *event.RequestMoved) ([]Letter, error) {
	letters, err := d.statusLetters(r, f, e)
	if err != nil {
		return nil, err
	}
	entered, err := d.queueLetters(r, g, f, e)
	return append(letters, entered...), err
}

// statusLetters tell the requester what the screen shows (guide ja,
// 「システムメール」): once for all requests of a submission, then at each change.
func (d *Desk) statusLetters(r *ledger.Reader, f event.Fact, e *event.RequestMoved) ([]Letter, error) {
	account, err := r.Account(e.Account)
	if err != nil {
		return nil, err
	}
	if e.Move != access.MoveSubmit {
		request, err := r.Request(e.Request)
		if err != nil {
			return nil, err
		}
		note, err := r.Unerased(e.Note, e.Account, f.By.Account)
		if err != nil {
			return nil, err
		}
		view, err := viewAsked(r, stood(request, f, e, note))
		if err != nil {
			return nil, err
		}
		l := d.statusLetter(account, e.Reference, wire.RequestRoute(e.Request), view)
		if view.Note != "" {
			l.About = quoted(f)
		}
		return []Letter{l}, nil
	}
	requests, err := r.Submission(e.Submission)
	if err != nil || requests[len(requests)-1].ID != e.Request {
		return nil, err // the submission's last fact speaks for all of it
	}
	views := make([]wire.Request, len(requests))
	for i, request := range requests {
		if views[i], err = viewAsked(r, submitted(request)); err != nil {
			return nil, err
		}
	}
	return []Letter{d.statusLetter(account, submissionReference(e.Reference), wire.SubmissionRoute(e.Submission), views...)}, nil
}

// quoted is who wrote what a letter quotes of a fact.
func quoted(f event.Fact) []string {
	if f.By.Account == "" {
		return nil
	}
	return []string{f.By.Account}
}

// stood is the request as the fact left it, whatever happened since; note is what
// the fact itself holds, from before notes had records.
func stood(r ledger.Request, f event.Fact, e *event.RequestMoved, note string) ledger.Request {
	r.Status, r.Reasons, r.Note, r.Scope, r.Belongs, r.Inactive, r.Switch = e.To, e.Reasons, note, e.Scope, e.Belongs, e.Inactive, e.Switch
	for _, s := range r.Steps {
		if s.Noted == f.Seq {
			r.Note = s.Note
		}
	}
	if e.Extends != nil {
		r.Extends = e.Extends
	}
	r.DueAt, r.ExpiresAt, r.RetryAt, r.ChangedAt = e.DueAt, e.ExpiresAt, e.RetryAt, f.At
	r.Steps = []ledger.Step{{Move: e.Move}} // says whether the note is for the requester
	return r
}

// submitted is the request as its first evaluation left it.
func submitted(r ledger.Request) ledger.Request {
	if len(r.Steps) < 2 {
		return r
	}
	first := r.Steps[0]
	r.Status, r.Reasons, r.Note = first.To, first.Reasons, first.Note
	r.DueAt, r.ExpiresAt, r.RetryAt, r.Inactive, r.Switch = time.Time{}, time.Time{}, time.Time{}, nil, "" // steps do not tell them
	r.Steps = r.Steps[:1]
	return r
}

// statusLetter words requests as the result page does: by status, each with its
// reasons, what to do next and how long it may take.
func (d *Desk) statusLetter(a ledger.Account, reference, page string, requests ...wire.Request) Letter {
	w := d.wordsTo(a)
	lang := w.Lang
	l := Letter{Account: a.ID, To: a.Profile.Email, Lang: lang, What: "status.many", Kind: LetterStatus}
	l.Subject = w.T("mail.status.many", reference)
	if len(requests) == 1 {
		l.What = "status." + string(requests[0].Status)
		if requests[0].For != "" {
			l.What = "status.third"
		}
		l.Subject = w.T("mail.status.one", w.Heading(requests[0].Status, requests...), w.Identifier(requests[0].Identifier), reference)
	}
	l.Body = []Part{d.dear(lang, letterName(lang, a.Profile)),
		{Text: w.T("mail.status.intro", d.Settings.Vendor)},
		{Kind: PartFact, Label: w.T("result.ref"), Text: reference}}
	for _, status := range access.Statuses() {
		l.Body = append(l.Body, d.statusParts(a, page, status, requests)...)
	}
	for _, r := range requests {
		l.Requests = append(l.Requests, r.ID)
	}
	l.Body = append(l.Body, Part{Kind: PartLink, Text: w.T("mail.status.link"), Link: d.Origin + page})
	return l
}

func (d *Desk) statusParts(a ledger.Account, page string, status access.Status, requests []wire.Request) []Part {
	w := d.wordsTo(a)
	var cards []Part
	var of []wire.Request
	for _, r := range requests {
		if r.Status == status {
			of = append(of, r)
			cards = append(cards, d.requestParts(w, r)...)
		}
	}
	if len(cards) == 0 {
		return nil
	}
	parts := []Part{{Kind: PartHeading, Text: w.Heading(status, of...)}}
	for i, line := range w.Explained(status, "", of...) {
		if i == 1 && status == access.PendingVendor {
			if title, reasons := w.VendorReasons(of); len(reasons) > 0 {
				parts = append(append(parts, Part{Text: title}), items(reasons)...)
			}
		}
		if line.Support {
			line.Text += " " + d.Settings.SupportEmail
		}
		parts = append(parts, Part{Text: line.Text})
	}
	parts = append(parts, accountParts(w, a.Profile, d.Origin+page, of)...)
	return append(parts, cards...)
}

// accountParts show the account that is to be confirmed or corrected (guide ja,
// "Pending Further Action"), of requests that wait for that or lack a company.
func accountParts(w words.Words, p wire.Profile, page string, of []wire.Request) []Part {
	asks := slices.ContainsFunc(of, func(r wire.Request) bool { return r.Status == access.PendingAction && r.Extends == nil })
	lacks := slices.ContainsFunc(of, func(r wire.Request) bool {
		return r.Status == access.Denied && slices.Contains(r.Reasons, access.ProfileCompanyMissing)
	})
	if !asks && !lacks {
		return nil
	}
	vendor, edit := w.Settings.Vendor, "request.account.register"
	company := filled(p.Company, p.CompanyLocal, p.Address, p.AddressLocal)
	if company == "" {
		company = w.T("request.account.none")
	}
	parts := []Part{{Kind: PartTitle, Text: w.T("request.account", vendor)},
		{Kind: PartFact, Label: w.T("request.account.company"), Text: company},
		{Kind: PartFact, Label: w.T("request.account.email"), Text: p.Email}}
	if asks {
		edit = "request.account.edit"
		parts = append(parts, confirmParts(w, page, of)...)
	}
	parts = append(parts, Part{Text: w.T("request.account.wrong", vendor)}, Part{Kind: PartLink, Text: w.T(edit), Link: page})
	if asks {
		parts = append(parts, Part{Text: w.T("request.account.behalf")})
	}
	return parts
}

// confirmParts lead to "my information is correct", unless questions are all that
// is asked.
func confirmParts(w words.Words, page string, of []wire.Request) []Part {
	if !slices.ContainsFunc(of, func(r wire.Request) bool { return !r.Questioned() }) {
		return nil
	}
	return []Part{{Text: w.T("request.account.right", w.Settings.Vendor)}, {Kind: PartLink, Text: w.T("move.confirm"), Link: page}}
}

// filled puts the texts that are not empty on a line each.
func filled(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return strings.TrimSpace(s) == "" }), "\n")
}

// requestParts are one request's card.
func (d *Desk) requestParts(w words.Words, r wire.Request) []Part {
	title := w.Identifier(r.Identifier)
	if r.Contract != "" && r.Identifier.Kind == access.KindSerial {
		title += " " + w.T("request.of", r.Contract)
	}
	if r.For != "" {
		title += " " + w.T("third.for", r.For)
	}
	if r.Extends != nil {
		title += " " + w.T("request.extends", w.Day(r.Extends.Until.UTC()))
	}
	parts := []Part{{Kind: PartTitle, Text: w.T("mail.status.title", title, w.T("level."+string(r.Level)), r.Reference)}}
	parts = append(parts, items(w.Reasons(r, r.Reasons...))...)
	if r.Note != "" {
		parts = append(parts, Part{Text: w.T("request.note") + ":"}, Part{Kind: PartQuote, Text: r.Note})
	}
	if next := w.Next(r); len(next) > 0 {
		parts = append(parts, Part{Kind: PartFact, Label: w.T("request.next"), Text: strings.Join(next, "\n")})
	}
	if uses := w.UsesOf(r); len(uses) > 0 {
		parts = append(append(parts, Part{Text: w.T("level.can")}), items(uses)...)
	}
	parts = append(append(parts, d.timeParts(w, r)...), contactParts(w, r)...)
	return append(parts, d.extensionParts(w, r)...)
}

// timeParts are who has a request, how long it may take and until when.
func (d *Desk) timeParts(w words.Words, r wire.Request) []Part {
	var parts []Part
	fact := func(key, text string) {
		parts = append(parts, Part{Kind: PartFact, Label: w.T(key), Text: text})
	}
	if r.Status.Pending() {
		fact("request.with", w.Holder(r))
		long := w.HowLong(r.Status)
		if r.Status == access.PendingVendor && !r.DueAt.IsZero() {
			long += " (" + w.Moment(r.DueAt) + ")"
		}
		fact("request.time", long)
	}
	if r.Status.Pending() && !r.ExpiresAt.IsZero() {
		fact("request.time.expires", w.Moment(r.ExpiresAt))
	}
	if r.Status == access.Denied && !r.RetryAt.IsZero() {
		fact("request.time.retry", w.Moment(r.RetryAt))
	}
	return parts
}

// contactParts name whom to ask about a request.
func contactParts(w words.Words, r wire.Request) []Part {
	c, ok := w.Contact(r)
	if !ok {
		return nil
	}
	var parts []Part
	if c.Note != nil {
		parts = append(parts, Part{Kind: PartFact, Label: w.T("help.questions"), Text: c.Note.In(string(w.Lang))})
	}
	for _, way := range c.Ways {
		kind, name := w.Way(way)
		if strings.HasPrefix(way.To, "https:") { // a mail shows where its links lead
			name += " " + way.To
		}
		parts = append(parts, Part{Kind: PartFact, Label: w.T("help.questions"), Text: kind + " " + name})
	}
	return parts
}

func items(lines []string) []Part {
	parts := make([]Part, 0, len(lines))
	for _, line := range lines {
		parts = append(parts, Part{Kind: PartItem, Text: line})
	}
	return parts
}
