package desk

import (
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// reviewLetters write about a request that waits for the vendor to each of its
// reviewers. One that waits no more is not written about.
func (d *Desk) reviewLetters(r *ledger.Reader, id string) ([]Letter, error) {
	request, err := r.Request(id)
	if err != nil || request.Status != access.PendingVendor {
		return nil, err
	}
	readers, err := d.reviewersOf(r, request)
	if err != nil {
		return nil, err
	}
	letters := make([]Letter, len(readers))
	for i, reader := range readers {
		if letters[i], err = d.reviewLetter(r, reader, request); err != nil {
			return nil, err
		}
	}
	return letters, nil
}

// reviewersOf are those to whom a request is written about for the vendor,
// without its own parties.
func (d *Desk) reviewersOf(r *ledger.Reader, request ledger.Request) ([]ledger.Account, error) {
	return d.vendorReaders(r, func(account string) (bool, error) { return own(r, request, account) })
}

func (d *Desk) reviewLetter(r *ledger.Reader, reader ledger.Account, request ledger.Request) (Letter, error) {
	w := d.wordsTo(reader)
	row, err := d.viewRow(r, request)
	if err != nil {
		return Letter{}, err
	}
	reasons, err := queueReasons(r, request)
	if err != nil {
		return Letter{}, err
	}
	l := Letter{
		Account: reader.ID, To: reader.Profile.Email, Lang: w.Lang, What: "review", Kind: LetterQueue,
		Requests: []string{request.ID}, Gathered: &ledger.GatherEntry{Request: request.ID},
		Subject: w.T("mail.review.subject", names(w.Lang, row.Name, row.NameLocal), w.Identifier(row.Identifier), row.Reference),
		Body:    []Part{d.dear(w.Lang, letterName(w.Lang, reader.Profile)), {Text: w.T("mail.review.intro", d.Settings.Vendor)}},
	}
	l.Body = append(l.Body, d.rowParts(w, row, reasons)...)
	l.Body = append(l.Body,
		Part{Kind: PartLink, Text: w.T("mail.queue.link"), Link: d.Origin + wire.QueueRoute(request.ID)},
		d.preferenceLink(w.Lang))
	return l, nil
}

// toReview are the gathered requests that wait for the vendor.
func (d *Desk) toReview(r *ledger.Reader, g *registry.Generation, reader ledger.Account, of ledger.Gather) (section, error) {
	return d.waiting(r, g, reader, of, section{what: "review.summary"}, access.PendingVendor)
}

// reviews reports whether somebody, or the address of support, is written to
// for the vendor.
func (d *Desk) reviews(a ledger.Account) bool {
	return a.Role == access.RoleReviewer || a.Profile.Email != "" && a.Profile.Email == d.Settings.SupportEmail
}

// toVendor reports whether a mail went to one of the vendor's reviewers, whose
// addresses customers do not learn.
func (d *Desk) toVendor(r *ledger.Reader, m ledger.Mail) (bool, error) {
	if m.Account == "" {
		return m.To == d.Settings.SupportEmail, nil
	}
	a, err := r.Account(m.Account)
	return a.Role == access.RoleReviewer, ignoreMissing(err)
}
