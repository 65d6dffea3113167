package desk

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words"
)

// maxMailed is how many administrators of one contract are written to.
const maxMailed = 100

// queueLetters write to each administrator into whose queue a request came
// (guide en, "comprehensive info to the service contract admin"), and to those
// in whose queue it expired; and to the vendor's reviewers likewise, for whom an
// answer is promised within hours (domain page, "Statuses").
func (d *Desk) queueLetters(r *ledger.Reader, g *registry.Generation, _ event.Fact, e *event.RequestMoved) ([]Letter, error) {
	before := ledger.Request{Status: e.From, Scope: e.Scope}
	after := ledger.Request{Status: e.To, Scope: e.Scope}
	switch {
	case e.To == access.Expired:
		return d.expiredLetters(r, g, e.Request)
	case e.To == access.PendingAdministrator && before.Queue() != after.Queue():
		return d.administratorLetters(r, g, e.Request, 0)
	case e.To == access.PendingVendor && before.Queue() != after.Queue():
		return d.reviewLetters(r, e.Request)
	}
	return nil, nil
}

// administratorLetters write about a waiting request to each of its
// administrators but its requester. days is how long it has waited, 0 when it
// has just come. A request that waits no more is not written about.
func (d *Desk) administratorLetters(r *ledger.Reader, g *registry.Generation, id string, days int) ([]Letter, error) {
	request, err := r.Request(id)
	if err != nil || request.Status != access.PendingAdministrator {
		return nil, err
	}
	readers, err := d.administratorsOf(r, g, request)
	if err != nil {
		return nil, err
	}
	letters := make([]Letter, len(readers))
	for i, reader := range readers {
		if letters[i], err = d.queueLetter(r, reader, request, days); err != nil {
			return nil, err
		}
	}
	return letters, nil
}

// administratorsOf are those to whom a request is written about: the
// administrators of its scope, without its own parties.
func (d *Desk) administratorsOf(r *ledger.Reader, g *registry.Generation, request ledger.Request) ([]ledger.Account, error) {
	admins, err := d.administrators(r, g, request.Scope)
	if err != nil {
		return nil, err
	}
	var readers []ledger.Account
	for _, address := range admins[:min(len(admins), maxMailed)] {
		reader, err := d.reader(r, g, address)
		if err != nil {
			return nil, err
		}
		if reader.ID != "" {
			mine, err := own(r, request, reader.ID)
			if err != nil {
				return nil, err
			}
			if mine {
				continue // nobody decides their own
			}
		}
		readers = append(readers, reader)
	}
	return readers, nil
}

// reader is whom an administrator's address belongs to: an account, or a person
// of the registry who has not been here yet.
func (d *Desk) reader(r *ledger.Reader, g *registry.Generation, address string) (ledger.Account, error) {
	a, err := r.AccountByEmail(address)
	if !errors.Is(err, ledger.ErrNotFound) {
		return a, err
	}
	a = ledger.Account{Profile: wire.Profile{Email: address}}
	person, err := g.Person(address)
	if err == nil && person != nil {
		a.Profile = byScript(person.Profile)
		a.Profile.Email = address
	}
	return a, err
}

func (d *Desk) queueLetter(r *ledger.Reader, reader ledger.Account, request ledger.Request, days int) (Letter, error) {
	w := d.wordsTo(reader)
	lang := w.Lang
	row, err := d.viewRow(r, request)
	if err != nil {
		return Letter{}, err
	}
	reasons, err := queueReasons(r, request)
	if err != nil {
		return Letter{}, err
	}
	l := Letter{
		Account: reader.ID, To: reader.Profile.Email, Lang: lang, What: "queue", Kind: LetterQueue,
		Requests: []string{request.ID}, Gathered: &ledger.GatherEntry{Request: request.ID, Days: days},
		Subject: w.T("mail.queue.subject", names(lang, row.Name, row.NameLocal), w.Identifier(row.Identifier), row.Reference),
		Body:    []Part{d.dear(lang, letterName(lang, reader.Profile)), {Text: w.T("mail.queue.intro", w.Identifier(request.Scope))}},
	}
	if days > 0 {
		l.Kind, l.What = LetterReminder, "queue.reminder"
		l.Subject = w.T("mail.queue.reminder", l.Subject)
		l.Body = append(l.Body, Part{Text: w.T("mail.queue.waited", d.days(lang, days))})
	}
	l.Body = append(l.Body, d.rowParts(w, row, reasons)...)
	l.Body = append(l.Body,
		Part{Text: w.T("mail.queue.duty", d.Settings.Vendor)},
		Part{Kind: PartLink, Text: w.T("mail.queue.link"), Link: d.Origin + wire.QueueRoute(request.ID)},
		d.preferenceLink(lang))
	return l, nil
}

// rowParts are who asks for what, why a person must look at it and until when.
func (d *Desk) rowParts(w words.Words, row wire.QueueRow, reasons []access.Reason) []Part {
	lang := w.Lang
	asked := w.Identifier(row.Identifier)
	if row.Contract != "" && row.Contract != row.Identifier.Value {
		asked += " (" + w.Identifier(access.Contract(row.Contract)) + ")"
	}
	parts := []Part{}
	for _, f := range [][2]string{
		{"decide.name", names(lang, row.Name, row.NameLocal)},
		{"mail.queue.email", row.Email},
		{"decide.company", row.Company},
		{"decide.company_local", row.CompanyLocal},
		{"third.for.label", row.For},
		{"third.company", row.ForCompany},
		{"decide.level", w.T("level." + string(row.Level))},
		{"decide.identifier", asked},
		{"request.extends.label", d.dayOf(lang, row.Until)},
		{"decide.why", strings.Join(w.Why(reasons), w.T("queue.comma"))},
		{dueLabel(row.Status), until(w, row)},
		{"request.ref", row.Reference},
	} {
		if f[1] != "" {
			parts = append(parts, Part{Kind: PartFact, Label: w.T(f[0], d.Settings.Vendor), Text: oneLine(f[1])})
		}
	}
	return parts
}

// dueLabel says what the time is by which a request is to be answered.
func dueLabel(s access.Status) string {
	if s == access.PendingVendor {
		return "mail.review.until"
	}
	return "mail.queue.until"
}

func until(w words.Words, row wire.QueueRow) string {
	if row.DueAt.IsZero() {
		return ""
	}
	return w.Moment(row.DueAt)
}

// dayOf is a day, "" when there is none.
func (d *Desk) dayOf(lang i18n.Lang, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return d.lastDay(lang, t)
}

func (d *Desk) days(lang i18n.Lang, n int) string {
	if n == 1 {
		return i18n.T(lang, "time.one_day")
	}
	return i18n.T(lang, "time.days", strconv.Itoa(n))
}

// names are a person's names in both scripts, the reader's first.
func names(lang i18n.Lang, latin, local string) string {
	first, second := latin, local
	if lang == i18n.Japanese {
		first, second = local, latin
	}
	if first == "" || second == "" {
		return oneLine(first + second)
	}
	return oneLine(first + " (" + second + ")")
}

// queueReasons are why a request waits: those of its last step, and of the
// evaluation, for that the requester confirmed does not say what was in doubt.
func queueReasons(r *ledger.Reader, request ledger.Request) ([]access.Reason, error) {
	reasons := slices.Clone(request.Reasons)
	trace, err := r.Trace(request.ID)
	for _, rule := range trace {
		for _, reason := range rule.Reasons {
			if rule.Outcome == wire.OutcomeDecide && !slices.Contains(reasons, reason) {
				reasons = append(reasons, reason)
			}
		}
	}
	return reasons, err
}
