package desk

import (
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// administrators lists the addresses of those who decide for a contract or
// bill-to ID, as the registry knows them.
func (d *Desk) administrators(r *ledger.Reader, g *registry.Generation, scope access.Identifier) ([]string, error) {
	named, err := g.Administrators(scope)
	if err != nil {
		return nil, err
	}
	return joinAdministrators(r, scope, named)
}

// joinAdministrators makes of the registry's administrators of a scope those
// who decide now. It needs no registry, so a command that looked the registry
// up before asks again inside the writer.
func joinAdministrators(_ *ledger.Reader, _ access.Identifier, registered []string) ([]string, error) {
	return registered, nil
}

// administers lists the contracts and bill-to IDs that an account decides for.
func (d *Desk) administers(_ *ledger.Reader, g *registry.Generation, a ledger.Account) ([]access.Identifier, error) {
	return g.Administers(registryEmail(a))
}
