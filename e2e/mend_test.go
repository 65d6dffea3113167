package e2e

import (
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

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

// The form that was opened on one request's page is not open on the next one's.
func TestMend_EachRequestBeginsWithItsForm(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	sent, err := s.Desk.Submit(t.Context(), s.account(jo, "en"), wire.Submit{
		Level: access.Full, Kind: access.KindContract, Identifiers: []string{"610009", "610010"}, Agreed: true})
	if err != nil || len(sent.Requests) != 2 || sent.Requests[1].Status != access.Denied {
		t.Fatalf("%+v, %v", sent.Requests, err)
	}
	p := s.enter(jo)
	p.open("/requests/" + sent.Requests[0].ID)
	p.click("#account-edit")
	p.until("have the form", `!!document.getElementById("account-company")`)
	p.follows("/requests/" + sent.Requests[1].ID)
	p.sees(sent.Requests[1].Reference)
	p.until("have no form", `!!document.getElementById("account-edit") && !document.getElementById("account-company")`)
}

// follows goes to a page as by a link to it.
func (p *person) follows(route string) {
	p.t.Helper()
	script[bool](p, "follow a link to "+route, `(() => {
		const link = document.createElement("a");
		link.href = `+quote(route)+`;
		document.body.append(link);
		link.click();
		link.remove();
		return true;
	})()`)
	p.path(route)
}

// A correction that the portal refuses leads back to its form.
func TestMend_ARefusalTakesTheFocus(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	sent, err := s.Desk.Submit(t.Context(), s.account(jo, "en"), wire.Submit{
		Level: access.Full, Kind: access.KindContract, Identifiers: []string{"610009"}, Agreed: true})
	if err != nil {
		t.Fatal(err)
	}
	p := s.enter(jo)
	p.open("/requests/" + sent.Requests[0].ID)
	p.click("#account-edit")
	p.fillID("account-company", "Quillonworks Robotics Inc.")
	p.fillID("account-address", "4 Forge Lane, Leeds")
	script[bool](p, "refuse the profile", `(() => {
		const send = window.fetch;
		window.fetch = async (to, ...rest) => String(to).endsWith(`+quote(wire.PathProfile)+`)
			? new Response(JSON.stringify({code: "too_many", status: 429, title: "Too many"}), {status: 429}) : send(to, ...rest);
		return true;
	})()`)
	p.click("#account-save")
	p.until("have the focus on why", `document.activeElement.id === "error-summary"`)
}
