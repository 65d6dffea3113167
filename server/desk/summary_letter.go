package desk

import (
	"errors"
	"slices"
	"strconv"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// Summary writes to an administrator or a reviewer about what was gathered for
// them and still waits for them; any is false when nothing does. One request alone gets the
// letter that it would have got at once.
func (d *Desk) Summary(r *ledger.Reader, g *registry.Generation, of ledger.Gather) (l Letter, any bool, err error) {
	reader, err := d.reader(r, g, of.Address)
	if err != nil {
		return l, false, err
	}
	requests, days, err := d.stillTheirs(r, g, of)
	if err != nil {
		return l, false, err
	}
	waiting, err := stillWaiting(r, of)
	if err != nil || len(requests)+len(waiting) == 0 {
		return l, false, err
	}
	if len(requests) == 0 {
		l, err = d.chatSummary(r, reader, waiting, of.More)
		return l, true, err
	}
	if len(requests) == 1 && len(waiting)+of.More == 0 {
		l, err = d.queueLetter(r, reader, requests[0], days[requests[0].ID])
		return l, true, err
	}
	lang := langOf(reader)
	w := d.words(lang)
	l = Letter{
		Account: reader.ID, To: reader.Profile.Email, Lang: lang, What: "summary", Kind: LetterSummary,
		Subject: w.T("mail.summary.subject", strconv.Itoa(len(requests)+of.More)),
		Body:    []Part{d.dear(lang, letterName(lang, reader.Profile)), {Text: w.T("mail.summary.intro", d.Settings.Vendor)}},
	}
	for _, request := range requests {
		row, err := d.viewRow(r, request)
		if err != nil {
			return l, false, err
		}
		l.Requests = append(l.Requests, request.ID)
		l.Body = append(l.Body,
			Part{Kind: PartItem, Text: oneLine(w.T("mail.summary.line", names(lang, row.Name, row.NameLocal),
				names(lang, row.Company, row.CompanyLocal), w.Identifier(row.Identifier), w.T("level."+string(row.Level)),
				row.Reference, d.until(lang, row)))},
			Part{Kind: PartLink, Text: w.T("mail.queue.link"), Link: d.Origin + wire.QueueRoute(request.ID)})
	}
	if len(waiting) > 0 {
		lines, err := d.chatLines(r, lang, waiting)
		if err != nil {
			return l, false, err
		}
		l.Body = append(append(l.Body, Part{Text: w.T("mail.chat.summary.intro", d.Settings.Vendor)}), lines...)
	}
	if of.More > 0 {
		l.Body = append(l.Body, Part{Text: w.T("mail.summary.more", strconv.Itoa(of.More))})
	}
	l.Body = append(l.Body,
		Part{Kind: PartLink, Text: w.T("mail.summary.link"), Link: d.Origin + wire.RouteQueue},
		Part{Kind: PartLink, Text: w.T("mail.queue.preference"), Link: d.Origin + wire.RouteSettings})
	return l, true, nil
}

// stillTheirs are the gathered requests that wait for the reader now.
func (d *Desk) stillTheirs(r *ledger.Reader, g *registry.Generation, of ledger.Gather) ([]ledger.Request, map[string]int, error) {
	var requests []ledger.Request
	days := map[string]int{}
	for _, e := range of.Entries {
		if e.Request == "" {
			continue
		}
		request, err := r.Request(e.Request)
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		admins, err := d.administrators(r, g, request.Scope)
		if err != nil {
			return nil, nil, err
		}
		if request.Status == access.PendingAdministrator && slices.Contains(admins, of.Address) {
			requests = append(requests, request)
			days[e.Request] = e.Days
		}
	}
	return requests, days, nil
}
