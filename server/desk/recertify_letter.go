package desk

import (
	"slices"
	"strconv"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// recertifyLetters write to each administrator of a contract or bill-to ID of
// which accesses wait to be confirmed. They wait for the summary in any case:
// what is asked about at the same time goes into one mail. days is how long ago
// they were asked, 0 for now.
func (d *Desk) recertifyLetters(r *ledger.Reader, g *registry.Generation, scope access.Identifier, days int) ([]Letter, error) {
	admins, err := d.administrators(r, g, scope)
	if err != nil {
		return nil, err
	}
	c, err := r.Recertification(scope)
	if err != nil {
		return nil, err
	}
	var letters []Letter
	for _, address := range admins[:min(len(admins), maxMailed)] {
		reader, err := d.reader(r, g, address)
		if err != nil {
			return nil, err
		}
		l, err := d.recertifyLetter(g, reader, c, days)
		if err != nil {
			return nil, err
		}
		letters = append(letters, l)
	}
	return letters, nil
}

// recertifyLetter asks an administrator to confirm what waits.
func (d *Desk) recertifyLetter(g *registry.Generation, reader ledger.Account, c ledger.Recertification, days int) (Letter, error) {
	lang := langOf(reader)
	w := d.words(lang)
	l := d.note(reader, "recertify", wire.OfficeRoute(wire.RouteOfficeConfirm, c.Scope), w.Identifier(c.Scope))
	l.Kind, l.Later = LetterRecertify, true
	l.Gathered = &ledger.GatherEntry{Unconfirmed: c.Scope.String(), Days: days}
	holder, err := d.holderOf(g, lang, c.Scope)
	if err != nil {
		return l, err
	}
	var parts []Part
	for _, fact := range [][2]string{
		{"office.number", w.Identifier(c.Scope)},
		{"decide.holder", holder},
		{"mail.recertify.waiting", accesses(lang, c.Waiting)},
		{"mail.recertify.until", d.lastDay(lang, c.Until)},
	} {
		if fact[1] != "" {
			parts = append(parts, Part{Kind: PartFact, Label: w.T(fact[0]), Text: oneLine(fact[1])})
		}
	}
	l.Body = append(slices.Insert(l.Body, len(l.Body)-1, parts...), d.preferenceLink(lang))
	if days > 0 {
		l.Kind, l.What = LetterReminder, "recertify.reminder"
		l.Subject = w.T("mail.queue.reminder", l.Subject)
		l.Body = slices.Insert(l.Body, afterIntro, Part{Text: w.T("mail.recertify.waited", d.days(lang, days))})
	}
	return l, nil
}

func accesses(lang i18n.Lang, n int) string {
	if n == 1 {
		return i18n.T(lang, "recertify.one")
	}
	return i18n.T(lang, "recertify.count", strconv.Itoa(n))
}

// unconfirmed are the gathered contracts and bill-to IDs of which accesses wait
// to be confirmed by the reader.
func (d *Desk) unconfirmed(r *ledger.Reader, g *registry.Generation, reader ledger.Account, of ledger.Gather) (section, error) {
	s := section{what: "recertify.summary", page: wire.RouteOffices}
	w := d.words(langOf(reader))
	for _, e := range of.Entries {
		if e.Unconfirmed == "" {
			continue
		}
		c, err := r.Recertification(access.ParseIdentifier(e.Unconfirmed))
		if err = ignoreMissing(err); err != nil {
			return s, err
		}
		if c.Waiting == 0 {
			continue
		}
		admins, err := d.administrators(r, g, c.Scope)
		if err != nil {
			return s, err
		}
		if !slices.Contains(admins, of.Address) {
			continue
		}
		line := w.T("mail.recertify.line", w.Identifier(c.Scope), accesses(w.Lang, c.Waiting), d.lastDay(w.Lang, c.Until))
		if e.Days > 0 {
			line = w.T("mail.queue.reminder", line)
		}
		s.n++
		s.parts = append(s.parts,
			Part{Kind: PartItem, Text: line},
			Part{Kind: PartLink, Text: w.T("mail.recertify.link"), Link: d.Origin + wire.OfficeRoute(wire.RouteOfficeConfirm, c.Scope)})
		s.alone = func() (Letter, error) { return d.recertifyLetter(g, reader, c, e.Days) }
	}
	return s, nil
}
