package e2e

import "testing"

func TestSerial_StandsForItsContract(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.ask("full", "serial", "lf610001-a1")
	customer.sees("Approved / added")
	customer.sees("LF610001-A1")
	customer.open("/access")
	customer.sees("610001")
}

func TestBillTo_GoesToItsAdministrator(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, administrator := s.enter(tom), s.enter(graham)
	customer.ask("full", "bill_tos", "5200000101")
	customer.sees("Pending Contract Administrator Review")
	administrator.open("/queue")
	administrator.press("Review")
	administrator.sees("Company of the bill-to ID")
	administrator.sees("Contracts under it")
	administrator.shot("decide")
	administrator.approve()
	customer.sees("Approved / added")
	customer.open("/access")
	customer.sees("5200000101")
}

func TestBillTo_IsNotForOthers(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(mei)
	customer.ask("full", "bill_tos", "5200000202")
	customer.sees("Denied")
}
