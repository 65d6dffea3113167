package desk

import (
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// grantLetters tell a holder what was done with their access directly: that it
// was given, or until when. What a request led to is told with the request, but
// for a third party's, who did not ask.
func (d *Desk) grantLetters(r *ledger.Reader, f event.Fact, e *event.GrantGiven) ([]Letter, error) {
	grant, err := r.Grant(e.Grant)
	if err != nil || grant.Revoked || e.Change == event.GrantKept || e.Extension != "" {
		return nil, err // the removal, or how the extension was decided, is told instead
	}
	directly := f.By.Party == access.ByAdministrator || f.By.Party == access.ByReviewer
	switch {
	case e.Change == event.GrantNew && e.ThirdParty:
		return d.thirdPartyLetters(r, f, e, grant.Purpose)
	case e.Change == event.GrantNew && directly && e.Request == "":
		return d.accessLetters(r, f, e, grant.Purpose, "added")
	case e.Change == event.GrantEnd && directly:
		return d.accessLetters(r, f, e, grant.Purpose, "end_set")
	}
	return nil, nil
}

// accessLetters tell of one access: which, at what level and until when. A third
// party reads what it is for instead of which contract it is on.
func (d *Desk) accessLetters(r *ledger.Reader, f event.Fact, e *event.GrantGiven, purpose, what string) ([]Letter, error) {
	a, err := r.Account(e.Account)
	if err != nil {
		return nil, err
	}
	w := d.words(langOf(a))
	which := w.Identifier(e.Scope)
	if e.ThirdParty {
		which = w.T("level." + string(e.Level))
	}
	l := d.note(a, what, wire.RouteAccess, which, w.T("mail.by."+string(f.By.Party), d.Settings.Vendor))
	for _, fact := range [][2]string{
		{"grant.level", w.T("level." + string(e.Level))},
		{"third.purpose", purpose},
		{"grant.until", d.lastDay(w.Lang, e.Ends)},
	} {
		if fact[1] != "" {
			part := Part{Kind: PartFact, Label: w.T(fact[0]), Text: oneLine(fact[1])}
			l.Body = slices.Insert(l.Body, len(l.Body)-1, part) // the link stays last
		}
	}
	if purpose != "" {
		l.About = quoted(f)
	}
	if what == "added" {
		l = d.invited(a, l)
	}
	return []Letter{l}, nil
}

// namedLetters tell somebody that they decide for a contract from now on.
func (d *Desk) namedLetters(r *ledger.Reader, f event.Fact, e *event.AdministratorNamed) ([]Letter, error) {
	word, err := r.Administrator(e.Scope, e.Account)
	if err != nil || word.Left || f.By.Account == e.Account {
		return nil, ignoreMissing(err)
	}
	return d.officeLetters(r, f, e.Account, e.Scope, "named", wire.OfficeRoute(wire.RouteOffice, e.Scope))
}

// leftLetters tell somebody that they decide no more, when others said so, and
// the vendor when nobody does any more.
func (d *Desk) leftLetters(r *ledger.Reader, g *registry.Generation, f event.Fact, e *event.AdministratorLeft) ([]Letter, error) {
	vacant, err := d.vacancyLetters(r, g, f, e)
	if err != nil || f.By.Account == e.Account {
		return vacant, err
	}
	word, err := r.Administrator(e.Scope, e.Account)
	if err != nil || !word.Left {
		return vacant, ignoreMissing(err)
	}
	letters, err := d.officeLetters(r, f, e.Account, e.Scope, "released", "")
	return append(letters, vacant...), err
}

func (d *Desk) officeLetters(r *ledger.Reader, f event.Fact, account string, scope access.Identifier, what, page string) ([]Letter, error) {
	a, err := r.Account(account)
	if err != nil {
		return nil, err
	}
	lang := langOf(a)
	by := i18n.T(lang, "mail.by."+string(f.By.Party), d.Settings.Vendor)
	if name := d.nameOf(r, f.By); name != "" && f.By.Party == access.ByAdministrator {
		by = i18n.T(lang, "mail.by.name", name)
	}
	l := d.note(a, what, page, d.words(lang).Identifier(scope), by)
	if f.By.Account != "" {
		l.About = []string{f.By.Account}
	}
	if what == "named" {
		l = d.invited(a, l)
	}
	return []Letter{l}, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	return err
}
