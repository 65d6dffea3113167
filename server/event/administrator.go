package event

import "accord/shared/access"

// AdministratorNamed says that an account decides for a contract or bill-to ID
// from now on, whatever the registry says.
type AdministratorNamed struct {
	Scope   access.Identifier `json:"scope"`
	Account string            `json:"account"`
}

// AdministratorLeft says that an account no longer decides for a contract or
// bill-to ID. It outlives imports: a registry that still names the person does
// not bring them back; being named again does.
type AdministratorLeft struct {
	Scope   access.Identifier `json:"scope"`
	Account string            `json:"account"`
	Last    bool              `json:"last,omitempty"` // nobody was left

	// Noted says that there is a word to the vendor. It lies in a record beside, so
	// that it can be erased.
	Noted bool   `json:"noted,omitempty"`
	Note  string `json:"note,omitempty"` // what facts from before the record hold of it
}

// FactType names the fact.
func (*AdministratorNamed) FactType() Type { return TypeAdministratorNamed }

// FactType names the fact.
func (*AdministratorLeft) FactType() Type { return TypeAdministratorLeft }
