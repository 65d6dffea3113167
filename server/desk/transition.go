package desk

import (
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// move writes a transition with the times that its status is given, and the
// grant that the approval of a new access gives. Here every move is held to the table (domain
// page, "Statuses"). Errors: transition.
func (d *Desk) move(tx *ledger.Tx, m event.RequestMoved) error { return d.moveWith(tx, m, terms{}) }

// moveWith is move with what an approver said of the grant. The grant of a
// request for a third party goes to them.
func (d *Desk) moveWith(tx *ledger.Tx, m event.RequestMoved, t terms) error {
	if !access.Allowed(m.From, tx.By().Party, m.Move, m.To) {
		return problem(wire.CodeTransition, string(m.From), string(m.To))
	}
	now := tx.Now()
	m.DueAt, m.RetryAt = time.Time{}, time.Time{}
	switch {
	case m.To == access.PendingVendor:
		m.DueAt = d.Calendar.After(now, VendorReview)
	case m.To == access.PendingAdministrator:
		m.DueAt = now.Add(NoAnswer)
	case retried(m):
		m.RetryAt = now.Add(RetryWindow)
	}
	switch {
	case !m.To.Pending():
		m.ExpiresAt = time.Time{}
	case m.ExpiresAt.IsZero():
		m.ExpiresAt = now.Add(Expiry)
	}
	if err := record(tx, m); err != nil || m.To != access.Approved || m.Extends != nil {
		return err
	}
	grant := event.GrantGiven{
		Grant: grantID(m.Request), Account: m.Account, Level: m.Level, Scope: m.Scope, Request: m.Request, Starts: now, Ends: t.ends,
	}
	if m.For != "" {
		grant.Account, grant.ThirdParty = m.For, true
		tx.PutPurpose(grant.Account, grant.Grant, t.purpose)
	}
	_, err := tx.Append(&grant)
	return err
}

// record appends a transition, and what was written with it beside.
func record(tx *ledger.Tx, m event.RequestMoved) error {
	note := m.Note
	m.Note, m.Noted = "", note != ""
	seq, err := tx.Append(&m)
	if err == nil && m.Noted {
		tx.PutNote(m.Request, seq, note)
	}
	return err
}

// grantID is the ID of the grant that the approval of a request gives.
func grantID(request string) string { return "g-" + request }

// retried reports whether the portal looks again by itself.
func retried(m event.RequestMoved) bool {
	if m.To != access.Denied || len(m.Reasons) == 0 {
		return false
	}
	return m.Reasons[0] == access.ContractTooNew || m.Reasons[0] == access.ContractUnknown
}
