package e2e

import "testing"

// A denial that can be mended is mended where it is shown.
func TestMend_CompanyIsRegisteredOnTheResultPage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(jo)
	customer.open("/access/add/full")
	customer.shot("gap")
	customer.ask("full", "contracts", "610009")
	customer.sees("Denied")
	customer.click("#company-edit")
	customer.fillID("company-company", "Quillonworks Robotics Inc.")
	customer.fillID("company-address", "4 Forge Lane, Leeds")
	customer.click("#company-save")
	customer.sees("Approved / added")
	customer.shot("mended")
}

func TestMend_DownloadsDenialOffersFullSupport(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.ask("downloads", "contracts", "610002")
	customer.sees("Denied")
	customer.shot("denied")
	customer.press("Request full support access instead")
	customer.sees("Approved / added")
}
