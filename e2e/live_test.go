package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
)

func back() chromedp.Action[chromedp.Void] { return chromedp.NavigateBack() }

// The network is cut, the decision falls meanwhile, the network returns: the
// page has it once, without a reload.
func TestLive_WhatFellWhileTheNetworkWasCutArrives(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(sakura, "en")
	customer := s.enter(hana)
	customer.ask("downloads", "contracts", "610001")
	customer.mark()
	s.cable.set(true)
	customer.sees("econnecting")
	customer.shot("cut")

	s.decide(sakura, access.MoveApprove)
	s.cable.set(false)
	customer.sees("Approved / added")
	customer.unreloaded()
	customer.until("have it once", `(document.querySelector("main").innerText.match(/Approved \/ added/g) || []).length === 1`)
}

// Two reviewers have the same request open: the second is told who decided.
func TestLive_TheSecondReviewerIsToldWhoWasFirst(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	tab := customer.newTab()
	tab.open("/access")
	customer.press("Hana Mori")
	customer.press("Sign out")
	customer.sees("Register")
	tab.path("/signin")
}
