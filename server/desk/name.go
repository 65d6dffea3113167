package desk

import (
	"errors"
	"strings"
	"unicode"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// fullName is a person's name in Latin script, in the order of their language:
// family name first in Japanese.
func fullName(p wire.Profile) string {
	if p.Language == "ja" {
		return strings.TrimSpace(p.FamilyName + " " + p.GivenName)
	}
	return strings.TrimSpace(p.GivenName + " " + p.FamilyName)
}

// localName is the name in local script, family name first, "" when none was
// given.
func localName(p wire.Profile) string {
	return strings.TrimSpace(p.FamilyNameLocal + " " + p.GivenNameLocal)
}

// byScript moves what the registry has in Japanese script to the fields of the
// local script; its file has one column for both.
func byScript(p wire.Profile) wire.Profile {
	for _, f := range []struct{ latin, local *string }{
		{&p.GivenName, &p.GivenNameLocal},
		{&p.FamilyName, &p.FamilyNameLocal},
		{&p.Address, &p.AddressLocal},
	} {
		if *f.local == "" && strings.ContainsFunc(*f.latin, japanese) {
			*f.latin, *f.local = "", *f.latin
		}
	}
	return p
}

func japanese(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// shownName is the name a page shows when it has room for one.
func shownName(p wire.Profile) string {
	return firstOf(firstOf(fullName(p), localName(p)), p.Email)
}

// whoever is an account for others to read about: of one who was erased nothing
// but the ID.
func whoever(r *ledger.Reader, id string) (ledger.Account, error) {
	a, err := r.Account(id)
	if errors.Is(err, ledger.ErrNotFound) {
		return ledger.Account{ID: id}, nil
	}
	return a, err
}

// nameOf is who did something, for a decider to read; "" for the system.
func (d *Desk) nameOf(r *ledger.Reader, by event.Actor) string {
	if by.Party == access.BySystem || by.Account == "" {
		return ""
	}
	a, err := r.Account(by.Account)
	if err != nil {
		return "" // erased
	}
	return shownName(a.Profile)
}
