package wire

import (
	"time"

	"accord/shared/access"
)

// Revoke is the body of POST /api/grants/{id}/revoke: by an administrator of
// what the access is on, or by a reviewer.
type Revoke struct {
	Scope  access.Identifier `json:"scope,omitzero"` // what it is on, of one that grants.csv gives
	Reason access.Reason     `json:"reason"`         // one of access.RevokedReasons
	Note   string            `json:"note,omitempty"` // its holder reads it; required with revoked.other
}

// Revocation says that an access was taken away, when, by whom and why.
type Revocation struct {
	At     time.Time     `json:"at"`
	By     access.Party  `json:"by"`
	Name   string        `json:"name,omitempty"`   // of the person; only for deciders
	Reason access.Reason `json:"reason,omitempty"` // "" of one from before there were codes
	Note   string        `json:"note,omitempty"`   // for its holder and deciders
}
