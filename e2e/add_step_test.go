package e2e

import "testing"

// Back from "Check your answers" leads to the form, Forward to the answers, and
// after Submit nothing can be sent again.
func TestAdd_BackAndForward(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.open("/access/add/downloads")
	p.kind("downloads", "contracts")
	p.fillID("contracts", "610001")
	p.sees("What you entered")
	p.choose("I have reviewed")
	p.click("#continue")
	p.sees("Check your answers")
	p.mark()
	script[bool](p, "go back", `(history.back(), true)`)
	p.until("have the form again", `document.getElementById("contracts")?.value === "610001" && document.getElementById("agreed").checked`)
	script[bool](p, "go forward", `(history.forward(), true)`)
	p.sees("Check your answers")
	p.unreloaded()
	p.open("/access/add/downloads?check") // loaded again
	p.sees("Check your answers")
	p.click("#back")
	p.until("have the form again", `document.getElementById("contracts")?.value === "610001" && !location.search`)
	p.click("#continue")
	p.sees("Check your answers")
	p.press("Submit")
	p.path("/submissions/")
	script[bool](p, "go back", `(history.back(), true)`)
	p.until("find an empty form", `document.getElementById("kind-contract")?.checked && document.getElementById("contracts").value === "" && !location.search`)
	p.gone("There is a problem")
	s.once(hana, "610001")
}

// What is being typed survives whatever else is done in the form before the
// field is left.
func TestAdd_WhatIsBeingTypedIsKept(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.open("/access/add/downloads")
	p.kind("downloads", "contracts")
	p.typing("contracts", "610001 610010")
	script[bool](p, "tick the box, as a touch screen does", `(document.getElementById("agreed").click(), true)`)
	p.until("have ticked it", `document.getElementById("agreed").checked`)
	p.open("/access/add/downloads")
	p.until("have what was typed", `/610001.*610010/s.test(document.getElementById("contracts")?.value) && document.getElementById("agreed").checked`)
}
