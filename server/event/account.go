package event

import "accord/shared/access"

// AccountCreated says that a person registered, was added, or was taken over
// from the registry.
type AccountCreated struct {
	Account string      `json:"account"`
	Role    access.Role `json:"role"`
}

// AccountChanged says which fields of the account record changed, not to what.
type AccountChanged struct {
	Account string   `json:"account"`
	Fields  []string `json:"fields"` // JSON names of wire.Profile, or "password"
}

// RoleSet says that an operator gave the account a role.
type RoleSet struct {
	Account string      `json:"account"`
	Role    access.Role `json:"role"`
}

// AccountErased says that an operator erased the account's record and messages.
// Its ID stays in the facts before, and belongs to nobody any more.
type AccountErased struct {
	Account string `json:"account"`
}

// TokenIssued says that an operator made a service token. Hash is the hex
// SHA-256 of its secret.
type TokenIssued struct {
	Token string `json:"token"`
	Name  string `json:"name"`
	Hash  string `json:"hash"`
}

// TokenRevoked says that a service token is no longer good.
type TokenRevoked struct {
	Token string `json:"token"`
}

// FactType names the fact.
func (*AccountCreated) FactType() Type { return TypeAccountCreated }

// FactType names the fact.
func (*AccountChanged) FactType() Type { return TypeAccountChanged }

// FactType names the fact.
func (*RoleSet) FactType() Type { return TypeRoleSet }

// FactType names the fact.
func (*AccountErased) FactType() Type { return TypeAccountErased }

// FactType names the fact.
func (*TokenIssued) FactType() Type { return TypeTokenIssued }

// FactType names the fact.
func (*TokenRevoked) FactType() Type { return TypeTokenRevoked }
