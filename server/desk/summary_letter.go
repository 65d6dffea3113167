package desk

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// section is what a summary tells of one kind of thing: a line and a link each.
// Its texts are "mail.<what>.subject", ".intro" and ".link", the last of which
// leads to the page with all of them.
type section struct {
	what     string
	page     string
	n        int
	requests []string
	about    []string
	parts    []Part
	alone    func() (Letter, error) // what is written when there is no other thing to tell
}

// Summary writes to an administrator or a reviewer about what was gathered for
// them and still stands; any is false when nothing does. One thing alone gets
// the letter that it would have got at once.
func (d *Desk) Summary(r *ledger.Reader, g *registry.Generation, of ledger.Gather) (l Letter, any bool, err error) {
	reader, err := d.reader(r, g, of.Address)
	if err != nil {
		return l, false, err
	}
	var all []section
	n := 0
	for _, read := range []func(*ledger.Reader, *registry.Generation, ledger.Account, ledger.Gather) (section, error){
		d.toDecide, d.toReview, d.unconfirmed, d.toAnswer, d.vacant, d.lapsed,
	} {
		s, err := read(r, g, reader, of)
		if err != nil {
			return l, false, err
		}
		if s.n > 0 {
			all, n = append(all, s), n+s.n
		}
	}
	switch {
	case n == 0:
		return l, false, nil
	case n+of.More == 1:
		l, err = all[0].alone()
	default:
		l = d.summaryLetter(reader, all, of.More)
	}
	return l, true, errors.Join(err, l.known(r))
}

// summaryLetter puts the sections one below the other; more is how many things
// found no room in it.
func (d *Desk) summaryLetter(reader ledger.Account, all []section, more int) Letter {
	lang := langOf(reader)
	w := d.words(lang)
	l := Letter{
		Account: reader.ID, To: reader.Profile.Email, Lang: lang, What: all[0].what, Kind: LetterSummary,
		Body: []Part{d.dear(lang, letterName(lang, reader.Profile))},
	}
	if len(all) > 1 {
		l.What = "summary.mixed"
	}
	var subject []string
	var pages []Part
	for i, s := range all {
		n := s.n
		if i == 0 {
			n += more
		}
		subject = append(subject, w.T("mail."+s.what+".subject", strconv.Itoa(n)))
		l.Requests, l.About = append(l.Requests, s.requests...), append(l.About, s.about...)
		l.Body = append(append(l.Body, Part{Text: w.T("mail."+s.what+".intro", d.Settings.Vendor)}), s.parts...)
		pages = append(pages, Part{Kind: PartLink, Text: w.T("mail." + s.what + ".link"), Link: d.Origin + s.page})
	}
	l.Subject = strings.Join(subject, w.T("mail.summary.and"))
	if more > 0 {
		l.Body = append(l.Body, Part{Text: w.T("mail.summary.more", strconv.Itoa(more))})
	}
	l.Body = append(append(l.Body, pages...), d.preferenceLink(lang))
	return l
}

// preferenceLink stands below what heeds its reader's preference.
func (d *Desk) preferenceLink(lang i18n.Lang) Part {
	return Part{Kind: PartLink, Text: i18n.T(lang, "mail.queue.preference"), Link: d.Origin + wire.RouteSettings}
}

// toDecide are the gathered requests that wait for the reader as an
// administrator.
func (d *Desk) toDecide(r *ledger.Reader, g *registry.Generation, reader ledger.Account, of ledger.Gather) (section, error) {
	return d.waiting(r, g, reader, of, section{what: "summary"}, access.PendingAdministrator)
}

// waiting puts into a section the gathered requests of this status that wait for
// the reader.
func (d *Desk) waiting(r *ledger.Reader, g *registry.Generation, reader ledger.Account, of ledger.Gather, s section, status access.Status) (section, error) {
	s.page = wire.RouteQueue
	w := d.wordsTo(reader)
	lang := w.Lang
	for _, e := range of.Entries {
		request, theirs, err := d.stillTheirs(r, g, reader, e.Request)
		if err != nil {
			return s, err
		}
		if !theirs || request.Status != status {
			continue
		}
		row, err := d.viewRow(r, request)
		if err != nil {
			return s, err
		}
		s.n, s.requests, s.about = s.n+1, append(s.requests, request.ID), append(s.about, request.Account)
		s.parts = append(s.parts,
			Part{Kind: PartItem, Text: oneLine(w.T("mail.summary.line", names(lang, row.Name, row.NameLocal),
				names(lang, row.Company, row.CompanyLocal), w.Identifier(row.Identifier), w.T("level."+string(row.Level)),
				row.Reference, until(w, row)))},
			Part{Kind: PartLink, Text: w.T("mail.queue.link"), Link: d.Origin + wire.QueueRoute(request.ID)})
		s.alone = func() (Letter, error) {
			if status == access.PendingVendor {
				return d.reviewLetter(r, reader, request)
			}
			return d.queueLetter(r, reader, request, e.Days)
		}
	}
	return s, nil
}

// stillTheirs reads a gathered request, "" for none, and reports whether it
// waits for this reader now.
func (d *Desk) stillTheirs(r *ledger.Reader, g *registry.Generation, reader ledger.Account, id string) (request ledger.Request, theirs bool, err error) {
	if id == "" {
		return request, false, nil
	}
	request, err = r.Request(id)
	if err != nil {
		return request, false, ignoreMissing(err)
	}
	theirs, err = d.worked(r, g, reader, request.Scope, request.Status)
	return request, theirs, err
}

// worked reports whether a reader works the queue of requests of this scope and
// status.
func (d *Desk) worked(r *ledger.Reader, g *registry.Generation, reader ledger.Account, scope access.Identifier, s access.Status) (bool, error) {
	switch s {
	case access.PendingVendor:
		return d.reviews(reader), nil
	case access.PendingAdministrator:
		admins, err := d.administrators(r, g, scope)
		return slices.Contains(admins, reader.Profile.Email), err
	}
	return false, nil
}

// toAnswer are the gathered conversations that wait for an answer.
func (d *Desk) toAnswer(r *ledger.Reader, _ *registry.Generation, reader ledger.Account, of ledger.Gather) (section, error) {
	s := section{what: "chat.summary", page: wire.RouteChats}
	w := d.wordsTo(reader)
	lang := w.Lang
	for _, e := range of.Entries {
		if e.Conversation == "" {
			continue
		}
		c, err := r.Conversation(e.Conversation)
		if err != nil {
			return s, err
		}
		if c.Waiting == 0 {
			continue
		}
		view, err := d.viewConversation(r, c, true)
		if err != nil {
			return s, err
		}
		line := i18n.T(lang, "mail.chat.summary.line", customer(lang, view), names(lang, view.Company, view.CompanyLocal), w.Moment(c.Since))
		s.n, s.about = s.n+1, append(s.about, c.Account)
		s.parts = append(s.parts,
			Part{Kind: PartItem, Text: oneLine(line)},
			Part{Kind: PartLink, Text: i18n.T(lang, "mail.chat.link"), Link: d.Origin + wire.ChatRoute(c.ID)})
		s.alone = func() (Letter, error) {
			text, err := r.MessageText(c.Last.ID)
			if err != nil && !errors.Is(err, ledger.ErrNotFound) {
				return Letter{}, err
			}
			return d.waitingLetter(r, reader, c, text)
		}
	}
	return s, nil
}
