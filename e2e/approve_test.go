package e2e

import "testing"

// The customer submits and waits; the administrator approves in a second
// browser; the customer's page says Approved by itself.
func TestApprove_TheWaitingPageChangesByItself(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(hana), s.enter(sakura)

	customer.ask("downloads", "contracts", "610001")
	customer.sees("Pending Your Company Contract Administrator Review")
	customer.mark()
	customer.shot("pending")

	administrator.open("/queue")
	administrator.sees("Hana Mori")
	administrator.press("Review")
	administrator.path("/queue/")
	administrator.sees("Asagiri")
	administrator.shot("decide")
	administrator.click("#decide-approve")
	administrator.press("Yes, approve")
	administrator.sees("Approved")

	customer.sees("Approved / added")
	customer.gone("Pending Your Company Contract Administrator Review")
	customer.unreloaded()
	customer.shot("approved")

	customer.open("/access")
	customer.sees("610001")
	customer.sees("Contract Administrators")
	customer.sees("Showing 1 to 1 of 1 entries")
	customer.shot("current")
}

// The current access list changes in place as well, in another tab.
func TestApprove_TheOtherTabShowsTheNewAccess(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(hana), s.enter(sakura)
	customer.ask("downloads", "contracts", "610001")
	tab := customer.newTab()
	tab.open("/access")
	tab.mark()
	administrator.approve()
	tab.sees("610001")
	tab.unreloaded()
}
