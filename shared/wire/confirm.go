package wire

import "accord/shared/access"

// ConfirmPage is how many accesses that wait to be confirmed a page lists: as
// many as one answer takes.
const ConfirmPage = MaxDecisions

// Confirm is the body of POST /api/office/{kind}/{id}/confirmations: whether
// accesses that wait to be confirmed, 1 to 100, are still needed. Those that are
// not end at once.
type Confirm struct {
	Grants []string      `json:"grants"` // IDs
	Needed bool          `json:"needed"`
	Reason access.Reason `json:"reason,omitempty"` // of those that are not, as in Revoke
	Note   string        `json:"note,omitempty"`   // their holders read it
}
