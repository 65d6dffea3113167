package event

import (
	"time"

	"accord/shared/access"
)

// RecertificationAsked says that the administrators of a contract or bill-to ID
// were asked whether accesses through it are still needed. Each ends at the
// deadline unless it is confirmed, or at its own end if that comes first.
type RecertificationAsked struct {
	Scope  access.Identifier `json:"scope"`
	Grants []string          `json:"grants"` // IDs
	Until  time.Time         `json:"until"`  // the deadline
}

// RecertificationReminded says that they were reminded of what they had not
// answered so many days after they were asked.
type RecertificationReminded struct {
	Scope access.Identifier `json:"scope"`
	Days  int               `json:"days"`
}

// RecertificationDropped says that the question was taken back, because nobody
// is left to answer it or the portal asks no more: the accesses have the ends
// again that they had before.
type RecertificationDropped struct {
	Scope  access.Identifier `json:"scope"`
	Grants []string          `json:"grants"`
}

// GrantConfirmed says that an access is still needed: it has the end again that
// it had before the question.
type GrantConfirmed struct {
	Grant   string `json:"grant"`
	Account string `json:"account"`
}

// FactType names the fact.
func (*RecertificationAsked) FactType() Type { return TypeRecertificationAsked }

// FactType names the fact.
func (*RecertificationReminded) FactType() Type { return TypeRecertificationReminded }

// FactType names the fact.
func (*RecertificationDropped) FactType() Type { return TypeRecertificationDropped }

// FactType names the fact.
func (*GrantConfirmed) FactType() Type { return TypeGrantConfirmed }
