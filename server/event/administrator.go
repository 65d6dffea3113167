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
	Note    string            `json:"note,omitempty"` // the last one's word to the vendor
}

// FactType names the fact.
func (*AdministratorNamed) FactType() Type { return TypeAdministratorNamed }

// FactType names the fact.
func (*AdministratorLeft) FactType() Type { return TypeAdministratorLeft }
