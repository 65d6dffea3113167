package e2e

import "testing"

// The company cannot be told: the person corrects the profile on the result
// page itself and the request is evaluated again.
func TestAction_CorrectedAndReprocessedIsApproved(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(felix)
	customer.ask("full", "contracts", "610011")
	customer.sees("Pending Further Action")
	customer.sees("felix.roth@velmoralogistics.example")
	customer.shot("action")
	customer.mark()
	customer.click("#account-edit")
	customer.fillID("account-company", "Velmora Logistics GmbH")
	customer.shot("correct")
	customer.click("#account-save")
	customer.sees("Approved / added")
	customer.unreloaded()
	customer.shot("approved")
}

// The account is right as it is: confirmed, it goes to a person.
func TestAction_ConfirmedGoesToTheAdministrator(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(ada)
	customer.ask("full", "contracts", "610009")
	customer.sees("Pending Further Action")
	customer.click("#account-confirm")
	customer.sees("Pending Contract Administrator Review")
}
