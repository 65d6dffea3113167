package desk

import (
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// fullName is a person's name in Latin script, in the order of their language:
// family name first in Japanese.
func fullName(p wire.Profile) string {
	return ordered(p, p.GivenName, p.FamilyName, " ")
}

// localName is the name in local script, "" when none was given.
func localName(p wire.Profile) string {
	return ordered(p, p.GivenNameLocal, p.FamilyNameLocal, " ")
}

func ordered(p wire.Profile, given, family, between string) string {
	first, last := given, family
	if p.Language == "ja" {
		first, last = family, given
	}
	return strings.TrimSpace(first + between + last)
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
	return firstOf(fullName(a.Profile), a.Profile.Email)
}
