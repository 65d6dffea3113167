package desk

import (
	"errors"
	"slices"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// administrators lists the addresses of those who decide for a contract or
// bill-to ID, by what the registry says and what
// was said here since.
func (d *Desk) administrators(r *ledger.Reader, g *registry.Generation, scope access.Identifier) ([]string, error) {
	named, err := g.Administrators(scope)
	if err != nil {
		return nil, err
	}
	return joinAdministrators(r, scope, named)
}

// joinAdministrators makes of the registry's administrators of a scope those
// who decide now: whoever was named here belongs to them, whoever left does not,
// whatever a later import says. It needs no registry, so a command that looked
// the registry up before asks again inside the writer.
func joinAdministrators(r *ledger.Reader, scope access.Identifier, registered []string) ([]string, error) {
	words, err := r.Administrators(scope)
	if err != nil || len(words) == 0 {
		return registered, err
	}
	now := slices.Clone(registered)
	for _, w := range words {
		a, err := r.Account(w.Account)
		if errors.Is(err, ledger.ErrNotFound) {
			continue // erased
		}
		if err != nil {
			return nil, err
		}
		now = slices.DeleteFunc(now, func(email string) bool { return email == registryEmail(a) || email == a.Profile.Email })
		if !w.Left {
			now = append(now, a.Profile.Email)
		}
	}
	return now, nil
}

// administers lists the contracts and bill-to IDs that an account decides for.
func (d *Desk) administers(r *ledger.Reader, g *registry.Generation, a ledger.Account) ([]access.Identifier, error) {
	now, err := g.Administers(registryEmail(a))
	if err != nil {
		return nil, err
	}
	words, err := r.Administers(a.ID)
	if err != nil {
		return nil, err
	}
	for _, w := range words {
		at := slices.Index(now, w.Scope)
		switch {
		case w.Left && at >= 0:
			now = slices.Delete(now, at, at+1)
		case !w.Left && at < 0:
			now = append(now, w.Scope)
		}
	}
	return now, nil
}

// administersNow is asked inside the writer: listed is what the registry said
// before it ran, and what was said here since stands above that.
func administersNow(r *ledger.Reader, scope access.Identifier, account string, listed bool) (bool, error) {
	w, err := r.Administrator(scope, account)
	if errors.Is(err, ledger.ErrNotFound) {
		return listed, nil
	}
	return err == nil && !w.Left, err
}

// manages reports whether an account decides for a contract or bill-to ID.
func (d *Desk) manages(r *ledger.Reader, g *registry.Generation, a ledger.Account, scope access.Identifier) (bool, error) {
	listed, err := g.IsAdministrator(scope, registryEmail(a))
	if err != nil {
		return false, err
	}
	return administersNow(r, scope, a.ID, listed)
}
