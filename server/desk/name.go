package desk

import (
	"errors"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/script"
	"accord/shared/wire"
)

// byScript moves what is in Japanese script to the fields of the local script:
// the registry's file and the form for registering have one place for both.
func byScript(p wire.Profile) wire.Profile {
	for _, f := range []struct{ latin, local *string }{
		{&p.GivenName, &p.GivenNameLocal},
		{&p.FamilyName, &p.FamilyNameLocal},
		{&p.Address, &p.AddressLocal},
	} {
		if *f.local == "" && strings.ContainsFunc(*f.latin, script.Japanese) {
			*f.latin, *f.local = "", *f.latin
		}
	}
	return p
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
	return a.Profile.Name()
}
