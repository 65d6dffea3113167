package desk

import (
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// vacancyLetters tell the vendor's reviewers that the last administrator of a
// contract or bill-to ID has left, and what they said.
func (d *Desk) vacancyLetters(r *ledger.Reader, g *registry.Generation, f event.Fact, e *event.AdministratorLeft) ([]Letter, error) {
	if !e.Last {
		return nil, nil
	}
	vacant, open, err := d.vacancy(r, g, e.Scope)
	if err != nil || !open || !vacant.At.Equal(f.At) {
		return nil, err
	}
	readers, err := d.vendorReaders(r, is(f.By.Account))
	if err != nil {
		return nil, err
	}
	letters := make([]Letter, len(readers))
	for i, reader := range readers {
		if letters[i], err = d.vacancyLetter(r, g, reader, vacant); err != nil {
			return nil, err
		}
	}
	return letters, nil
}

// vacancy reads the vacancy of a scope; open is false where somebody
// administers it, by a word or by a later import.
func (d *Desk) vacancy(r *ledger.Reader, g *registry.Generation, scope access.Identifier) (v ledger.Vacancy, open bool, err error) {
	v, err = r.Vacancy(scope)
	if err != nil {
		return v, false, ignoreMissing(err)
	}
	admins, err := d.administrators(r, g, scope)
	return v, len(admins) == 0, err
}

func (d *Desk) vacancyLetter(r *ledger.Reader, g *registry.Generation, reader ledger.Account, v ledger.Vacancy) (Letter, error) {
	what := d.words(langOf(reader)).Identifier(v.Scope)
	l := d.note(reader, "vacancy", wire.OfficeRoute(wire.RouteOfficeAdmins, v.Scope), what)
	l.Gathered, l.About = &ledger.GatherEntry{Vacancy: v.Scope.String()}, []string{v.Account}
	w := d.wordsTo(reader)
	holder, err := d.holderOf(g, l.Lang, v.Scope)
	if err != nil {
		return l, err
	}
	var parts []Part
	for _, fact := range [][2]string{
		{"decide.holder", holder},
		{"mail.vacancy.by", shownAccount(r, v.Account)},
		{"mail.vacancy.at", w.Moment(v.At)},
	} {
		if fact[1] != "" {
			parts = append(parts, Part{Kind: PartFact, Label: w.T(fact[0]), Text: oneLine(fact[1])})
		}
	}
	if v.Note != "" {
		parts = append(parts, Part{Kind: PartQuote, Text: v.Note})
	}
	l.Body = append(slices.Insert(l.Body, len(l.Body)-1, parts...), d.preferenceLink(l.Lang))
	return l, nil
}

// holderOf is the company that a contract or bill-to ID belongs to.
func (d *Desk) holderOf(g *registry.Generation, lang i18n.Lang, scope access.Identifier) (string, error) {
	holder, err := d.describe(g, scope, &wire.OfficeScope{})
	if err != nil || holder == nil {
		return "", err
	}
	return names(lang, holder.Name, holder.NameLocal), nil
}

// vacant are the gathered vacancies that nobody has filled.
func (d *Desk) vacant(r *ledger.Reader, g *registry.Generation, reader ledger.Account, of ledger.Gather) (section, error) {
	s := section{what: "vacancy.summary", page: wire.RouteOffices}
	w := d.wordsTo(reader)
	for _, e := range of.Entries {
		if e.Vacancy == "" {
			continue
		}
		v, open, err := d.vacancy(r, g, access.ParseIdentifier(e.Vacancy))
		if err != nil {
			return s, err
		}
		if !open {
			continue
		}
		holder, err := d.holderOf(g, w.Lang, v.Scope)
		if err != nil {
			return s, err
		}
		what := w.Identifier(v.Scope)
		if holder != "" {
			what += w.T("mail.summary.and") + holder
		}
		line := w.T("mail.vacancy.summary.line", what, w.Moment(v.At))
		s.n++
		s.parts = append(s.parts,
			Part{Kind: PartItem, Text: oneLine(line)},
			Part{Kind: PartLink, Text: w.T("mail.vacancy.link"), Link: d.Origin + wire.OfficeRoute(wire.RouteOfficeAdmins, v.Scope)})
		s.alone = func() (Letter, error) { return d.vacancyLetter(r, g, reader, v) }
	}
	return s, nil
}
