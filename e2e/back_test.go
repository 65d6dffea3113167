package e2e

import (
	"fmt"
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// What was looked for stands in the address, and Back leads to it and to where
// one was.
func TestBack_LeadsToWhereOneWas(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	who := s.account(hana, "en")
	if _, err := s.Desk.Submit(t.Context(), who, wire.Submit{Level: access.Full, Kind: access.KindContract,
		Identifiers: []string{"610001", "1", "2", "3", "4", "5", "6", "7", "8"}, Agreed: true}); err != nil {
		t.Fatal(err)
	}
	p := s.enter(hana)
	p.open("/access/requests")
	p.sees("Contract 610001")
	script[bool](p, "choose the denied ones", `(() => {
		const list = document.getElementById("status");
		list.value = "Denied";
		list.dispatchEvent(new Event("change", {bubbles: true}));
		return true;
	})()`)
	p.gone("Contract 610001")
	p.until("have it in the address", `location.search === "?status=Denied"`)
	script[bool](p, "go down", `(document.querySelectorAll(".request")[4].scrollIntoView({block: "start"}), true)`)
	p.until("be there", `scrollY > 500`)
	top := script[float64](p, "read the place", `scrollY`)
	script[bool](p, "open a request", `(document.querySelectorAll(".request-meta a.code")[4].click(), true)`)
	p.path("/requests/")
	p.until("be at the top", `scrollY === 0`)
	p.run("go back", back())
	p.path("/access/requests")
	p.gone("Contract 610001")
	p.until("be where one was", fmt.Sprintf(`Math.abs(scrollY - %v) < 2`, top))
	p.until("see the filter", `document.getElementById("status").value === "Denied"`)
	p.shot("back")

	p.open("/access")
	p.sees("610001")
	p.pastes("find-contract", "99")
	p.sees("No matching access")
	p.until("have it in the address", `location.search === "?contract=99"`)
	p.open("/access?contract=6100") // a bookmark
	p.sees("610001")
	p.until("have it in the box", `document.getElementById("find-contract").value === "6100"`)
}
