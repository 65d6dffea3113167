package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

func back() chromedp.Action[chromedp.Void] { return chromedp.NavigateBack() }

// The network is cut, the decision falls meanwhile, the network returns: the
// page has it once, without a reload.
func TestLive_WhatFellWhileTheNetworkWasCutArrives(t *testing.T) {
	s := newSite(t)
	customer, administrator := s.enter(hana), s.enter(sakura)
	customer.ask("downloads", "contracts", "610001")
	customer.mark()
	s.cable.set(true)
	customer.sees("econnecting")
	customer.shot("cut")

	administrator.open("/queue")
	administrator.press("Review")
	administrator.path("/queue/")
	administrator.click("#decide-approve")
	administrator.press("Yes, approve")
	administrator.sees("Approved")

	s.cable.set(false)
	customer.sees("Approved / added")
	customer.unreloaded()
	customer.until("have it once", `(document.querySelector("main").innerText.match(/Approved \/ added/g) || []).length === 1`)
}

// Two reviewers have the same request open: the second is told who decided.
func TestLive_TheSecondReviewerIsToldWhoWasFirst(t *testing.T) {
	s := newSite(t)
	customer, first, second := s.enter(mei), s.enter(iris), s.enter(shun)
	customer.ask("downloads", "contracts", "610003")
	customer.sees("Review")

	for _, reviewer := range []*person{first, second} {
		reviewer.open("/queue")
		reviewer.sees("Mei Tani")
		reviewer.press("Review")
		reviewer.path("/queue/")
	}
	first.sees("Shun Kubo") // who else has it open
	second.click("#decide-deny")
	second.fillID("decide-note", "A half-typed reason")
	first.click("#decide-approve")
	first.press("Yes, approve")

	second.sees("Iris Lund")
	second.until("keep what was typed", `document.querySelector("main").innerText.includes("A half-typed reason") || [...document.querySelectorAll("textarea")].some(e => e.value.includes("A half-typed reason"))`)
	second.shot("told")
	customer.sees("Approved / added")
}

// Signing out ends the person's other tab at once.
func TestLive_SignOutEndsTheOtherTab(t *testing.T) {
	s := newSite(t)
	customer := s.enter(hana)
	tab := customer.newTab()
	tab.open("/access")
	customer.press("Hana Mori")
	customer.press("Sign out")
	customer.path("/signin")
	tab.path("/signin")
}
