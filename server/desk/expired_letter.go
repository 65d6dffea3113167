package desk

import (
	"slices"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// expiredIn is the status in which a request expired, "" of one that did not.
func expiredIn(request ledger.Request) access.Status {
	if request.Status != access.Expired || len(request.Steps) == 0 {
		return ""
	}
	return request.Steps[len(request.Steps)-1].From
}

// expiredLetters tell those in whose queue a request expired (domain page,
// "Statuses": everyone is told); the requester reads its status.
func (d *Desk) expiredLetters(r *ledger.Reader, g *registry.Generation, id string) ([]Letter, error) {
	request, err := r.Request(id)
	if err != nil {
		return nil, err
	}
	var readers []ledger.Account
	switch expiredIn(request) {
	case access.PendingAdministrator:
		readers, err = d.administratorsOf(r, g, request)
	case access.PendingVendor:
		readers, err = d.reviewersOf(r, request)
	}
	if err != nil {
		return nil, err
	}
	letters := make([]Letter, len(readers))
	for i, reader := range readers {
		if letters[i], err = d.expiredLetter(r, reader, request); err != nil {
			return nil, err
		}
	}
	return letters, nil
}

func (d *Desk) expiredLetter(r *ledger.Reader, reader ledger.Account, request ledger.Request) (Letter, error) {
	row, err := d.viewRow(r, request)
	if err != nil {
		return Letter{}, err
	}
	w := d.wordsTo(reader)
	l := d.note(reader, "expired", wire.QueueRoute(request.ID), names(w.Lang, row.Name, row.NameLocal), w.Identifier(row.Identifier), row.Reference)
	l.Requests, l.Gathered = []string{request.ID}, &ledger.GatherEntry{Request: request.ID}
	l.Body = append(slices.Insert(l.Body, len(l.Body)-1, d.rowParts(w, row, nil)...), d.preferenceLink(w.Lang))
	return l, nil
}

// lapsed are the gathered requests that expired in the reader's queue.
func (d *Desk) lapsed(r *ledger.Reader, g *registry.Generation, reader ledger.Account, of ledger.Gather) (section, error) {
	s := section{what: "expired.summary", page: wire.RouteQueue}
	w := d.wordsTo(reader)
	for _, e := range of.Entries {
		request, theirs, err := d.expiredTheirs(r, g, reader, e.Request)
		if err != nil {
			return s, err
		}
		if !theirs {
			continue
		}
		row, err := d.viewRow(r, request)
		if err != nil {
			return s, err
		}
		s.n, s.requests, s.about = s.n+1, append(s.requests, request.ID), append(s.about, request.Account)
		s.parts = append(s.parts,
			Part{Kind: PartItem, Text: oneLine(w.T("mail.expired.summary.line", names(w.Lang, row.Name, row.NameLocal),
				names(w.Lang, row.Company, row.CompanyLocal), w.Identifier(row.Identifier), w.T("level."+string(row.Level)), row.Reference))},
			Part{Kind: PartLink, Text: w.T("mail.expired.link"), Link: d.Origin + wire.QueueRoute(request.ID)})
		s.alone = func() (Letter, error) { return d.expiredLetter(r, reader, request) }
	}
	return s, nil
}

// expiredTheirs reads a gathered request, "" for none, and reports whether it
// expired in the queue of this reader.
func (d *Desk) expiredTheirs(r *ledger.Reader, g *registry.Generation, reader ledger.Account, id string) (request ledger.Request, theirs bool, err error) {
	if id == "" {
		return request, false, nil
	}
	request, err = r.Request(id)
	if err != nil {
		return request, false, ignoreMissing(err)
	}
	theirs, err = d.worked(r, g, reader, request.Scope, expiredIn(request))
	return request, theirs, err
}
