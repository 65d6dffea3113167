// Package event names what has happened: facts in the past tense, as the
// ledger keeps them for ever. A fact holds outcomes, never a question that a
// replay would have to answer again, and refers to people by account ID only:
// personal data stays in the account record, so an account can be erased.
package event

import (
	"encoding/json"
	"fmt"
	"time"

	"accord/shared/access"
)

// Fact is one thing that happened, as stored. Facts carry a hash chain: Prev
// is the hash of the fact before.
type Fact struct {
	Seq  uint64          `json:"seq"` // 1, 2, 3 … without gaps
	At   time.Time       `json:"at"`  // UTC
	By   Actor           `json:"by"`
	Type Type            `json:"type"`
	Data json.RawMessage `json:"data"`
	Prev string          `json:"prev"` // hex SHA-256 of the stored bytes of the fact before, "" for the first
}

// Actor is who or what did it.
type Actor struct {
	Party   access.Party `json:"party"`
	Account string       `json:"account,omitempty"` // ID, none for the system
}

// System is the portal itself.
func System() Actor { return Actor{Party: access.BySystem} }

// Type names a kind of fact.
type Type string

// The types of fact; each has a struct of the same name.
const (
	TypeAccountCreated     Type = "account.created"
	TypeAccountChanged     Type = "account.changed"
	TypeRoleSet            Type = "role.set"
	TypeAccountErased      Type = "account.erased"
	TypeRequestMoved       Type = "request.moved"
	TypeGrantGiven         Type = "grant.given"
	TypeGrantRevoked       Type = "grant.revoked"
	TypeRulesSet           Type = "rules.set"
	TypeRequestReminded    Type = "request.reminded"
	TypeWatchEnded         Type = "watch.ended"
	TypeGrantEnding        Type = "grant.ending"
	TypeGrantEnded         Type = "grant.ended"
	TypeGrantConfirmed     Type = "grant.confirmed"
	TypeAdministratorNamed Type = "administrator.named"
	TypeAdministratorLeft  Type = "administrator.left"
	TypeRegistrySwitched   Type = "registry.switched"
	TypeTokenIssued        Type = "token.issued"
	TypeTokenRevoked       Type = "token.revoked"

	TypeRecertificationAsked    Type = "recertification.asked"
	TypeRecertificationReminded Type = "recertification.reminded"
	TypeRecertificationDropped  Type = "recertification.dropped"

	TypeMessageSent         Type = "message.sent"
	TypeConversationSettled Type = "conversation.settled"
)

// Data is the body of a fact.
type Data interface{ FactType() Type }

// Decode returns the fact's body as a pointer to its struct.
func (f *Fact) Decode() (Data, error) {
	data := blank(f.Type)
	if data == nil {
		return nil, fmt.Errorf("fact %d: unknown type %q", f.Seq, f.Type)
	}
	if err := json.Unmarshal(f.Data, data); err != nil {
		return nil, fmt.Errorf("fact %d (%s): %w", f.Seq, f.Type, err)
	}
	return data, nil
}

func blank(t Type) Data {
	switch t {
	case TypeAccountCreated:
		return &AccountCreated{}
	case TypeAccountChanged:
		return &AccountChanged{}
	case TypeRoleSet:
		return &RoleSet{}
	case TypeAccountErased:
		return &AccountErased{}
	case TypeRequestMoved:
		return &RequestMoved{}
	case TypeGrantGiven:
		return &GrantGiven{}
	case TypeGrantRevoked:
		return &GrantRevoked{}
	case TypeRequestReminded:
		return &RequestReminded{}
	case TypeWatchEnded:
		return &WatchEnded{}
	case TypeGrantEnding:
		return &GrantEnding{}
	case TypeGrantEnded:
		return &GrantEnded{}
	case TypeGrantConfirmed:
		return &GrantConfirmed{}
	case TypeRecertificationAsked:
		return &RecertificationAsked{}
	case TypeRecertificationReminded:
		return &RecertificationReminded{}
	case TypeRecertificationDropped:
		return &RecertificationDropped{}
	case TypeRulesSet:
		return &RulesSet{}
	case TypeAdministratorNamed:
		return &AdministratorNamed{}
	case TypeAdministratorLeft:
		return &AdministratorLeft{}
	case TypeRegistrySwitched:
		return &RegistrySwitched{}
	case TypeTokenIssued:
		return &TokenIssued{}
	case TypeTokenRevoked:
		return &TokenRevoked{}
	case TypeMessageSent:
		return &MessageSent{}
	case TypeConversationSettled:
		return &ConversationSettled{}
	}
	return nil
}
