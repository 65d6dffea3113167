package page

import (
	"strconv"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// identifierText names what a request asks for: "Contract 1234567".
func identifierText(m session.Model, id access.Identifier) string { return m.Words().Identifier(id) }

// late reports whether the vendor's answer is overdue.
func late(m session.Model, r wire.Request) bool {
	return r.Status == access.PendingVendor && !r.DueAt.IsZero() && m.Now.After(r.DueAt)
}

// retries reports whether sending the denied request through the evaluation
// again can help: not where nothing is missing, not where the terms say no
// and another level is offered instead, and not before a contract starts.
func retries(m session.Model, r wire.Request) bool {
	if i := r.Inactive; i != nil && i.Term == access.TermNotStarted && m.Now.Before(i.Day) {
		return false
	}
	return may(r, access.MoveReprocess) && r.Status == access.Denied && r.Switch == "" &&
		!has(r, access.AccessAlreadyHeld) && !has(r, access.RequestDuplicate)
}

// countText chooses between the text for one and the text for another number.
func countText(m session.Model, n int, one, many string) string {
	if n == 1 {
		return m.T(one)
	}
	return m.T(many, strconv.Itoa(n))
}
